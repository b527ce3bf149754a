/** Conflicts of an edition: those declared, and the ties that were found with what was answered. */
import { sql } from 'kysely'
import type { TieKind, TieSign } from '../../../domain/conflict.ts'
import type { Language } from '../../../domain/language.ts'
import { sameFamily } from '../../../domain/name-key.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayReadReviews } from '../../../domain/review.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import {
  CONFLICT_KINDS,
  CONFLICTS_A_PAGE,
  type ConflictFilters,
  type ConflictLine,
  type ConflictState,
  type ConflictsView,
  isQuestion,
} from '../conflicts/views.ts'

interface Row {
  reviewer: string
  name_ar: string
  name_latin: string
  application: string
  number: string
  title: string
  holder_name: string
  team: string[] | null
  kind: TieKind | 'declared'
  sign: TieSign | null
  certain: boolean
  shared: string
  at: Date
  reads: boolean
  seq: number
  stands: boolean | null
  reason: string | null
  judged_at: Date | null
  by_ar: string | null
  by_latin: string | null
}

/** Null for who may not read reviews in the whole edition. */
export async function conflictsOf(
  db: Reader,
  viewer: Viewer,
  place: Place,
  filters: ConflictFilters,
  language: Language,
): Promise<ConflictsView | null> {
  if (!mayReadReviews(viewer, place)) return null
  const { organisation } = viewer
  const lines = await allTies(db, organisation, place.edition, language)
  const inState = lines.filter((line) => line.state === filters.state)
  const chosen = inState.filter((line) => filters.kind === null || line.kind === filters.kind)
  const looked = await db
    .selectFrom('audit_entry')
    .select((all) => all.fn.max('at').as('at'))
    .where('organisation', '=', organisation)
    .where('stream', '=', place.edition)
    .where('act', '=', 'conflict/looked-for')
    .executeTakeFirst()
  const count = (state: ConflictState): number => lines.filter((line) => line.state === state).length
  return {
    counts: { open: count('open'), standing: count('standing'), dismissed: count('dismissed') },
    kinds: CONFLICT_KINDS.map((kind) => ({ kind, count: inState.filter((line) => line.kind === kind).length })).filter(({ count: some }) => some > 0),
    total: chosen.length,
    questions: chosen.filter(isQuestion).length,
    lines: chosen.slice((filters.page - 1) * CONFLICTS_A_PAGE, filters.page * CONFLICTS_A_PAGE),
    lookedAt: looked?.at ?? null,
  }
}

/** Every conflict and tie of an edition, in the order of the page: what was declared and taken back too. */
export async function allTies(db: Reader, organisation: string, edition: string, language: Language): Promise<ConflictLine[]> {
  const found = await sql<Row>`
    with all_ties as (
      select c.reviewer, c.application, c.kind, null::text as sign, true as certain, c.note as shared, c.declared_at as at,
        null::smallint as seq, null::boolean as stands, null::text as reason, null::timestamptz as judged_at, null::uuid as judged_by
      from conflict c where c.organisation = ${organisation} and c.edition = ${edition} and c.kind = 'declared'
      union all
      select w.reviewer, w.application, 'declared', null, true, w.note, w.declared_at, null, false, w.reason, w.withdrawn_at, w.withdrawn_by
      from conflict_withdrawal w where w.organisation = ${organisation} and w.edition = ${edition}
      union all
      select f.reviewer, f.application, f.kind, f.sign, f.certain, f.shared, f.found_at, v.seq, v.stands, v.reason, v.judged_at, v.judged_by
      from conflict_found f
      left join lateral (select * from conflict_verdict v where v.organisation = f.organisation and v.reviewer = f.reviewer and v.application = f.application
        and v.kind = f.kind order by v.seq desc limit 1) v on true
      where f.organisation = ${organisation} and f.edition = ${edition} and f.gone_at is null)
    select t.reviewer, t.application, t.kind, t.sign, t.certain, t.shared, t.at, coalesce(t.seq, 0) as seq, t.stands, t.reason, t.judged_at,
      p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin, a.number, s.title, s.holder_name,
      (select array_agg(distinct n.name) from application_member m join person x on x.organisation = m.organisation and x.id = m.person, unnest(array[x.name_ar, x.name_latin]) n(name)
        where m.organisation = r.organisation and m.application = t.application and n.name <> '') as team,
      exists (select from assignment g where g.organisation = r.organisation and g.reviewer = t.reviewer and g.application = t.application and g.ended_at is null) as reads,
      j.name_ar as by_ar, coalesce(nullif(j.name_latin, ''), nullif(j.name_ar, ''), j.email) as by_latin
    from all_ties t
    join reviewer r on r.organisation = ${organisation} and r.id = t.reviewer
    join person p on p.organisation = r.organisation and p.id = r.person
    join application a on a.organisation = r.organisation and a.id = t.application
    join submission s on s.organisation = r.organisation and s.application = t.application
    left join person j on j.organisation = r.organisation and j.id = t.judged_by
    order by reads desc, t.certain desc, t.kind, a.number, t.reviewer, t.at`.execute(db)
  return found.rows.map((row) => lineOf(row, language))
}

function lineOf(row: Row, language: Language): ConflictLine {
  const { name_ar, name_latin, by_ar, by_latin, stands, reason, judged_at, holder_name, team, ...rest } = row
  const isOfNames = row.kind === 'family-name' || row.kind === 'team'
  const alike = (isOfNames ? [holder_name, ...(team ?? [])] : []).find((name) => sameFamily(name, name_ar) || sameFamily(name, name_latin))
  const judged =
    stands === null || reason === null || judged_at === null
      ? null
      : { stands, reason, at: judged_at, by: nameFor({ nameAr: by_ar ?? '', nameLatin: by_latin ?? '' }, language) }
  return {
    ...rest,
    reviewerName: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language),
    holderName: holder_name,
    alike: alike ?? '',
    judged,
    state: stateOf(row),
  }
}

/** A file in the hands of somebody who should not have it is open until an officer takes it back or says why they keep it. */
function stateOf({ kind, certain, reads, stands }: Row): ConflictState {
  if (kind === 'declared') return stands === false ? 'dismissed' : 'standing'
  if (stands !== null) return stands ? 'standing' : 'dismissed'
  return certain && !reads ? 'standing' : 'open'
}
