/** A budget to read: every line, the total, and what each category and source comes to. */
import type { Html } from '#html'
import { type Column, Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatPercent } from '../../../platform/words/format.ts'
import type { BudgetPart, BudgetView } from '../budget-view.ts'
import { words } from '../words/index.ts'

export function BudgetTable({ budget, caption, language }: { budget: BudgetView; caption: string; language: Language }): Html {
  const t = words(language)
  const columns: Column<BudgetView['lines'][number]>[] = [
    { name: t('table.label'), head: true, cell: ({ label }) => <bdi>{label}</bdi> },
    ...(budget.lines.some(({ category }) => category !== null) ? [{ name: t('table.category'), cell: ({ category }: Line) => category }] : []),
    ...(budget.lines.some(({ source }) => source !== null) ? [{ name: t('table.source'), cell: ({ source }: Line) => source }] : []),
    { name: t('table.amount'), number: true, cell: ({ amount }) => <bdi class="num">{amount}</bdi> },
  ]
  return (
    <div class="stack stack--sm room">
      <Table
        caption={caption}
        columns={columns}
        rows={budget.lines}
        foot={
          <tr>
            <th scope="row" colspan={columns.length - 1}>
              {t('table.total')}
            </th>
            <td class="n" data-l={t('table.total')}>
              <b class="num">{budget.total}</b>
            </td>
          </tr>
        }
      />
      <Parts name={t('table.category')} parts={budget.categories} language={language} />
      <Parts name={t('table.source')} parts={budget.sources} language={language} />
    </div>
  )
}

type Line = BudgetView['lines'][number]

/** Shares of one way to cut the whole; the whole alone says nothing more. */
function Parts({ name, parts, language }: { name: string; parts: readonly BudgetPart[]; language: Language }): Html {
  const t = words(language)
  if (parts.length === 0) return <></>
  return (
    <Table
      caption={t('table.by', { name })}
      columns={[
        { name, head: true, cell: (part) => <bdi>{part.name}</bdi> },
        { name: t('table.amount'), number: true, cell: ({ amount }) => <bdi class="num">{amount}</bdi> },
        { name: t('table.share'), number: true, cell: ({ share }) => <bdi class="num">{formatPercent(share, language, 1)}</bdi> },
      ]}
      rows={parts}
    />
  )
}
