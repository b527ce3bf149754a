/** Writing an application for somebody who cannot: help is begun, ends, and its holder may refuse it. */
import { sql } from 'kysely'
import { numberFrom, takesApplications } from '../../../domain/application.ts'
import { type AssistanceChannel, beginAssistance as begin, mayAssist } from '../../../domain/assistance.ts'
import { correctionState } from '../../../domain/correction.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import { fold } from '../../../domain/fold.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor, type PersonName } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically, undo } from '../../../platform/database/atomically.ts'
import { type AuditFacts, auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { writeMessage } from '../../messages/index.ts'
import { type PersonSought, personFound } from '../../people/index.ts'
import { EXTRA_UNTIL } from '../queries/extra-until.ts'
import { RESULTS_AT } from '../queries/results-at.ts'
import { correctionStanding } from '../queries/last-request.ts'
import { assistanceMail } from '../assistance-mail.ts'
import { holdApplication } from './correction-held.ts'
import { beginApplication } from './start-application.ts'

export interface AssistanceInput {
  /** Number of an application that is being written; or the person whose application is begun or continued. */
  readonly whom: { readonly number: string } | { readonly person: PersonSought }
  readonly channel: AssistanceChannel
  /** Region of the edition where the applicant lives; null when it was not said. */
  readonly region: string | null
}

export interface AssistanceBegun {
  readonly assistance: string
  readonly application: string
  readonly number: string
  /** There when this officer had begun it already, for the same name and number without an address: it goes on. */
  readonly continued?: true
}

/**
 * Begins help: finds the person by address or writes them down, begins their application or goes on with it, and writes to
 * them. Begun twice by one officer, it is begun once. Refuses `assistance/not-allowed`, `…/region-missing`, `…/elsewhere`,
 * `…/unknown-application`, `…/own-application`, `…/already-sent`, `…/closed`, `…/refused`, as `startApplication`, `person/unreachable`,
 * `person/nameless` and the like.
 */
export function beginAssistance(
  db: Database,
  viewer: SignedIn,
  place: Place & { readonly slug: string },
  input: AssistanceInput,
  origin: string,
  now: Date,
): Promise<Result<AssistanceBegun>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx): Promise<Result<AssistanceBegun>> => {
    const reach = mayAssist(viewer, place, input.region)
    if (!reach.ok && reach.code !== 'assistance/region-missing') return reach
    const found = await wanted(trx, viewer, place, input, now)
    if (!found.ok) return undo(found)
    const { application, number, entries } = found.value
    const answer = found.value.continued === true ? { application, number, continued: true as const } : { application, number }
    await holdApplication(trx, organisation, application)
    const facts = await factsOf(trx, viewer, application, now)
    const region = facts.region ?? input.region
    const allowed = mayAssist(viewer, place, region)
    if (!allowed.ok) return undo(allowed)
    const may = begin(facts)
    if (!may.ok) return undo(may)
    if (facts.open !== null) return ok({ assistance: facts.open, ...answer })
    const assistance = newId(now)
    await trx
      .insertInto('assistance')
      .values({ organisation, id: assistance, application, helper: person.id, channel: input.channel, region, begun_at: now })
      .execute()
    await tellHolder(trx, viewer, { application, number, edition: facts.edition }, origin, now)
    const details = { assistance, channel: input.channel }
    await auditAll(trx, [...entries, { organisation, stream: application, act: 'assistance/begun', actor: person.id, at: now, details }])
    return ok({ assistance, ...answer })
  })
}

interface Wanted {
  readonly application: string
  readonly number: string
  /** What the trail says of a person written down for it. */
  readonly entries: readonly AuditFacts[]
  readonly continued?: true
}

async function wanted(
  trx: Trx,
  viewer: SignedIn,
  place: Place & { readonly slug: string },
  { whom }: AssistanceInput,
  now: Date,
): Promise<Result<Wanted>> {
  const { organisation } = viewer
  if ('number' in whom) {
    const row = await trx
      .selectFrom('application')
      .select(['id', 'number'])
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('number', '=', numberFrom(whom.number))
      .executeTakeFirst()
    return row === undefined ? refused('assistance/unknown-application') : ok({ application: row.id, number: row.number, entries: [] })
  }
  const known = whom.person.email === null ? await begunBefore(trx, viewer, place, whom.person) : undefined
  if (known !== undefined) return ok({ ...known, entries: [], continued: true })
  const found = await personFound(trx, organisation, whom.person, now)
  if (!found.ok) return found
  const { id, added, language } = found.value
  const holder: SignedIn = { organisation, person: { id, nameAr: '', nameLatin: '', language }, grants: [] }
  const started = await beginApplication(trx, holder, { edition: place.slug, language: whom.person.language, by: viewer.person.id }, now)
  if (!started.ok) return started
  const { application, number } = started.value
  return ok({ application, number, entries: added ? [{ organisation, stream: id, act: 'person/added', actor: viewer.person.id, at: now }] : [] })
}

/**
 * What this officer already writes for somebody of this name and number who has no address: a form sent twice, or filled in
 * anew another day, is one person and one application. Another name on a shared phone is another person.
 */
async function begunBefore(
  trx: Trx,
  { organisation, person }: SignedIn,
  place: Place,
  { phone, nameAr, nameLatin }: PersonSought,
): Promise<{ application: string; number: string } | undefined> {
  // Two presses of one button wait for each other at the officer's own row.
  await trx.selectFrom('person').select('id').where('organisation', '=', organisation).where('id', '=', person.id).forNoKeyUpdate().execute()
  const rows = await sql<{ application: string; number: string; nameAr: string; nameLatin: string }>`
    select a.id as application, a.number, p.name_ar as "nameAr", p.name_latin as "nameLatin"
    from application a
    join application_member m on m.organisation = a.organisation and m.application = a.id and m.part = 'holder'
    join person p on p.organisation = m.organisation and p.id = m.person
    where a.organisation = ${organisation} and a.edition = ${place.edition} and p.phone = ${phone} and p.email is null
      and exists (select from assistance h where h.organisation = a.organisation and h.application = a.id and h.helper = ${person.id})
      and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)
    order by a.number`.execute(trx)
  const found = rows.rows.find((row) => fold(`${row.nameAr} ${row.nameLatin}`) === fold(`${nameAr} ${nameLatin}`))
  return found === undefined ? undefined : { application: found.application, number: found.number }
}

interface Facts {
  readonly own: boolean
  readonly refusedByHolder: boolean
  readonly submitted: boolean
  readonly correcting: boolean
  readonly withdrawn: boolean
  readonly writable: boolean
  /** As the draft says. */
  readonly region: string | null
  /** Help of this officer that goes on. */
  readonly open: string | null
  readonly edition: Trilingual
}

async function factsOf(trx: Trx, { organisation, person }: SignedIn, application: string, now: Date): Promise<Facts> {
  const found = await sql<Omit<Facts, 'correcting' | 'writable'> & TimesRow>`
    select c.published_at, c.opens_at, c.deadline_at, c.grace_seconds, ${sql.raw(EXTRA_UNTIL)} as extra_until, ${sql.raw(RESULTS_AT)} as results_at, e.name as edition, coalesce(nullif(d.answers->>'region', ''), s.region) as region, s.application is not null as submitted,
      exists (select from application_member m where m.organisation = a.organisation and m.application = a.id and m.person = ${person.id}) as own,
      exists (select from assistance h join application_member m on m.organisation = h.organisation and m.application = h.application
        and m.part = 'holder' and m.person = h.ended_by where h.organisation = a.organisation and h.application = a.id) as "refusedByHolder",
      exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id) as withdrawn,
      (select h.id from assistance h where h.organisation = a.organisation and h.application = a.id and h.helper = ${person.id} and h.ended_at is null) as open
    from application a
    join edition e on e.organisation = a.organisation and e.id = a.edition
    join call c on c.organisation = a.organisation and c.id = a.call
    left join draft d on d.organisation = a.organisation and d.application = a.id
    left join submission s on s.organisation = a.organisation and s.application = a.id
    where a.organisation = ${organisation} and a.id = ${application}`.execute(trx)
  const last = (await correctionStanding(trx, organisation, application))?.last ?? null
  const { published_at, opens_at, deadline_at, grace_seconds, extra_until, results_at, ...facts } = found.rows[0] as (typeof found.rows)[number]
  const times = { publishedAt: published_at, opensAt: opens_at, deadlineAt: deadline_at, graceSeconds: grace_seconds, resultsAt: results_at }
  return {
    ...facts,
    writable: takesApplications(withExtraTime(times, extra_until), now).ok,
    correcting: last !== null && correctionState(last, now) === 'open',
  }
}

interface TimesRow {
  readonly published_at: Date | null
  readonly opens_at: Date
  readonly deadline_at: Date | null
  readonly grace_seconds: number
  readonly extra_until: Date | null
  readonly results_at: Date | null
}

async function tellHolder(
  trx: Trx,
  viewer: SignedIn,
  { application, number, edition }: { application: string; number: string; edition: Trilingual },
  origin: string,
  now: Date,
): Promise<void> {
  const { organisation } = viewer
  const holder = await trx
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'm.organisation').onRef('a.id', '=', 'm.application'))
    .select(['p.id', 'p.email', 'a.language'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .where('m.part', '=', 'holder')
    .executeTakeFirstOrThrow()
  if (holder.email === null) return
  const told = { application, number, edition, helper: nameFor(await nameOf(trx, viewer), holder.language as Language) }
  const mail = assistanceMail(told, holder.language, origin)
  await writeMessage(
    trx,
    { organisation, kind: 'assistance-begun', person: holder.id, address: holder.email, language: holder.language, object: application, ...mail },
    now,
  )
}

async function nameOf(trx: Trx, { organisation, person }: SignedIn): Promise<PersonName> {
  const row = await trx
    .selectFrom('person')
    .select(['name_ar as nameAr', 'name_latin as nameLatin'])
    .where('organisation', '=', organisation)
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  return row
}

/** Ends help: who gives it, when it is done; the holder, who then is helped no more. Ended twice, it is ended once. Refuses `application/unknown`, `assistance/unknown`. */
export function endAssistance(
  db: Database,
  viewer: SignedIn,
  input: { readonly application: string; readonly assistance: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    if (!isId(input.application) || !isId(input.assistance)) return refused('application/unknown')
    await holdApplication(trx, organisation, input.application)
    const row = await trx
      .selectFrom('assistance as h')
      .leftJoin('application_member as m', (join) =>
        join.onRef('m.organisation', '=', 'h.organisation').onRef('m.application', '=', 'h.application').on('m.person', '=', person.id),
      )
      .select(['h.helper', 'h.ended_at', 'm.part'])
      .where('h.organisation', '=', organisation)
      .where('h.application', '=', input.application)
      .where('h.id', '=', input.assistance)
      .executeTakeFirst()
    if (row === undefined || (row.helper !== person.id && row.part !== 'holder')) return refused('assistance/unknown')
    if (row.ended_at !== null) return ok(null)
    await trx
      .updateTable('assistance')
      .set({ ended_at: now, ended_by: person.id })
      .where('organisation', '=', organisation)
      .where('id', '=', input.assistance)
      .execute()
    const act = row.part === 'holder' ? 'assistance/refused' : 'assistance/ended'
    await auditAll(trx, [{ organisation, stream: input.application, act, actor: person.id, at: now, details: { assistance: input.assistance } }])
    return ok(null)
  })
}
