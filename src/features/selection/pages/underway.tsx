/** How far a long computation is; the page loads itself again, and who asked may give it up. */
import type { Html } from '#html'
import { Bar } from '../../../design/bar.tsx'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatPercent } from '../../../platform/words/format.ts'
import { words } from '../influence/words/index.ts'

export interface UnderwayProps {
  readonly language: Language
  readonly zone: string
  readonly askedAt: Date
  /** From 0 to 1; null before it begins. */
  readonly headway: number | null
  /** Of the page itself. */
  readonly address: string
  /** Where it is given up; null for who may not. */
  readonly cancel: string | null
}

export function Underway({ language, zone, askedAt, headway, address, cancel }: UnderwayProps): Html {
  const t = words(language)
  return (
    <Card title={t('waiting', { at: formatDateTime(askedAt, language, zone, { style: 'day-month' }) })}>
      <div class="stack stack--sm">
        <p>{headway === null ? t('queued') : t('headway', { share: formatPercent(headway, language) })}</p>
        <Bar share={headway ?? 0} />
        <p class="sm muted">{t('waiting-how')}</p>
        <div class="row">
          <ButtonLink kind="quiet" href={address}>
            {t('again')}
          </ButtonLink>
          {cancel !== null && (
            <form method="post" action={cancel}>
              <Button kind="text">{t('cancel')}</Button>
            </form>
          )}
        </div>
      </div>
    </Card>
  )
}
