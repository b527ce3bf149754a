/** Who came: attendance makes an activity held; cancelling lets go of its room, people and projects. */
import { sql } from 'kysely'
import { type AttendanceMark, cancel, type HeldFacts, mayPlan, recordAttendance as mayRecord } from '../../../domain/activity.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { holds, type SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'

interface Found extends HeldFacts {
  readonly programme: string
  readonly edition: string
  readonly region: string | null
  readonly people: readonly string[]
}

async function find(trx: Trx, organisation: string, activity: string): Promise<Found | null> {
  const row = await trx
    .selectFrom('activity as a')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'a.organisation').onRef('e.id', '=', 'a.edition'))
    .select(['a.edition', 'a.region', 'a.held_at', 'a.cancelled_at', 'e.programme', sql<Date>`lower(a.during)`.as('from')])
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', activity)
    .forUpdate('a')
    .executeTakeFirst()
  if (row === undefined) return null
  const people = await trx
    .selectFrom('activity_person')
    .select('person')
    .where('organisation', '=', organisation)
    .where('activity', '=', activity)
    .execute()
  return {
    programme: row.programme,
    edition: row.edition,
    region: row.region,
    heldAt: row.held_at,
    cancelledAt: row.cancelled_at,
    from: row.from,
    people: people.map((one) => one.person),
  }
}

/** Officers, and the trainers of the activity itself. */
function mayMark(viewer: SignedIn, found: Found): boolean {
  return (
    mayPlan(viewer, found) ||
    (found.people.includes(viewer.person.id) && holds(viewer, ['trainer'], { programme: found.programme, edition: found.edition }))
  )
}

/** Keeps a mark for each expected project; the activity is then held. Marks may be corrected: the last one counts, the trail keeps each. */
export async function recordAttendance(
  db: Database,
  viewer: SignedIn,
  input: { activity: string; marks: Readonly<Record<string, AttendanceMark>> },
  now: Date,
): Promise<Result<{ present: number }>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const found = await find(trx, organisation, input.activity)
    if (found === null || !mayMark(viewer, found)) return refused('page/not-found')
    const allowed = mayRecord(found, now)
    if (!allowed.ok) return allowed
    const expected = await trx
      .selectFrom('activity_project')
      .select('project')
      .where('organisation', '=', organisation)
      .where('activity', '=', input.activity)
      .execute()
    const marks = expected.flatMap(({ project }) => {
      const mark = input.marks[project]
      return mark === undefined ? [] : [{ organisation, activity: input.activity, project, mark, recorded_at: now, recorded_by: viewer.person.id }]
    })
    if (marks.length < expected.length) return refused('attendance/incomplete', { missing: expected.length - marks.length })
    if (marks.length > 0) {
      await trx
        .insertInto('attendance')
        .values(marks)
        .onConflict((conflict) =>
          conflict.constraint('attendance_key').doUpdateSet({ mark: sql`excluded.mark`, recorded_at: now, recorded_by: viewer.person.id }),
        )
        .execute()
    }
    if (found.heldAt === null)
      await trx
        .updateTable('activity')
        .set({ held_at: now, held_by: viewer.person.id })
        .where('organisation', '=', organisation)
        .where('id', '=', input.activity)
        .execute()
    const present = marks.filter((one) => one.mark === 'present').length
    await audit(trx, {
      organisation,
      stream: input.activity,
      act: 'attendance/recorded',
      actor: viewer.person.id,
      at: now,
      details: { present, expected: expected.length },
    })
    return ok({ present })
  })
}

/** Cancels an activity that was not held: its room, people and projects are free again. */
export async function cancelActivity(db: Database, viewer: SignedIn, input: { activity: string; reason: string }, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const found = await find(trx, organisation, input.activity)
    if (found === null || !mayPlan(viewer, found)) return refused('page/not-found')
    const allowed = cancel(found, input.reason)
    if (!allowed.ok) return allowed
    for (const hold of ['activity_room', 'activity_person', 'activity_project'] as const) {
      await trx.deleteFrom(hold).where('organisation', '=', organisation).where('activity', '=', input.activity).execute()
    }
    await trx
      .updateTable('activity')
      .set({ cancelled_at: now, cancelled_by: viewer.person.id, cancel_reason: input.reason })
      .where('organisation', '=', organisation)
      .where('id', '=', input.activity)
      .execute()
    await audit(trx, { organisation, stream: input.activity, act: 'activity/cancelled', actor: viewer.person.id, at: now })
    return ok(null)
  })
}
