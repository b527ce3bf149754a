/** Appealing against a decision that an application is not eligible, and answering it. */
import { answerAppeal as answer, lodgeAppeal as lodge } from '../../../domain/appeal.ts'
import { decideEligibility } from '../../../domain/eligibility-decision.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit, auditAll } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import type { Log } from '../../../platform/log/log.ts'
import { type ArrivingFile, dropStored, type FilePlaces, recordFile, type StoredFile } from '../../files/index.ts'
import { writeMessage } from '../../messages/index.ts'
import { appealAnswer, appealReceipt } from '../appeals/mails.ts'
import { lastAppeal, ownDecision } from '../queries/appeals.ts'
import { documentsOfApplication } from '../queries/documents.ts'
import { type DecisionToTell, oneDecision } from '../queries/told-decisions.ts'
import { type Held, lockCorrected, writeDecision } from './decide.ts'
import { storeAppealFiles } from './store-appeal-files.ts'

export interface AppealInput {
  readonly application: string
  /** In the holder's words. */
  readonly text: string
  /** What came with it, and where it is to lie. */
  readonly with?: { readonly files: readonly ArrivingFile[]; readonly places: FilePlaces; readonly log?: Log }
}

/**
 * Lodges an appeal with its files, all or nothing, and writes its receipt to the holder. Refuses `appeal/unknown`,
 * `…/not-holder`, `…/nothing-to-appeal`, `…/withdrawn`, `…/already-lodged`, `…/too-late`, `…/text-missing`,
 * `…/too-many-files`, and as `storeAppealFiles`; nothing is then kept. Writes an entry for the appeal and one for each file.
 */
export async function lodgeAppeal(
  db: Database,
  viewer: SignedIn,
  input: AppealInput,
  origin: string,
  now: Date,
): Promise<Result<{ lodgedAt: Date }>> {
  const allowed = await mayLodge(db, viewer, input, now)
  if (!allowed.ok) return allowed
  const { places } = input.with ?? {}
  if (places === undefined) return write(db, viewer, input, [], origin, now)
  const stored = await storeAppealFiles(input.with?.files ?? [], places, input.with?.log)
  if (!stored.ok) return stored
  const outcome = await write(db, viewer, input, stored.value, origin, now).catch(async (error) => {
    await dropStored(places, stored.value)
    throw error
  })
  if (!outcome.ok) await dropStored(places, stored.value)
  return outcome
}

/** The decision that may be appealed against now, with these words and so many files. */
async function mayLodge(db: Reader, viewer: SignedIn, { application, text, with: given }: AppealInput, now: Date): Promise<Result<number>> {
  const own = isId(application) ? await ownDecision(db, viewer, application) : null
  if (own === null) return refused('appeal/unknown')
  const { told, membership, withdrawn, until, appeal } = own
  const facts = { membership, withdrawn, until, ineligible: !told.eligible, lodgedAt: appeal?.lodgedAt ?? null }
  const outcome = lodge(facts, { text, files: given?.files.length ?? 0 }, now)
  return outcome.ok ? ok(told.decision) : outcome
}

function write(
  db: Database,
  viewer: SignedIn,
  input: AppealInput,
  files: readonly StoredFile[],
  origin: string,
  now: Date,
): Promise<Result<{ lodgedAt: Date }>> {
  const { organisation, person } = viewer
  const { application } = input
  return atomically(db, async (trx) => {
    await trx.selectFrom('application').select('id').where('organisation', '=', organisation).where('id', '=', application).forUpdate().execute()
    const allowed = await mayLodge(trx, viewer, input, now)
    if (!allowed.ok) return allowed
    const decision = allowed.value
    const row = { organisation, application, decision, text: input.text.trim(), lodged_at: now, lodged_by: person.id }
    await trx.insertInto('eligibility_appeal').values(row).execute()
    const given = await recordFiles(trx, viewer, input, { decision, files }, now)
    const to = await oneDecision(trx, organisation, application, decision)
    if (to !== null) await tell(trx, organisation, to, 'appeal-receipt', appealReceipt(to, { text: row.text, files: given }, origin, now), now)
    const entry = { organisation, stream: application, actor: person.id, at: now }
    const ofFiles = given.map(({ details }) => ({ ...entry, act: 'file/given' as const, details }))
    await auditAll(trx, [{ ...entry, act: 'appeal/lodged', details: { decision } }, ...ofFiles])
    return ok({ lodgedAt: now })
  })
}

/** The files as records of the appeal, each with what its receipt and the trail say of it. */
async function recordFiles(
  trx: Trx,
  { organisation, person }: SignedIn,
  { application, with: given }: AppealInput,
  { decision, files }: { readonly decision: number; readonly files: readonly StoredFile[] },
  now: Date,
) {
  const clamd = given?.places.clamd ?? null
  const recorded = []
  for (const file of files) {
    const of = { organisation, application, of: { appeal: decision }, by: person.id }
    recorded.push(await recordFile(trx, of, file, { clamd }, now))
  }
  return recorded
}

export interface AnswerInput {
  readonly application: string
  readonly upheld: boolean
  /** What the applicant reads. */
  readonly answer: string
}

/**
 * Answers an appeal; the answer leaves at once, for it is a second person's word already. Upheld, the rule is met by the
 * word of who answers, and the new decision "eligible" is written with it, under the terms of every other. Refuses
 * `appeal/unknown`, `…/already-answered`, `…/same-person`, `…/withdrawn`, `…/decided-since`, `…/answer-missing`, and what
 * a decision refuses.
 */
export async function answerAppeal(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: AnswerInput,
  origin: string,
  now: Date,
): Promise<Result<{ upheld: boolean }>> {
  const { organisation, person } = viewer
  const { application, upheld } = input
  return atomically(db, async (trx) => {
    const held = await lockCorrected(trx, viewer, place, application, now)
    const appeal = held === null ? null : await lastAppeal(trx, organisation, application)
    if (held === null || appeal === null) return refused('appeal/unknown')
    const told = (await oneDecision(trx, organisation, application, appeal.decision)) as DecisionToTell
    const { withdrawn } = held.facts
    const facts = { declaredBy: appeal.declaredBy, answeredAt: appeal.answer?.at ?? null, withdrawn, replaced: !told.stands }
    const allowed = answer(facts, { by: person.id, answer: input.answer })
    if (!allowed.ok) return allowed
    const text = input.answer.trim()
    const decided = upheld ? await uphold(trx, viewer, { application, ground: appeal.ground, reason: text, held }, now) : null
    if (decided !== null && !decided.ok) return decided
    await trx
      .updateTable('eligibility_appeal')
      .set({ answered_at: now, answered_by: person.id, upheld, answer: text })
      .where('organisation', '=', organisation)
      .where('application', '=', application)
      .where('decision', '=', appeal.decision)
      .execute()
    const message = await tell(trx, organisation, told, 'appeal-answer', appealAnswer(told, { upheld, answer: text }, origin), now)
    const acts = { organisation, stream: application, actor: person.id, at: now }
    const answered = { ...acts, act: 'appeal/answered' as const, details: { decision: appeal.decision, upheld } }
    if (decided === null) {
      await audit(trx, answered)
      return ok({ upheld })
    }
    const letter = { organisation, application, decision: decided.value, message, batch: null, written_at: now, written_by: person.id }
    await trx.insertInto('eligibility_letter').values(letter).execute()
    await auditAll(trx, [answered, { ...acts, act: 'eligibility/accepted', details: { seq: decided.value, ground: null } }])
    return ok({ upheld })
  })
}

interface Upheld {
  readonly application: string
  readonly ground: string | null
  readonly reason: string
  readonly held: Held
}

/** The rule appealed about is met, and the application eligible if nothing else stands against it. Answers the number of the decision. */
async function uphold(trx: Trx, viewer: SignedIn, { application, ground, reason, held }: Upheld, now: Date): Promise<Result<number>> {
  const { organisation, person } = viewer
  const read = (rule: string) => ({ rule, verdict: 'met' as const, automatic: false, reason })
  const verdicts = held.facts.verdicts.map((one) => (one.rule === ground ? read(one.rule) : one))
  const documents = (await documentsOfApplication(trx, organisation, application)) ?? []
  const outcome = decideEligibility({ ...held.facts, verdicts, documents, refusalLeft: true }, { eligible: true, ground: null, reason: '' }, now)
  if (!outcome.ok) return outcome
  if (ground !== null) {
    const seq = (held.seqs.get(ground) ?? 0) + 1
    await trx
      .insertInto('eligibility_check')
      .values({ organisation, application, ...read(ground), seq, checked_at: now, checked_by: person.id })
      .execute()
  }
  return ok(await writeDecision(trx, viewer, application, outcome.value, now))
}

/** To the holder; null when they have no address, and read it on their page. */
async function tell(
  trx: Trx,
  organisation: string,
  told: DecisionToTell,
  kind: string,
  mail: ReturnType<typeof appealReceipt>,
  now: Date,
): Promise<string | null> {
  if (told.email === null) return null
  const to = { organisation, kind, person: told.holder, address: told.email, language: told.language, object: told.application }
  return writeMessage(trx, { ...to, ...mail }, now)
}
