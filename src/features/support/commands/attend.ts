/** Who came: attendance makes an activity held. */
import { sql } from 'kysely'
import { type AttendanceMark, mayHold, recordAttendance as mayRecord } from '../../../domain/activity.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { standingActivity } from './activity-facts.ts'

/**
 * Keeps a mark for each expected project; the activity is then held. Marks may be corrected: the last one counts, the
 * trail keeps each. An activity that expects no project is held by the same act, without a mark.
 */
export async function recordAttendance(
  db: Database,
  viewer: SignedIn,
  input: { activity: string; marks: Readonly<Record<string, AttendanceMark>> },
  now: Date,
): Promise<Result<{ present: number }>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const found = await standingActivity(trx, organisation, input.activity)
    if (found === null || !mayHold(viewer, found, found.people)) return refused('page/not-found')
    const allowed = mayRecord(found, now)
    if (!allowed.ok) return allowed
    const expected = await expectedProjects(trx, organisation, input.activity)
    const marks = expected.flatMap((project) => {
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
    if (found.heldAt === null) await markHeld(trx, viewer, input.activity, now)
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

async function expectedProjects(trx: Trx, organisation: string, activity: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('activity_project')
    .select('project')
    .where('organisation', '=', organisation)
    .where('activity', '=', activity)
    .execute()
  return rows.map((row) => row.project)
}

async function markHeld(trx: Trx, viewer: SignedIn, activity: string, now: Date): Promise<void> {
  await trx
    .updateTable('activity')
    .set({ held_at: now, held_by: viewer.person.id })
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', activity)
    .execute()
}
