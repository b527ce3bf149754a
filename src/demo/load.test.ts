import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database/test-database.ts'
import { publishedCommuniques } from '../features/impact/index.ts'
import { verifyAudit } from '../platform/database/audit.ts'
import { brokenInvariants } from '../platform/database/invariants.ts'
import { clearWorld, demoState, type DemoStage, loadWorld } from './load.ts'
import { ORGANISATION } from './load/organisation.ts'
import { openDemoTime } from './time.ts'
import { readConfig } from '../platform/config.ts'
import { makeLog } from '../platform/log/log.ts'

const held = testDatabase()

/** Milliseconds after which the loading of a world hangs: the limit of any test. */
const ONE_WORLD = 60_000

const load = (stage: DemoStage, without?: string) =>
  loadWorld(held.db, {
    stage,
    now: new Date('2026-01-01T00:00:00Z'),
    origin: 'https://kawaliss.example',
    ...(without === undefined ? {} : { without }),
  })

async function counted(query: string): Promise<Record<string, number>> {
  const { rows } = await sql.raw<{ key: string; n: number }>(query).execute(held.db)
  return Object.fromEntries(rows.map((row) => [row.key, row.n]))
}

const FUNNEL = `select e.slug || ' ' || k as key, n::int as n from edition e cross join lateral (values
  ('drafts', (select count(*) from draft d join application a on a.id = d.application where a.edition = e.id)),
  ('submitted', (select count(*) from submission s where s.edition = e.id)),
  ('eligible', (select count(*) from eligibility_decision d join submission s on s.application = d.application where s.edition = e.id and d.eligible)),
  ('interviewed', (select count(*) from interview i where i.edition = e.id and i.attended)),
  ('invited', (select count(*) from interview i where i.edition = e.id)),
  ('selected', (select count(*) from decision d where d.edition = e.id and d.outcome = 'selected')),
  ('reserve', (select count(*) from decision d where d.edition = e.id and d.outcome = 'reserve')),
  ('accepted', (select count(*) from offer o where o.edition = e.id and o.accepted)),
  ('left', (select count(*) from departure d where d.edition = e.id))) t(k, n)`

describe('at stage closed', () => {
  beforeAll(() => load('closed'))
  afterAll(() => clearWorld(held.db))

  test('three editions come out as published, the lists of the engine being the lists of the programme', async () => {
    const funnel = await counted(FUNNEL)
    const of = (year: string) =>
      ['submitted', 'eligible', 'invited', 'interviewed', 'selected', 'reserve', 'accepted', 'left'].map((key) => funnel[`${year} ${key}`])
    expect(of('2023')).toEqual([152, 118, 48, 45, 18, 0, 18, 1])
    // The reserve of the Oriental took the place of the project that left in its second week: 24 places, 25 acceptances.
    expect(of('2024')).toEqual([231, 179, 60, 57, 24, 8, 25, 1])
    expect(of('2025')).toEqual([284, 221, 64, 62, 24, 8, 24, 0])
    const perRegion = await counted(
      `select e.slug || ' ' || d.region as key, count(*)::int as n from decision d join edition e on e.id = d.edition where d.outcome = 'selected' group by 1`,
    )
    expect(perRegion).toEqual({
      ...{ '2023 FM': 4, '2023 OR': 4, '2023 SM': 5, '2023 TTA': 5 },
      ...{ '2024 FM': 6, '2024 OR': 6, '2024 SM': 6, '2024 TTA': 6 },
      ...{ '2025 FM': 6, '2025 OR': 6, '2025 SM': 6, '2025 TTA': 6 },
    })
    const led = await counted(
      `select e.slug || ' ' || s.gender as key, count(*)::int as n from decision d join edition e on e.id = d.edition join submission s on s.application = d.application where d.outcome = 'selected' and s.gender = 'woman' group by 1`,
    )
    expect(led).toEqual({ '2023 woman': 7, '2024 woman': 10, '2025 woman': 11 })
    const reserves = await counted(
      `select e.slug || ' ' || d.region as key, count(*)::int as n from decision d join edition e on e.id = d.edition where d.outcome = 'reserve' group by 1`,
    )
    expect(new Set(Object.values(reserves))).toEqual(new Set([2]))
  })

  test('the two communiqués print what was published, and the first says why its regions do not add up to its total', async () => {
    const [second, first] = await publishedCommuniques(held.db, ORGANISATION)
    const printed = (of: typeof first) =>
      Object.fromEntries(
        (of?.figures ?? []).map(({ indicator, parameters, value }) => [`${indicator} ${parameters.region ?? ''}`.trim(), Number(value)]),
      )
    expect([first?.slug, printed(first)]).toEqual([
      'premiere-promotion',
      {
        ...{ admitted: 18, 'active-at-end SM': 5, 'active-at-end FM': 4, 'active-at-end OR': 4, 'active-at-end TTA': 4 },
        ...{ 'group-trainings': 13, 'individual-trainings': 81, tours: 4 },
        ...{ 'tour-trainings': 5, 'tour-visits': 21, 'tour-workshops': 8, 'tour-round-tables': 2 },
      },
    ])
    expect([second?.slug, printed(second)]).toEqual([
      'deuxieme-promotion',
      {
        ...{ admitted: 24, 'group-trainings': 12, 'individual-trainings': 97, tours: 4 },
        ...{ 'tour-trainings': 4, 'tour-visits': 32, 'tour-workshops': 3, 'tour-round-tables': 2 },
      },
    ])
    expect(first?.warnings.map(({ warning }) => warning)).toMatchObject([
      { is: 'total', causes: [{ is: 'left', count: 1, on: '2023-07-03', region: { fr: 'Tanger-Tétouan-Al Hoceima' } }] },
    ])
    expect(second?.warnings).toEqual([])
  })

  test('its audit trail verifies, nothing contradicts anything, and no letter is left unsent', async () => {
    const verified = await verifyAudit(held.db, ORGANISATION)
    expect(verified.faults).toEqual([])
    expect(verified.entries).toBeGreaterThan(4000)
    expect(await brokenInvariants(held.db)).toEqual([])
    const unsent = await held.db
      .selectFrom('message as m')
      .leftJoin('message_delivery as d', (join) => join.onRef('d.organisation', '=', 'm.organisation').onRef('d.message', '=', 'm.id'))
      .select('m.id')
      .where('d.message', 'is', null)
      .execute()
    expect(unsent).toEqual([])
  })
})

describe('at an earlier stage', () => {
  afterEach(() => clearWorld(held.db))

  // Two whole worlds, one after the other.
  test('loaded twice, it is the same to the last id and hash', { timeout: 2 * ONE_WORLD }, async () => {
    const print = () => counted(`select coalesce(string_agg(hash, '' order by stream, seq), '') as key, count(*)::int as n from audit_entry`)
    await load('cohort')
    const once = await print()
    await clearWorld(held.db)
    await load('cohort')
    expect(await print()).toEqual(once)
  })

  test('at stage call the call is open: some have sent, some are still writing, nothing is decided', async () => {
    await load('call')
    const funnel = await counted(FUNNEL)
    expect(funnel['2024 submitted']).toBeGreaterThan(40)
    expect(funnel['2024 drafts']).toBeGreaterThan(5)
    expect(funnel['2024 eligible']).toBe(0)
    expect(funnel['2023 accepted']).toBe(18)
    expect((await demoState(held.db)).is).toBe('whole')
  })

  test('at stage review every application is decided and readers are at work', async () => {
    await load('review')
    const funnel = await counted(FUNNEL)
    expect([funnel['2024 submitted'], funnel['2024 eligible'], funnel['2024 drafts']]).toEqual([231, 179, 0])
    const reviews = await counted(
      `select case when r.assignment is null then 'awaited' else 'handed in' end as key, count(*)::int as n from assignment a join edition e on e.id = a.edition left join review r on r.assignment = a.id where e.slug = '2024' group by 1`,
    )
    expect((reviews.awaited ?? 0) + (reviews['handed in'] ?? 0)).toBe(358)
    expect(reviews['handed in']).toBeGreaterThan(5)
    expect(reviews.awaited).toBeGreaterThan(100)
  })

  test('at stage selection every score is in and the jury has decided nothing; officers decided in office hours, and readers slept at night', async () => {
    await load('selection')
    const funnel = await counted(FUNNEL)
    expect([funnel['2024 interviewed'], funnel['2024 selected'], funnel['2024 accepted']]).toEqual([57, 0, 0])
    const local = (column: string) => `(${column} at time zone 'Africa/Casablanca')`
    const decided = local('d.decided_at')
    expect(
      await counted(`select 'at night or on a weekend' as key, count(*)::int as n from eligibility_decision d
        where extract(isodow from ${decided}) > 5 or ${decided}::time < '09:00' or ${decided}::time > '17:30'`),
    ).toEqual({ 'at night or on a weekend': 0 })
    expect(
      await counted(
        `select 'at night' as key, count(*)::int as n from review r where r.submitted_at is not null and ${local('r.submitted_at')}::time between '01:30' and '06:30'`,
      ),
    ).toEqual({ 'at night': 0 })
    // The jury of 2023 has closed its session; that of 2024 sits, a file on the table, and whoever is in conflict with one was out of the room.
    const sessions = await counted(
      `select e.slug || case when s.closed_at is null then ' sits' else ' has sat' end as key, count(*)::int as n from jury_session s join edition e on e.id = s.edition group by 1`,
    )
    expect(sessions).toEqual({ '2023 has sat': 1, '2024 sits': 1 })
    const talked = await counted(
      `select case when d.ended_at is null then 'open' else 'decided' end as key, count(*)::int as n from jury_discussion d join jury_session s on s.id = d.session join edition e on e.id = s.edition where e.slug = '2024' group by 1`,
    )
    expect(talked).toEqual({ decided: 4, open: 1 })
    expect(await counted(`select 'heard' as key, count(*)::int as n from jury_discussion where present && recused`)).toEqual({ heard: 0 })
  })

  test('the running demo moves to another moment, one move at a time', async () => {
    await load('call')
    const log = makeLog(readConfig({ LOG_LEVEL: 'silent' }))
    const time = await openDemoTime(held.db, log, 'https://kawaliss.example')
    expect([time?.stage, time?.moving]).toEqual(['call', false])
    time?.moveTo('no-such-moment')
    expect(time?.moving).toBe(false)
    time?.moveTo('review')
    time?.moveTo('closed')
    await expect.poll(() => time?.moving, { timeout: 60_000 }).toBe(false)
    expect(time?.stage).toBe('review')
    expect((await counted(FUNNEL))['2024 eligible']).toBe(179)
    expect(new Date(Date.now() + (time?.shift ?? 0)).toISOString().slice(0, 10)).toBe('2024-04-10')
  })

  test('an application can be left out, for somebody to send it by hand', async () => {
    await load('selection', 'e2-tta-003')
    const funnel = await counted(FUNNEL)
    expect([funnel['2024 submitted'], funnel['2024 eligible']]).toEqual([230, 178])
  })
})
