import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { cohortRows } from '../../../tests/database/cohort-rows.ts'
import { madeUpCohorts } from '../../../tests/database/made-up-cohort.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { brokenInvariants } from '../../platform/database/invariants.ts'
import { clearWorld } from '../load.ts'
import type { CohortProject } from '../world/cohort.ts'
import type { EditionKey } from '../world/scenario.ts'
import { loadMarkets } from './markets.ts'
import { loadMeans } from './means.ts'
import { ORGANISATION } from './organisation.ts'
import { CLOCK, type DemoStage } from './stage.ts'
import { loadSupport } from './support.ts'

const held = testDatabase()
const MADE_UP = madeUpCohorts()
const BY_STAGE: Readonly<Record<DemoStage, Readonly<Record<EditionKey, readonly CohortProject[]>>>> = {
  call: { ...MADE_UP, e2: [], e3: [] },
  review: { ...MADE_UP, e2: [], e3: [] },
  selection: { ...MADE_UP, e2: [], e3: [] },
  cohort: { ...MADE_UP, e3: [] },
  closed: MADE_UP,
}

async function load(stage: DemoStage): Promise<void> {
  await cohortRows(held.db, stage, BY_STAGE[stage])
  await atomically(held.db, async (trx) => {
    await loadSupport(trx, stage, BY_STAGE[stage])
    await loadMarkets(trx, stage, BY_STAGE[stage])
    await loadMeans(trx, stage, BY_STAGE[stage])
  })
}

async function counted(query: string): Promise<Record<string, number>> {
  const { rows } = await sql.raw<{ key: string; n: string | number }>(query).execute(held.db)
  return Object.fromEntries(rows.map((row) => [row.key, Number(row.n)]))
}

const ACTIVITIES = (state: string) =>
  `select e.slug || ' ' || a.kind as key, count(*)::int as n from activity a join edition e on e.id = a.edition where ${state} group by 1`
const HELD = ACTIVITIES('a.held_at is not null')
const AHEAD = ACTIVITIES('a.held_at is null and a.cancelled_at is null')
const STANDS = `select e.slug || ' ' || (m.name->>'en') as key, count(*)::int as n from stand s join market m on m.id = s.market
  join edition e on e.id = s.edition where s.took_part group by 1`
const MONEY = `select e.slug || ' ' || l.kind || ' ' || split_part(l.debit, ':', 2) as key, sum(l.amount) as n from ledger_entry l join edition e on e.id = l.edition group by 1`

/** Every moment of every row of what was loaded, the latest first. */
const LATEST = `select 'latest' as key, extract(epoch from max(at)) as n from (
  select greatest(planned_at, held_at, cancelled_at) as at from activity union all select recorded_at from attendance
  union all select planned_at from tour union all select planned_at from market union all select greatest(given_at, recorded_at) from stand
  union all select withdrawn_at from stand_withdrawal union all select recorded_at from market_visit union all select awarded_at from award
  union all select recorded_at from agreement union all select greatest(met_at, released_at) from instalment
  union all select greatest(prepared_at, approved_at, recorded_at) from payment union all select written_at from ledger_entry
  union all select at from audit_entry) t`

async function sound(stage: DemoStage): Promise<void> {
  expect(await brokenInvariants(held.db)).toEqual([])
  expect((await verifyAudit(held.db, ORGANISATION)).faults).toEqual([])
  expect((await counted(LATEST)).latest as number).toBeLessThanOrEqual(CLOCK[stage].getTime() / 1000)
}

afterEach(() => clearWorld(held.db))

describe('what follows the selection, loaded', () => {
  test('at stage closed it counts as published, and nothing contradicts anything', async () => {
    await load('closed')
    expect(await counted(HELD)).toMatchObject({
      ...{ '2023 group-training': 13, '2023 individual-training': 81, '2023 training': 5, '2023 creative-workshop': 8, '2023 round-table': 2 },
      ...{ '2024 group-training': 12, '2024 individual-training': 97, '2024 training': 4, '2024 creative-workshop': 3, '2024 round-table': 2 },
      ...{ '2025 group-training': 7, '2025 individual-training': 52, '2025 training': 2 },
    })
    const visits = await counted(
      `select e.slug as key, count(*)::int as n from activity a join edition e on e.id = a.edition where a.kind in ('visit', 'meeting') and a.held_at is not null and a.tour is not null group by 1`,
    )
    expect(visits).toEqual({ '2023': 21, '2024': 32, '2025': 13 })
    const ahead = await counted(AHEAD)
    expect([ahead['2025 group-training'], ahead['2025 individual-training']]).toEqual([5, 44])
    expect(await counted(STANDS)).toEqual({
      ...{ '2023 L’Boulevard souk': 9, '2023 Visa For Music professional market': 7, '2023 Entrepreneurs’ souk of the Forum': 17 },
      ...{ '2024 L’Boulevard souk': 8, '2024 Visa For Music professional market': 11, '2024 Entrepreneurs’ souk of the Forum': 22 },
    })
    expect(await counted(MONEY)).toEqual({
      ...{ '2023 commitment seed': 510_000, '2023 payment seed': 501_000, '2023 release seed': 9_000 },
      ...{ '2023 commitment prizes': 220_000, '2023 payment prizes': 220_000 },
      ...{ '2024 commitment seed': 720_000, '2024 payment seed': 711_000, '2025 commitment seed': 720_000, '2025 payment seed': 504_000 },
    })
    await sound('closed')
  })

  test('at stage cohort the second edition is in its second month: some held, the coming months planned, money on its way', async () => {
    await load('cohort')
    const [done, ahead] = [await counted(HELD), await counted(AHEAD)]
    expect([done['2024 group-training'], ahead['2024 group-training']]).toEqual([5, 7])
    expect([done['2024 individual-training'], ahead['2024 individual-training']]).toEqual([23, 74])
    const tours = await counted(`select e.slug as key, count(*)::int as n from tour t join edition e on e.id = t.edition group by 1`)
    expect(tours).toEqual({ '2023': 4, '2024': 4 })
    const payments = await counted(
      `select case when paid_on is not null then 'paid' when approved_at is not null then 'approved' else 'prepared' end as key, count(*)::int as n
       from payment p join edition e on e.id = p.edition where e.slug = '2024' group by 1`,
    )
    expect(payments).toEqual({ paid: 22, approved: 1, prepared: 1 })
    expect(await counted(STANDS)).not.toHaveProperty('2024 L’Boulevard souk')
    await sound('cohort')
  })

  test('while the call is open only its information sessions are there, besides the edition before', async () => {
    await load('call')
    const [done, ahead] = [await counted(HELD), await counted(AHEAD)]
    expect([done['2024 talk'], ahead['2024 talk']]).toEqual([3, 2])
    expect(Object.keys({ ...done, ...ahead }).filter((key) => key.startsWith('2024'))).toEqual(['2024 talk'])
    expect(done['2023 individual-training']).toBe(81)
    await sound('call')
  })

  test('loaded twice it is the same to the last hash', async () => {
    const print = () =>
      counted(
        `select coalesce(string_agg(hash, '' order by stream, seq), '') as key, count(*)::int as n from audit_entry where act not like 'edition/%' and act not like 'call/%'`,
      )
    await load('cohort')
    const once = await print()
    expect(Object.values(once)[0]).toBeGreaterThan(500)
    await clearWorld(held.db)
    await load('cohort')
    expect(await print()).toEqual(once)
  })
})
