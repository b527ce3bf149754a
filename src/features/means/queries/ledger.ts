/** The ledger of an edition, or of one project of it. */
import { sql } from 'kysely'
import { maySeeMeans } from '../../../domain/award.ts'
import { inLanguage, type Trilingual } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { LedgerLine } from '../views.ts'
import type { Asked } from './awards.ts'

/** Entries in the order they were written, or the last of them only. Empty for who may not read the money of this edition. */
export async function ledgerOf(db: Reader, { viewer, place, language, project }: Asked, last?: number): Promise<LedgerLine[]> {
  if (!maySeeMeans(viewer, place)) return []
  const only = project === undefined ? sql`true` : sql`j.id = ${project}`
  const found = await sql<Omit<LedgerLine, 'by' | 'line'> & { line: Trilingual; name_ar: string; name_latin: string }>`
    select e.occurred_on as "on", e.kind, e.debit, e.credit, b.name as line, e.amount, e.currency, j.id as project, j.title, e.written_at as "writtenAt", p.name_ar, p.name_latin
    from ledger_entry e
    join (
      select w.organisation, w.id as object, w.project, w.budget_line from award w
      union all select i.organisation, i.id, w.project, w.budget_line from instalment i join award w on w.organisation = i.organisation and w.id = i.award
      union all select m.organisation, m.id, w.project, w.budget_line from payment m join instalment i on i.organisation = m.organisation and i.id = m.instalment
        join award w on w.organisation = i.organisation and w.id = i.award
    ) o on o.organisation = e.organisation and o.object = e.object
    join budget_line b on b.organisation = o.organisation and b.id = o.budget_line
    join project j on j.organisation = o.organisation and j.id = o.project
    join person p on p.organisation = e.organisation and p.id = e.written_by
    where e.organisation = ${viewer.organisation} and e.edition = ${place.edition} and ${only}
    order by e.written_at desc, e.id desc limit ${last ?? null}`.execute(db)
  return found.rows.toReversed().map(({ name_ar, name_latin, line, ...row }) => ({
    ...row,
    line: inLanguage(line, language).text,
    by: shortName({ nameAr: name_ar, nameLatin: name_latin }, language),
  }))
}
