/** Under the sheet of reasons: until when one may appeal, or where the appeal stands; and the page where it is written. */
import type { Html } from '#html'
import { ButtonLink } from '../../../../design/button.tsx'
import type { FormErrors } from '../../../../design/form/field.tsx'
import type { PublicFrame } from '../../../../design/layout/public-page.tsx'
import { WritingPage } from '../../../../design/layout/writing-page.tsx'
import { State } from '../../../../design/state.tsx'
import type { Language } from '../../../../domain/language.ts'
import { lodgeSelectionAppeal } from '../../../../domain/selection-appeal.ts'
import { formatDate, formatDateTime, formatDeadline } from '../../../../platform/time/time.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import type { OwnSelectionAppeal, SelectionAppeal } from '../../appeals/views.ts'
import { words } from '../../appeals/words/index.ts'

interface Own {
  readonly language: Language
  readonly now: Date
  readonly own: OwnSelectionAppeal
}

export function OwnAppeal({ language, now, own }: Own): Html {
  const t = words(language)
  const { appeal, until, zone } = own
  if (appeal !== null) return <Lodged language={language} zone={zone} appeal={appeal} />
  if (own.selected) return <></>
  const at = formatDeadline(until, language, zone, { style: 'full' })
  const may = lodgeSelectionAppeal({ ...own, lodgedAt: null }, { text: 'x' }, now)
  return (
    <section class="card stack" aria-labelledby="appeal">
      <h2 id="appeal">{t('own.disagree')}</h2>
      {now > until ? (
        <p>{t('own.over', { at })}</p>
      ) : (
        <>
          <p>{t('own.until', { at })}</p>
          {may.ok ? (
            <div class="actions">
              <ButtonLink kind="light" href={`/${language}/applications/${own.application}/selection-appeal`}>
                {t('own.write')}
              </ButtonLink>
            </div>
          ) : (
            !own.withdrawn && <p class="sm muted">{t('own.holder')}</p>
          )}
        </>
      )}
    </section>
  )
}

function Lodged({ language, zone, appeal }: { language: Language; zone: string; appeal: SelectionAppeal }): Html {
  const t = words(language)
  const { answer } = appeal
  return (
    <section class="card stack" aria-labelledby="appeal">
      <h2 id="appeal">{t('own.title')}</h2>
      {answer === null ? (
        <>
          <State is="wait">{t('own.waiting')}</State>
          <p>{t('own.received', { at: formatDateTime(appeal.lodgedAt, language, zone) })}</p>
        </>
      ) : (
        <>
          <State is={answer.upheld ? 'yes' : 'no'}>{t(answer.upheld ? 'own.upheld' : 'own.rejected')}</State>
          {answer.score !== null && <p>{t('answer.score', { score: formatNumber(answer.score, language, { decimals: 2 }) })}</p>}
          {answer.below !== null ? (
            <p>{t('answer.below.said', { mark: formatNumber(Number(answer.below), language) })}</p>
          ) : (
            <p>{t(answer.upheld ? (answer.next ? 'answer.next.said' : 'answer.upheld.said') : 'answer.rejected.said')}</p>
          )}
          <p dir="auto">{answer.text}</p>
          <p class="sm muted">{t('own.answered', { at: formatDate(answer.at, language, 'long', zone) })}</p>
        </>
      )}
      <details class="more">
        <summary>{t('own.text')}</summary>
        <p dir="auto">{appeal.text}</p>
      </details>
    </section>
  )
}

export interface WriteAppealProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly own: OwnSelectionAppeal
  readonly text: string
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function WriteAppealPage({ own, ...props }: WriteAppealProps): Html {
  const { language } = props
  const t = words(language)
  const base = `/${language}/applications/${own.application}`
  return (
    <WritingPage
      {...props}
      title={t('write.title')}
      about={own}
      lead={[t('write.lead'), t('own.until', { at: formatDeadline(own.until, language, own.zone, { style: 'full' }) })]}
      action={`${base}/selection-appeal`}
      label={t('write.text')}
      hint={t('write.text-hint')}
      send={t('write.send')}
      back={{ name: t('write.back'), href: `${base}/reasons` }}
    />
  )
}
