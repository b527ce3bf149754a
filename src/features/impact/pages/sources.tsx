/** The figures of a text beside it: value, name, reference, and where each leads. */
import type { Html } from '#html'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import type { FigureValue, Warning } from '../views.ts'
import { figureName, figureText, warningSentences } from '../wording.ts'
import { words } from '../words/index.ts'
import { Panel } from './panel.tsx'

export interface SourcesProps {
  readonly language: Language
  readonly figures: readonly FigureValue[]
  /** What became of a figure since it was printed. */
  readonly changed?: readonly Warning[]
}

export function Sources({ language, figures, changed = [] }: SourcesProps): Html {
  const t = words(language)
  if (figures.length === 0) return <></>
  return (
    <Panel title={t('communique.figures')} aside={<span class="xs muted">{t('communique.figures-hint', { count: figures.length })}</span>} flush>
      <ul class="srcs">
        {figures.map((figure) => {
          const moved = changed.find(({ reference }) => reference === figure.reference)
          return (
            <li id={figure.reference}>
              <b class="num srcs__v">{figureText(figure, language)}</b>
              <div>
                <b>{figureName(figure, language)}</b>
                <p class="xs muted">
                  {figure.reference} · <a href={`/${language}/figures/${figure.reference}`}>{t('communique.open')}</a>
                </p>
                {moved !== undefined && (
                  <State is="wait" bare>
                    {warningSentences(moved, () => figure, language)[0]}
                  </State>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
