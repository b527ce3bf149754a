import { expect, test } from 'vitest'
import { BEFORE, house } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { beginEditionDraft } from './commands/edition-draft.ts'
import { editionDraft } from './queries/edition-drafts.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)

async function desk(from: 'copy' | 'edition') {
  const begun = await beginEditionDraft(held.db, the.officer, { from, edition: '2024' }, BEFORE)
  if (!begun.ok) throw new Error(begun.code)
  const { draft } = begun.value
  const routes = mounted(held.db, programmeRoutes(), the.officer, BEFORE)
  const base = `/fr/desk/editions/${draft}`
  const page = async (path: string) => (await (await routes.get(`${base}${path}`)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
  const markOf = (html: string) => /name="known" value="([0-9a-f]{16})"/.exec(html)?.[1] ?? ''
  const send = async (path: string, body: Record<string, string>, known?: string) => {
    const answer = await routes.post(`${base}${path}`, { act: 'save', known: known ?? markOf(await page(path)), ...body })
    return { status: answer.status, html: (await answer.text()).replaceAll(/[\u00a0\u202f]/g, ' ') }
  }
  const document = async () => (await editionDraft(held.db, the.officer, draft, BEFORE))?.document
  return { page, send, markOf, document }
}

test('an address or a number that another edition has is said as soon as it is saved, and kept as typed', async () => {
  const { page, send } = await desk('copy')
  expect((await send('/edition', { 'edition.slug': '2024', 'edition.ordinal': '2' })).status).toBe(303)
  const html = await page('/edition')
  expect(html).toContain('Une autre édition a déjà l’adresse 2024 : choisissez-en une autre.')
  expect(html).toContain('Le programme a déjà une édition numéro 2 : choisissez un autre numéro.')
  expect(html).toContain('value="2024"')
  expect(await page('')).toContain('Une autre édition a déjà l’adresse 2024')
  await send('/edition', { 'edition.slug': '2031', 'edition.ordinal': '9' })
  expect(await page('/edition')).not.toContain('Une autre édition')
})

test('a page that comes back names every fault at once and does not say that it is saved', async () => {
  const { send } = await desk('copy')
  await send('/edition', { 'edition.slug': '2024' })
  const { status, html } = await send('/edition', { 'edition.places': 'vingt', 'edition.slug': '2024' })
  expect(status).toBe(422)
  expect(html).toContain('Une autre édition a déjà l’adresse 2024')
  expect(html).toContain('Pas encore enregistré')
  expect(html).not.toContain('Enregistré à')
})

test('what is left to write is named, each with the way to its field', async () => {
  const { page } = await desk('copy')
  expect(await page('/call')).toMatch(/<a href="[^"]*\/call#call-opens">Ouverture<\/a>/)
})

test('of a new item its name is asked for, not the code that will be made from it', async () => {
  const { page, send } = await desk('copy')
  const count = String([...(await page('/sectors')).matchAll(/remove:sectors:/g)].length)
  await send('/sectors', { act: 'add:sectors', 'sectors.count': count })
  expect(await page('/sectors')).toContain(`#sectors-${count}-name-fr"`)
  expect(await page('/sectors')).not.toContain(`#sectors-${count}-code"`)
  await send('/sectors', { 'sectors.count': String(Number(count) + 1), [`sectors.${count}.name.ar`]: 'الحكي', [`sectors.${count}.name.fr`]: 'الحكي' })
  expect(await page('/sectors')).toContain(`#sectors-${count}-code"`)
})

test('a condition for which only the question was chosen decides nothing: it comes back to be finished', async () => {
  const { send, document } = await desk('copy')
  const path = '/form/questions/project_link'
  const code = (await document())?.form.sections.flatMap(({ questions }) => questions).at(-1)?.code ?? ''
  const at = path.replace('project_link', code)
  const when = async () => (await document())?.form.sections.flatMap(({ questions }) => questions).find((one) => one.code === code)?.when
  const before = await when()
  const row = { 'cond.count': '1', 'cond.0.name': 'applicant_kind', 'question.when': before ?? '', 'question.when.before': before ?? '' }
  const first = await send(at, row)
  expect(first.status).toBe(422)
  expect(first.html).toContain('Dites quelle réponse il faut sur cette ligne')
  expect(first.html).toContain('name="cond.0.value"')
  expect(await when()).toBe(before)
  const asked = await send(at, { ...row, act: 'condition:more' })
  expect([asked.status, asked.html.includes('Dites quelle réponse')]).toEqual([422, false])
  expect((await send(at, { ...row, 'cond.0.relation': '=', 'cond.0.value': 'cso' })).status).toBe(303)
  expect(await when()).toBe('applicant_kind = "cso"')
})

test('of two who saved one part, the second is shown only what really differs', async () => {
  const { page, send, markOf } = await desk('edition')
  const known = markOf(await page('/programme'))
  const texts = (name: string) => ({ 'programme.name.ar': 'كواليس', 'programme.name.fr': name, 'programme.name.en': 'Kawaliss' })
  expect((await send('/programme', texts('La première'), known)).status).toBe(303)
  const { status, html } = await send('/programme', texts('La seconde'), known)
  expect([status, html.split('Enregistré entre-temps').length - 1]).toEqual([409, 1])
})

test('strands are written by hand, without script: added, named, given their money, moved and taken out by the buttons', async () => {
  const { page, send, document } = await desk('copy')
  expect((await send('/strands', { act: 'add:strands', 'strands.count': '0' })).status).toBe(303)
  const one = (place: number, fr: string, ceiling: string, envelope: string) => ({
    [`strands.${place}.name.ar`]: 'محور',
    [`strands.${place}.name.fr`]: fr,
    [`strands.${place}.name.en`]: fr,
    [`strands.${place}.code`]: '',
    [`strands.${place}.summary.ar`]: 'كلمة',
    [`strands.${place}.summary.fr`]: 'Un mot.',
    [`strands.${place}.summary.en`]: 'A word.',
    [`strands.${place}.places`]: '20',
    [`strands.${place}.ceiling`]: ceiling,
    [`strands.${place}.envelope`]: envelope,
  })
  await send('/strands', { act: 'add:strands', 'strands.count': '1', ...one(0, 'Scène', '80 000', '') })
  await send('/strands', { 'strands.count': '2', ...one(0, 'Scène', '80 000', ''), ...one(1, 'Artisanat', '40000', '30000') })
  const html = await page('/strands')
  expect(html).toContain('Le plafond d’un projet (40 000 MAD) dépasse l’enveloppe du volet (30 000 MAD)')
  expect(html).toContain('Les places des volets font 40, celles de l’édition 24.')
  expect(html).toContain('Aucune question du formulaire ne demande le volet')
  const codes = async () => (await document())?.strands?.map(({ code, ceiling, envelope }) => [code, ceiling, envelope])
  expect(await codes()).toEqual([
    ['scene', '80000', null],
    ['artisanat', '40000', '30000'],
  ])
  await send('/strands', { act: 'up:strands:1', 'strands.count': '2' })
  expect((await codes())?.map(([code]) => code)).toEqual(['artisanat', 'scene'])
  await send('/strands', { act: 'remove:strands:0', 'strands.count': '2' })
  await send('/strands', { act: 'remove:strands:0', 'strands.count': '1' })
  expect(Object.hasOwn((await document()) ?? {}, 'strands')).toBe(false)
})

test('a call that opens on another day than its calendar says is told on the page of the call too, and what is wrong is not said to be saved alone', async () => {
  const { page, send } = await desk('edition')
  const opens = { 'call.opens.day': '2', 'call.opens.month': '3', 'call.opens.year': '2024', 'call.opens.time': '9:00' }
  expect((await send('/call', opens)).status).toBe(303)
  expect(await page('/call?said=saved')).toMatch(/Le calendrier dit autre chose que l’appel.*?<a href="[^"]*\/calendar#calendar-0-from">/s)
  expect(await page('/calendar?said=saved')).toContain('Enregistré tel quel. Ce qui suit reste à corriger.')
  expect(await page('/sectors?said=saved')).toContain('Enregistré.')
  await send('/call', { ...opens, 'call.opens.day': '1' })
  expect(await page('/call')).not.toContain('Le calendrier dit autre chose')
})

test('each quota is read back in words, also where no value was chosen, and before a new edition is made', async () => {
  const { page } = await desk('edition')
  expect(await page('/selection')).toContain('C’est-à-dire : le genre, « femme » : 9 au moins.')
  expect(await page('/selection')).toContain('C’est-à-dire : la région, chacune : 6 au moins, 6 au plus.')
  expect(await page('/selection')).toContain('>Chacune d’elles</option>')
})

test('a deadline whose code was changed in the calendar is asked about', async () => {
  const { page, send, document } = await desk('edition')
  const place = (await document())?.calendar.findIndex(({ code }) => code === 'deadline')
  const count = String((await document())?.calendar.length)
  expect(await page('')).not.toContain('n’a le code deadline')
  await send('/calendar', { 'calendar.count': count, [`calendar.${place}.code`]: 'cloture' })
  expect(await page('')).toContain('Aucune date du calendrier n’a le code deadline')
  await send('/calendar', { 'calendar.count': count, [`calendar.${place}.code`]: 'deadline' })
  expect(await page('')).not.toContain('n’a le code deadline')
})

test('an edition about to be used without a rule of eligibility or a quota is asked about, and still may be', async () => {
  const { page, send } = await desk('edition')
  expect(await page('')).not.toContain('Aucune règle d’éligibilité')
  for (const rules of ['eligibility/eligibilityRules', 'selection/selectionRules']) {
    const [part, list] = rules.split('/') as [string, string]
    while ((await page(`/${part}`)).includes(`remove:${list}:0`)) {
      const { length } = [...(await page(`/${part}`)).matchAll(new RegExp(`remove:${list}:`, 'g'))]
      await send(`/${part}`, { act: `remove:${list}:0`, [`${list}.count`]: String(length) })
    }
  }
  const html = await page('')
  expect(html).toContain('Aucune règle d’éligibilité : toute candidature envoyée pourra être recevable.')
  expect(html).toContain('Aucun quota : la sélection ne tiendra compte que des places et des notes.')
  expect(html).toContain('Proposer à la relecture')
})
