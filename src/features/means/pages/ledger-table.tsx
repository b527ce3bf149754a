/** Entries of the ledger: one amount, the account it goes to and the one it comes from. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { Note } from '../../../design/note.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { LedgerLine } from '../views.ts'
import { words } from '../words/index.ts'
import { accountName, Money } from './wording.tsx'

export interface LedgerTableProps {
  readonly language: Language
  readonly title: string
  readonly aside?: string
  readonly entries: readonly LedgerLine[]
  readonly base: string
  /** Each entry names its project. */
  readonly named?: boolean
}

export function LedgerTable({ language, title, aside, entries, base, named = false }: LedgerTableProps): Html {
  const t = words(language)
  return (
    <Card title={title} aside={aside === undefined ? undefined : <span class="xs muted">{aside}</span>} flush>
      {entries.length > 0 && (
        <Table
          caption={title}
          rows={entries}
          columns={[
            {
              name: t('col.entry'),
              head: true,
              cell: (entry) => (
                <>
                  {t(`entry.${entry.kind}`)}
                  <br />
                  <span class="xs muted">{formatDate(entry.on, language)}</span>
                  {named && (
                    <>
                      <br />
                      <a class="xs" href={`${base}/projects/${entry.project}`} dir="auto">
                        {entry.title}
                      </a>
                    </>
                  )}
                </>
              ),
            },
            { name: t('col.debit'), cell: (entry) => <bdi>{accountName(entry.debit, entry.line, language)}</bdi> },
            { name: t('col.credit'), cell: (entry) => <bdi>{accountName(entry.credit, entry.line, language)}</bdi> },
            { name: t('col.amount'), number: true, cell: (entry) => <Money amount={entry.amount} currency={entry.currency} language={language} /> },
          ]}
        />
      )}
      <Note>
        <p class="sm">{entries.length === 0 ? t('ledger.none') : t('ledger.note')}</p>
      </Note>
    </Card>
  )
}
