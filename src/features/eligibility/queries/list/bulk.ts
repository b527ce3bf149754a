/** What an act on many applications reads: the applications chosen, what is known of each, who may check. */
import { sql } from 'kysely'
import { type BulkFacts, type BulkSetting, MOST_AT_ONCE } from '../../../../domain/bulk-act.ts'
import type { DocumentFacts } from '../../../../domain/document-verdict.ts'
import type { RuleVerdict } from '../../../../domain/eligibility-decision.ts'
import type { Language } from '../../../../domain/language.ts'
import { reaches, type Scope, scopeOf } from '../../../../domain/scope.ts'
import { type Grant, OFFICERS, type Place, type SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import { filtersOf } from '../../filters.ts'
import { CORRECTED_BY } from '../correction-expected.ts'
import { matchingApplications } from '../desk-list.ts'
import { documentsOfMany } from '../documents.ts'
import { CHECKER, DECIDED, type DeskReach, seen } from './matching.ts'
import { knownMarks } from '../../list/marks.ts'

/** Some applications by their ids, or all that a list finds by its query. */
export type Chosen = { readonly applications: readonly string[] } | { readonly query: string }

/** Ids of the applications chosen; of those named, as they were named. One more than an act may hold tells that there are too many. */
export async function chosenApplications(db: Reader, reach: DeskReach, zone: string, chosen: Chosen): Promise<string[]> {
  if ('query' in chosen) return matchingApplications(db, reach, filtersOf(chosen.query, zone), MOST_AT_ONCE + 1)
  return [...new Set(chosen.applications.filter(isId))].slice(0, MOST_AT_ONCE + 1)
}

/** An application as an act on many finds it. */
export interface BulkSubject extends BulkFacts {
  readonly application: string
  readonly number: string
  readonly title: string
  /** Numbers of the last rows that the act would follow. */
  readonly seqs: { readonly decision: number; readonly checker: number; readonly verdicts: Readonly<Record<string, number>> }
  readonly holder: {
    readonly person: string
    readonly address: string | null
    readonly language: Language
    readonly nameAr: string
    readonly nameLatin: string
  }
}

interface Row {
  application: string
  number: string
  title: string
  region: string
  withdrawn: boolean
  published_at: Date | null
  eligible: boolean | null
  decision: number | null
  corrected_by: Date | null
  checker: string | null
  checker_seq: number | null
  verdicts: (RuleVerdict & { seq: number })[] | null
  person: string
  email: string | null
  language: Language
  name_ar: string
  name_latin: string
}

/** What is known of applications that the viewer may see, in the order of their numbers; any other is left out. */
export async function bulkSubjects(db: Reader, reach: DeskReach, applications: readonly string[]): Promise<BulkSubject[]> {
  const found = await sql<Row>`
    with chosen as materialized (select unnest(${[...applications]}::uuid[]) as application),
    read as (
      select application, json_agg(json_build_object('rule', rule, 'verdict', verdict, 'automatic', automatic, 'reason', reason, 'seq', seq)) as verdicts
      from (select distinct on (c.application, c.rule) c.* from eligibility_check c join chosen on chosen.application = c.application
        where c.organisation = ${reach.viewer.organisation} order by c.application, c.rule, c.seq desc) c group by application
    )
    select s.application, a.number, s.title, s.region, w.application is not null as withdrawn, d.eligible, d.seq as decision, ${CHECKER} as checker,
      (select max(k.seq) from eligibility_checker k where k.organisation = s.organisation and k.application = s.application) as checker_seq,
      (select min(p.published_at) from publication p where p.organisation = s.organisation and p.edition = s.edition) as published_at,
      ${CORRECTED_BY} as corrected_by, read.verdicts, h.id as person, h.email, h.language, h.name_ar, h.name_latin
    from chosen
    join submission s on s.organisation = ${reach.viewer.organisation} and s.application = chosen.application
    join application a on a.organisation = s.organisation and a.id = s.application
    join application_member m on m.organisation = s.organisation and m.application = s.application and m.part = 'holder'
    join person h on h.organisation = m.organisation and h.id = m.person
    left join read on read.application = s.application
    ${DECIDED}
    where ${seen(reach)} order by a.number`.execute(db)
  const documents = await documentsOfMany(db, reach.viewer.organisation, applications)
  return found.rows.map((row) => subjectOf(row, reach, documents.get(row.application) ?? []))
}

function subjectOf(row: Row, { officer }: DeskReach, documents: readonly DocumentFacts[]): BulkSubject {
  const verdicts = row.verdicts ?? []
  return {
    application: row.application,
    number: row.number,
    title: row.title,
    mine: reaches(officer, row.region),
    region: row.region,
    withdrawn: row.withdrawn,
    publishedAt: row.published_at,
    eligible: row.eligible,
    verdicts,
    correctedBy: row.corrected_by,
    documents,
    checker: row.checker,
    reached: row.email !== null,
    seqs: {
      decision: row.decision ?? 0,
      checker: row.checker_seq ?? 0,
      verdicts: Object.fromEntries(verdicts.map(({ rule, seq }) => [rule, seq])),
    },
    holder: { person: row.person, address: row.email, language: row.language, nameAr: row.name_ar, nameLatin: row.name_latin },
  }
}

export interface Officer {
  readonly id: string
  readonly nameAr: string
  readonly nameLatin: string
  readonly reach: Scope
}

/** Who may check applications of an edition, by name. */
export async function officersOf(db: Reader, organisation: string, place: Place): Promise<Officer[]> {
  const found = await sql<{ id: string; name_ar: string; name_latin: string; grants: Grant[] }>`
    select p.id, p.name_ar, p.name_latin,
      json_agg(json_build_object('role', g.role, 'programme', g.programme, 'edition', g.edition, 'region', g.region)) as grants
    from role_grant g join person p on p.organisation = g.organisation and p.id = g.person
    where g.organisation = ${organisation} and g.ended_at is null and g.role = any(${[...OFFICERS]})
      and (g.programme is null or g.programme = ${place.programme}) and (g.edition is null or g.edition = ${place.edition})
    group by p.id, p.name_ar, p.name_latin order by p.name_latin, p.name_ar, p.id`.execute(db)
  return found.rows.map(({ id, name_ar, name_latin, grants }) => ({
    id,
    nameAr: name_ar,
    nameLatin: name_latin,
    reach: scopeOf({ organisation, person: null, grants }, OFFICERS, place),
  }))
}

/** What an act is held against: the rules, and who may check. */
export async function bulkSetting(db: Reader, viewer: SignedIn, place: Place): Promise<BulkSetting> {
  const rules = await db
    .selectFrom('eligibility_rule')
    .select('code')
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', place.edition)
    .orderBy('position')
    .orderBy('code')
    .execute()
  const officers = await officersOf(db, viewer.organisation, place)
  return { rules: rules.map((rule) => rule.code), officers: new Map(officers.map(({ id, reach }) => [id, reach])), marks: knownMarks() }
}
