/** A draft saved as the page saves it while one types, against a bare handler that sends the same statement over `pg`. */
import { answerMark } from '../src/features/applications/answer-mark.ts'
import { newId } from '../src/platform/database/id.ts'
import { poolOf } from '../src/platform/database/database.ts'
import type { Ground } from './ground.ts'
import type { Ask } from './load.ts'
import { type Applicant, applicants, modelOf } from './records.ts'
import { atLeast, byTurns, figure, type Finding, median, percent } from './rounds.ts'
import { bareServer, mustAnswer, type Round, startGenerator } from './sides.ts'

const CONNECTIONS = 64
/** As DATABASE_POOL has it when nobody says otherwise. */
const POOL = 16
const QUESTION = 'what'

/** One after the other: each text is written over the one before, whose mark it names. */
function texts(typed: string): Typing[] {
  const other = `${typed} …`
  return [
    { text: other, over: answerMark(typed) },
    { text: typed, over: answerMark(other) },
  ]
}

export async function draftSave(ground: Ground): Promise<Finding[]> {
  const { organisation, answers } = await modelOf(ground.db)
  const pair = texts(String(answers[QUESTION]))
  const [ours, theirs] = [await applicants(ground, CONNECTIONS), await applicants(ground, CONNECTIONS)]
  const bare = await bareServer({ draft: { connection: ground.connection, poolSize: POOL, shift: ground.shift } })
  const generator = startGenerator()
  const asFromPage = ours.map((one) => pair.map(fromPage(one, newId())))
  const asFacts = theirs.map((one) => pair.map(asSave(one, organisation, newId())))
  const saves = (side: typeof bare | Ground, asked: Ask[][]) => (seconds: number) =>
    generator.ask(side, { connections: CONNECTIONS, over: { seconds, asked } })
  const before = await kept(ground, ours)
  const seen: Round[] = []
  const subject = async (seconds: number): Promise<Round> => {
    const round = await saves(ground, asFromPage)(seconds)
    seen.push(round)
    return round
  }
  const rounds = await byTurns(ground.pace, subject, saves(bare, asFacts))
  await Promise.all([generator.stop(), bare.stop()])
  mustAnswer(200, [...seen, ...rounds.baseline])
  const after = await kept(ground, ours)
  const answered = seen.reduce((sum, round) => sum + (round.statuses[200] ?? 0), 0)
  const [own, bareOwn] = [rounds.subject, rounds.baseline].map((side) => median(side.map((round) => round.perSecond))) as [number, number]
  const lost = Math.max(0, answered - (after.versions - before.versions))
  const untraced = Math.abs(after.versions - before.versions - (after.entries - before.entries))
  return [
    {
      what: 'draft save, requests/s, of a bare handler with the same statement',
      found: `${percent(own / bareOwn)} (${figure(own)} of ${figure(bareOwn)}; processor time of the process ${cpuOf(rounds.subject)} of ${cpuOf(rounds.baseline)} ms; p99 ${figure(median(rounds.subject.map((round) => round.p99)))} ms)`,
      ...atLeast(own / bareOwn, 0.5),
    },
    {
      what: 'draft save, answered but not kept, kept but not in the trail',
      found: `${lost}, ${untraced} (of ${figure(answered)})`,
      limit: '0, 0',
      kept: lost === 0 && untraced === 0,
    },
  ]
}

function cpuOf(rounds: readonly Round[]): string {
  return figure(median(rounds.map((round) => round.cpu / round.requests)))
}

interface Typing {
  readonly text: string
  readonly over: string
}

/** What the page sends: one opened page an applicant. */
function fromPage({ application, cookie }: Applicant, page: string): (typed: Typing) => Ask {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', 'sec-fetch-site': 'same-origin', cookie }
  return ({ text, over }) => ({
    method: 'PATCH',
    path: `/ar/applications/${application}/draft`,
    headers,
    body: new URLSearchParams({ 'draft.page': page, 'draft.turn': '1', [`known.${QUESTION}`]: over, [QUESTION]: text }).toString(),
  })
}

/** The same as the statement takes it, with nothing left to find out. */
function asSave({ person, application }: Applicant, organisation: string, page: string): (typed: Typing) => Ask {
  return ({ text, over }) => ({
    method: 'PATCH',
    path: '/',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation, application, person, answers: { [QUESTION]: text }, known: { [QUESTION]: over }, page, turn: 1 }),
  })
}

/** Versions of these drafts and entries of their trails, in all. */
async function kept({ db }: Ground, all: readonly Applicant[]): Promise<{ versions: number; entries: number }> {
  const { rows } = await poolOf(db).query<{ versions: number; entries: number }>(
    `select (select sum(version)::int from draft where application = any($1::uuid[])) as versions,
      (select count(*)::int from audit_entry where stream = any($1::uuid[]) and act = 'draft/saved') as entries`,
    [all.map((one) => one.application)],
  )
  return rows[0] as { versions: number; entries: number }
}
