/** The cohort is trained, toured and taken to markets: everything the world planned, but one training and one stand of the newcomer, planned and noted by hand. */
import { expect } from 'vitest'
import { loadMarkets } from '../../../src/demo/load/markets.ts'
import { loadSupport } from '../../../src/demo/load/support.ts'
import type { CohortProject } from '../../../src/demo/world/cohort.ts'
import { addDays } from '../../../src/demo/world/clock.ts'
import { makeMarkets, type WorldMarket, type WorldStand } from '../../../src/demo/world/markets.ts'
import type { WorldActivity } from '../../../src/demo/world/support/activity.ts'
import { makeSupport } from '../../../src/demo/world/support/support.ts'
import { marketId } from '../../../src/demo/load/markets.ts'
import { atomically } from '../../../src/platform/database/atomically.ts'
import { cohortOfWorld } from '../../../src/demo/load/cohorts.ts'
import { dateBoxes, fill, send } from '../hands.ts'
import type { Told } from './telling.ts'

export async function isSupported(told: Told): Promise<void> {
  const { db, loading } = told
  const cohort = await cohortOfWorld(loading)
  const mine = cohort.find((one) => one.key === told.newcomer) as CohortProject
  const training = makeSupport('e2', cohort).activities.find((one) => isOwnTraining(one, mine)) as WorldActivity
  const { market, stand } = standOf(cohort, mine)
  await atomically(db, async (trx) => {
    const cohorts = { e1: [], e2: cohort, e3: [] }
    await loadSupport(trx, 'closed', cohorts, (one) => one.key === training.key)
    await loadMarkets(trx, 'closed', cohorts, (one, each) => one.key === market.key && each.project === stand.project)
  })
  await isTrained(told, training)
  await isAtMarket(told, mine, market, stand)
}

/** A training for the newcomer alone, held, and later than everything told so far. */
function isOwnTraining({ kind, projects, cancelled, day, people, marks }: WorldActivity, mine: CohortProject): boolean {
  const alone = projects.length === 1 && projects[0] === mine.project
  const given = people.length === 1 && people[0]?.part === 'trainer'
  return kind === 'individual-training' && alone && given && cancelled === null && marks[0] === 'present' && day > '2024-06-12'
}

function standOf(cohort: readonly CohortProject[], mine: CohortProject): { market: WorldMarket; stand: WorldStand } {
  for (const market of makeMarkets('e2', cohort))
    for (const stand of market.stands) if (stand.project === mine.project && stand.tookPart) return { market, stand }
  throw new Error(`${mine.key} takes part in no market.`)
}

/** Planned by an officer, read by the holder in their space, kept by the trainer on the day. */
async function isTrained(told: Told, training: WorldActivity): Promise<void> {
  const { db, language } = told
  const officer = await told.as('nadia')
  told.at('2024-06-12T16:00')
  await told.open(officer, '/desk/2024/activities/new')
  const form = `form[action="/${language}/desk/2024/activities"]`
  const [trainer] = training.people
  const typed = { kind: training.kind, region: training.region ?? '', begins: training.starts, ends: training.ends, place: training.place }
  const titles = { title_ar: training.title.ar, title_fr: training.title.fr, title_en: training.title.en }
  const chosen = { trainer: [trainer?.person ?? ''], projects: training.projects }
  await fill(officer, { ...typed, ...titles, ...chosen, ...dateBoxes('on', training.day) }, form)
  await send(officer, `${form} button`)
  const { id } = await db.selectFrom('activity').select('id').where('held_at', 'is', null).where('cancelled_at', 'is', null).executeTakeFirstOrThrow()
  await told.open(officer, `/desk/2024/calendar?from=${training.day}`)
  const holder = await told.as(await told.holder())
  await told.open(holder, `/space/${training.projects[0]}`)
  expect(await holder.locator('main').innerText()).toContain(training.title[language])
  told.at(`${training.day}T${training.ends}`)
  const giver = await told.as(trainer?.person ?? '')
  await told.open(giver, '/sessions')
  await told.open(giver, `/sessions/${id}`)
  await send(giver, `form[action="/${language}/sessions/${id}/attendance"] button`)
  const marks = await db.selectFrom('attendance').select(['mark', 'recorded_by']).where('activity', '=', id).execute()
  expect(marks).toEqual([{ mark: 'present', recorded_by: trainer?.person }])
}

/** Given a stand for a written reason; noted as having taken part when the market is over. */
async function isAtMarket(told: Told, mine: CohortProject, market: WorldMarket, stand: WorldStand): Promise<void> {
  const { db, language } = told
  const officer = await told.as('nadia')
  const page = `/desk/2024/markets/${marketId(market.key)}`
  told.at(`${addDays(market.startsOn, -6)}T10:00`)
  await told.open(officer, page)
  const give = `form[action="/${language}${page}/stands"]`
  await fill(officer, { project: mine.project, why: stand.reason, label: stand.label }, give)
  await send(officer, `${give} button`)
  told.at(`${addDays(market.endsOn, 1)}T10:00`)
  await told.open(officer, page)
  const participation = `form[action="/${language}${page}/participation"]`
  await fill(officer, { [`took.${mine.project}`]: 'yes' }, participation)
  await send(officer, `${participation} button`)
  const took = await db
    .selectFrom('stand')
    .select('took_part')
    .where('project', '=', mine.project)
    .where('market', '=', marketId(market.key))
    .execute()
  expect(took).toEqual([{ took_part: true }])
}
