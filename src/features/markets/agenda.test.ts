import { beforeAll, expect, test } from 'vitest'
import { type ActiveCohort, activeCohort } from '../../../tests/database/active-cohort.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { type Mounted, mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { visitor } from '../../domain/viewer.ts'
import { cancelActivity, type NewActivity, planActivity } from '../support/index.ts'
import { agendaRoutes, cancelMarket, giveStand, type NewMarket, planMarket } from './index.ts'

const held = testDatabase()
const NOW = new Date('2024-11-01T12:00:00Z')
let cohort: ActiveCohort
let anyone: Mounted

beforeAll(async () => {
  cohort = await activeCohort(held.db)
  anyone = mounted(held.db, agendaRoutes, visitor(cohort.organisation), NOW)
})

async function activity(change: Partial<NewActivity>): Promise<string> {
  const terms: NewActivity = {
    edition: cohort.edition,
    kind: 'round-table',
    title: { ar: 'كيف نمول الثقافة؟', fr: 'Financer la culture', en: 'Funding culture' },
    region: 'FM',
    from: new Date('2024-11-20T17:00:00Z'),
    to: new Date('2024-11-20T19:00:00Z'),
    place: 'Institut français, Fès',
    tour: null,
    room: null,
    people: [{ person: cohort.trainer.person.id, part: 'speaker' }],
    projects: [cohort.projects[0]],
    ...change,
  }
  const outcome = await planActivity(held.db, cohort.officer, terms, NOW)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.activity
}

async function market(change: Partial<NewMarket>): Promise<string> {
  const outcome = await planMarket(
    held.db,
    cohort.officer,
    {
      edition: cohort.edition,
      name: { ar: 'سوق المنتدى', fr: 'Souk du Forum', en: 'Forum souk' },
      town: { ar: 'الرباط', fr: 'Rabat', en: 'Rabat' },
      startsOn: '2024-12-04',
      endsOn: '2024-12-08',
      places: 3,
      ...change,
    },
    NOW,
  )
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.market
}

const shown = async (language: string, desk = anyone) => (await desk.get(`/${language}/agenda`)).text()

test('without a date the agenda says so, in three languages', async () => {
  for (const language of LANGUAGES) {
    const page = await shown(language)
    expect([language, page.includes('class="marks empty"'), await htmlFaults(page)]).toEqual([language, true, []])
  }
})

test('it shows by month what is public and to come, in the language of the reader', async () => {
  await activity({})
  const id = await market({})
  await giveStand(held.db, cohort.officer, { market: id, project: cohort.projects[0], reason: 'x' }, NOW)
  const [ar, fr, en] = await Promise.all(LANGUAGES.map((language) => shown(language)))
  for (const words of ['نونبر 2024', 'كيف نمول الثقافة؟', 'من 4 إلى 8 دجنبر', 'فيه مشروع واحد من البرنامج']) expect(ar).toContain(words)
  for (const words of ['Novembre 2024', 'Financer la culture', 'Table ronde', 'du 4 au 8 décembre', 'Décembre 2024']) expect(fr).toContain(words)
  for (const words of ['Funding culture', 'Forum souk', 'One project of the programme has a stand there']) expect(en).toContain(words)
  for (const page of [ar, fr, en]) expect(await htmlFaults(page as string)).toEqual([])
})

test('it names no person and no project', async () => {
  await activity({ kind: 'talk', from: new Date('2024-11-21T17:00:00Z'), to: new Date('2024-11-21T19:00:00Z') })
  const { title } = await held.db.selectFrom('project').select('title').where('id', '=', cohort.projects[0]).executeTakeFirstOrThrow()
  for (const language of LANGUAGES) {
    const page = await shown(language)
    for (const name of [title, cohort.trainer.person.nameAr, cohort.trainer.person.nameLatin]) expect(page).not.toContain(name)
  }
})

test('what is past, cancelled, for the projects only or of another organisation is not on it', async () => {
  const title = (fr: string) => ({ title: { ar: fr, fr, en: fr } })
  await activity({ ...title('Passée'), from: new Date('2024-10-20T17:00:00Z'), to: new Date('2024-10-20T19:00:00Z') })
  await activity({ ...title('Interne'), kind: 'group-training', projects: [], people: [] })
  await activity({ ...title('Individuelle'), kind: 'individual-training', projects: [cohort.projects[1]], people: [] })
  const gone = await activity({ ...title('Annulée'), projects: [], people: [] })
  await cancelActivity(held.db, cohort.officer, { activity: gone, reason: 'x' }, NOW)
  await market({ name: { ar: 'خاص', fr: 'Souk privé', en: 'Private' }, public: false })
  await market({ name: { ar: 'ماض', fr: 'Souk passé', en: 'Past' }, startsOn: '2024-10-01', endsOn: '2024-10-02' })
  const off = await market({ name: { ar: 'ملغى', fr: 'Souk annulé', en: 'Off' } })
  await cancelMarket(held.db, cohort.officer, { market: off, reason: 'x' }, NOW)
  const page = await shown('fr')
  for (const absent of ['Passée', 'Interne', 'Individuelle', 'Annulée', 'Souk privé', 'Souk passé', 'Souk annulé']) expect(page).not.toContain(absent)
  const elsewhere = mounted(held.db, agendaRoutes, visitor(cohort.organisation), new Date('2025-06-01T00:00:00Z'))
  expect(await shown('fr', elsewhere)).not.toContain('Souk du Forum')
})
