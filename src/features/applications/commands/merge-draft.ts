/** The slower way to save: waits for whoever holds the draft, then keeps what agrees and sets aside what does not. */
import { sql } from 'kysely'
import { type ApplicationFacts, isHoldersOwn, type Membership, maySave } from '../../../domain/application.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import type { Answer, Answers } from '../../../domain/form.ts'
import { questionsOf, type Unasked } from '../../../domain/form-move.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { answerMark } from '../answer-mark.ts'
import { everAsked, formOfVersion } from '../form-version.ts'
import { EXTRA_UNTIL } from '../queries/extra-until.ts'
import { RESULTS_AT } from '../queries/results-at.ts'
import { HANDS } from '../queries/hands.ts'
import { type DraftSave, isEmpty, saveDetails, type Writing, writtenBy } from './draft-statement.ts'
import { without } from '../holders-own.ts'
import { followForm } from './follow-form.ts'
import type { Saved } from './save-draft.ts'

/** Saves under a lock, answer by answer. Same refusals and promises as `saveDraft`. */
export function mergeDraft(db: Database, save: DraftSave): Promise<Result<Saved>> {
  return atomically(db, async (trx) => {
    const held = await lockDraft(trx, save.organisation, save.application, save.person)
    if (held === null) return refused('application/unknown')
    const allowed = maySave(held.facts, save.at)
    if (!allowed.ok) return allowed
    if (held.draft === null) return refused('application/already-submitted')
    const own = held.facts.membership === 'member' ? await everHoldersOwn(trx, save) : new Set<string>()
    const left = Object.keys(save.answers).filter((code) => own.has(code))
    const saved = await mergeHeld(trx, { ...save, answers: without(save.answers, own) }, held.facts, held.draft)
    return ok(left.length === 0 ? saved : { ...saved, left })
  })
}

/** Questions that any version of the form left to the holder alone. */
async function everHoldersOwn(trx: Trx, { organisation, application }: DraftSave): Promise<Set<string>> {
  const all = await everAsked(trx, organisation, application)
  return new Set([...all].flatMap(([code, { question }]) => (isHoldersOwn(question) ? [code] : [])))
}

async function mergeHeld(trx: Trx, save: DraftSave, facts: LockedDraft['facts'], before: NonNullable<LockedDraft['draft']>): Promise<Saved> {
  const { draft, asked, unasked } = save.formVersion === undefined ? { draft: before, asked: save, unasked: {} } : await inForm(trx, save, before)
  const { kept, aside } = sortOut(asked, draft)
  const current = Object.fromEntries(Object.keys(aside).map((question) => [question, draft.answers[question] ?? '']))
  const section = sectionMark(asked, Object.keys(aside).length > 0, draft.done)
  const gone = Object.keys(unasked).sort()
  if (Object.keys(kept).length === 0 && Object.keys(aside).length === 0 && gone.length === 0 && section === undefined)
    return { version: draft.version, savedAt: draft.savedAt, zone: facts.zone, aside: [], current }
  await writeAside(trx, save, aside)
  const { section: _asked, ...rest } = save
  const write: DraftSave = { ...rest, answers: kept, ...(section === undefined ? {} : { section }) }
  await writeDraft(trx, write, { ...draft, unasked: { ...draft.unasked, ...unasked } })
  await audit(trx, {
    organisation: save.organisation,
    stream: save.application,
    act: facts.membership === 'helper' ? 'draft/saved-helped' : 'draft/saved',
    actor: save.person,
    at: save.at,
    details: {
      ...saveDetails(write),
      ...(Object.keys(aside).length === 0 ? {} : { aside: Object.keys(aside).sort() }),
      ...(gone.length === 0 ? {} : { unasked: gone }),
    },
  })
  const more = gone.length === 0 ? {} : { unasked: gone }
  return { version: draft.version + 1, savedAt: save.at, zone: facts.zone, aside: Object.keys(aside), current, ...more }
}

/**
 * The draft on the newest version of its form, and what of a save that form asks: the page it comes from may be older.
 * Answers to questions asked no longer are kept apart; what no version ever asked is nothing.
 */
async function inForm(trx: Trx, save: DraftSave, held: NonNullable<LockedDraft['draft']>) {
  const { organisation, application } = save
  const draft = await followForm(trx, save, held)
  const form = await formOfVersion(trx, organisation, draft.formVersion)
  const [is, earlier] = [questionsOf(form), await everAsked(trx, organisation, application)]
  const page = questionsOf(await formOfVersion(trx, organisation, save.formVersion ?? draft.formVersion))
  const answers: Record<string, Answer> = {}
  const unasked: Record<string, Unasked> = {}
  for (const [code, answer] of Object.entries(save.answers)) {
    const once = earlier.get(code)
    const kind = (page.get(code) ?? once?.question)?.kind
    if (is.get(code)?.kind === kind) answers[code] = answer
    else if (once !== undefined && kind !== undefined && !isEmpty(answer)) unasked[code] = { form: once.form, kind, answer }
  }
  // Judged by an older form, a section is not complete.
  const isThere = save.section !== undefined && form.sections.some(({ code }) => code === save.section?.code)
  const section =
    isThere && save.section !== undefined ? { ...save.section, done: save.section.done && save.formVersion === draft.formVersion } : undefined
  const { section: _section, ...rest } = save
  return { draft, asked: { ...rest, answers, ...(section === undefined ? {} : { section }) }, unasked }
}

/** The mark to put on a section, if it changes anything. One with two versions of an answer is not complete. */
function sectionMark({ section }: DraftSave, hasAside: boolean, done: readonly string[]): DraftSave['section'] {
  if (section === undefined) return undefined
  const wanted = section.done && !hasAside
  return done.includes(section.code) === wanted ? undefined : { code: section.code, done: wanted }
}

/** What may be kept (nobody else changed it since, or everyone agrees) and what contradicts the draft. */
export function sortOut(
  save: Pick<DraftSave, 'answers' | 'known' | 'page' | 'turn'>,
  draft: { readonly answers: Answers; readonly written: Written },
): { kept: Record<string, Answer>; aside: Record<string, Answer> } {
  const kept: Record<string, Answer> = {}
  const aside: Record<string, Answer> = {}
  for (const [question, answer] of Object.entries(save.answers)) {
    const current = draft.answers[question]
    const last = draft.written[question]
    if (isEmpty(answer) ? current === undefined : answerMark(answer) === answerMark(current)) continue
    const samePage = last?.page === save.page
    if (answerMark(current) === save.known[question] || (samePage && (last?.turn ?? 0) <= save.turn)) kept[question] = answer
    // An earlier turn of the same page that was overtaken on the way says nothing new.
    else if (!samePage) aside[question] = answer
  }
  return { kept, aside }
}

type Written = Readonly<Record<string, Writing>>

export interface LockedDraft {
  readonly facts: ApplicationFacts & { readonly number: string; readonly edition: string; readonly zone: string; readonly membership: Membership }
  /** Null once the application was sent. */
  readonly draft: {
    readonly formVersion: string
    readonly answers: Answers
    readonly unasked: Readonly<Record<string, Unasked>>
    readonly written: Written
    readonly done: readonly string[]
    readonly version: number
    readonly savedAt: Date
  } | null
}

/** Locks an application of this person and its draft; null when it is not theirs. What is read afterwards is what stays. */
export async function lockDraft(trx: Trx, organisation: string, application: string, person: string): Promise<LockedDraft | null> {
  // "no key update" lets rows that refer to the application be written meanwhile, and keeps everyone else's save waiting.
  await sql`select from application where organisation = ${organisation} and id = ${application} for no key update`.execute(trx)
  const draft = await trx
    .selectFrom('draft')
    .select(['form_version as formVersion', 'answers', 'unasked', 'written', 'done', 'version', 'saved_at as savedAt'])
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .forUpdate()
    .executeTakeFirst()
  const facts = await factsFor(trx, organisation, application, person)
  return facts === undefined
    ? null
    : {
        facts,
        draft: draft === undefined ? null : { ...draft, ...(draft as Pick<NonNullable<LockedDraft['draft']>, 'answers' | 'unasked' | 'written'>) },
      }
}

async function factsFor(trx: Trx, organisation: string, application: string, person: string): Promise<LockedDraft['facts'] | undefined> {
  const row = await trx
    .selectFrom('application as a')
    .innerJoin(HANDS, (join) => join.onRef('m.organisation', '=', 'a.organisation').onRef('m.application', '=', 'a.id').on('m.person', '=', person))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'a.organisation').onRef('c.id', '=', 'a.call'))
    .leftJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'a.organisation').onRef('s.application', '=', 'a.id'))
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 'a.organisation').onRef('w.application', '=', 'a.id'))
    .select([
      'a.number',
      'a.edition',
      'm.part',
      'c.published_at',
      'c.opens_at',
      'c.deadline_at',
      'c.grace_seconds',
      'c.zone',
      's.submitted_at',
      'w.withdrawn_at',
    ])
    .select(sql<Date | null>`${sql.raw(EXTRA_UNTIL)}`.as('extra_until'))
    .select(sql<Date | null>`${sql.raw(RESULTS_AT)}`.as('results_at'))
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', application)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    number: row.number,
    edition: row.edition,
    zone: row.zone,
    membership: row.part as Membership,
    call: withExtraTime(
      {
        publishedAt: row.published_at,
        opensAt: row.opens_at,
        deadlineAt: row.deadline_at,
        graceSeconds: row.grace_seconds,
        resultsAt: row.results_at,
      },
      row.extra_until,
    ),
    submittedAt: row.submitted_at,
    withdrawnAt: row.withdrawn_at,
  }
}

async function writeDraft(trx: Trx, save: DraftSave, draft: NonNullable<LockedDraft['draft']>): Promise<void> {
  const answers: Record<string, Answer> = { ...draft.answers }
  for (const [question, answer] of Object.entries(save.answers)) {
    if (isEmpty(answer)) delete answers[question]
    else answers[question] = answer
  }
  const done = new Set(draft.done)
  if (save.section?.done === true) done.add(save.section.code)
  if (save.section?.done === false) done.delete(save.section.code)
  await trx
    .updateTable('draft')
    .set({
      answers: JSON.stringify(answers),
      unasked: JSON.stringify(draft.unasked),
      done: [...done],
      written: sql<string>`written || ${JSON.stringify(writtenBy(Object.keys(save.answers), save))}::jsonb`,
      version: draft.version + 1,
      saved_at: save.at,
    })
    .where('organisation', '=', save.organisation)
    .where('application', '=', save.application)
    .execute()
}

async function writeAside(trx: Trx, save: DraftSave, aside: Readonly<Record<string, Answer>>): Promise<void> {
  const rows = Object.entries(aside).map(([question, answer]) => ({
    organisation: save.organisation,
    application: save.application,
    question,
    page: save.page,
    person: save.person,
    answer: JSON.stringify(answer),
    written_at: save.at,
  }))
  if (rows.length === 0) return
  await trx
    .insertInto('draft_aside')
    .values(rows)
    .onConflict((conflict) =>
      conflict.constraint('draft_aside_key').doUpdateSet((excluded) => ({
        answer: excluded.ref('excluded.answer'),
        person: excluded.ref('excluded.person'),
        written_at: excluded.ref('excluded.written_at'),
      })),
    )
    .execute()
}
