import { describe, expect, test } from 'vitest'
import { countedStatements } from '../../../../tests/database/counted-statements.ts'
import { smallEdition, staffOf, submitted, type SmallEdition } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import type { Viewer } from '../../../domain/viewer.ts'
import { poolOf } from '../../../platform/database/database.ts'
import { decideEligibility } from '../commands/decide.ts'
import { runAutomaticChecks } from '../commands/run-automatic-checks.ts'
import { lineSheet } from './sheet.ts'
import { filtersOf, listQuery, viewQuery, without } from '../filters.ts'
import { deskList } from '../queries/desk-list.ts'
import { deskExport } from '../queries/list/export.ts'
import { printedSheets } from '../queries/list/sheets.ts'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const ZONE = 'Africa/Casablanca'
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

async function found(small: SmallEdition, viewer: Viewer, query: string): Promise<string[]> {
  const list = await deskList(held.db, viewer, placeOf(small), filtersOf(`sort=number&${query}`, ZONE))
  const lines = list?.lines.map((line) => line.number) ?? []
  expect(list?.total ?? 0, `the count of ${query}`).toBe(lines.length)
  return lines
}

describe('what only officers read', () => {
  const secret = { cin: 'AB123456', phone: '+212661234567', email: 'salma.o@courrier.example', gender: 'woman', birth_date: '2001-05-06' }
  const probes = ['q=AB123456', 'q=ab 123456', 'q=0661234567', 'q=%2B212 6 61 23 45 67', 'q=salma.o@courrier.example', 'q=salma.o']
  const personal = ['gender=woman', 'age=18-24']

  test('is found by them, in every way it is written', async () => {
    const small = await smallEdition(held.db)
    const one = await submitted(held.db, small, secret)
    await submitted(held.db, small, { gender: 'man', birth_date: '1994-02-03' })
    for (const query of [...probes, ...personal]) expect([query, await found(small, small.officer, query)]).toEqual([query, [one.number]])
  })

  test('cannot be told by anybody else: what they find, count, sort, export and print is the same whatever it says', async () => {
    const said: unknown[] = []
    for (const answers of [secret, { cin: '', phone: '+212600000000', email: '', gender: 'man', birth_date: '1994-02-03' }]) {
      const small = await smallEdition(held.db)
      await submitted(held.db, small, { ...answers, project_title: 'Dar Dhell', holder_name_latin: 'Salma Ouhssain', holder_name_ar: 'سلمى أوحساين' })
      const auditor = await staffOf(held.db, small, 'auditor')
      const place = placeOf(small)
      const numbered = await found(small, auditor, '')
      const shown: unknown[] = []
      for (const query of ['', ...probes, ...personal, 'column=age&column=gender', 'q=salma', 'sort=state']) {
        const list = await deskList(held.db, auditor, place, filtersOf(query, ZONE))
        shown.push([query, { ...list, lines: list?.lines.map(({ application: _, number: __, submittedAt: ___, ...line }) => line), next: null }])
      }
      const taken = await deskExport(held.db, auditor, place, filtersOf('', ZONE), NOW, { answers: true })
      for await (const lines of taken?.portions() ?? [])
        shown.push(
          lines.map((line) => [line.gender, line.age, line.answers.cin ?? null]),
          taken?.questions.map((one) => one.code).includes('cin'),
        )
      const sheets = await printedSheets(held.db, auditor, place, { filters: filtersOf('', ZONE), only: [], blind: true }, 'fr', NOW)
      shown.push(
        sheets?.[0]?.groups.flatMap((group) => group.rows.filter((row) => row.question.code !== 'gender').map((row) => [row.label, row.text])),
      )
      said.push([numbered.length, shown])
    }
    expect(said[0]).toEqual(said[1])
  })

  test('is an officer’s in their own region alone, though they may see more elsewhere', async () => {
    const small = await smallEdition(held.db)
    const mine = await submitted(held.db, small, { ...secret, region: 'fes' })
    await submitted(held.db, small, { ...secret, region: 'ori' })
    const both = await staffOf(held.db, small, 'officer', 'fes')
    const viewer = {
      ...both,
      grants: [...both.grants, { role: 'auditor' as const, programme: small.programme, edition: small.edition, region: null }],
    }
    expect((await found(small, viewer, '')).length).toBe(2)
    for (const query of [...probes, ...personal]) expect([query, await found(small, viewer, query)]).toEqual([query, [mine.number]])
    const list = await deskList(held.db, viewer, placeOf(small), filtersOf('sort=number', ZONE))
    expect(list?.lines.map((line) => [line.gender, line.age])).toEqual([
      ['woman', 22],
      [null, null],
    ])
  })
})

test('a name is found in the other script and in other spellings, by whoever may see it', async () => {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, { holder_name_latin: '', holder_name_ar: 'محمد العلوي', town: 'تازة' })
  await submitted(held.db, small, { holder_name_latin: 'Khadija Bennani', holder_name_ar: '' })
  const auditor = await staffOf(held.db, small, 'auditor')
  for (const query of ['q=Mohamed', 'q=Mohammed Alaoui', 'q=mouhamed', 'q=محمد', 'q=El Alaoui', 'q=Taza', `q=${one.number}`])
    expect([query, await found(small, auditor, query)]).toEqual([query, [one.number]])
  expect(await found(small, auditor, 'q=%25')).toEqual([])
  expect(await found(small, auditor, 'q=100%25')).toEqual([])
})

test('values of one filter are any of them, several filters are all of them, and each counts what it shows', async () => {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const fes = await submitted(held.db, small, { region: 'fes', province: 'MA-TAZ', sector: 'crafts' }, 'ar')
  const ori = await submitted(held.db, small, { region: 'ori', gender: '' })
  const out = await submitted(held.db, small, { region: 'MA-06', birth_date: '1990-01-05' })
  await runAutomaticChecks(held.db, small.officer, place, NOW)
  const no = { application: out.application, eligible: false, ground: 'age', reason: 'Trente-quatre ans' }
  expect((await decideEligibility(held.db, small.officer, place, no, NOW)).ok).toBe(true)
  const by = (query: string) => found(small, small.officer, query)
  expect(await by('region=fes&region=ori')).toEqual([fes.number, ori.number])
  expect(await by('region=other')).toEqual([out.number])
  expect(await by('region=fes&region=other&language=fr')).toEqual([out.number])
  expect(await by('state=ineligible&state=withdrawn')).toEqual([out.number])
  expect(await by('ground=age')).toEqual([out.number])
  expect(await by('ground=region')).toEqual([])
  expect(await by('unclear=no')).toEqual([fes.number, ori.number, out.number])
  expect(await by('unclear=yes')).toEqual([])
  expect(await by('files=yes')).toEqual([])
  expect(await by('checker=none')).toHaveLength(3)
  expect(await by('checker=me')).toEqual([])
  expect(await by('gender=unsaid')).toEqual([ori.number])
  expect(await by('age=30-34')).toEqual([out.number])
})

test('the strand that was chosen filters, counts, sorts and stands in every sheet; where a call has none nothing speaks of it', async () => {
  const small = await smallEdition(held.db)
  const { organisation, edition } = small
  const [one, other] = [await submitted(held.db, small), await submitted(held.db, small)]
  const headings = async (query: string) => {
    const filters = filtersOf(query, ZONE)
    const [list, taken] = await Promise.all([
      deskList(held.db, small.officer, placeOf(small), filters),
      deskExport(held.db, small.officer, placeOf(small), filters, NOW),
    ])
    const sheet = list === null || taken === null ? null : lineSheet(list, taken, filters, 'en')
    const cells = []
    for await (const rows of sheet?.rows() ?? [])
      for (const row of rows) cells.push(row[(sheet?.columns ?? []).findIndex(({ label }) => label === 'Strand')])
    return { labels: sheet?.columns.map(({ label }) => label).filter((label) => label === 'Strand'), cells, strands: list?.strands }
  }
  expect(await headings('column=strand&column=number')).toEqual({ labels: [], cells: [undefined, undefined], strands: [] })
  const said = (text: string) => JSON.stringify({ ar: text, fr: text, en: text })
  const strand = { organisation, edition, summary: said(''), places: null, ceiling: null, envelope: null }
  await held.db
    .insertInto('edition_strand')
    .values([
      { ...strand, code: 'stage', name: said('Stage'), position: 0 },
      { ...strand, code: 'crafts', name: said('Crafts'), position: 1 },
    ])
    .execute()
  await held.db.updateTable('submission').set({ strand: 'crafts' }).where('application', '=', one.application).execute()
  await held.db.updateTable('submission').set({ strand: 'stage' }).where('application', '=', other.application).execute()
  expect(await found(small, small.officer, 'strand=stage')).toEqual([other.number])
  expect(await found(small, small.officer, 'strand=stage&strand=crafts')).toEqual([one.number, other.number])
  const { labels, cells, strands } = await headings('sort=strand&order=up')
  expect([labels, cells, strands?.map(({ code, count }) => [code, count])]).toEqual([
    ['Strand'],
    ['Crafts', 'Stage'],
    [
      ['stage', 1],
      ['crafts', 1],
    ],
  ])
})

test('days are those of the edition’s clocks, both included', async () => {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small)
  const at = (moment: string) =>
    poolOf(held.db).query('update submission set submitted_at = $2 where application = $1', [one.application, new Date(moment)])
  // Morocco is at UTC in Ramadan and an hour later after it.
  await at('2024-03-20T23:30:00Z')
  expect([await found(small, small.officer, 'from=2024-03-20&to=2024-03-20'), await found(small, small.officer, 'from=2024-03-21')]).toEqual([
    [one.number],
    [],
  ])
  await at('2024-05-20T23:30:00Z')
  expect([await found(small, small.officer, 'to=2024-05-20'), await found(small, small.officer, 'from=2024-05-21&to=2024-05-21')]).toEqual([
    [],
    [one.number],
  ])
})

test('the address says all of it and nothing else, whatever it is fed', () => {
  const query = 'q=zellij&region=fes&region=ori&age=25-29&from=2024-03-01&unclear=yes&checker=me&column=number&column=checker&sort=title&page=3'
  const filters = filtersOf(query, ZONE)
  expect(listQuery(filters)).toBe(`?${query}`)
  expect(viewQuery(without(filters, 'region', 'fes'))).toBe(query.replace('region=fes&', '').replace('&page=3', ''))
  const nonsense = 'state=x&language=de&age=7&from=31/31/2024&files=maybe&checker=%27;--&sort=cin&order=up&page=-1&column=cin'
  expect(listQuery(filtersOf(nonsense, ZONE))).toBe('')
})

test('a page is two statements, with one row or with three, searched or not', async () => {
  const small = await smallEdition(held.db)
  const asked = (query: string) => countedStatements(held.db, (db) => deskList(db, small.officer, placeOf(small), filtersOf(query, ZONE)))
  await submitted(held.db, small)
  expect([await asked(''), await asked('q=projet&state=waiting&unclear=yes&sort=state')]).toEqual([2, 2])
  await submitted(held.db, small)
  await submitted(held.db, small)
  expect([await asked(''), await asked('q=projet&state=waiting&unclear=yes&sort=state')]).toEqual([2, 2])
})

test('a search of signs alone finds nothing, and days the wrong way round find nothing', async () => {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small)
  for (const query of ['q=%25', 'q=***', 'q=_', 'from=2024-04-05&to=2024-03-01'])
    expect([query, await found(small, small.officer, query)]).toEqual([query, []])
  expect(await found(small, small.officer, 'q=+')).toEqual([one.number])
})
