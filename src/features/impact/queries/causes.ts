/** Why a total is not the sum of the parts printed beside it: the records that only one of them counts, and what became of them. */
import type { Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Cause, FigureHead } from '../views.ts'
import type { Split } from '../warnings.ts'
import { askedOf } from './figure.ts'
import { type IndicatorRecord, indicatorRecords } from './indicator.ts'

/** Causes in the order of the regions; those of the same kind, region and day are counted together. */
export async function causesOf(db: Reader, organisation: string, total: FigureHead, split: Split, asOf: Date): Promise<Cause[]> {
  const records = (head: FigureHead): Promise<IndicatorRecord[]> => indicatorRecords(db, head.indicator, askedOf(organisation, head, asOf))
  const whole = await records(total)
  const counted: IndicatorRecord[] = []
  for (const part of split.parts) counted.push(...(await records(part)))
  const [inWhole, inParts] = [idsOf(whole), idsOf(counted)]
  const left = await departures(
    db,
    organisation,
    asOf,
    [...inWhole].filter((id) => !inParts.has(id)),
  )
  const regions = new Set(split.parts.map(({ parameters }) => parameters.region))
  const missing = whole.filter(({ id }) => !inParts.has(id)).map((record) => causeOf(record, left, regions))
  const added = counted.filter(({ id }) => !inWhole.has(id)).map((record): Cause => ({ is: 'added', count: 1, region: record.regionName }))
  return together([...missing, ...added])
}

const idsOf = (records: readonly IndicatorRecord[]): Set<string> => new Set(records.map(({ id }) => id))

function causeOf(record: IndicatorRecord, left: ReadonlyMap<string, string>, regions: ReadonlySet<string | undefined>): Cause {
  const on = left.get(record.id)
  const region: Trilingual | null = record.regionName
  if (on !== undefined) return { is: 'left', count: 1, region, on }
  if (regions.has(undefined)) return { is: 'missing', count: 1, region }
  if (record.region === null) return { is: 'national', count: 1 }
  return regions.has(record.region) ? { is: 'missing', count: 1, region } : { is: 'outside', count: 1 }
}

/** Day on which each of the projects left. */
async function departures(db: Reader, organisation: string, asOf: Date, projects: readonly string[]): Promise<Map<string, string>> {
  if (projects.length === 0) return new Map()
  const rows = await db
    .selectFrom('departure')
    .select(['project', 'left_on'])
    .where('organisation', '=', organisation)
    .where('project', 'in', projects)
    .where('recorded_at', '<=', asOf)
    .execute()
  return new Map(rows.map((row) => [row.project, row.left_on]))
}

function together(causes: readonly Cause[]): Cause[] {
  const groups = Map.groupBy(causes, ({ count: _one, ...cause }) => JSON.stringify(cause))
  return [...groups.values()].map((group) => ({ ...(group[0] as Cause), count: group.reduce((sum, { count }) => sum + count, 0) }))
}
