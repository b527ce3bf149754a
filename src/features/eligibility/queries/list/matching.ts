/** The applications a viewer may see at the desk, and those of them that filters leave. `s` is the submission. */
import { type RawBuilder, sql } from 'kysely'
import { type Scope, scopeOf } from '../../../../domain/scope.ts'
import { searchWords } from '../../../../domain/search.ts'
import { OFFICERS, type Place, FILE_READERS, type Viewer } from '../../../../domain/viewer.ts'
import { isId } from '../../../../platform/database/id.ts'
import { AGE_BANDS, type DeskFilters } from '../../views.ts'

/** Who asks, of which edition, and how far their roles reach. */
export interface DeskReach {
  readonly viewer: Viewer
  readonly place: Place
  /** Where they see applications. */
  readonly staff: Scope
  /** Where they read what only officers read. */
  readonly officer: Scope
}

/** Null for somebody without a place at this desk. */
export function reachOf(viewer: Viewer, place: Place): DeskReach | null {
  const staff = scopeOf(viewer, FILE_READERS, place)
  return staff.length === 0 ? null : { viewer, place, staff, officer: scopeOf(viewer, OFFICERS, place) }
}

/** Whether a submission lies within a scope. */
export function within(scope: Scope): RawBuilder<boolean> {
  return scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`
}

/** All that the viewer may see. */
export function seen({ viewer, place, staff }: DeskReach): RawBuilder<boolean> {
  return sql`s.organisation = ${viewer.organisation} and s.edition = ${place.edition} and ${within(staff)}`
}

/** What was decided about a submission: `w` its withdrawal, `d` the decision that counts. Numbers of decisions follow each other. */
export const DECIDED: RawBuilder<unknown> = sql`
  left join withdrawal w on w.organisation = s.organisation and w.application = s.application
  left join eligibility_decision d on d.organisation = s.organisation and d.application = s.application
    and not exists (select from eligibility_decision n where n.organisation = d.organisation and n.application = d.application and n.seq = d.seq + 1)`

/** The state of a submission joined to `DECIDED`. */
export const STATE: RawBuilder<string> = sql`case when w.application is not null then 'withdrawn' when d.eligible is null then 'waiting' when d.eligible then 'eligible' else 'ineligible' end`

/** Rules of the edition without a clear verdict on a submission. */
export const UNCLEAR: RawBuilder<number> = sql`(select count(*)::int from eligibility_rule r where r.organisation = s.organisation and r.edition = s.edition and coalesce((
  select c.verdict from eligibility_check c where c.organisation = s.organisation and c.application = s.application and c.rule = r.code order by c.seq desc limit 1), 'unclear') = 'unclear')`

/** Whether a rule reads otherwise, after a correction, than when the submission joined to `DECIDED` was decided, and no officer has looked since. */
export const TO_LOOK_AGAIN: RawBuilder<boolean> = sql`(w.application is null and d.eligible is not null and exists (
  select from eligibility_check c where c.organisation = s.organisation and c.application = s.application
    and c.automatic and c.facts->>'corrected' is not null and c.checked_at > d.decided_at
    and not exists (select from eligibility_check n where n.organisation = c.organisation and n.application = c.application and n.rule = c.rule and n.seq = c.seq + 1)
    and c.verdict is distinct from (select b.verdict from eligibility_check b where b.organisation = c.organisation and b.application = c.application
      and b.rule = c.rule and b.checked_at <= d.decided_at order by b.seq desc limit 1)))`

/** Files of a submission that are still there; those of an appeal are none of it. */
export const FILES: RawBuilder<unknown> = sql`from file f where f.organisation = s.organisation and f.application = s.application and f.appeal is null
  and not exists (select from file_removal x where x.organisation = f.organisation and x.file = f.id)`

/** Who checks a submission: the last row counts. */
export const CHECKER: RawBuilder<string | null> =
  sql`(select k.person from eligibility_checker k where k.organisation = s.organisation and k.application = s.application order by k.seq desc limit 1)`

/** Whether the filters, or the order, read what was decided. */
export function needsDecided({ states, grounds, again, sort }: DeskFilters): boolean {
  return states.length > 0 || grounds.length > 0 || again !== '' || sort === 'state'
}

/** What the filters ask of a submission the viewer may see. */
export function matching(reach: DeskReach, filters: DeskFilters): RawBuilder<boolean> {
  return sql.join(
    [seen(reach), ...ofSubmission(filters), ...ofPerson(reach, filters), ...ofWork(reach, filters), ...ofQuery(reach, filters.query)],
    sql` and `,
  )
}

type Wanted = RawBuilder<boolean>[]

function among(column: string, values: readonly string[]): Wanted {
  return values.length === 0 ? [] : [sql`${sql.ref(column)} = any(${[...values]})`]
}

function ofSubmission(filters: DeskFilters): Wanted {
  const { regions, from, to, zone } = filters
  const outside = sql<boolean>`not exists (select from edition_region r where r.organisation = s.organisation and r.edition = s.edition and r.code = s.region)`
  const inRegions: Wanted = regions.includes('other') ? [sql`(s.region = any(${[...regions]}) or ${outside})`] : among('s.region', regions)
  return [
    ...inRegions,
    ...among('s.province', filters.provinces),
    ...among('s.sector', filters.sectors),
    ...among('s.strand', filters.strands),
    ...among('s.applicant_kind', filters.kinds),
    ...among('s.language', filters.languages),
    ...(from === '' ? [] : [sql<boolean>`s.submitted_at >= ${startOf(from, zone, 0)}`]),
    ...(to === '' ? [] : [sql<boolean>`s.submitted_at < ${startOf(to, zone, 1)}`]),
  ]
}

/** The first instant of a day, or of one after it, at the clocks of a zone. */
function startOf(day: string, zone: string, later: number): Date {
  return new Date(Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).epochMilliseconds)
}

/** Gender and age are told to officers: for others nothing is found by them. */
function ofPerson(reach: DeskReach, { genders, ages }: DeskFilters): Wanted {
  const { officer } = reach
  if (genders.length === 0 && ages.length === 0) return []
  const said = genders.filter((one) => one !== 'unsaid')
  const gender = sql<boolean>`(s.gender = any(${said}) or (${genders.includes('unsaid')} and s.gender is null))`
  const bands = ages.map((band) => sql<boolean>`${ageOf(reach)} between ${AGE_BANDS[band][0]} and ${AGE_BANDS[band][1]}`)
  return [
    officer.length === 0 ? sql`false` : within(officer),
    ...(genders.length === 0 ? [] : [gender]),
    ...(bands.length === 0 ? [] : [sql<boolean>`(${sql.join(bands, sql` or `)})`]),
  ]
}

/** Age on the day the call counts ages. */
export function ageOf({ viewer, place }: DeskReach): RawBuilder<number> {
  return sql`extract(year from age((select c.age_on from call c where c.organisation = ${viewer.organisation} and c.edition = ${place.edition} order by c.id limit 1), s.born_on))::int`
}

function rulesOf({ viewer, place }: DeskReach): RawBuilder<unknown> {
  return sql`from eligibility_rule r where r.organisation = ${viewer.organisation} and r.edition = ${place.edition}`
}

/** Applications with a clear verdict on every rule, as a set: asked of each by itself it would take ten times as long. Numbers of verdicts follow each other. */
function clear(reach: DeskReach): RawBuilder<unknown> {
  const { viewer, place } = reach
  const rules = rulesOf(reach)
  return sql`
    select c.application from eligibility_check c
    where c.organisation = ${viewer.organisation} and c.verdict <> 'unclear' and c.rule in (select r.code ${rules})
      and c.application in (select of.application from submission of where of.organisation = ${viewer.organisation} and of.edition = ${place.edition})
      and not exists (select from eligibility_check n where n.organisation = c.organisation and n.application = c.application and n.rule = c.rule and n.seq = c.seq + 1)
    group by c.application having count(*) = (select count(*) ${rules})`
}

function ofWork(reach: DeskReach, { states, grounds, files, unclear, again, checker }: DeskFilters): Wanted {
  const { viewer } = reach
  const wanted: Wanted = []
  if (states.length > 0) wanted.push(sql`${STATE} = any(${[...states]})`)
  if (grounds.length > 0) wanted.push(sql`w.application is null and d.eligible = false and d.ground = any(${[...grounds]})`)
  if (again !== '') wanted.push(sql`${TO_LOOK_AGAIN} = ${again === 'yes'}`)
  if (files !== '') wanted.push(sql`exists (select ${FILES}) = ${files === 'yes'}`)
  if (unclear !== '') wanted.push(sql`(s.application in (${clear(reach)}) or not exists (select ${rulesOf(reach)})) = ${unclear === 'no'}`)
  if (checker === 'none') wanted.push(sql`${CHECKER} is null`)
  else if (checker !== '') wanted.push(sql`${CHECKER} = ${checker === 'me' ? (viewer.person?.id ?? null) : isId(checker) ? checker : null}::uuid`)
  return wanted
}

/** Every word is found in the text, by its sound, or, where the viewer is an officer, among the contacts. */
function ofQuery({ officer }: DeskReach, query: string): Wanted {
  const asked = searchWords(query)
  // Signs alone are no word: nothing is called so, and the whole list would look like an answer.
  if (asked.length === 0 && query.trim() !== '') return [sql<boolean>`false`]
  return asked.map(({ texts, sounds, contact }) => {
    const found: RawBuilder<boolean>[] = [
      sql`(${sql.join(
        texts.map((text) => sql`s.search like ${holding(text)}`),
        sql` and `,
      )})`,
      ...sounds.map((sound) => sql<boolean>`s.search like ${holding(`~${sound}~`)}`),
    ]
    if (contact !== '' && officer.length > 0) found.push(sql`(${within(officer)} and s.contact like ${holding(contact)})`)
    return sql<boolean>`(${sql.join(found, sql` or `)})`
  })
}

/** A pattern for what stands anywhere: what is typed is no pattern itself. */
function holding(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
