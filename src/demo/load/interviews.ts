/** Interviews: who was invited where and when, who came, what the panels wrote. */
import { endAssignment, inviteToInterview, recordAttendance } from '../../features/reviews/index.ts'
import type { WorldApplication } from '../world/applications.ts'
import { addMinutes, instant } from '../world/clock.ts'
import { interviewGrids, marksOf } from '../world/marks.ts'
import { reviewerId } from '../world/reviewers.ts'
import { REGIONS, type RegionCode, SCENARIO } from '../world/scenario.ts'
import { itemAt, seeded } from '../world/seeded.ts'
import { sent } from './applications.ts'
import { type Loading, teamMember } from './context.ts'
import { ORGANISATION } from './organisation.ts'
import { must, readerOf, reviewersOf, seatsOf, writeReviews } from './readings.ts'

const MINUTES = 25
const ROOMS: Readonly<Record<RegionCode, readonly [string, string]>> = {
  FM: ['Fès, maison de la culture, salle 1', 'Fès, maison de la culture, salle 2'],
  OR: ['Oujda, maison de la culture, salle 1', 'Oujda, maison de la culture, salle 2'],
  SM: ['Agadir, complexe culturel, salle 1', 'Agadir, complexe culturel, salle 2'],
  TTA: ['Tétouan, centre culturel, salle 1', 'Tétouan, centre culturel, salle 2'],
}

export function invitedAt({ ids }: Loading): Date {
  return new Date(instant(`${SCENARIO[ids.key].calendar.scoringDone}T19:30`))
}

/** The evening after the last reading, one region after the other. */
export async function loadInvitations(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  if (until < invitedAt(loading)) return
  const officer = await teamMember(db, 'nadia')
  const conflicts = await db
    .selectFrom('conflict')
    .select(['application', 'reviewer'])
    .where('organisation', '=', ORGANISATION)
    .where('edition', '=', ids.edition)
    .execute()
  const against = new Set(conflicts.map((row) => `${row.application} ${row.reviewer}`))
  for (const { one, from, room, index } of invitedOf(loading)) {
    const panel = panelOf(loading, one, index % 2)
      .filter((reviewer) => !against.has(`${one.id} ${reviewer}`))
      .slice(0, 2)
    const input = { application: one.id, from: new Date(from), to: new Date(addMinutes(from, MINUTES)), place: room, panel }
    must(await inviteToInterview(db, officer, ids.place, input, invitedAt(loading)))
  }
}

interface Invited {
  readonly one: WorldApplication
  readonly from: string
  readonly room: string
  readonly index: number
}

/** Two rooms a region, half an hour each, in an order that says nothing of the scores. */
function invitedOf(loading: Loading): Invited[] {
  return REGIONS.flatMap((region) => {
    const all = sent(loading).filter((one) => one.region === region && one.fate !== null && one.fate !== 'read')
    const day = SCENARIO[loading.ids.key].calendar.interviewDays[region]
    return seeded(`${loading.ids.key}/${region}/interviews`)
      .shuffle(all)
      .map((one, index) => ({
        one,
        index,
        room: itemAt(ROOMS[region], index % 2),
        from: addMinutes(instant(`${day}T09:30`), 30 * Math.floor(index / 2)),
      }))
  })
}

/** Readers from outside the region, one of whom at least speaks English; more than are needed, for those in conflict. */
function panelOf(loading: Loading, one: WorldApplication, room: number): string[] {
  const outside = reviewersOf(loading).filter((each) => each.region !== one.region)
  const drawn = seeded(`${loading.ids.key}/${one.region}/panels`).shuffle(outside)
  const half = drawn.filter((_, index) => index % 2 === room)
  const fit = one.language === 'en' ? [...half].sort((a, b) => b.languages.length - a.languages.length) : half
  return fit.slice(0, 4).map((each) => reviewerId(loading.ids.key, each.key))
}

/** Who came, and the grids of the panels that evening. */
export async function loadInterviews(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  const officer = await teamMember(db, 'nadia')
  const rows = await db
    .selectFrom('interview')
    .select(['id', 'application'])
    .where('organisation', '=', ORGANISATION)
    .where('edition', '=', ids.edition)
    .execute()
  const interviews = new Map(rows.map((row) => [row.application, row.id]))
  const seats = await seatsOf(loading, 'interview')
  for (const { one, from } of invitedOf(loading)) {
    const at = new Date(addMinutes(from, MINUTES + 5))
    const interview = interviews.get(one.id)
    if (at > until || interview === undefined) continue
    const attended = one.fate !== 'absent'
    must(await recordAttendance(db, officer, ids.place, { interview, attended }, at))
    if (attended) continue
    for (const seat of seats.filter((each) => each.application === one.id))
      must(await endAssignment(db, officer, ids.place, { assignment: seat.assignment, reason: ABSENT }, new Date(addMinutes(at.toISOString(), 240))))
  }
  await writeGrids(loading)
}

const ABSENT = 'Candidat absent à l’entretien.'

async function writeGrids(loading: Loading): Promise<void> {
  const seats = await seatsOf(loading, 'interview')
  const reviews = invitedOf(loading).flatMap(({ one, from }) => {
    const panel = seats.filter((seat) => seat.application === one.id)
    const grids =
      one.fate === 'absent'
        ? []
        : interviewGrids(
            one,
            marksOf(one, new Set()),
            panel.map((seat) => readerOf(loading, seat.reviewer).key),
          )
    return grids.map((grid, index) => ({ one, seat: itemAt(panel, index), grid, at: new Date(addMinutes(from, MINUTES + 10 + index)) }))
  })
  await writeReviews(
    loading,
    reviews.filter(({ at }) => at <= loading.until),
  )
}
