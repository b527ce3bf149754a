import { beforeAll, describe, expect, test } from 'vitest'
import { DEADLINE, DURING, FORM, LAST_INSTANT, type OpenCall, OPENS, openCall, somebody, TOO_LATE, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { featureApp, frameOf } from '../../../tests/server/feature-app.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import type { SignedIn, Viewer } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'
import { writeReceipt } from './commands/write-receipt.ts'
import { applicationRoutes } from './routes.tsx'

const held = testDatabase()
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
})
const app = featureApp(() => held.db, () => call.organisation, applicationRoutes({ frame: frameOf }))

const get = (path: string, viewer: Viewer | null, now = DURING) => app.ask('GET', path, { viewer, now })
const post = (path: string, viewer: Viewer | null, fields: Record<string, string | string[]> = {}, now = DURING) => app.ask('POST', path, { viewer, now }, fields)
const patch = (path: string, viewer: Viewer | null, fields: Record<string, string>, now = DURING) => app.ask('PATCH', path, { viewer, now }, fields)
const leadsTo = (answer: Response) => [answer.status, answer.headers.get('location')]

async function begun(viewer: SignedIn): Promise<string> {
  const answer = await post('/fr/calls/2024/applications', viewer)
  return /applications\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

/** What a browser would send back of a page: every field with its value, the hidden ones included. */
async function fieldsOf(answer: Response): Promise<Record<string, string>> {
  const html = await answer.text()
  const fields: Record<string, string> = {}
  const form = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    const type = attribute('type') ?? 'text'
    if ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag)) continue
    const name = attribute('name')
    if (name !== undefined) fields[name] = decoded(attribute('value') ?? '')
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)) fields[name as string] = decoded(text as string)
  for (const [, name, options] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) fields[name as string] = /value="([^"]*)" selected/.exec(options as string)?.[1] ?? ''
  return fields
}

const decoded = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const { birth_date: _birth, ...rest } = WHOLE
const WHO = { holder_name_ar: rest.holder_name_ar, holder_name_latin: rest.holder_name_latin, 'birth_date.day': '14', 'birth_date.month': '6', 'birth_date.year': '2000', gender: 'woman', applicant_kind: 'person' }
const PROJECT = { region: rest.region, project_title: rest.project_title, sector: rest.sector, summary: rest.summary }
const DECLARED = { 'declaration.true': 'yes', 'declaration.rules': 'yes' }

async function written(viewer: SignedIn): Promise<string> {
  const application = await begun(viewer)
  for (const [section, answers] of [['who', WHO], ['project', PROJECT], ['kinds', {}]] as const) {
    const page = await fieldsOf(await get(`/fr/applications/${application}/sections/${section}`, viewer))
    await post(`/fr/applications/${application}/sections/${section}`, viewer, { ...page, ...answers })
  }
  return application
}

describe('an applicant without script', () => {
  test('begins, answers part after part, checks, sends, and holds a receipt', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await begun(viewer)
    const base = `/fr/applications/${application}`
    const first = await fieldsOf(await get(`${base}/sections/who`, viewer))
    expect(leadsTo(await post(`${base}/sections/who`, viewer, { ...first, ...WHO, then: 'next' }))).toEqual([303, `${base}/sections/project`])
    const second = await fieldsOf(await get(`${base}/sections/project`, viewer))
    expect(leadsTo(await post(`${base}/sections/project`, viewer, { ...second, ...PROJECT, then: 'next' }))).toEqual([303, `${base}/sections/kinds`])
    const third = await fieldsOf(await get(`${base}/sections/kinds`, viewer))
    expect(leadsTo(await post(`${base}/sections/kinds`, viewer, { ...third, then: 'next' }))).toEqual([303, `${base}?said=section-saved`])
    expect(await (await get(base, viewer)).text()).toContain(`href="${base}/check"`)
    expect(await (await get(`${base}/check`, viewer)).text()).toContain(`action="${base}/submission"`)
    expect((await post(`${base}/submission`, viewer, {})).status).toBe(422)
    expect(leadsTo(await post(`${base}/submission`, viewer, DECLARED))).toEqual([303, `${base}/receipt`])
    const receipt = await get(`${base}/receipt`, viewer)
    expect(receipt.status).toBe(200)
    expect(await receipt.text()).toContain('دار الظل')
  })

  test('finds every page of the way valid, in three languages', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    const faults: string[] = []
    const look = async (path: string, answer: Response) => faults.push(...(await htmlFaults(await answer.text())).map((fault) => `${path} ${fault}`))
    for (const language of ['ar', 'fr', 'en']) {
      const base = `/${language}/applications/${application}`
      for (const path of [base, `${base}/sections/who`, `${base}/sections/project`, `${base}/sections/kinds`, `${base}/check`, `${base}/withdrawal`, `/${language}/receipts`]) await look(path, await get(path, viewer))
      await look('wrong', await post(`${base}/sections/project`, viewer, { 'known.sector': '0'.repeat(16), sector: 'x', of_url: 'x' }))
    }
    await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
    for (const language of ['ar', 'fr', 'en']) await look('receipt', await get(`/${language}/applications/${application}/receipt`, viewer))
    expect([...new Set(faults)]).toEqual([])
  })

  test('who pressed the button twice is led to the same receipt', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    const path = `/fr/applications/${application}/submission`
    const clicks = await Promise.all([post(path, viewer, DECLARED), post(path, viewer, DECLARED), post(path, viewer, DECLARED)])
    expect(clicks.map((answer) => answer.status)).toEqual([303, 303, 303])
    expect(new Set(clicks.map((answer) => answer.headers.get('location')?.split('?')[0]))).toEqual(new Set([`/fr/applications/${application}/receipt`]))
  })

  test('who must sign in first comes back to the threshold, and from there to the one application they hold', async () => {
    expect(leadsTo(await get('/fr/calls/2024/applications', null))).toEqual([303, '/fr/sign-in?return_to=%2Fcalls%2F2024%2Fapplications'])
    const viewer = await somebody(held.db, call.organisation)
    expect((await get('/fr/calls/2024/applications', viewer)).status).toBe(200)
    const application = await begun(viewer)
    expect(leadsTo(await get('/fr/calls/2024/applications', viewer))).toEqual([303, `/fr/applications/${application}`])
    expect((await get('/fr/calls/1999/applications', viewer)).status).toBe(404)
  })
})

describe('what was typed comes back', () => {
  test('beside the faults, each in its sentence and linked from the top, and was saved as typed', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const path = `/fr/applications/${await begun(viewer)}/sections/kinds`
    const page = await fieldsOf(await get(path, viewer))
    const typed = { of_integer: '25', of_money: 'beaucoup', of_url: 'pas un lien', of_email: 'a@b', of_phone: '12', 'of_date.day': '31', 'of_date.month': '2', 'of_date.year': '2020', of_cin: '؟', of_line: 'x'.repeat(201) }
    const answer = await post(path, viewer, { ...page, ...typed })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>Erreur : kinds')
    for (const code of ['of_integer', 'of_money', 'of_url', 'of_email', 'of_phone', 'of_date', 'of_cin', 'of_line']) expect(html, code).toContain(`href="#${code}"`)
    const again = await fieldsOf(await get(path, viewer))
    for (const [name, value] of Object.entries(typed)) expect(again[name], name).toBe(value)
  })

  test('when the session ended while one wrote: nothing is saved, every field is in the page, and can be sent again', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const path = `/fr/applications/${await begun(viewer)}/sections/project`
    const page = await fieldsOf(await get(path, viewer))
    const answer = await post(path, null, { ...page, ...PROJECT, summary: 'Une histoire "longue" & <belle>\nsur deux lignes' })
    expect(answer.status).toBe(401)
    const kept = await fieldsOf(answer)
    expect(kept).toMatchObject({ ...PROJECT, summary: 'Une histoire "longue" & <belle>\nsur deux lignes' })
    expect((await post(path, viewer, kept)).status).toBe(303)
    expect((await fieldsOf(await get(path, viewer))).summary).toBe('Une histoire "longue" & <belle>\nsur deux lignes')
  })

  test('when the deadline passed between opening the page and sending it: the answer says so and changes nothing', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const path = `/fr/applications/${await begun(viewer)}/sections/project`
    const page = await fieldsOf(await get(path, viewer, LAST_INSTANT))
    expect((await post(path, viewer, { ...page, ...PROJECT }, LAST_INSTANT)).status).toBe(303)
    const late = await post(path, viewer, { ...(await fieldsOf(await get(path, viewer))), project_title: 'Trop tard' }, TOO_LATE)
    expect(late.status).toBe(410)
    const html = await late.text()
    expect(html).toContain('arrivé après la fin du délai')
    expect(html).toContain('value="Trop tard"')
    expect(html).not.toContain('name="then"')
    expect((await fieldsOf(await get(path, viewer))).project_title).toBe('دار الظل')
  })

  test('when the application was sent from another window meanwhile: the late page gives back what was typed and leads to the receipt', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    const path = `/fr/applications/${application}/sections/project`
    const page = await fieldsOf(await get(path, viewer))
    await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
    const late = await post(path, viewer, { ...page, project_title: 'autre' })
    expect(late.status).toBe(410)
    const html = await late.text()
    expect(html).toContain('déjà envoyée')
    expect(html).toContain('autre')
    expect(html).toContain(`href="/fr/applications/${application}"`)
    expect(leadsTo(await get(path, viewer))).toEqual([303, `/fr/applications/${application}/receipt`])
  })

  test('when two windows wrote the same answer: both versions are shown, and the chosen one is kept', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await begun(viewer)
    const path = `/fr/applications/${application}/sections/project`
    const [phone, laptop] = [await fieldsOf(await get(path, viewer)), await fieldsOf(await get(path, viewer))]
    await post(path, viewer, { ...laptop, ...PROJECT, summary: 'Le théâtre, écrit sur le portable' })
    expect(leadsTo(await post(path, viewer, { ...phone, summary: 'Le théâtre, écrit sur le téléphone' }))).toEqual([303, `/fr/applications/${application}/versions`])
    const versions = await get(`/fr/applications/${application}/versions`, viewer)
    const html = await versions.clone().text()
    expect(html).toContain('<mark class="dif">portable</mark>')
    expect(html).toContain('<mark class="dif">téléphone</mark>')
    expect(await htmlFaults(html)).toEqual([])
    const choice = await fieldsOf(versions)
    const merged = await post(`/fr/applications/${application}/versions`, viewer, { ...choice, 'keep.summary': 'merge' })
    expect(leadsTo(merged)).toEqual([303, `/fr/applications/${application}/sections/project?said=merged#summary`])
    expect((await fieldsOf(await get(path, viewer))).summary).toBe('Le théâtre, écrit sur le portable\n\nLe théâtre, écrit sur le téléphone')
    expect((await fieldsOf(await get(path, viewer))).project_title).toBe('دار الظل')
  })
})

describe('saving while one types', () => {
  test('answers when it was saved and the marks to save over next', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await begun(viewer)
    const draft = `/fr/applications/${application}/draft`
    const page = await fieldsOf(await get(`/fr/applications/${application}/sections/project`, viewer))
    const first = await patch(draft, viewer, { 'draft.page': page['draft.page'] as string, 'known.summary': page['known.summary'] as string, summary: 'Un' })
    const body = (await first.json()) as { version: number; known: { summary: string } }
    expect([first.status, body]).toEqual([200, { version: 2, savedAt: DURING.toISOString(), said: 'Tout est enregistré, aujourd’hui à 12\u00a0h', known: { summary: expect.stringMatching(/^[0-9a-f]{16}$/) }, faults: {} }])
    const second = await patch(draft, viewer, { 'known.summary': body.known.summary, summary: 'Un deux' })
    expect(second.status).toBe(200)
    const stale = await patch(draft, viewer, { 'known.summary': body.known.summary, summary: 'Un trois', 'known.project_title': page['known.project_title'] as string, project_title: 'T' })
    expect([stale.status, await stale.json()]).toMatchObject([409, { aside: ['summary'], known: { project_title: expect.any(String) } }])
    expect(await fieldsOf(await get(`/fr/applications/${application}/sections/project`, viewer))).toMatchObject({ summary: 'Un deux', project_title: 'T' })
  })

  test('names an answer too long to keep and saves the others', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await begun(viewer)
    const answer = await patch(`/en/applications/${application}/draft`, viewer, { summary: 'x'.repeat(20_001), project_title: 'T' })
    expect([answer.status, await answer.json()]).toMatchObject([200, { faults: { summary: expect.stringContaining('20') }, known: { project_title: expect.any(String) } }])
  })

  test('is refused by name to a visitor, a stranger, after the deadline and after sending; nothing is saved', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    const draft = `/fr/applications/${application}/draft`
    const outcome = async (answer: Response) => [answer.status, ((await answer.json()) as { refused: { code: string } }).refused.code]
    expect(await outcome(await patch(draft, null, { summary: 'x' }))).toEqual([401, 'sign-in/needed'])
    expect(await outcome(await patch(draft, await somebody(held.db, call.organisation), { summary: 'x' }))).toEqual([404, 'application/unknown'])
    expect(await outcome(await patch(`/fr/applications/${newId()}/draft`, viewer, { summary: 'x' }))).toEqual([404, 'application/unknown'])
    expect(await outcome(await patch('/fr/applications/x/draft', viewer, { summary: 'x' }))).toEqual([404, 'application/unknown'])
    expect(await outcome(await patch(draft, viewer, { of_line: 'x' }, TOO_LATE))).toEqual([410, 'application/call-closed'])
    await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
    expect(await outcome(await patch(draft, viewer, { of_line: 'x' }))).toEqual([410, 'application/already-submitted'])
  })
})

describe('an application', () => {
  test('of somebody else, one that does not exist and one that is no id answer alike, on every page', async () => {
    const holder = await somebody(held.db, call.organisation)
    const application = await written(holder)
    await post(`/fr/applications/${application}/submission`, holder, DECLARED)
    const others = [await somebody(held.db, call.organisation), await somebody(held.db, call.organisation, 'administrator')]
    for (const rest of ['', '/sections/who', '/check', '/receipt', '/receipt.pdf', '/withdrawal', '/versions']) {
      for (const viewer of others) expect((await get(`/fr/applications/${application}${rest}`, viewer)).status, rest).toBe(404)
      for (const id of [newId(), 'x', "'%00"]) expect((await get(`/fr/applications/${id}${rest}`, holder)).status, rest).toBe(404)
      expect((await get(`/fr/applications/${application}${rest}`, null)).status, rest).toBe(303)
    }
    for (const rest of ['/sections/who', '/submission', '/withdrawal', '/versions']) expect((await post(`/fr/applications/${application}${rest}`, others[0] as SignedIn, DECLARED)).status, rest).toBe(404)
  })

  test('before the opening and after the deadline says so and shows no way to send', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    const base = `/fr/applications/${application}`
    for (const path of [base, `${base}/check`, `${base}/sections/who`]) {
      const html = await (await get(path, viewer, TOO_LATE)).text()
      expect(html, path).toContain('Le délai est passé')
      expect(html, path).not.toContain('name="then"')
      expect(html, path).not.toContain('/submission')
    }
    expect((await post(`${base}/submission`, viewer, DECLARED, TOO_LATE)).status).toBe(410)
    const early = await post('/fr/calls/2024/applications', await somebody(held.db, call.organisation), {}, new Date(OPENS.getTime() - 1))
    expect(early.status).toBe(422)
  })

  test('says how long is left, and in the grace period that it runs', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const base = `/fr/applications/${await begun(viewer)}`
    const at = async (now: Date) => /<p class="sm muted">([^<]*)<\/p>/.exec(await (await get(base, viewer, now)).text())?.[1]
    expect(await at(DURING)).toContain('Il reste 11 jours. Dernier délai : dimanche 31 mars 2024 à 23\u00a0h\u00a059 (UTC+00:00)')
    expect(await at(new Date(DEADLINE.getTime() - 135 * 60_000))).toContain('Il reste 2 heures et 15 minutes')
    expect(await at(new Date(DEADLINE.getTime() - 30_000))).toContain('Il reste moins d’une minute')
    expect(await at(LAST_INSTANT)).toContain('la tolérance court encore')
  })

  test('is withdrawn after a page that says what it means; the receipt stays, and one begins again with the same answers', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
    const base = `/fr/applications/${application}`
    expect((await get(`${base}/withdrawal`, viewer)).status).toBe(200)
    expect((await post(`${base}/withdrawal`, viewer, { reason: 'x'.repeat(1001) })).status).toBe(422)
    expect(leadsTo(await post(`${base}/withdrawal`, viewer, { reason: 'Changé d’avis' }))).toEqual([303, `${base}?said=withdrawn`])
    expect(await (await get(`${base}/receipt`, viewer)).text()).toContain('Cette candidature est retirée')
    const again = await post('/fr/calls/2024/applications', viewer)
    expect(again.headers.get('location')).toMatch(/said=taken-over$/)
  })
})

describe('a receipt', () => {
  test('is a document of the same bytes each time, in the language the application was sent in', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    await post(`/ar/applications/${application}/submission`, viewer, DECLARED)
    const read = async (language: string) => {
      const answer = await get(`/${language}/applications/${application}/receipt.pdf`, viewer)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      return Buffer.from(await answer.arrayBuffer())
    }
    const bytes = await read('ar')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.equals(await read('fr'))).toBe(true)
  })

  test('is checked by its hash by anyone, and tells nothing of whose it is', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
    const { hash } = await held.db.selectFrom('submission').select('hash').where('application', '=', application).executeTakeFirstOrThrow()
    const spaced = hash.toUpperCase().replace(/.{4}/g, '$& ')
    expect(leadsTo(await get(`/fr/receipts?hash=${encodeURIComponent(`SHA-256 ${spaced}`)}`, null))).toEqual([303, `/fr/receipts/${hash}`])
    const html = await (await get(`/fr/receipts/${hash}`, null)).text()
    expect(html).toMatch(/KW-2024-\d{4}/)
    expect(html).not.toContain('دار الظل')
    expect(html).not.toContain('سلمى')
    expect((await get(`/fr/receipts/${'0'.repeat(64)}`, null)).status).toBe(404)
    expect((await get('/fr/receipts/%00', null)).status).toBe(404)
  })

  test('is mailed once to its holder, with its number, time and hash', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const application = await written(viewer)
    await post(`/ar/applications/${application}/submission`, viewer, DECLARED)
    for (let run = 0; run < 2; run++) await writeReceipt(held.db, call.organisation, application, 'https://kawaliss.example', DURING)
    const mails = await held.db.selectFrom('message').selectAll().where('object', '=', application).execute()
    expect(mails).toHaveLength(1)
    const { hash } = await held.db.selectFrom('submission').select('hash').where('application', '=', application).executeTakeFirstOrThrow()
    expect(mails[0]).toMatchObject({ kind: 'application-receipt', person: viewer.person.id, language: 'ar', address: expect.stringContaining('@example.org') })
    expect(JSON.stringify(mails[0]?.content)).toContain(hash)
    expect(JSON.stringify(mails[0]?.content)).toContain(`https://kawaliss.example/ar/applications/${application}/receipt`)
  })
})

test('the form of these tests asks every kind of question', () => {
  expect(new Set(FORM.sections.flatMap((section) => section.questions.map((question) => question.kind))).size).toBe(17)
})
