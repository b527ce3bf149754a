/** Appealing against what a selection decided, and answering it. */
import { sql } from 'kysely'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { answerSelectionAppeal as answer, lodgeSelectionAppeal as lodge, mayAnswerSelectionAppeals } from '../../../domain/selection-appeal.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { type SelectionRecord, sealedText } from '../../../engines/record.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { writeMessage } from '../../messages/index.ts'
import { appealAnswer, appealReceipt } from '../appeals/mails.ts'
import { type Reread, reread } from '../appeals/reread.ts'
import { holderToTell, type ToTell } from '../queries/appeal-holder.ts'
import { barredFrom, ownSelectionAppeal, panelPeople } from '../queries/appeals.ts'
import { selectionFacts } from '../queries/selection-facts.ts'

/** The holder appeals within the term and gets a receipt. Refuses `appeal/unknown`, and as `lodgeSelectionAppeal`. One entry in the trail of the application. */
export async function appealSelection(
  db: Database,
  viewer: SignedIn,
  { application, text }: { readonly application: string; readonly text: string },
  origin: string,
  now: Date,
): Promise<Result<{ lodgedAt: Date }>> {
  if (!isId(application)) return refused('appeal/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockApplication(trx, organisation, application)
    const own = await ownSelectionAppeal(trx, viewer, application)
    if (own === null) return refused('appeal/unknown')
    const allowed = lodge({ ...own, lodgedAt: own.appeal?.lodgedAt ?? null }, { text }, now)
    if (!allowed.ok) return allowed
    const to = (await holderToTell(trx, organisation, application)) as ToTell
    const row = { organisation, edition: to.edition, application, text: text.trim(), lodged_at: now, lodged_by: person.id }
    await trx.insertInto('selection_appeal').values(row).execute()
    await tell(trx, organisation, to, 'selection-appeal-receipt', appealReceipt(to, row.text, origin, now), now)
    await audit(trx, { organisation, stream: application, act: 'selection-appeal/lodged', actor: person.id, at: now })
    return ok({ lodgedAt: now })
  })
}

async function lockApplication(trx: Trx, organisation: string, application: string): Promise<void> {
  await trx.selectFrom('application').select('id').where('organisation', '=', organisation).where('id', '=', application).forUpdate().execute()
}

export interface SelectionAnswerInput {
  readonly application: string
  readonly panel: readonly string[]
  readonly upheld: boolean
  /** Points of 100, at most two decimals; null where the appeal is rejected. */
  readonly score: string | null
  readonly answer: string
}

/**
 * A panel answers. Upheld, the selection is made again with the new score alone changed, outside any transaction, and its
 * record kept; where the file is in that list, the first place that falls free in its region is offered to it. Nobody
 * loses a published place. The holder is told at once. Refuses `appeal/unknown`, and as the domain's `answerSelectionAppeal`.
 */
export async function answerSelectionAppeal(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: SelectionAnswerInput,
  origin: string,
  now: Date,
): Promise<Result<{ upheld: boolean; next: boolean }>> {
  if (!isId(input.application) || !mayAnswerSelectionAppeals(viewer, place)) return refused('appeal/unknown')
  const before = await checked(db, viewer, place, input)
  if (!before.ok) return before
  const again = input.upheld && input.score !== null ? await madeAgain(db, viewer, place, input.application, input.score) : null
  return atomically(db, async (trx) => {
    await lockApplication(trx, viewer.organisation, input.application)
    const allowed = await checked(trx, viewer, place, input)
    return allowed.ok ? write(trx, viewer, input, again, origin, now) : allowed
  })
}

async function checked(db: Reader, viewer: SignedIn, place: Place, input: SelectionAnswerInput): Promise<Result<null>> {
  const { organisation, person } = viewer
  const found = await sql<{ answered_at: Date | null; withdrawn: boolean; barred: string[] }>`
    select q.answered_at, ${barredFrom(organisation, place.edition)} as barred,
      exists (select from withdrawal w where w.organisation = q.organisation and w.application = q.application) as withdrawn
    from selection_appeal q where q.organisation = ${organisation} and q.edition = ${place.edition} and q.application = ${input.application}`.execute(
    db,
  )
  const row = found.rows[0]
  if (row === undefined) return refused('appeal/unknown')
  const known = (await panelPeople(db, organisation, place, 'fr')).map((one) => one.person)
  return answer({ answeredAt: row.answered_at, withdrawn: row.withdrawn, barred: row.barred, known }, { ...input, by: person.id })
}

async function madeAgain(db: Database, viewer: SignedIn, place: Place, application: string, score: string): Promise<Reread | null> {
  const { organisation } = viewer
  const facts = await selectionFacts(db, organisation, place.edition)
  const seal = await db
    .selectFrom('selection_seal')
    .select(['record', 'hash'])
    .where('organisation', '=', organisation)
    .where('edition', '=', place.edition)
    .executeTakeFirst()
  if (facts === null || seal === undefined) return null
  return reread(JSON.parse(seal.record) as SelectionRecord, seal.hash, facts, application, score)
}

async function write(
  trx: Trx,
  { organisation, person }: SignedIn,
  input: SelectionAnswerInput,
  again: Reread | null,
  origin: string,
  now: Date,
): Promise<Result<{ upheld: boolean; next: boolean }>> {
  const { application, upheld } = input
  const next = again?.selected === true
  const sealed = again === null ? null : sealedText({ ...again.record, sealedAt: now.toISOString(), sealedBy: person.id })
  const answered = { answered_at: now, answered_by: person.id, upheld, answer: input.answer.trim(), place: next ? 'next' : 'none' }
  await trx
    .updateTable('selection_appeal')
    .set({ ...answered, score: upheld ? input.score : null, record: sealed?.text ?? null, hash: sealed?.hash ?? null })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .execute()
  await trx
    .insertInto('selection_appeal_panel')
    .values([...new Set(input.panel)].map((one) => ({ organisation, application, person: one })))
    .execute()
  const to = (await holderToTell(trx, organisation, application)) as ToTell
  await tell(
    trx,
    organisation,
    to,
    'selection-appeal-answer',
    appealAnswer(to, { upheld, next, score: input.score, answer: answered.answer }, origin),
    now,
  )
  const details = { upheld, next, hash: sealed?.hash }
  await audit(trx, { organisation, stream: application, act: 'selection-appeal/answered', actor: person.id, at: now, details })
  return ok({ upheld, next })
}

/** To the holder, who reads it on their page where they have no address. */
async function tell(trx: Trx, organisation: string, to: ToTell, kind: string, mail: ReturnType<typeof appealReceipt>, now: Date): Promise<void> {
  if (to.email === null) return
  await writeMessage(trx, { organisation, kind, person: to.person, address: to.email, language: to.language, object: to.application, ...mail }, now)
}
