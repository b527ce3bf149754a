/** A criterion with its weight and what each step of its scale means. */
import type { Html } from '#html'
import type { Criterion } from '../../../domain/edition.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatPercent } from '../../../platform/words/format.ts'
import { words } from '../words/index.ts'

export function CriterionScale({
  language,
  criterion,
  scale,
  level = 3,
}: {
  language: Language
  criterion: Criterion
  scale: { readonly min: number; readonly max: number }
  level?: 2 | 3
}): Html {
  const t = words(language)
  return (
    <section class="card card--tight stack stack--sm">
      <div class="row row--between row--base">
        {level === 2 ? <h2 class="h3">{inLanguage(criterion.name, language).text}</h2> : <h3>{inLanguage(criterion.name, language).text}</h3>}
        <bdi class="num">{formatPercent(criterion.weight / 100, language)}</bdi>
      </div>
      <p>{inLanguage(criterion.question, language).text}</p>
      <ol class="stack stack--sm sm">
        {criterion.anchors.map((anchor, place) => (
          <li>
            <b>{t('rules.step', { step: scale.min + place, max: scale.max })}</b>
            <p>{inLanguage(anchor, language).text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
