import { expect, test } from 'vitest'
import { smallEdition, staffOf, submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { partsOf } from '../../../../tests/server/zip-parts.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { eligibilityRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const LIST = '/fr/desk/2024/applications'

async function desk() {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, { cin: 'AB123456', project_title: '=SUM(1)', gender: 'woman', only_creation: 'no' })
  const two = await submitted(held.db, small, { region: 'MA-06', birth_date: '1990-01-05' }, 'ar')
  return { small, one, two, officer: mounted(held.db, eligibilityRoutes, small.officer, NOW) }
}

const body = async (answer: Response): Promise<string> => (await answer.text()).replaceAll('&amp;', '&')

/** The list itself is read in each language by eligibility-pages.test.ts; these in one each, by turns. */
test('every page of the list is valid, with filters, ticks and plans', { timeout: 60_000 }, async () => {
  const { officer, one, two, small } = await desk()
  await officer.post(`${LIST}/checks`, {})
  await officer.post(`${LIST}/views`, { name: 'À lire', query: 'unclear=yes&column=number&column=age', shared: 'yes' })
  const ids = `application=${one.application}&application=${two.application}`
  const plans: string[] = []
  for (const fields of [
    { act: 'accept', all: 'yes', query: '' },
    { act: 'verdict', application: [one.application, two.application], rule: 'age', verdict: 'met', reason: 'Vu' },
    { act: 'assign', all: 'yes', query: '', person: small.officer.person.id },
    ...[{ act: 'write', all: 'yes', query: '' }].map((write) => ({ ...write, ...everyLanguage('subject'), ...everyLanguage('text') })),
  ] as const)
    plans.push(((await officer.post(`${LIST}/acts`, fields)).headers.get('location') ?? '').replace('/fr/desk/2024/applications', ''))
  const paths = [
    '?region=fes&region=other&gender=woman&age=18-24&from=2024-03-01&files=no&unclear=yes&checker=me&q=x',
    `?column=${['number', 'province', 'ground', 'unclear', 'files', 'checker', 'gender', 'age'].join('&column=')}`,
    '/views',
    '/acts?all=yes&query=',
    ...['check', 'accept', 'verdict', 'assign', 'write'].map((act) => `/acts?act=${act}&${ids}`),
    ...plans,
    `/sheets?${ids}`,
    '/print?region=fes&state=waiting&state=eligible',
    '/sheets?blind=yes',
  ]
  for (const [place, path] of paths.entries()) {
    const language = LANGUAGES[place % LANGUAGES.length]
    const answer = await officer.get(`/${language}/desk/2024/applications${path}`)
    expect([answer.status, await htmlFaults(await answer.text())], `${language} ${path}`).toEqual([200, []])
  }
})

function everyLanguage(name: string): Record<string, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [`${name}.${language}`, `x {nom}`]))
}

test('without script: rows are ticked, the act is planned, shown, and done by pressing buttons', async () => {
  const { officer, one, two } = await desk()
  await officer.post(`${LIST}/checks`, {})
  const list = await body(await officer.get(LIST))
  expect(list).toContain(`name="application" value="${one.application}"`)
  const choose = await body(await officer.get(`${LIST}/acts?query=&application=${one.application}&application=${two.application}&act=accept`))
  expect(choose).toContain('2 dossiers choisis')
  const planned = await officer.post(`${LIST}/acts`, { act: 'accept', application: [one.application, two.application] })
  const plan = planned.headers.get('location') ?? ''
  const shown = await body(await officer.get(plan))
  expect([shown.includes('Marquer 1 dossier éligible'), shown.includes('Règles non respectées (1)'), shown.includes('rule age')]).toEqual([
    true,
    true,
    true,
  ])
  const fingerprint = /name="fingerprint" value="(\w+)"/.exec(shown)?.[1] ?? ''
  const done = await officer.post(plan, { fingerprint })
  expect([done.status, done.headers.get('location')]).toEqual([303, `${plan}?count=1&said=act-done`])
  const after = await body(await officer.get(`${plan}?count=1&said=act-done`))
  expect([after.includes('1 dossier a changé.'), after.includes('name="fingerprint"')]).toEqual([true, false])
  expect((await officer.post(plan, { fingerprint })).status).toBe(409)
})

test('what changed since the plan is told with a way to plan again, and every value typed comes back', async () => {
  const { officer, one, two } = await desk()
  await officer.post(`${LIST}/checks`, {})
  const fields = { act: 'verdict', all: 'yes', query: '', rule: 'creation', verdict: 'not-met', reason: 'Œuvre seule' }
  const missing = await officer.post(`${LIST}/acts`, { ...fields, verdict: '' })
  const typed = await body(missing)
  expect([missing.status, typed.includes('Choisissez le verdict.'), typed.includes('value="Œuvre seule"')]).toEqual([422, true, true])
  const plan = (await officer.post(`${LIST}/acts`, fields)).headers.get('location') ?? ''
  const fingerprint = /name="fingerprint" value="(\w+)"/.exec(await body(await officer.get(plan)))?.[1] ?? ''
  await officer.post(`/fr/desk/2024/eligibility/${two.application}/verdicts`, {
    'verdict.creation': 'not-met',
    'reason.creation': 'Autre raison',
    'seen.creation': '1',
  })
  const stale = await officer.post(plan, { fingerprint })
  const told = await body(stale)
  expect([stale.status, told.includes(`Dossiers en cause\u00a0: ${two.number}`), told.includes('Voir ce qui changerait maintenant')]).toEqual([
    409,
    true,
    true,
  ])
  expect([await htmlFaults(told), told.includes('value="Œuvre seule"'), told.includes(one.number)]).toEqual([[], true, true])
})

test('a view is kept from the list, opens it, and its link shows each what they may see', async () => {
  const { officer, small, one } = await desk()
  const query = 'region=fes&sort=title&column=number&column=age&column=gender'
  expect((await officer.post(`${LIST}/views`, { name: 'Fès', query, shared: 'yes' })).status).toBe(303)
  const list = await body(await officer.get(`${LIST}?${query}`))
  const view = /views\/([0-9a-f-]{36})/.exec(await body(await officer.get(`${LIST}/views`)))?.[1]
  expect(list).toContain('aria-current="true"')
  await officer.post(`${LIST}/views/${view}/first`, { first: 'yes' })
  expect((await officer.get(LIST)).headers.get('location')).toBe(`${LIST}?region=fes&column=number&column=gender&column=age&sort=title`)
  expect((await officer.get(`${LIST}?view=all`)).status).toBe(200)
  expect((await officer.get(`${LIST}?state=waiting`)).status).toBe(200)
  const auditor = mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'auditor'), NOW)
  const theirs = await body(await auditor.get(`${LIST}?${query}`))
  expect([theirs.includes('Fès'), theirs.includes('class="tick'), theirs.includes('>Sexe<'), theirs.includes(one.number)]).toEqual([
    true,
    false,
    false,
    true,
  ])
  const refusal = await officer.post(`${LIST}/views`, { name: 'Fès', query })
  expect([refusal.status, (await body(refusal)).includes('Vous avez déjà une vue de ce nom')]).toEqual([422, true])
  expect((await auditor.post(`${LIST}/views/${view}/removal`, {})).status).toBe(404)
  expect((await officer.post(`${LIST}/views/${view}/removal`, {})).status).toBe(303)
  const gone = await officer.post(`${LIST}/views/${view}/name`, { name: 'Fès, par âge' })
  expect([gone.status, (await body(gone)).includes('Cette vue n’existe plus')]).toEqual([404, true])
})

test('days the wrong way round are named beside the field, and a message is shown as its first reader will have it', async () => {
  const { officer, one, two } = await desk()
  const page = await body(await officer.get(`${LIST}?from=2024-04-05&to=2024-03-01`))
  expect([page.includes('Ce jour vient avant le premier'), page.includes('aria-describedby="to-error"'), await htmlFaults(page)]).toEqual([
    true,
    true,
    [],
  ])
  const act = { act: 'write', application: [one.application, two.application], ...everyLanguage('subject'), 'text.ar': 'x', 'text.en': 'x' }
  const to = (await officer.post(`${LIST}/acts`, { ...act, 'text.fr': 'Dossier {numéro}' })).headers.get('location') ?? ''
  const plan = await body(await officer.get(to))
  expect([plan.includes(`Dossier ${one.number}`), plan.includes('{numéro}'), await htmlFaults(plan)]).toEqual([true, false, []])
  const empty = await officer.post(`${LIST}/acts`, { act: 'write', application: [one.application] })
  expect(empty.status).toBe(422)
})

test('previous and next follow the list one came from, also after a verdict is kept; an officer of one region reads which', async () => {
  const small = await smallEdition(held.db)
  const [a, far, b] = [
    await submitted(held.db, small, { region: 'fes' }),
    await submitted(held.db, small, { region: 'ori' }),
    await submitted(held.db, small, { region: 'fes' }),
  ]
  const officer = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  await officer.post(`${LIST}/checks`, {})
  const list = await body(await officer.get(`${LIST}?region=fes&sort=number`))
  const link = new RegExp(`href="(/fr/desk/2024/eligibility/${a.application}\\?list=[^"]+)"`).exec(list)?.[1] as string
  const file = await body(await officer.get(link))
  expect([file.includes(`eligibility/${b.application}?list=`), file.includes(`eligibility/${far.application}`)]).toEqual([true, false])
  const kept = await officer.post(link.replace('?', '/verdicts?'), { 'verdict.age': 'not-met', 'reason.age': 'Acte relu', 'seen.age': '1' })
  expect([kept.status, kept.headers.get('location')]).toEqual([303, `${link}&said=verdicts-kept`])
  expect(await htmlFaults(await (await officer.get(link)).text())).toEqual([])
  const regional = mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'officer', 'fes'), NOW)
  expect(await body(await regional.get(LIST))).toMatch(/Vous voyez seulement les dossiers de votre périmètre\u00a0: [^.]+\./)
  expect(list).not.toContain('Vous voyez seulement')
})

test('exports hold what the list holds, under the headings of the page, restricted answers for nobody, nothing that a spreadsheet runs', async () => {
  const { officer, small, one, two } = await desk()
  const auditor = mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'auditor'), NOW)
  const csv = async (who: typeof officer, query: string) => (await (await who.get(`${LIST}.csv${query}`)).text()).trim().split('\r\n')
  expect(await csv(officer, '?sort=number&column=number&column=age')).toEqual([
    'Numéro,Projet,Porteur,Type de porteur,Âge',
    expect.stringMatching(new RegExp(`^${one.number},'=SUM\\(1\\),.*,\\d+$`)),
    expect.stringMatching(new RegExp(`^${two.number},.*,34$`)),
  ])
  expect((await csv(auditor, '?column=number&column=age'))[0]).not.toContain('Âge')
  const all = await csv(officer, '?answers=yes&region=fes')
  expect([all.length, all[0]?.includes('label cin'), all[1]?.includes('AB123456')]).toEqual([2, false, false])
  const theirs = await csv(auditor, '?answers=yes')
  expect([theirs.length, theirs.join().includes('label cin'), theirs.join().includes('AB123456')]).toEqual([3, false, false])
  const xlsx = await officer.get(`/ar/desk/2024/applications.xlsx?answers=yes&sort=number`)
  const sheet = sheetOf(Buffer.from(await xlsx.arrayBuffer()))
  expect(xlsx.headers.get('content-disposition')).toContain(encodeURIComponent('ملفات-الترشيح-2024.xlsx'))
  expect([
    sheet.match(/<row /g)?.length,
    sheet.includes('rightToLeft="1"'),
    sheet.includes('<t xml:space="preserve">=SUM(1)</t>'),
    sheet.includes('<f>'),
  ]).toEqual([3, true, true, false])
  const ticked = await officer.get(`${LIST}/export?act=xlsx&query=&application=${two.application}`)
  const only = sheetOf(Buffer.from(await ticked.arrayBuffer()))
  expect([only.includes(two.number), only.includes(one.number)]).toEqual([true, false])
})

/** The first sheet of a workbook. */
const sheetOf = (zip: Buffer): string => partsOf(zip).get('xl/worksheets/sheet1.xml') as string

test('with all answers, each table of people and of money has its own sheet: a row a line by the number of its application, amounts as figures', async () => {
  const small = await smallEdition(held.db)
  const named = (code: string) => ({ ar: `${code} ar`, fr: `${code} fr`, en: `${code} en` })
  const table = (code: string, kind: string, more: object) => ({ code, kind, label: named(code), required: false, ...more })
  const tables = [
    table('team', 'people', { columns: ['role', 'birth_date'] }),
    table('costs', 'budget', { categories: [{ code: 'rent', name: named('rent') }] }),
    table('salaries', 'budget', { restricted: true }),
  ]
  const { definition } = await held.db.selectFrom('form_version').select('definition').where('id', '=', small.formVersion).executeTakeFirstOrThrow()
  const form = definition as { sections: { questions: unknown[] }[] }
  form.sections[1]?.questions.push(...tables)
  await held.db
    .updateTable('form_version')
    .set({ definition: JSON.stringify(form) })
    .where('id', '=', small.formVersion)
    .execute()
  const one = await submitted(held.db, small)
  const { answers } = await held.db.selectFrom('submission').select('answers').where('application', '=', one.application).executeTakeFirstOrThrow()
  const lines = {
    team: [{ name: 'Salma', role: '=Luthière', birth_date: '2001-06-14' }, { name: 'Adil' }],
    costs: [{ label: 'Atelier', category: 'rent', amount: '12000.50' }],
    salaries: [{ label: 'Secret', amount: '1.00' }],
  }
  await held.db
    .updateTable('submission')
    .set({ answers: JSON.stringify({ ...(answers as object), ...lines }) })
    .where('application', '=', one.application)
    .execute()
  const officer = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const parts = partsOf(Buffer.from(await (await officer.get(`${LIST}.xlsx?answers=yes`)).arrayBuffer()))
  const texts = (sheet: number) => [...(parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? '').matchAll(/>([^<>]+)<\/(?:t|v)>/g)].map(([, text]) => text)
  const names = [...(parts.get('xl/workbook.xml') as string).matchAll(/sheet name="([^"]+)"/g)].map(([, name]) => name)
  // The form answered before asked for tables of its own: their sheets stand behind.
  expect(names.slice(0, 3)).toEqual(['Candidatures', 'team fr', 'costs fr'])
  expect(texts(2)).toEqual([
    'Numéro',
    'Nom et prénom',
    'Rôle dans le projet',
    'Date de naissance',
    one.number,
    'Salma',
    '=Luthière',
    '37056',
    one.number,
    'Adil',
  ])
  expect(texts(3)).toEqual(['Numéro', 'Dépense', 'Poste', 'Montant', one.number, 'Atelier', 'rent fr', '12000.50'])
  expect([...parts.values()].join().includes('Secret')).toBe(false)
  const without = partsOf(Buffer.from(await (await officer.get(`${LIST}.xlsx`)).arrayBuffer()))
  expect(without.has('xl/worksheets/sheet2.xml')).toBe(false)
})

test('sheets for paper hold every answer but restricted ones, and none that tells who applied where the jury reads without names', async () => {
  const { officer, one } = await desk()
  const whole = await body(await officer.get(`${LIST}/sheets?application=${one.application}`))
  const blind = await body(await officer.get(`${LIST}/sheets?application=${one.application}&blind=yes`))
  expect([whole.includes('AB123456'), whole.includes('label summary'), blind.includes('AB123456'), blind.includes('label summary')]).toEqual([
    false,
    true,
    false,
    true,
  ])
  expect([whole.includes('label holder_name_ar'), blind.includes('label holder_name_ar')]).toEqual([true, false])
})

test('printed, the list has every line it finds whatever the page one was on, and says what it is filtered by and the day', async () => {
  const { small, officer } = await desk()
  for (let place = 0; place < 52; place++) await submitted(held.db, small, { project_title: `Projet ${place}` })
  const lines = (page: string): number => (/<tbody>([\s\S]*)<\/tbody>/.exec(page)?.[1]?.match(/<tr>/g) ?? []).length
  const whole = await body(await officer.get(`${LIST}/print?page=2`))
  expect([lines(whole), whole.includes('Toutes les candidatures'), whole.includes('4 avril 2024')]).toEqual([54, true, true])
  const some = await body(await officer.get(`${LIST}/print?q=Projet&region=fes`))
  expect([lines(some), /Retenues\u00a0: Recherche\u00a0: Projet · Région\u00a0:/.test(some)]).toEqual([52, true])
})
