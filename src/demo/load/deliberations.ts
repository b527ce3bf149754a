/** The jury sits the day before the list is sealed: who is in the room, who leaves it, what is said and noted. */
import {
  addToAgenda,
  closeSession,
  decide,
  juryView,
  markPresence,
  openFile,
  openSession,
  planSession,
  recuse,
  say,
} from '../../features/juries/index.ts'
import { REMARKS, VOICES } from '../world/deliberation.ts'
import { addDays, instant } from '../world/clock.ts'
import { REGIONS, SCENARIO } from '../world/scenario.ts'
import { itemAt } from '../world/seeded.ts'
import { personId } from './applications.ts'
import { type Loading, teamMember, viewerOf } from './context.ts'
import { must, reviewersOf } from './readings.ts'

const PLACE = 'Rabat, siège de la fondation, salle du conseil'
const QUORUM = 3
/** Minutes a file takes, and the first is opened after. */
const MINUTES = { each: 6, before: 3 }
/** Files the jury looks at: those nearest to the pass mark, the highest first. */
const FILES = 10

/** The morning after the list was first computed. */
function beginsAt({ ids }: Loading): Date {
  return new Date(instant(`${addDays(SCENARIO[ids.key].calendar.interviewDays.TTA, 2)}T10:30`))
}

const after = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)

export async function loadDeliberation(loading: Loading): Promise<void> {
  const { db, ids, until, origin } = loading
  const begins = beginsAt(loading)
  const planned = after(begins, -2 * 24 * 60)
  if (until < planned) return
  const officer = await teamMember(db, 'nadia')
  const members = await jury(loading)
  const terms = { beginsAt: begins, place: PLACE, quorum: QUORUM, members }
  const { session } = must(await planSession(db, officer, ids.place, terms, origin, planned))
  for (const number of await nearest(loading)) must(await addToAgenda(db, officer, { session, ground: 'hand', which: number }, after(planned, 5)))
  if (until >= begins) await sits(loading, session, members)
}

/** The direction, and a reader of each region who has accepted. */
async function jury(loading: Loading): Promise<string[]> {
  const director = await teamMember(loading.db, 'director')
  const readers = REGIONS.flatMap((region) => reviewersOf(loading).find((one) => one.region === region) ?? [])
  return [director.person.id, ...readers.map((one) => personId(one.person))]
}

/** Numbers of the files nearest to the pass mark by their readings. */
async function nearest({ db, ids }: Loading): Promise<string[]> {
  const rows = await db
    .selectFrom('review as r')
    .innerJoin('assignment as g', (join) => join.onRef('g.organisation', '=', 'r.organisation').onRef('g.id', '=', 'r.assignment'))
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'g.organisation').onRef('a.id', '=', 'g.application'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'g.organisation').onRef('e.id', '=', 'g.edition'))
    .select(['a.number', 'e.pass_mark', (of) => of.fn.avg<string>('r.score').as('mean')])
    .where('g.edition', '=', ids.edition)
    .where('g.stage', '=', 'reading')
    .where('r.submitted_at', 'is not', null)
    .groupBy(['a.number', 'e.pass_mark'])
    .execute()
  const far = (row: (typeof rows)[number]): number => Math.abs(Number(row.mean) - Number(row.pass_mark))
  return rows
    .sort((one, other) => far(one) - far(other) || (one.number < other.number ? -1 : 1))
    .slice(0, FILES)
    .map((row) => row.number)
}

/** The sitting, as far as the clock has come. */
async function sits(loading: Loading, session: string, members: readonly string[]): Promise<void> {
  const { db, until } = loading
  const chair = await teamMember(db, 'chair')
  const begins = beginsAt(loading)
  must(await openSession(db, chair, session, begins))
  for (const person of members) must(await markPresence(db, chair, { session, person, present: true }, begins))
  const { items } = (await juryView(db, chair, session, 'fr')) as NonNullable<Awaited<ReturnType<typeof juryView>>>
  const third = itemAt(items, 2).application
  must(await recuse(db, await viewerOf(db, itemAt(members, 1)), { session, person: itemAt(members, 1), application: third }, after(begins, 1)))
  for (const [place, { application }] of items.entries()) {
    const at = after(begins, MINUTES.before + MINUTES.each * place)
    if (at > until) return
    await discusses(loading, { session, application, members, place, at })
  }
  const ends = after(begins, MINUTES.before + MINUTES.each * items.length)
  if (until >= ends) must(await closeSession(db, chair, { session, leaving: false }, ends))
}

interface Discussed {
  readonly session: string
  readonly application: string
  readonly members: readonly string[]
  readonly place: number
  readonly at: Date
}

/** One file: who is in conflict goes out, two members say what they think, the chair notes it, the others come back in. */
async function discusses({ db, until }: Loading, { session, application, members, place, at }: Discussed): Promise<void> {
  const chair = await teamMember(db, 'chair')
  const view = await juryView(db, chair, session, 'fr')
  const out = view?.items.find((item) => item.application === application)?.inConflict ?? []
  const goes = async (present: boolean, when: Date): Promise<void> => {
    for (const person of members.filter((one) => out.includes(one))) must(await markPresence(db, chair, { session, person, present }, when))
  }
  await goes(false, at)
  must(await openFile(db, chair, { session, application, language: 'fr' }, at))
  const speakers = members.filter((one) => !out.includes(one))
  for (const turn of [0, 1]) {
    const when = after(at, 2 + turn)
    if (when > until) return
    const speaker = await viewerOf(db, itemAt(speakers, (place + turn) % speakers.length))
    must(await say(db, speaker, { session, application, ...itemAt(VOICES, (2 * place + turn) % VOICES.length) }, when))
  }
  const decided = after(at, MINUTES.each - 1)
  if (decided > until) return
  const note = place % 4 === 1 ? itemAt(REMARKS, Math.floor(place / 4) % REMARKS.length) : ''
  must(await decide(db, chair, { session, application, outcome: note === '' ? 'keep' : 'remark', note }, decided))
  await goes(true, decided)
}
