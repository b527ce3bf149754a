/** Cohorts as large as those of the three editions, made up, for tests of what comes after them. */
import type { CohortProject } from '../../src/demo/world/cohort.ts'
import { idOf } from '../../src/demo/world/key.ts'
import { type EditionKey, REGIONS, SECTOR_CODES } from '../../src/demo/world/scenario.ts'

const ACCEPTED: Readonly<Record<EditionKey, string>> = { e1: '2023-05-10T09:00:00Z', e2: '2024-05-08T09:00:00Z', e3: '2025-05-17T09:00:00Z' }
const ADMITTED: Readonly<Record<EditionKey, readonly number[]>> = { e1: [4, 4, 5, 5], e2: [6, 6, 6, 6], e3: [6, 6, 6, 6] }

function project(edition: EditionKey, region: CohortProject['region'], index: number): CohortProject {
  const key = `${edition}-made-up-${region.toLowerCase()}-${index + 1}`
  return {
    key,
    edition,
    region,
    project: idOf(`${key}/project`),
    team: [idOf(`${key}/holder`)],
    title: `Projet ${key}`,
    sector: SECTOR_CODES[(index * 5 + REGIONS.indexOf(region)) % SECTOR_CODES.length] as CohortProject['sector'],
    language: index % 3 === 1 ? 'ar' : 'fr',
    kind: index % 4 === 3 ? 'cso' : 'person',
    ledByWoman: index % 2 === 0,
    acceptedAt: ACCEPTED[edition],
    leftOn: null,
  }
}

/** 18 projects of which one leaves in the second month; 24 and the one that takes the place of the first to leave; 24. */
export function madeUpCohorts(): Readonly<Record<EditionKey, readonly CohortProject[]>> {
  const of = (edition: EditionKey): CohortProject[] =>
    REGIONS.flatMap((region, at) => Array.from({ length: ADMITTED[edition][at] as number }, (_, index) => project(edition, region, index)))
  const leaves = (all: CohortProject[], key: string, on: string): CohortProject[] =>
    all.map((one) => (one.key === key ? { ...one, leftOn: on } : one))
  const replacement = { ...project('e2', 'OR', 6), acceptedAt: '2024-05-31T07:00:00Z' }
  return {
    e1: leaves(of('e1'), 'e1-made-up-tta-5', '2023-07-03'),
    e2: [...leaves(of('e2'), 'e2-made-up-or-6', '2024-05-29'), replacement],
    e3: of('e3'),
  }
}
