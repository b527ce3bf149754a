/** Budget lines with what became of each. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { currencyName } from '../../../platform/words/format.ts'
import type { LineTotals } from '../queries/totals.ts'
import type { MeansRights, MeansView } from '../views.ts'
import { words } from '../words/index.ts'
import { inColumn } from './wording.tsx'

export interface LinesTableProps {
  readonly language: Language
  readonly means: MeansView
  readonly rights: MeansRights
  readonly base: string
}

export function LinesTable({ language, means, rights, base }: LinesTableProps): Html {
  const t = words(language)
  const add = rights.writeLines ? (
    <ButtonLink kind="quiet" size="sm" href={`${base}/lines/new`}>
      {t('lines.add')}
    </ButtonLink>
  ) : undefined
  if (means.lines.length === 0) return <Empty title={t('lines.none')}>{add}</Empty>
  const amount = (of: 'amount' | 'committed' | 'paid' | 'released' | 'remaining', name: string) => ({
    name,
    number: true,
    cell: (line: LineTotals) => inColumn(line[of], language),
  })
  return (
    <Card title={t('lines.title')} aside={add} flush>
      <Table
        caption={t('lines.title')}
        rows={means.lines}
        columns={[
          {
            name: t('col.line'),
            head: true,
            cell: (line) => (
              <>
                {line.name}
                <br />
                <span class="xs muted">
                  <bdi class="ltr">{line.code}</bdi> · {currencyName(line.currency, language)}
                </span>
              </>
            ),
          },
          { name: t('col.funder'), cell: (line) => line.funder },
          amount('amount', t('col.line-amount')),
          amount('committed', t('col.committed')),
          amount('paid', t('col.paid')),
          amount('released', t('col.released')),
          amount('remaining', t('col.remaining')),
        ]}
      />
    </Card>
  )
}
