/** Who came. */
import type { AttendanceMark } from '../../../domain/activity.ts'
import type { CohortProject } from '../cohort.ts'
import { seeded } from '../seeded.ts'

/**
 * Marks of an activity held for several projects: nine in ten come, most of the others let it be known. A project that
 * cannot travel misses the whole of a tour. Somebody always comes.
 */
export function marksOf(key: string, tour: string | null, projects: readonly CohortProject[]): AttendanceMark[] {
  const marks = projects.map((one): AttendanceMark => {
    if (tour !== null && seeded(`${tour}/${one.key}/travels`).chance(0.05)) return 'excused'
    const chance = seeded(`${key}/${one.key}/comes`)
    if (chance.chance(tour === null ? 0.89 : 0.97)) return 'present'
    return chance.chance(0.65) ? 'excused' : 'absent'
  })
  return marks.includes('present') || marks.length === 0 ? marks : ['present', ...marks.slice(1)]
}
