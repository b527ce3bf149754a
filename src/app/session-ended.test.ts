import { expect, test } from 'vitest'
import { smallEdition } from '../../tests/database/small-edition.ts'
import { testDatabase } from '../../tests/database/test-database.ts'
import { formsOf } from '../../tests/demo/forms.ts'
import { testServer } from '../../tests/server/test-server.ts'
import { htmlFaults } from '../../tests/server/valid-html.ts'
import { Visitor } from '../../tests/server/visitor.ts'
import { SESSION_COOKIE, startSession } from '../features/people/index.ts'
import { atomically } from '../platform/database/atomically.ts'
import { newId } from '../platform/database/id.ts'

const held = testDatabase()
const server = testServer(held)

const QUESTION = 'Le budget compte deux fois la location de la salle : est-ce voulu ?'

test('whoever wrote while their session ended gets back what they wrote, on any page, and sends it again once they are in', async () => {
  const { organisation, programme, edition, officer } = await smallEdition(held.db)
  const grant = { organisation, id: newId(), person: officer.person.id, role: 'officer' as const, programme, edition }
  await held.db
    .insertInto('role_grant')
    .values({ ...grant, granted_at: new Date() })
    .execute()
  const visitor = new Visitor(() => server.origin)
  const written = { place: 'Rabat, siège', quorum: '٣', note: QUESTION, members: ['a', 'b'] }
  const pages = [
    '/fr/desk/2024/juries',
    '/ar/desk/2024/selection/what-if',
    '/en/reviews/01890000-0000-7000-8000-000000000000/submission',
    '/ar/juries/01890000-0000-7000-8000-000000000000/notes',
    // A page that does not say to a visitor that it is there.
    '/fr/desk/people',
  ]
  for (const path of pages) {
    const answer = await visitor.post(path, written)
    const said = await answer.text()
    expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 401, 'private, no-store'])
    expect(said).toContain(QUESTION)
    expect(formsOf(said).find((form) => form.action === path)?.values).toEqual({
      place: ['Rabat, siège'],
      quorum: ['٣'],
      note: [QUESTION],
      members: ['a', 'b'],
    })
    expect(await htmlFaults(said)).toEqual([])
  }
  // Of a button alone nothing is lost: the door says why it is there.
  const bare = await visitor.post('/fr/desk/2024/juries', {})
  expect([bare.status, bare.headers.get('location')]).toEqual([303, '/fr/sign-in?return_to=%2Fme&interrupted'])
  const cookie = `${SESSION_COOKIE}=${await atomically(held.db, (trx) => startSession(trx, organisation, officer.person.id, new Date()))}`
  const again = await visitor.post('/fr/desk/2024/juries', written, { cookie })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Rabat, siège')
})
