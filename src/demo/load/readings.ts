/** Reviewers, the assignment the engine gives, and what they read and wrote as far as the clock has come. */
import { compositeScore } from '../../domain/review.ts'
import { fold } from '../../domain/fold.ts'
import type { Result } from '../../domain/result.ts'
import { applyAssignment, applyThirdReaders, planOf } from '../../features/reviews/index.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { type AuditFacts, auditAll } from '../../platform/database/audit.ts'
import type { WorldApplication } from '../world/applications.ts'
import { addDays, addMinutes, instant } from '../world/clock.ts'
import { commentsOn } from '../world/comments.ts'
import { idOf } from '../world/key.ts'
import { divergentOf, type Grid, marksOf, readingGrids } from '../world/marks.ts'
import { reviewerId, type WorldReviewer } from '../world/reviewers.ts'
import { CRITERIA, SCENARIO, SCORING, WEIGHTS } from '../world/scenario.ts'
import { itemAt, seeded } from '../world/seeded.ts'
import { makeWorld } from '../world/world.ts'
import { personId, personRow, sent } from './applications.ts'
import { inPortions, type Loading, teamMember } from './context.ts'
import { ORGANISATION } from './organisation.ts'

const MOST = 30

/** When the assignment is applied: the evening eligibility is done. */
export function assignedAt({ ids }: Loading): Date {
  return new Date(instant(`${SCENARIO[ids.key].calendar.eligibilityDone}T17:00`))
}

/** When third readers are asked: the morning of the last day of reading. */
export function thirdsAskedAt({ ids }: Loading): Date {
  return new Date(instant(`${SCENARIO[ids.key].calendar.scoringDone}T08:00`))
}

export function reviewersOf({ ids }: Loading): readonly WorldReviewer[] {
  return makeWorld().reviewers.filter((one) => one.editions.includes(ids.key))
}

/** People who were asked during the call and accepted some days later, each with the role of reviewer in the edition. */
export async function loadReviewers(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  const { opensAt } = SCENARIO[ids.key].calendar
  const invited = instant(`${addDays(opensAt.slice(0, 10), 10)}T10:00`)
  if (until < new Date(invited)) return
  const director = await teamMember(db, 'director')
  const rows = reviewersOf(loading).map((one) => ({
    one,
    accepted: addMinutes(invited, seeded(`${ids.key}/${one.key}/accepted`).between(60, 60 * 90)),
  }))
  await atomically(db, async (trx) => {
    await trx
      .insertInto('person')
      .values(rows.map(({ one }) => ({ ...personRow(one.person, invited), search: fold(`${one.person.nameAr} ${one.person.nameLatin}`) })))
      .onConflict((known) => known.constraint('person_key').doNothing())
      .execute()
    await trx
      .insertInto('reviewer')
      .values(
        rows.map(({ one, accepted }) => ({
          organisation: ORGANISATION,
          id: reviewerId(ids.key, one.key),
          edition: ids.edition,
          person: personId(one.person),
          max_load: MOST,
          languages: [...one.languages],
          sectors: [...one.sectors],
          region: one.region,
          invited_at: new Date(invited),
          accepted_at: new Date(accepted) <= until ? new Date(accepted) : null,
        })),
      )
      .execute()
    await trx
      .insertInto('role_grant')
      .values(
        rows.map(({ one }) => ({
          organisation: ORGANISATION,
          id: idOf(`${ids.key}/${one.key}/grant`),
          person: personId(one.person),
          role: 'reviewer' as const,
          programme: ids.programme,
          edition: ids.edition,
          granted_by: director.person.id,
          granted_at: new Date(invited),
        })),
      )
      .execute()
  })
}

const NOTES = [
  'Ancienne collègue de la porteuse du projet.',
  'من العائلة نفسها.',
  'J’ai formé cette équipe l’an dernier.',
  'جارنا في الحي ونعرف بعضنا.',
] as const

/** Conflicts that reviewers declared when they were shown the list of holders. */
export async function loadConflicts(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  const at = new Date(addMinutes(assignedAt(loading).toISOString(), -30))
  if (until < at) return
  const chance = seeded(`${ids.key}/conflicts`)
  const read = chance.shuffle(sent(loading).filter((one) => one.fate !== null)).slice(0, SCENARIO[ids.key].conflicts)
  const pairs = read.map((one) => ({ one, reader: chance.pick(reviewersOf(loading).filter((each) => each.languages.includes(one.language))) }))
  await atomically(db, async (trx) => {
    await trx
      .insertInto('conflict')
      .values(
        pairs.map(({ one, reader }) => ({
          organisation: ORGANISATION,
          edition: ids.edition,
          reviewer: reviewerId(ids.key, reader.key),
          application: one.id,
          kind: 'declared' as const,
          note: chance.pick(NOTES),
          declared_at: at,
          declared_by: personId(reader.person),
        })),
      )
      .execute()
    await auditAll(
      trx,
      pairs.map(
        ({ one, reader }): AuditFacts => ({
          organisation: ORGANISATION,
          stream: one.id,
          act: 'conflict/declared',
          actor: personId(reader.person),
          at,
          details: { reviewer: reviewerId(ids.key, reader.key) },
        }),
      ),
    )
  })
}

/** Plan, show, apply: as an officer does it. */
export async function loadAssignment(loading: Loading): Promise<void> {
  if (loading.until >= assignedAt(loading)) await assign(loading, 'reading', assignedAt(loading))
}

export async function loadThirdReaders(loading: Loading): Promise<void> {
  if (loading.until >= thirdsAskedAt(loading)) await assign(loading, 'third', thirdsAskedAt(loading))
}

async function assign({ db, ids }: Loading, which: 'reading' | 'third', at: Date): Promise<void> {
  const officer = await teamMember(db, 'youssef')
  const plan = await planOf(db, officer, ids.place, which, 'fr', at)
  if (plan === null) throw new Error('demo: no plan of assignment')
  const applied = await (which === 'third' ? applyThirdReaders : applyAssignment)(db, officer, ids.place, plan.fingerprint, at)
  must(applied)
}

export function must<Value>(outcome: Result<Value>): Value {
  if (!outcome.ok) throw new Error(`demo: ${outcome.code} ${JSON.stringify(outcome.details ?? {})}`)
  return outcome.value
}

interface Seat {
  readonly assignment: string
  readonly application: string
  readonly reviewer: string
  readonly third: boolean
}

/** The readings handed in by now, by whoever was given the file: the scores belong to the application, the habits to the reader. */
export async function loadReadings(loading: Loading, which: 'first' | 'third'): Promise<void> {
  const { ids } = loading
  const seats = await seatsOf(loading, 'reading')
  const divergent = divergentOf(makeWorld().applications[ids.key])
  const reviews = sent(loading).flatMap((one) => {
    const given = seats.filter((seat) => seat.application === one.id)
    const grids = readingGrids(
      one,
      marksOf(one, divergent),
      given.map((seat) => readerOf(loading, seat.reviewer).key),
    )
    return given.flatMap((seat, index) => {
      const at = readAt(loading, one, index, seat.third)
      const wanted = seat.third === (which === 'third') && at <= loading.until
      return wanted ? [{ one, seat, grid: itemAt(grids, index), at }] : []
    })
  })
  await writeReviews(loading, reviews)
}

/** Those who read or interview an application, first readers before third ones, then as the world lists them. */
export async function seatsOf({ db, ids }: Loading, stage: 'reading' | 'interview'): Promise<readonly Seat[]> {
  const rows = await db
    .selectFrom('assignment')
    .select(['id as assignment', 'application', 'reviewer', 'third'])
    .where('organisation', '=', ORGANISATION)
    .where('edition', '=', ids.edition)
    .where('stage', '=', stage)
    .where('ended_at', 'is', null)
    .execute()
  const order = makeWorld().reviewers.map((one) => reviewerId(ids.key, one.key))
  return rows.sort((a, b) => Number(a.third) - Number(b.third) || order.indexOf(a.reviewer) - order.indexOf(b.reviewer))
}

export function readerOf({ ids }: Loading, reviewer: string): WorldReviewer {
  const found = makeWorld().reviewers.find((one) => reviewerId(ids.key, one.key) === reviewer)
  if (found === undefined) throw new Error(`demo: no reader ${reviewer}`)
  return found
}

function readAt(loading: Loading, one: WorldApplication, index: number, third: boolean): Date {
  const chance = seeded(`${one.key}/read/${index}`)
  const { scoringDone } = SCENARIO[loading.ids.key].calendar
  const [from, to] = third
    ? [instant(`${scoringDone}T09:00`), instant(`${scoringDone}T18:00`)]
    : [addMinutes(assignedAt(loading).toISOString(), 90), instant(`${scoringDone}T07:00`)]
  const span = Date.parse(to) - Date.parse(from)
  const at = Date.parse(from) + Math.floor((chance.next() * span) / 1000) * 1000
  // Readers are volunteers: they read in the evening, not while others sleep.
  const awake = new Date(at).getUTCHours() < 7 ? at - 7 * 3_600_000 : at
  return new Date(Math.max(awake, Date.parse(from)))
}

export interface WrittenReview {
  readonly one: WorldApplication
  readonly seat: Seat
  readonly grid: Grid
  readonly at: Date
}

const WEIGHTED = CRITERIA.map((code) => ({ code, weight: WEIGHTS[code] }))

export async function writeReviews(loading: Loading, reviews: readonly WrittenReview[]): Promise<void> {
  const rows = reviews.map(({ one, seat, grid, at }) => {
    const reader = readerOf(loading, seat.reviewer)
    return {
      organisation: ORGANISATION,
      assignment: seat.assignment,
      scores: JSON.stringify(grid),
      comments: JSON.stringify(commentsOn(`${one.key}/${reader.key}`, grid, one.language)),
      version: 1,
      saved_at: at,
      submitted_at: at,
      submitted_by: personId(reader.person),
      score: compositeScore(WEIGHTED, grid, { min: SCORING.lowest, max: SCORING.highest }),
    }
  })
  await atomically(loading.db, async (trx) => {
    await inPortions(rows, (portion) => trx.insertInto('review').values(portion).execute())
    await auditAll(
      trx,
      reviews.map(
        ({ one, seat, at }): AuditFacts => ({
          organisation: ORGANISATION,
          stream: one.id,
          act: 'review/submitted',
          actor: personId(readerOf(loading, seat.reviewer).person),
          at,
          details: { assignment: seat.assignment, version: 1, unrelated: true },
        }),
      ),
    )
  })
}
