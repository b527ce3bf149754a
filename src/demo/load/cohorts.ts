/** Places offered and taken, the project that leaves, the reserve that takes its place, the end of the six months. */
import { answerOffer, makeOffer, offerToSelected, recordDeparture, recordGraduation } from '../../features/cohorts/index.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { WorldApplication } from '../world/applications.ts'
import { addDays, addMinutes, instant } from '../world/clock.ts'
import type { CohortProject } from '../world/cohort.ts'
import { REPLACED } from '../world/profile.ts'
import { type EditionKey, type RegionCode, SCENARIO } from '../world/scenario.ts'
import { seeded } from '../world/seeded.ts'
import { makeWorld } from '../world/world.ts'
import { personId } from './applications.ts'
import { type Loading, teamMember, viewerOf } from './context.ts'
import { ORGANISATION } from './organisation.ts'
import { must } from './readings.ts'
import { decisionTimes } from './selection.ts'

interface Leaving {
  readonly region: RegionCode
  readonly place: number
  readonly leftOn: string
  readonly reason: string
  /** Whether the first of the reserve of the region takes the place. */
  readonly replaced: boolean
}

/** One project leaves in the second month of the first edition, and is not replaced; one in the second week of the second, and is. */
export const LEAVING: Readonly<Partial<Record<EditionKey, Leaving>>> = {
  e1: { region: 'TTA', place: 4, leftOn: '2023-07-03', reason: 'La porteuse du projet a accepté un emploi à l’étranger.', replaced: false },
  e2: {
    region: REPLACED.region,
    place: REPLACED.leaving,
    leftOn: '2024-05-29',
    reason: 'L’équipe reprend ses études à plein temps.',
    replaced: true,
  },
}

export async function loadCohort(loading: Loading): Promise<void> {
  const { db, ids, until, origin } = loading
  const { offered } = decisionTimes(ids.key)
  if (until < offered) return
  const officer = await teamMember(db, 'nadia')
  const kickoff = SCENARIO[ids.key].calendar.kickoff
  const replyBy = new Date(instant(`${addDays(kickoff, -1)}T18:00`))
  must(await offerToSelected(db, officer, { edition: ids.edition, replyBy }, origin, offered))
  await acceptPlaces(loading, offered)
  await leaveAndReplace(loading)
  const end = new Date(instant(`${SCENARIO[ids.key].calendar.end}T18:00`))
  if (until >= end) must(await recordGraduation(db, officer, { edition: ids.edition, on: SCENARIO[ids.key].calendar.end }, end))
}

/** Holders take the places offered to them, within three days. */
export async function acceptPlaces(loading: Loading, offered: Date): Promise<void> {
  for (const row of await unanswered(loading)) await accept(loading, row, seeded(`${row.application}/answer`).between(40, 60 * 70), offered)
}

interface OfferRow {
  readonly offer: string
  readonly application: string
}

function unanswered({ db, ids }: Loading): Promise<OfferRow[]> {
  return db
    .selectFrom('offer as o')
    .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'o.organisation').onRef('j.id', '=', 'o.project'))
    .select(['o.id as offer', 'j.application'])
    .where('o.organisation', '=', ORGANISATION)
    .where('o.edition', '=', ids.edition)
    .where('o.accepted', 'is', null)
    .orderBy('j.application')
    .execute()
}

/** The holder takes the place; nine in ten agree to a public page. */
async function accept({ db, ids, until }: Loading, { offer, application }: OfferRow, minutes: number, from: Date): Promise<void> {
  const one = makeWorld().applications[ids.key].find((each) => each.id === application)
  const at = new Date(addMinutes(from.toISOString(), minutes))
  if (one === undefined || at > until) return
  const holder = await viewerOf(db, personId(one.holder))
  must(await answerOffer(db, holder, { offer, accepted: true, showcased: seeded(`${one.key}/showcase`).chance(0.9) }, at))
}

/** The project that leaves, and the first of the reserve that takes its place. */
export async function leaveAndReplace(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  const officer = await teamMember(db, 'nadia')
  const leaving = LEAVING[ids.key]
  if (leaving === undefined) return
  const at = new Date(instant(`${leaving.leftOn}T16:00`))
  if (until < at) return
  const one = makeWorld().applications[ids.key].find((each) => isLeaving(each, leaving)) as WorldApplication
  const project = await db
    .selectFrom('project')
    .select('id')
    .where('organisation', '=', ORGANISATION)
    .where('application', '=', one.id)
    .executeTakeFirst()
  if (project === undefined) return
  must(await recordDeparture(db, officer, { project: project.id, leftOn: leaving.leftOn, reason: leaving.reason }, at))
  if (!leaving.replaced) return
  const next = await db
    .selectFrom('decision')
    .select('application')
    .where('organisation', '=', ORGANISATION)
    .where('edition', '=', ids.edition)
    .where('region', '=', leaving.region)
    .where('reserve_rank', '=', 1)
    .executeTakeFirstOrThrow()
  const offeredAt = new Date(instant(`${addDays(leaving.leftOn, 1)}T11:00`))
  if (until < offeredAt) return
  const replyBy = new Date(instant(`${addDays(leaving.leftOn, 8)}T18:00`))
  const { offer } = must(
    await makeOffer(db, officer, { edition: ids.edition, application: next.application, replyBy, replaces: project.id }, loading.origin, offeredAt),
  )
  await accept(loading, { offer, application: next.application }, 60 * 20, offeredAt)
}

function isLeaving(one: WorldApplication, { region, place }: Leaving): boolean {
  return one.fate === 'admitted' && one.region === region && one.place === place
}

/** The projects that took a place by now, for support, markets and money; the one of an application sent by hand among them. */
export async function cohortOfWorld({ db, ids, without }: Pick<Loading, 'db' | 'ids' | 'without'>): Promise<CohortProject[]> {
  const rows = await db
    .selectFrom('offer as o')
    .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'o.organisation').onRef('j.id', '=', 'o.project'))
    .leftJoin('departure as d', (join) => join.onRef('d.organisation', '=', 'o.organisation').onRef('d.project', '=', 'o.project'))
    .select(['j.id', 'j.application', 'j.title', 'o.answered_at', 'd.left_on'])
    .where('o.organisation', '=', ORGANISATION)
    .where('o.edition', '=', ids.edition)
    .where('o.accepted', '=', true)
    .execute()
  const teams = await teamsOf(
    db,
    rows.map((row) => row.application),
  )
  const world = makeWorld().applications[ids.key]
  const byHand = world.find((each) => each.key === without)
  return rows
    .flatMap((row) => {
      const one = world.find((each) => each.id === row.application) ?? byHand
      const team = teams.get(row.application)
      if (one === undefined || team === undefined) return []
      const { sector, kind, gender } = one.profile
      return [
        {
          key: one.key,
          edition: ids.key,
          region: one.region as RegionCode,
          project: row.id,
          team,
          title: row.title,
          sector,
          language: one.language,
          kind,
          ledByWoman: gender === 'woman',
          acceptedAt: (row.answered_at as Date).toISOString(),
          leftOn: row.left_on,
        },
      ]
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The people of each application, its holder first. */
async function teamsOf(db: Reader, applications: readonly string[]): Promise<Map<string, string[]>> {
  if (applications.length === 0) return new Map()
  const rows = await db
    .selectFrom('application_member')
    .select(['application', 'person'])
    .where('organisation', '=', ORGANISATION)
    .where('application', 'in', applications)
    .orderBy('part')
    .orderBy('joined_at')
    .execute()
  const byApplication = Map.groupBy(rows, (row) => row.application)
  return new Map([...byApplication].map(([application, members]) => [application, members.map((row) => row.person)]))
}
