/** Between which weights of each criterion the list stays the same, and who would move just beyond. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatPercent } from '../../../platform/words/format.ts'
import { words } from '../influence/words/index.ts'
import type { WeightView } from '../queries/influence.ts'

export function Weights({ language, weights }: { language: Language; weights: readonly WeightView[] }): Html {
  const t = words(language)
  return (
    <>
      <Card flush title={t('weights')}>
        <Table caption={t('weights')} columns={columnsOf(language)} rows={weights} />
      </Card>
      <p class="sm muted">{t('weights-how')}</p>
    </>
  )
}

/** "12 % – 55 %", or in words where nothing moves the list. */
export function rangeOf({ from, to }: Pick<WeightView, 'from' | 'to'>, language: Language): string {
  const t = words(language)
  if (from <= 0 && to >= 1) return t('always')
  if (from <= 0) return t('up-to', { to: formatPercent(to, language, 1) })
  if (to >= 1) return t('from-on', { from: formatPercent(from, language, 1) })
  return t('between', { from: formatPercent(from, language, 1), to: formatPercent(to, language, 1) })
}

/** Titles hold commas of their own: each stands in quotes. */
function Titles({ of }: { of: readonly string[] }): Html {
  return (
    <>
      {of.map((title, place) => (
        <>
          {place > 0 && ' + '}
          <q>
            <bdi>{title}</bdi>
          </q>
        </>
      ))}
    </>
  )
}

function columnsOf(language: Language): Column<WeightView>[] {
  const t = words(language)
  const beyond = (one: WeightView['below'], sign: 'below' | 'above', at: number): Html | null => {
    if (one === null) return null
    const share = formatPercent(at, language, 1)
    return (
      <li>
        {t(sign, { share })} <Titles of={one.enter} /> {t('instead')} <Titles of={one.leave} />
      </li>
    )
  }
  return [
    { name: t('criterion'), head: true, cell: (one) => <bdi>{one.name}</bdi> },
    { name: t('weight'), number: true, cell: (one) => formatPercent(one.share, language) },
    { name: t('range'), cell: (one) => <span class="num">{rangeOf(one, language)}</span> },
    {
      name: t('beyond'),
      cell: (one) =>
        one.below === null && one.above === null ? (
          '–'
        ) : (
          <ul>
            {beyond(one.below, 'below', one.from)}
            {beyond(one.above, 'above', one.to)}
          </ul>
        ),
    },
  ]
}
