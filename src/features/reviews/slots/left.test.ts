import { expect, test } from 'vitest'
import { day, openedSlots, slotStage } from '../../../../tests/database/small-slots.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { slotsLeft } from './left.ts'
import { slotsOf } from './queries/slots.ts'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')

test('nobody is counted as served by a slot in a language that is not theirs; a slot in two languages is left to whoever has no other', async () => {
  const at = await slotStage(held.db)
  const [first, second, third] = at.files
  for (const { application } of [second, third])
    await held.db.updateTable('submission').set({ language: 'ar' }).where('application', '=', application).execute()
  await openedSlots(held.db, at, { languages: ['fr'], days: [day('2024-04-24'), day('2024-04-25')] })
  const all = new Set([first, second, third].map((one) => one.application))
  const left = async () => {
    const view = await slotsOf(held.db, at.small.officer, at.place, 'fr', NOW)
    if (view === null) throw new Error('The officer sees the slots.')
    return { view, ...slotsLeft(view, ['fes', 'ori'], NOW, all) }
  }
  const short = await left()
  expect([short.missing, short.regions[0]]).toEqual([
    2,
    {
      region: 'fes',
      ...{ slots: 4, free: 4, waiting: 3, lacks: 2 },
      languages: [
        { language: 'ar', free: 0, waiting: 2 },
        { language: 'fr', free: 4, waiting: 1 },
      ],
    },
  ])
  const asks = { fingerprint: short.view.fingerprint, application: [...all] }
  const refused = await at.desk.post('/fr/desk/2024/interviews/requests', asks)
  const page = await refused.text()
  expect([refused.status, page.includes('2 dossiers n’auraient pas de créneau'), await htmlFaults(page)]).toEqual([422, true, []])
  const fields = { fingerprint: (await left()).view.fingerprint, application: [...all], anyway: 'yes' }
  expect((await at.desk.post('/fr/desk/2024/interviews/requests', fields)).status).toBe(303)
  const told = await (await at.desk.get('/fr/desk/2024/interviews/slots')).text()
  expect([told.includes('aucun créneau libre, 2 dossiers attendent'), told.includes('Il en manque dans une langue')]).toEqual([true, true])
  // An hour in both languages, of any region: it goes to one of the two, the French application has its own.
  await openedSlots(held.db, at, { region: null, place: 'Fès, salle 2', languages: ['ar', 'fr'], days: [day('2024-04-26', '08:00', '08:30')] })
  expect([(await left()).missing, (await left()).regions[0]?.lacks]).toEqual([1, 2])
  await openedSlots(held.db, at, { place: 'Fès, salle 3', languages: ['ar'], days: [day('2024-04-27', '08:00', '08:30')] })
  expect([(await left()).missing, (await left()).regions[0]?.lacks]).toEqual([0, 1])
})
