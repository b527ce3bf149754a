/** Payments and ledger as sheets, the same for XLSX and CSV. */
import type { Language } from '../../domain/language.ts'
import type { Cell, Column, Sheet } from '../../platform/sheets/sheet.ts'
import type { PaymentLine } from './queries/payments.ts'
import type { LedgerLine } from './views.ts'
import { words } from './words/index.ts'

type Field<Row> = Column & { readonly cell: (row: Row) => Cell }

function sheetOf<Row>(name: string, fields: readonly Field<Row>[], rows: readonly Row[]): Sheet {
  return {
    name,
    columns: fields.map(({ cell: _cell, ...column }) => column),
    rows: rows.map((row) => fields.map((field) => field.cell(row))),
  }
}

export function paymentsSheet(payments: readonly PaymentLine[], language: Language): Sheet {
  const t = words(language)
  const instalment = ({ kind, rank, position, instalments }: PaymentLine): string => {
    if (kind === 'prize') return t('award.prize', { rank: rank ?? 0 })
    return instalments === 1 ? t('instalment.whole') : t(position === 1 ? 'instalment.first' : 'instalment.balance')
  }
  const fields: Field<PaymentLine>[] = [
    { label: t('sheet.number'), cell: (row) => row.number },
    { label: t('col.project'), cell: (row) => row.project },
    { label: t('col.region'), cell: (row) => row.region },
    { label: t('col.line'), cell: (row) => row.line },
    { label: t('col.instalment'), cell: instalment },
    { label: t('col.amount'), kind: 'money', cell: (row) => row.amount },
    { label: t('sheet.currency'), cell: (row) => row.currency },
    { label: t('sheet.met-on'), kind: 'day', cell: (row) => row.metOn },
    { label: t('sheet.prepared-at'), kind: 'instant', cell: (row) => row.preparedAt },
    { label: t('sheet.prepared-by'), cell: (row) => row.preparedBy },
    { label: t('sheet.approved-at'), kind: 'instant', cell: (row) => row.approvedAt },
    { label: t('sheet.approved-by'), cell: (row) => row.approvedBy },
    { label: t('sheet.paid-on'), kind: 'day', cell: (row) => row.paidOn },
    { label: t('sheet.reference'), cell: (row) => row.reference },
    { label: t('sheet.refused-at'), kind: 'instant', cell: (row) => row.refusedAt },
    { label: t('sheet.refused-by'), cell: (row) => row.refusedBy },
    { label: t('sheet.reason'), cell: (row) => row.reason },
  ]
  return sheetOf(t('take.payments'), fields, payments)
}

/** Accounts keep their code ('line:seed'): a file for programs as much as for people. */
export function ledgerSheet(entries: readonly LedgerLine[], language: Language): Sheet {
  const t = words(language)
  const fields: Field<LedgerLine>[] = [
    { label: t('col.date'), kind: 'day', cell: (row) => row.on },
    { label: t('col.entry'), cell: (row) => t(`entry.${row.kind}`) },
    { label: t('col.debit'), cell: (row) => row.debit },
    { label: t('col.credit'), cell: (row) => row.credit },
    { label: t('col.amount'), kind: 'money', cell: (row) => row.amount },
    { label: t('sheet.currency'), cell: (row) => row.currency },
    { label: t('col.project'), cell: (row) => row.title },
    { label: t('sheet.written-at'), kind: 'instant', cell: (row) => row.writtenAt },
    { label: t('sheet.written-by'), cell: (row) => row.by },
  ]
  return sheetOf(t('take.ledger'), fields, entries)
}
