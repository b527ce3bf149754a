/** An answer to an appeal against a selection: prepared by one person, confirmed by everybody who read the file again. */
import { sql } from 'kysely'
import type { Language } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import {
  mayAnswerSelectionAppeals,
  prepareSelectionAnswer,
  type ReaderSays,
  type SelectionAnswerFacts,
  sayOfSelectionAnswer,
} from '../../../domain/selection-appeal.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { type SelectionRecord, sealedText } from '../../../engines/record.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { writeMessage } from '../../messages/index.ts'
import { answerSentBack, appealAnswer, readingAsked } from '../appeals/mails.ts'
import { type Reread, reread } from '../appeals/reread.ts'
import type { PreparedAnswer } from '../appeals/views.ts'
import { preparedAnswers } from '../queries/appeal-answer.ts'
import { holderToTell, type ToTell } from '../queries/appeal-holder.ts'
import { barredFrom, panelPeople } from '../queries/appeals.ts'
import { selectionFacts } from '../queries/selection-facts.ts'
import { lockApplication, tell } from './appeal.ts'

export interface SelectionAnswerInput {
  readonly application: string
  readonly panel: readonly string[]
  readonly upheld: boolean
  /** Points of 100, at most two decimals; null where the appeal is rejected. */
  readonly score: string | null
  readonly answer: string
  /** The version of the prepared answer that was seen; 0 where there was none. */
  readonly seen: number
}

/**
 * Prepares an answer, or another in its place, whose panel is asked by mail to read the file again. Nothing leaves to
 * the applicant and nothing counts. Refuses `appeal/unknown`, and as the domain's `prepareSelectionAnswer`.
 */
export async function prepareSelectionAppealAnswer(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: SelectionAnswerInput,
  origin: string,
  now: Date,
): Promise<Result<{ version: number }>> {
  if (!isId(input.application) || !mayAnswerSelectionAppeals(viewer, place)) return refused('appeal/unknown')
  const { organisation, person } = viewer
  const { application, upheld } = input
  return atomically(db, async (trx) => {
    await lockApplication(trx, organisation, application)
    const found = await standingOf(trx, organisation, application)
    if (found === null || found.place.edition !== place.edition) return refused('appeal/unknown')
    const allowed = prepareSelectionAnswer(found, { ...input, by: person.id })
    if (!allowed.ok) return allowed
    const version = found.version + 1
    const row = { upheld, score: upheld ? input.score : null, answer: input.answer.trim(), prepared_at: now, prepared_by: person.id }
    await trx
      .insertInto('selection_appeal_answer')
      .values({ organisation, application, version, ...row })
      .execute()
    const panel = [...new Set(input.panel)]
    await trx
      .insertInto('selection_appeal_reader')
      .values(panel.map((one) => ({ organisation, application, version, person: one, word: '' })))
      .execute()
    await askPanel(trx, organisation, application, panel, origin, now)
    const details = { version, upheld, panel }
    await audit(trx, { organisation, stream: application, act: 'selection-appeal/prepared', actor: person.id, at: now, details })
    return ok({ version })
  })
}

async function askPanel(trx: Trx, organisation: string, application: string, panel: readonly string[], origin: string, now: Date): Promise<void> {
  const to = (await holderToTell(trx, organisation, application)) as ToTell
  const people = await trx
    .selectFrom('person')
    .select(['id', 'email', 'language'])
    .where('organisation', '=', organisation)
    .where('id', 'in', [...panel])
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { id, email, language } of people) {
    const mail = readingAsked({ application, number: to.number, language }, origin)
    await writeMessage(
      trx,
      { organisation, kind: 'selection-appeal-reading', person: id, address: email as string, language, object: application, ...mail },
      now,
    )
  }
}

interface Standing extends SelectionAnswerFacts {
  readonly place: Place
  readonly prepared: PreparedAnswer | null
}

async function standingOf(db: Reader, organisation: string, application: string): Promise<Standing | null> {
  const edition = await db
    .selectFrom('selection_appeal as q')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'q.organisation').onRef('e.id', '=', 'q.edition'))
    .select(['e.id', 'e.programme'])
    .where('q.organisation', '=', organisation)
    .where('q.application', '=', application)
    .executeTakeFirst()
  if (edition === undefined) return null
  const place = { programme: edition.programme, edition: edition.id }
  const found = await sql<{ answered_at: Date | null; withdrawn: boolean; barred: string[] }>`
    select q.answered_at, ${barredFrom(organisation, place.edition)} as barred,
      exists (select from withdrawal w where w.organisation = q.organisation and w.application = q.application) as withdrawn
    from selection_appeal q where q.organisation = ${organisation} and q.application = ${application}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const prepared = (await preparedAnswers(db, organisation, { application }, 'fr')).get(application) ?? null
  const known = (await panelPeople(db, organisation, place, 'fr')).map((one) => one.person)
  const { answered_at: answeredAt, withdrawn, barred } = row
  return { answeredAt, withdrawn, barred, known, version: prepared?.version ?? 0, place, prepared }
}

export interface ReaderInput extends Omit<ReaderSays, 'by'> {
  readonly application: string
}

export interface ReaderSaid {
  /** All have confirmed: it is the answer, and has left. */
  readonly answered: boolean
  readonly next: boolean
}

/** What came in between made this confirmation the last: the selection has to be made again first. */
const AGAIN = 'again'

/**
 * A person of the panel confirms the prepared answer, or sends it back, of which its preparer is told by mail. With the last confirmation it takes effect:
 * upheld, the selection is made again with the new score alone changed, outside any transaction, and its record kept;
 * where the file is in that list, the first place that falls free in its region is offered to it. Nobody loses a
 * published place. The holder is told at once. Refuses `appeal/unknown`, and as the domain's `sayOfSelectionAnswer` and,
 * for the last, `prepareSelectionAnswer`.
 */
export async function saySelectionAppealAnswer(
  db: Database,
  viewer: SignedIn,
  input: ReaderInput,
  origin: string,
  now: Date,
): Promise<Result<ReaderSaid>> {
  if (!isId(input.application)) return refused('appeal/unknown')
  const { organisation } = viewer
  const { application } = input
  for (;;) {
    const before = await judged(db, viewer, input)
    if (!before.ok) return before
    const { last, standing, prepared } = before.value
    const again = last ? await madeAgain(db, organisation, standing.place, application, prepared) : AGAIN
    const outcome = await atomically(db, async (trx): Promise<Result<ReaderSaid> | typeof AGAIN> => {
      await lockApplication(trx, organisation, application)
      const found = await judged(trx, viewer, input)
      if (!found.ok) return found
      if (found.value.last && again === AGAIN) return AGAIN
      await writeSaid(trx, viewer, input, now)
      if (input.says === 'sent-back') await tellPreparer(trx, organisation, input, found.value.prepared.preparer, origin, now)
      if (!found.value.last || again === AGAIN) return ok({ answered: false, next: false })
      return ok({ answered: true, next: await takeEffect(trx, viewer, application, prepared, again, origin, now) })
    })
    if (outcome !== AGAIN) return outcome
  }
}

interface Judged {
  readonly last: boolean
  readonly standing: Standing
  readonly prepared: PreparedAnswer
}

async function judged(db: Reader, { organisation, person }: SignedIn, input: ReaderInput): Promise<Result<Judged>> {
  const standing = await standingOf(db, organisation, input.application)
  const prepared = standing?.prepared ?? null
  if (standing === null || prepared === null) return refused('appeal/unknown')
  const said = sayOfSelectionAnswer({ ...standing, panel: prepared.panel }, { ...input, by: person.id })
  if (!said.ok) return said
  const { last } = said.value
  if (!last) return ok({ last, standing, prepared })
  const panel = prepared.panel.map((one) => one.person)
  const holds = prepareSelectionAnswer(standing, { ...prepared, by: prepared.preparer, panel, seen: standing.version })
  return holds.ok ? ok({ last, standing, prepared }) : holds
}

async function writeSaid(trx: Trx, { organisation, person }: SignedIn, { application, seen, says, word }: ReaderInput, now: Date): Promise<void> {
  await trx
    .updateTable('selection_appeal_reader')
    .set({ said: says, said_at: now, word: word.trim() })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('version', '=', seen)
    .where('person', '=', person.id)
    .execute()
  await audit(trx, { organisation, stream: application, act: `selection-appeal/${says}`, actor: person.id, at: now, details: { version: seen } })
}

/** Whoever prepared the answer hears at once that it came back, and why: until they prepare another, nothing goes on. */
async function tellPreparer(
  trx: Trx,
  organisation: string,
  { application, word }: ReaderInput,
  preparer: string,
  origin: string,
  now: Date,
): Promise<void> {
  const found = await sql<{ address: string; language: Language; number: string; slug: string }>`
    select p.email as address, p.language, a.number, e.slug
    from person p
    join application a on a.organisation = p.organisation and a.id = ${application}
    join edition e on e.organisation = a.organisation and e.id = a.edition
    where p.organisation = ${organisation} and p.id = ${preparer} and p.email is not null`.execute(trx)
  const [to] = found.rows
  if (to === undefined) return
  const { address, language } = to
  const mail = answerSentBack({ ...to, word: word.trim() }, origin)
  await writeMessage(
    trx,
    { organisation, kind: 'selection-appeal-sent-back', person: preparer, address, language, object: application, ...mail },
    now,
  )
}

async function madeAgain(
  db: Database,
  organisation: string,
  place: Place,
  application: string,
  { upheld, score }: PreparedAnswer,
): Promise<Reread | null> {
  if (!upheld || score === null) return null
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

/** The prepared answer becomes the answer; true where the first place that falls free is for the file. */
async function takeEffect(
  trx: Trx,
  { organisation, person }: SignedIn,
  application: string,
  { upheld, score, answer, preparer, panel, version }: PreparedAnswer,
  again: Reread | null,
  origin: string,
  now: Date,
): Promise<boolean> {
  const next = again?.selected === true
  const sealed = again === null ? null : sealedText({ ...again.record, sealedAt: now.toISOString(), sealedBy: preparer })
  const answered = { answered_at: now, answered_by: preparer, upheld, answer, score, place: next ? 'next' : 'none' }
  await trx
    .updateTable('selection_appeal')
    .set({ ...answered, record: sealed?.text ?? null, hash: sealed?.hash ?? null })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .execute()
  await trx
    .insertInto('selection_appeal_panel')
    .values(panel.map((one) => ({ organisation, application, person: one.person })))
    .execute()
  const to = (await holderToTell(trx, organisation, application)) as ToTell
  await tell(trx, organisation, to, 'selection-appeal-answer', appealAnswer(to, { upheld, next, score, answer }, origin), now)
  const details = { version, upheld, next, hash: sealed?.hash }
  await audit(trx, { organisation, stream: application, act: 'selection-appeal/answered', actor: person.id, at: now, details })
  return next
}
