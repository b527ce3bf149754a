/** The moments of the programme at which the world of the demo can stand. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { words } from '../words/index.ts'

export interface TimeProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly now: Date
  readonly stage: string
  readonly stages: readonly string[]
}

export function TimePage({ language, frame, path, now, stage, stages }: TimeProps): Html {
  const t = words(language)
  return (
    <PublicPage language={language} frame={frame} path={path} title={t('time.title')}>
      <div class="wrap section section--tight stack stack--lg">
        <Head title={t('time.title')} lead={t('time.lead', { day: formatDate(now.toISOString().slice(0, 10), language, 'long') })}>
          <ButtonLink kind="quiet" href={`/${language}/demo`}>
            {t('demo.title')}
          </ButtonLink>
        </Head>
        <Card>
          <ul class="rows">
            {stages.map((one) => (
              <li>
                <span>
                  <b>{t.any(`time.${one}`)}</b>
                  <br />
                  <span class="sm muted">{t.any(`time.${one}-hint`)}</span>
                </span>
                {one === stage ? (
                  <State is="done">{t('time.here')}</State>
                ) : (
                  <form method="post" action={`/${language}/demo/time`}>
                    <Hidden name="stage" value={one} />
                    <Button kind="quiet" size="sm">
                      <span aria-hidden="true">{t('time.go')}</span>
                      <span class="vh">{t('time.go-to', { stage: t.any(`time.${one}`) })}</span>
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </Card>
        <p class="muted sm">{t('time.warning')}</p>
      </div>
    </PublicPage>
  )
}
