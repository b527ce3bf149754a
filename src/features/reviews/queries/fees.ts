/** The fee sheet of an edition: counted from what stands, or as it was closed. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../../domain/application.ts'
import { type FeeCounts, type FeeRates, feeOf, mayKeepFees, mayNameFees, mayReadFees } from '../../../domain/fee.ts'
import type { Language } from '../../../domain/language.ts'
import { sumOf } from '../../../domain/money.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { collator } from '../../../platform/words/format.ts'
import type { FeeLine, FeesView } from '../fees/views.ts'

/** A line as it is kept when the sheet is closed. */
export interface KeptLine {
  /** Id of a reviewer; of the person, for a chair of the jury who reads no file. */
  readonly reviewer: string
  readonly counts: FeeCounts
  readonly amount: string
}

export interface FeeFacts {
  readonly currency: string
  readonly rates: FeeRates
  readonly seq: number
  readonly lines: readonly KeptLine[]
  readonly total: string
  readonly fingerprint: string
  readonly closed: { readonly at: Date; readonly by: string } | null
}

/**
 * Readings and interviews handed in whose assignment stands: what was recused or replaced is not paid, what was read before
 * an application was withdrawn is. And days of closed sessions of the jury, of its chairs and of reviewers.
 */
export async function feeFacts(db: Reader, organisation: string, edition: string): Promise<FeeFacts> {
  const { currency } = await db
    .selectFrom('edition')
    .select('currency')
    .where('organisation', '=', organisation)
    .where('id', '=', edition)
    .executeTakeFirstOrThrow()
  const kept = await db.selectFrom('fee_sheet').selectAll().where('organisation', '=', organisation).where('edition', '=', edition).executeTakeFirst()
  const { rates, seq } = await ratesOf(db, organisation, edition)
  const lines = kept === undefined ? await linesOf(db, organisation, edition, rates) : keptLines(kept.lines as unknown as readonly KeptLine[])
  const total = kept?.total ?? sumOf(lines.map(({ amount }) => amount))
  const fingerprint = createHash('sha256').update(canonicalJson({ edition, currency, rates, lines })).digest('hex')
  const closed = kept === undefined ? null : { at: kept.closed_at, by: kept.closed_by }
  return { currency, rates, seq, lines, total, fingerprint, closed }
}

/** Sheets closed before days of sessions were counted say nothing of them. */
function keptLines(lines: readonly KeptLine[]): KeptLine[] {
  return lines.map((line) => ({ ...line, counts: { ...line.counts, session: line.counts.session ?? 0 } }))
}

async function ratesOf(db: Reader, organisation: string, edition: string): Promise<{ rates: FeeRates; seq: number }> {
  const row = await db
    .selectFrom('edition_fee')
    .select(['seq', 'reading', 'interview', 'session'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? { rates: { reading: null, interview: null, session: null }, seq: 0 }
    : { rates: { reading: row.reading, interview: row.interview, session: row.session }, seq: row.seq }
}

async function linesOf(db: Reader, organisation: string, edition: string, rates: FeeRates): Promise<KeptLine[]> {
  const found = await sql<{ reviewer: string } & FeeCounts>`
    with handed as (
      select g.reviewer, count(*) filter (where t.happens = 'reading')::int as reading, count(*) filter (where t.happens = 'interview')::int as interview
      from assignment g join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
      join review v on v.organisation = g.organisation and v.assignment = g.id and v.submitted_at is not null
      where g.organisation = ${organisation} and g.edition = ${edition} and (g.ended_at is null or g.set_aside is not null)
      group by g.reviewer
    ), sat as (
      select coalesce(r.id, d.person) as reviewer, count(*)::int as session
      from jury_day d left join reviewer r on r.organisation = d.organisation and r.edition = d.edition and r.person = d.person
      where d.organisation = ${organisation} and d.edition = ${edition}
        and (r.id is not null or exists (select from role_grant k where k.organisation = d.organisation and k.person = d.person and k.role = 'chair' and (k.edition is null or k.edition = d.edition)))
      group by 1
    )
    select reviewer, coalesce(h.reading, 0) as reading, coalesce(h.interview, 0) as interview, coalesce(s.session, 0) as session
    from handed h full join sat s using (reviewer) order by reviewer`.execute(db)
  return found.rows.map(({ reviewer, ...counts }) => ({ reviewer, counts, amount: feeOf(counts, rates) }))
}

/** Null for who may not read fees in the whole edition. */
export async function feesOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<FeesView | null> {
  if (!mayReadFees(viewer, place)) return null
  const { organisation } = viewer
  const facts = await feeFacts(db, organisation, place.edition)
  const people = await sql<{ id: string; name_ar: string; name_latin: string }>`
    select r.id, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin
    from reviewer r join person p on p.organisation = r.organisation and p.id = r.person
    where r.organisation = ${organisation} and r.edition = ${place.edition}
    union all select p.id, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin from person p where p.organisation = ${organisation} and (p.id = ${facts.closed?.by ?? null} or p.id = any(${facts.lines.map((line) => line.reviewer)}::uuid[]))`.execute(
    db,
  )
  const names = new Map(people.rows.map((row) => [row.id, nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language)]))
  const named = mayNameFees(viewer, place)
  const lines = facts.lines.map((line): FeeLine => ({ ...line, name: named ? (names.get(line.reviewer) ?? '') : null }))
  const order = collator(language)
  return {
    ...facts,
    // Without names there is no id either: the same person would be known from another list.
    lines: named
      ? lines.sort((a, b) => order.compare(a.name ?? '', b.name ?? ''))
      : lines.map((line, place) => ({ ...line, reviewer: String(place + 1) })),
    closed: facts.closed === null ? null : { at: facts.closed.at, by: named ? (names.get(facts.closed.by) ?? '') : '' },
    keeps: mayKeepFees(viewer, place),
  }
}
