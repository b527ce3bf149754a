/** Letters that tell decisions on eligibility: written together, each in the language of its application; they leave when a second person approves them. */
import { sql } from 'kysely'
import { mayWriteEligibilityLetters, setAppealTerm as set } from '../../../domain/appeal.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { openBatch, writeMessages } from '../../messages/index.ts'
import { decisionMail } from '../letters/letter.ts'
import { decisionsOfBatch, decisionsToTell, type DecisionToTell, isTermInUse } from '../queries/told-decisions.ts'

export const ELIGIBILITY_BATCH = 'eligibility'
const AT_ONCE = 500

export interface LettersInput {
  /** Whether those who are eligible get their short confirmation in the same batch. */
  readonly withEligible: boolean
}

/**
 * Writes a letter for every decision of the edition that stands and has none. Refuses `page/not-allowed`,
 * `letters/none-to-write`. Nothing leaves before `approveBatch` by somebody else.
 */
export async function writeEligibilityLetters(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: LettersInput,
  origin: string,
  now: Date,
): Promise<Result<{ batch: string; letters: number; without: number }>> {
  const { organisation, person } = viewer
  if (!mayWriteEligibilityLetters(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    // Two officers pressing at once: the second finds nothing left to write.
    await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', place.edition).forUpdate().execute()
    const all = (await decisionsToTell(trx, organisation, place.edition)).filter((one) => !one.eligible || input.withEligible)
    if (all.length === 0) return refused('letters/none-to-write')
    const batch = await openBatch(trx, { organisation, edition: place.edition, kind: ELIGIBILITY_BATCH, preparedBy: person.id }, now)
    const mailed = all.filter((told) => told.email !== null)
    const ids = await writeMessages(
      trx,
      mailed.map((told) => letterOf(organisation, told, { batch, address: told.email as string, origin })),
      now,
    )
    const messages = new Map(mailed.map(({ application }, place) => [application, ids[place] as string]))
    const rows = all.map(({ application, decision, eligible, appealDays }) => {
      const letter = { organisation, application, decision, batch, message: messages.get(application) ?? null }
      return { ...letter, appeal_days: eligible ? null : appealDays, written_at: now, written_by: person.id }
    })
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await trx
        .insertInto('eligibility_letter')
        .values(rows.slice(from, from + AT_ONCE))
        .execute()
    const details = { batch, letters: mailed.length, without: all.length - mailed.length }
    await audit(trx, { organisation, stream: place.edition, act: 'letters/prepared', actor: person.id, at: now, details })
    return ok(details)
  })
}

/** Sets the days within which one may appeal in an edition. Refuses `page/not-allowed`, `appeal/term-in-use`, `appeal/term-out-of-range`, `appeal/term-below-promise`. */
export async function setAppealTerm(db: Database, viewer: SignedIn, place: Place, days: number, now: Date): Promise<Result<{ days: number }>> {
  const { organisation, person } = viewer
  if (!mayWriteEligibilityLetters(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    const { appeal_days_promised: promised } = await trx
      .selectFrom('edition')
      .select('appeal_days_promised')
      .where('organisation', '=', organisation)
      .where('id', '=', place.edition)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const allowed = set({ written: await isTermInUse(trx, organisation, place.edition), promised }, days)
    if (!allowed.ok) return allowed
    await trx.updateTable('edition').set({ appeal_days: days }).where('organisation', '=', organisation).where('id', '=', place.edition).execute()
    await audit(trx, { organisation, stream: place.edition, act: 'appeal/term-set', actor: person.id, at: now, details: { days } })
    return ok({ days })
  })
}

function letterOf(organisation: string, told: DecisionToTell, { batch, address, origin }: { batch: string; address: string; origin: string }) {
  const kind = told.eligible ? 'eligibility-accepted' : 'eligibility-refused'
  const to = { organisation, kind, person: told.holder, address, language: told.language, object: told.application, batch }
  return { ...to, ...decisionMail(told, origin) }
}

/**
 * What is done to a batch of these letters as it is approved: each gets the date until which one may appeal, now that it
 * is known; a letter whose decision no longer stands, or whose application was withdrawn, is taken out and never leaves.
 */
export function readyEligibilityLetters(origin: string) {
  return async (trx: Trx, organisation: string, batch: string, now: Date): Promise<void> => {
    await sql`select a.id from application a join eligibility_letter l on l.organisation = a.organisation and l.application = a.id
      where l.organisation = ${organisation} and l.batch = ${batch} order by a.id for update of a`.execute(trx)
    for (const told of await decisionsOfBatch(trx, organisation, batch)) {
      if (!told.stands) await takeOut(trx, organisation, told)
      else if (told.message !== null && !told.eligible) {
        const { paragraphs } = decisionMail({ ...told, leftAt: now }, origin)
        await trx
          .updateTable('message')
          .set({ content: JSON.stringify(paragraphs) })
          .where('organisation', '=', organisation)
          .where('id', '=', told.message)
          .execute()
      }
    }
  }
}

async function takeOut(trx: Trx, organisation: string, { application, decision, message }: DecisionToTell): Promise<void> {
  await trx
    .deleteFrom('eligibility_letter')
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('decision', '=', decision)
    .execute()
  if (message !== null) await trx.deleteFrom('message').where('organisation', '=', organisation).where('id', '=', message).execute()
}
