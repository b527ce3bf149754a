/** How far the edition of 2024 has gone when the demo opens, and the moment its clock shows then. */
export const STAGES = ['call', 'review', 'selection', 'cohort', 'closed'] as const
export type DemoStage = (typeof STAGES)[number]
export const CLOCK: Readonly<Record<DemoStage, Date>> = {
  call: new Date('2024-03-20T10:00:00Z'),
  review: new Date('2024-04-10T09:00:00Z'),
  selection: new Date('2024-04-29T10:00:00Z'),
  cohort: new Date('2024-07-08T09:00:00Z'),
  // Edition 3 is then half-way, as on its dashboard of 15 September 2025.
  closed: new Date('2025-09-15T07:00:00Z'),
}

/** Whether `one` comes at or after `other`. */
export function reached(one: DemoStage, other: DemoStage): boolean {
  return STAGES.indexOf(one) >= STAGES.indexOf(other)
}
