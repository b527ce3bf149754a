import { expect, test } from 'vitest'
import { smallEdition, staffOf } from '../../../tests/database/small-edition.ts'
import { roomToSelect } from '../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { visitor } from '../../domain/viewer.ts'
import { verifyRecord } from '../../engines/record.ts'
import { frameOf } from '../../../tests/server/feature-app.ts'
import { newId } from '../../platform/database/id.ts'
import { applicationRoutes } from '../applications/index.ts'
import { unfinished } from './minutes/document.ts'
import { sealOf } from './queries/room.ts'
import { decidedOnReceipt } from './own-result.tsx'
import { selectionRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-29T10:00:00Z')

async function opened() {
  const room = await roomToSelect(held.db)
  const as = (viewer: typeof room.small.officer) => mounted(held.db, selectionRoutes, viewer, NOW)
  return {
    ...room,
    as,
    officer: as(room.small.officer),
    director: as(room.small.director),
    chair: as(await staffOf(held.db, room.small, 'chair')),
    anyone: mounted(held.db, selectionRoutes, visitor(room.small.organisation), NOW),
  }
}

type Desk = Awaited<ReturnType<typeof opened>>['officer']

async function valid(desk: Desk, paths: readonly string[]): Promise<void> {
  for (const language of LANGUAGES) {
    for (const path of paths) {
      const answer = await desk.get(`/${language}${path}`)
      expect([answer.status, await htmlFaults(await answer.text())], `${language} ${path}`).toEqual([200, []])
    }
  }
}

/** Name and value of the hidden fields of a page. */
function hiddenFields(markup: string): Record<string, string> {
  return Object.fromEntries(
    [...markup.matchAll(/<input type="hidden" name="(\w+)" value="([^"]+)">/g)].map(([, name, value]) => [name as string, value as string]),
  )
}

/** What the page before the last press carries. */
const sealFields = async (desk: Desk) => hiddenFields(await (await desk.get('/fr/desk/2024/selection/seal')).text())

const DESK = ['/desk/2024/selection', '/desk/2024/publication', '/desk/2024/letters']

test('from the first simulation to the letters, every page is valid in three languages and each act is a form of its own', async () => {
  const { officer, director, chair, anyone } = await opened()
  await valid(officer, DESK)
  expect((await officer.post('/fr/desk/2024/selection/plans', {})).headers.get('location')).toBe('/fr/desk/2024/selection?said=planned')
  await valid(director, [...DESK, '/desk/2024/selection?view=all', '/desk/2024/selection/plans/1'])
  const shown = await (await director.get('/fr/desk/2024/selection')).text()
  expect(shown).toContain('Ligne de sélection\u00a0: 4 places sur 4')
  expect((await anyone.get('/fr/results/2024')).status).toBe(404)
  await valid(chair, ['/desk/2024/selection/seal'])
  expect((await chair.post('/fr/desk/2024/selection/seal', await sealFields(chair))).headers.get('location')).toBe(
    '/fr/desk/2024/selection?said=sealed',
  )
  expect((await anyone.get('/fr/results/2024')).status).toBe(404)
  await valid(director, DESK)
  const record = await director.get('/fr/desk/2024/selection/record.json')
  expect((await verifyRecord(await record.text())).faults).toEqual([])
  for (const language of LANGUAGES) {
    const minutes = await director.get(`/fr/desk/2024/selection/minutes.pdf?lang=${language}`)
    expect([minutes.status, new TextDecoder().decode((await minutes.arrayBuffer()).slice(0, 5))]).toEqual([200, '%PDF-'])
  }
  expect((await director.post('/fr/desk/2024/publication', {})).status).toBe(303)
  await valid(anyone, ['/results/2024'])
  await valid(director, DESK)
  expect((await officer.post('/fr/desk/2024/letters', {})).status).toBe(303)
  await valid(officer, DESK)
  const letters = await (await director.get('/fr/desk/2024/letters')).text()
  const approval = /action="([^"]+\/approval)"/.exec(letters)?.[1] as string
  await valid(director, [approval.replace('/fr', '').replace('/approval', '')])
  expect(await (await director.get(approval.replace('/approval', ''))).text()).toContain('Note finale')
  const mine = await officer.post(approval, {})
  expect([mine.status, (await mine.text()).includes('une autre personne doit les approuver')]).toEqual([422, true])
  expect((await director.post(approval, {})).headers.get('location')).toBe('/fr/desk/2024/letters?said=letters-approved')
})

test('the public page names projects and numbers, never a person or a score', async () => {
  const { officer, director, chair, anyone, small } = await opened()
  await officer.post('/fr/desk/2024/selection/plans', {})
  await chair.post('/fr/desk/2024/selection/seal', await sealFields(chair))
  await director.post('/fr/desk/2024/publication', {})
  const markup = await (await anyone.get('/fr/results/2024')).text()
  const decided = await held.db
    .selectFrom('decision as d')
    .innerJoin('submission as s', 's.application', 'd.application')
    .innerJoin('application as a', 'a.id', 'd.application')
    .select(['d.outcome', 's.title', 's.holder_name', 'a.number', 'd.score'])
    .where('d.organisation', '=', small.organisation)
    .execute()
  for (const one of decided) {
    expect([markup.includes(`${one.title}<`), markup.includes(one.number)], one.outcome).toEqual([
      one.outcome === 'selected',
      one.outcome !== 'not-selected',
    ])
    expect(markup.includes(one.holder_name) || markup.includes(String(one.score))).toBe(false)
  }
})

test('a seal from another list than the one shown is refused with 409, in words', async () => {
  const { officer, director, small, applications } = await opened()
  await officer.post('/fr/desk/2024/selection/plans', {})
  const fields = await sealFields(director)
  const later = new Date('2024-04-29T10:05:00Z')
  await held.db
    .insertInto('withdrawal')
    .values({ organisation: small.organisation, application: applications[0] as string, withdrawn_at: later, withdrawn_by: small.officer.person.id })
    .execute()
  const refusal = await director.post('/fr/desk/2024/selection/seal', fields)
  const markup = await refusal.text()
  expect([
    refusal.status,
    markup.includes('1 retrait'),
    markup.includes('Recalculez avant de figer'),
    markup.includes('/selection/seal'),
    await htmlFaults(markup),
  ]).toEqual([409, true, true, false, []])
})

test('while a session of the jury is open or a file is to be discussed again, the list is sealed only by who says why, and the minutes tell it', async () => {
  const { officer, chair, small, applications } = await opened()
  const { organisation, edition } = small
  await officer.post('/fr/desk/2024/selection/plans', {})
  const session = newId()
  const by = small.director.person.id
  const began = new Date('2024-04-28T09:00:00Z')
  const file = { organisation, session, application: applications[4] as string }
  await held.db
    .insertInto('jury_session')
    .values({
      organisation,
      id: session,
      edition,
      begins_at: began,
      place: 'Rabat',
      quorum: 1,
      planned_at: began,
      planned_by: by,
      opened_at: began,
      opened_by: by,
    })
    .execute()
  await held.db
    .insertInto('jury_item')
    .values({ ...file, edition, position: 1, ground: 'hand', added_at: began, added_by: by })
    .execute()
  await held.db
    .insertInto('jury_discussion')
    .values({
      ...file,
      id: newId(),
      opened_at: began,
      opened_by: by,
      present: [],
      recused: [],
      ended_at: began,
      ended_by: by,
      outcome: 'again',
      note: '',
    })
    .execute()
  const [number, waiting] = await Promise.all(
    [file.application, applications[3] as string].map(
      async (id) => (await held.db.selectFrom('application').select('number').where('id', '=', id).executeTakeFirstOrThrow()).number,
    ),
  )
  await held.db
    .insertInto('jury_item')
    .values({ ...file, application: applications[3] as string, edition, position: 2, ground: 'hand', added_at: began, added_by: by })
    .execute()
  await valid(chair, ['/desk/2024/selection/seal'])
  const named = await (await chair.get('/fr/desk/2024/selection/seal')).text()
  expect([
    named.includes(`/juries/${session}`),
    named.includes(`rouverts\u00a0: ${number}`),
    named.includes(`1 dossier de l’ordre du jour, jamais ouvert\u00a0: ${waiting}`),
  ]).toEqual([true, true, true])
  const fields = await sealFields(chair)
  const seal = (more: Record<string, string> = {}) => chair.post('/fr/desk/2024/selection/seal', { ...fields, ...more })
  const unticked = await seal({ reason: 'Le bailleur attend.' })
  const kept = await unticked.text()
  expect([unticked.status, kept.includes('Le bailleur attend.'), kept.includes('Le jury n’a pas fini'), await htmlFaults(kept)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  expect((await seal({ nevertheless: 'yes' })).status).toBe(422)
  expect(await held.db.selectFrom('selection_seal').select('id').where('edition', '=', edition).execute()).toEqual([])
  expect((await seal({ nevertheless: 'yes', reason: 'Le bailleur attend.' })).headers.get('location')).toBe('/fr/desk/2024/selection?said=sealed')
  const place = { programme: small.programme, edition }
  for (const language of LANGUAGES) {
    const told = await sealOf(held.db, small.officer, place, language)
    const parts = JSON.stringify(told === null ? [] : unfinished(told, language, 'Africa/Casablanca'))
    expect([parts.includes(number ?? '-'), parts.includes(waiting ?? '-'), parts.includes('Le bailleur attend.')], language).toEqual([
      true,
      true,
      true,
    ])
    expect((await officer.get(`/fr/desk/2024/selection/minutes.pdf?lang=${language}`)).status).toBe(200)
  }
  const act = await held.db
    .selectFrom('audit_entry')
    .select('payload')
    .where('act', '=', 'selection/sealed')
    .where('stream', '=', edition)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(act)).toContain('Le bailleur attend.')
})

test('a simulation without a list names the rules that cannot hold together', async () => {
  const { officer, small } = await opened()
  const name = JSON.stringify({ ar: 'ثماني منظمات', fr: 'Huit organisations', en: 'Eight organisations' })
  await held.db
    .insertInto('selection_rule')
    .values({
      organisation: small.organisation,
      edition: small.edition,
      code: 'csos',
      attribute: 'applicant-kind',
      value: 'cso',
      minimum: 8,
      maximum: null,
      name,
      position: 9,
    })
    .execute()
  await officer.post('/fr/desk/2024/selection/plans', {})
  await valid(officer, ['/desk/2024/selection'])
  const markup = await (await officer.get('/fr/desk/2024/selection')).text()
  expect([markup.includes('Aucune liste ne tient'), markup.includes('<li>Huit organisations</li>'), markup.includes('/selection/seal')]).toEqual([
    true,
    true,
    false,
  ])
})

test('the room is closed to whoever has no part in it, as if it did not exist', async () => {
  const { as, small, reviewer } = await opened()
  const other = await smallEdition(held.db)
  for (const viewer of [
    reviewer.viewer,
    await staffOf(held.db, small, 'donor'),
    await staffOf(held.db, small, 'communication'),
    { ...other.director, organisation: small.organisation, grants: [] },
  ]) {
    for (const path of [...DESK, '/desk/2024/selection/record.json', '/desk/2024/selection/minutes.pdf'])
      expect((await as(viewer).get(`/fr${path}`)).status, path).toBe(404)
    expect((await as(viewer).post('/fr/desk/2024/selection/plans', {})).status).toBe(404)
  }
  const auditor = as(await staffOf(held.db, small, 'auditor'))
  expect((await auditor.get('/fr/desk/2024/selection')).status).toBe(200)
  expect((await auditor.post('/fr/desk/2024/selection/plans', {})).status).toBe(404)
})

test('the receipt tells the team what the jury decided once the list is published; who was not selected reads no step that will not come', async () => {
  const { officer, director, chair, small } = await opened()
  await officer.post('/fr/desk/2024/selection/plans', {})
  await chair.post('/fr/desk/2024/selection/seal', await sealFields(chair))
  const rows = await held.db
    .selectFrom('decision as d')
    .innerJoin('application_member as m', 'm.application', 'd.application')
    .select(['d.outcome', 'd.application', 'm.person'])
    .where('d.organisation', '=', small.organisation)
    .execute()
  const receipt = async (outcome: string): Promise<string> => {
    const one = rows.find((row) => row.outcome === outcome)
    const holder = {
      organisation: small.organisation,
      person: { id: one?.person ?? '', nameAr: '', nameLatin: '', language: 'fr' as const },
      grants: [],
    }
    const routes = applicationRoutes({ frame: frameOf, told: decidedOnReceipt })
    return (await mounted(held.db, routes, holder, NOW).get(`/fr/applications/${one?.application}/receipt`)).text()
  }
  expect(await receipt('not-selected')).not.toContain('Non retenu')
  await director.post('/fr/desk/2024/publication', {})
  const [refused, selected] = [await receipt('not-selected'), await receipt('selected')]
  expect(refused).toContain('Votre projet n’est pas retenu')
  expect(refused).not.toContain('Et maintenant')
  expect(await htmlFaults(refused)).toEqual([])
  expect(selected).toContain('Votre projet est retenu')
  expect(selected).toContain('Et maintenant')
})
