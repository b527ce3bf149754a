/** The samples a reader is given, above their files. */
import type { Html } from '#html'
import { Card } from '../../../../design/card.tsx'
import { State } from '../../../../design/state.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { stageText } from '../../stage-name.ts'
import type { MySample } from '../views.ts'
import { words } from '../words/index.ts'

const SHAPES = { todo: 'none', draft: 'draft', done: 'done' } as const

export function MySamples({ samples, language }: { samples: readonly MySample[]; language: Language }): Html {
  if (samples.length === 0) return <></>
  const t = words(language)
  const rounds = new Set(samples.map(({ edition, stage }) => `${edition.slug} ${stage.code}`)).size
  return (
    <Card title={t('mine')}>
      <div class="stack">
        <p>{t('mine-lead')}</p>
        <ul class="stack stack--sm">
          {samples.map((one) => (
            <li class="row row--tight">
              <a href={`/${language}/reviews/samples/${one.sample}`}>{t('sample', { position: one.position })}</a>
              {rounds > 1 && <span class="muted sm">{`${stageText(one.stage, language)} · ${inLanguage(one.edition.name, language).text}`}</span>}
              <State bare is={SHAPES[one.state]}>
                {t(`state.${one.state}`)}
              </State>
              {one.shown && one.state === 'done' && <span class="sm muted">{t('results-ready')}</span>}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
