/** Inviting an applicant to an interview, with its panel; writing down who came. */
import { sql } from 'kysely'
import { inviteToInterview as invite, type InvitationFacts, recordAttendance as record } from '../../../domain/interview.ts'
import type { Language } from '../../../domain/language.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { writeMessage } from '../../messages/index.ts'
import { type EditionStage, happens, stagesIn } from '../queries/stages.ts'
import { words } from '../words/index.ts'
import { barredPairs } from '../queries/barred.ts'
import { isSealed, lockEdition } from './assign.ts'

export interface InterviewInput {
  readonly application: string
  readonly from: Date
  readonly to: Date
  readonly place: string
  /** Ids of reviewers of the edition. */
  readonly panel: readonly string[]
}

/**
 * Invites: writes the interview, seats its panel, mails the holder in their language. Refuses `interview/not-allowed`,
 * `…/not-eligible`, `…/no-stage`, `…/panel-too-small`, `…/already-invited`, `…/ends-before-it-begins`, `…/no-panel`, `…/conflict`, `…/place-taken`, `…/sealed`.
 */
export async function inviteToInterview(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: InterviewInput,
  now: Date,
): Promise<Result<{ interview: string }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('interview/not-allowed')
  const { organisation, person } = viewer
  if (!isId(input.application) || input.panel.some((one) => !isId(one))) return refused('interview/not-eligible')
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const facts = await factsOf(trx, viewer, place, input)
    const stage = await interviewStage(trx, organisation, place.edition)
    if (stage === null) return refused('interview/no-stage')
    const panel = await seats(trx, organisation, place.edition, input.panel)
    const outcome = invite(facts, { ...input, panel })
    if (!outcome.ok) return outcome
    if (panel.length < stage.readers) return refused('interview/panel-too-small', { least: stage.readers })
    const interview = newId(now)
    await trx
      .insertInto('interview')
      .values({
        organisation,
        id: interview,
        edition: place.edition,
        application: input.application,
        during: `[${input.from.toISOString()},${input.to.toISOString()})`,
        place: input.place,
        invited_at: now,
        invited_by: person.id,
      })
      .execute()
    const assignments = panel.map((reviewer) => ({
      organisation,
      id: newId(now),
      edition: place.edition,
      stage: stage.code,
      application: input.application,
      reviewer,
      assigned_at: now,
      assigned_by: person.id,
    }))
    // Whoever sat before an interview that was called off takes the same seat again.
    await trx
      .insertInto('assignment')
      .values(assignments)
      .onConflict((already) =>
        already.constraint('assignment_once').doUpdateSet({ ended_at: null, ended_by: null, end_reason: null, set_aside: null }),
      )
      .execute()
    await writeInvitation(trx, organisation, interview, input, now)
    await audit(trx, { organisation, stream: input.application, act: 'interview/invited', actor: person.id, at: now, details: { interview, panel } })
    return ok({ interview })
  })
}

async function factsOf(
  trx: Trx,
  viewer: SignedIn,
  place: Place,
  { application, from, to, place: room, panel }: InterviewInput,
): Promise<InvitationFacts> {
  const { organisation } = viewer
  const during = `[${from.toISOString()},${(from < to ? to : from).toISOString()})`
  const found = await sql<Omit<InvitationFacts, 'sealed'>>`
    select exists (select from stage_admission m join edition_stage t on t.organisation = m.organisation and t.edition = m.edition and t.code = m.stage and t.happens = 'interview'
        where m.organisation = ${organisation} and m.application = ${application}) and coalesce((select d.eligible from eligibility_decision d join submission s on s.organisation = d.organisation and s.application = d.application and s.edition = ${place.edition}
        where d.organisation = ${organisation} and d.application = ${application} order by d.seq desc limit 1), false) as eligible,
      exists (select from withdrawal w where w.organisation = ${organisation} and w.application = ${application}) as withdrawn,
      exists (select from interview i where i.organisation = ${organisation} and i.application = ${application}) as invited,
      exists (select from interview i where i.organisation = ${organisation} and i.edition = ${place.edition} and i.place = ${room} and i.during && ${during}::tstzrange)
        or exists (select from interview_slot t where t.organisation = ${organisation} and t.edition = ${place.edition} and t.place = ${room} and t.ended_at is null and t.during && ${during}::tstzrange) as taken,
      (select count(distinct c.reviewer)::int from ${barredPairs(organisation, place.edition)} c where c.application = ${application} and c.reviewer = any(${[...panel]}::uuid[])) as "inConflict"`.execute(
    trx,
  )
  return { ...(found.rows[0] as Omit<InvitationFacts, 'sealed'>), sealed: await isSealed(trx, organisation, place.edition) }
}

/** The stage that is an interview; null where the edition has none. */
export async function interviewStage(trx: Reader, organisation: string, edition: string): Promise<EditionStage | null> {
  return (await stagesIn(trx, organisation, edition)).find(({ happens }) => happens === 'interview') ?? null
}

/** Those of the panel who are reviewers of the edition, have accepted and have not left. */
async function seats(trx: Trx, organisation: string, edition: string, panel: readonly string[]): Promise<string[]> {
  if (panel.length === 0) return []
  const rows = await trx
    .selectFrom('reviewer')
    .select('id')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('id', 'in', [...new Set(panel)])
    .where('accepted_at', 'is not', null)
    .where('left_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** In the language of the application; an applicant without a mail address is told by the officer. */
async function writeInvitation(trx: Trx, organisation: string, interview: string, input: InterviewInput, now: Date): Promise<void> {
  const row = await trx
    .selectFrom('submission as s')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 's.organisation').onRef('a.id', '=', 's.application'))
    .innerJoin('application_member as m', (join) =>
      join.onRef('m.organisation', '=', 's.organisation').onRef('m.application', '=', 's.application').on('m.part', '=', 'holder'),
    )
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .innerJoin('organisation as o', 'o.id', 's.organisation')
    .select(['s.language', 's.title', 's.holder_name', 'a.number', 'p.id', 'p.email', 'o.zone'])
    .where('s.organisation', '=', organisation)
    .where('s.application', '=', input.application)
    .executeTakeFirst()
  if (row === undefined || row.email === null) return
  const language: Language = row.language
  const t = words(language)
  const paragraphs = [
    { heading: t('invitation.title') },
    t('invitation.text', { name: row.holder_name, title: row.title }),
    {
      facts: [
        [t('invitation.number'), row.number],
        [t('invitation.when'), formatDateTime(input.from, language, row.zone)],
        [t('invitation.place'), input.place],
      ] as const,
    },
    t('invitation.end'),
  ]
  await writeMessage(
    trx,
    {
      organisation,
      kind: 'interview-invitation',
      person: row.id,
      address: row.email,
      language,
      subject: t('invitation.title'),
      paragraphs,
      object: interview,
    },
    now,
  )
}

/** Writes whether the applicant came. Refuses `interview/not-allowed`, `…/unknown`, `…/not-yet`, `…/sealed`, and `…/scored` for an absence where a grid is handed in. */
export async function recordAttendance(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly interview: string; readonly attended: boolean },
  now: Date,
): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('interview/not-allowed')
  if (!isId(input.interview)) return refused('interview/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const row = await trx
      .selectFrom('interview')
      .select(['application', sql<Date>`lower(during)`.as('from')])
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('id', '=', input.interview)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return refused('interview/unknown')
    const facts = {
      from: row.from,
      sealed: await isSealed(trx, organisation, place.edition),
      scored: await scored(trx, organisation, row.application),
    }
    const outcome = record(facts, input.attended, now)
    if (!outcome.ok) return outcome
    await trx
      .updateTable('interview')
      .set({ attended: input.attended, recorded_at: now, recorded_by: person.id })
      .where('organisation', '=', organisation)
      .where('id', '=', input.interview)
      .execute()
    await audit(trx, {
      organisation,
      stream: row.application,
      act: input.attended ? 'interview/attended' : 'interview/missed',
      actor: person.id,
      at: now,
      details: { interview: input.interview },
    })
    return ok(null)
  })
}

/** Grids of the interview of an application that are handed in and stand. */
async function scored(trx: Trx, organisation: string, application: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from assignment g join review r on r.organisation = g.organisation and r.assignment = g.id
    where g.organisation = ${organisation} and g.application = ${application} and g.ended_at is null and r.submitted_at is not null and ${happens('g', 'interview')}`.execute(
    trx,
  )
  return found.rows[0]?.n ?? 0
}
