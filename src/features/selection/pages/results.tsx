/** The published results, for anyone. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { ResultsView } from '../views.ts'
import { words } from '../words/index.ts'

export interface ResultsProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly zone: string
  readonly results: ResultsView
}

export function ResultsPage({ language, frame, path, zone, results }: ResultsProps): Html {
  const t = words(language)
  const title = t('results.title', { edition: results.edition })
  const at = formatDateTime(results.publishedAt, language, zone, { style: 'long' })
  return (
    <PublicPage language={language} title={title} frame={frame} path={path}>
      <div class="wrap wrap--read section section--tight stack stack--lg">
        <Head title={title} lead={t('results.lead', { at, count: results.count })} />
        {results.regions.map((region) => (
          <Card title={region.name}>
            {region.selected.length === 0 ? (
              <p class="muted">{t('results.none')}</p>
            ) : (
              <ul class="rows">
                {region.selected.map(({ number, title: project }) => (
                  <li>
                    <bdi>{project}</bdi> <bdi class="num muted ltr">{number}</bdi>
                  </li>
                ))}
              </ul>
            )}
            {region.reserve.length > 0 && (
              <>
                <h3 class="h3 mt5">{t('results.reserve')}</h3>
                <ol class="rows sm">
                  {region.reserve.map(({ number, rank }) => (
                    <li>
                      <State is="reserve">{t('outcome.reserve', { rank })}</State> <bdi class="num muted ltr">{number}</bdi>
                    </li>
                  ))}
                </ol>
              </>
            )}
          </Card>
        ))}
        <p class="xs muted">
          {t('results.record')} <code class="mono ltr">{results.hash}</code>
        </p>
      </div>
    </PublicPage>
  )
}
