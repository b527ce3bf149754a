import { describe, expect, test } from 'vitest'
import { LAST_INSTANT, somebody, TOO_LATE } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { applicants, DECLARED, fieldsOf, leadsTo, PROJECT, WHO } from '../../../../tests/server/applicant.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'

const held = testDatabase()
const at = applicants(held)
const { begun, get, post, written } = at

describe('an applicant without script', () => {
  test('begins, answers part after part, checks, sends, and holds a receipt', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await begun(viewer)
    const base = `/fr/applications/${application}`
    const first = await fieldsOf(await get(`${base}/sections/who`, viewer))
    expect(leadsTo(await post(`${base}/sections/who`, viewer, { ...first, ...WHO, 'draft.go': 'next' }))).toEqual([303, `${base}/sections/project`])
    const second = await fieldsOf(await get(`${base}/sections/project`, viewer))
    expect(leadsTo(await post(`${base}/sections/project`, viewer, { ...second, ...PROJECT, 'draft.go': 'next' }))).toEqual([
      303,
      `${base}/sections/kinds`,
    ])
    const third = await fieldsOf(await get(`${base}/sections/kinds`, viewer))
    expect(leadsTo(await post(`${base}/sections/kinds`, viewer, { ...third, 'draft.go': 'next' }))).toEqual([303, `${base}?said=section-saved`])
    expect(await (await get(base, viewer)).text()).toContain(`href="${base}/check"`)
    expect(await (await get(`${base}/check`, viewer)).text()).toContain(`action="${base}/submission"`)
    expect((await post(`${base}/submission`, viewer, {})).status).toBe(422)
    const undeclared = await (await post(`${base}/submission`, viewer, {})).text()
    expect(undeclared).toContain('">Ce que j’ai écrit est exact, et c’est moi qui porte le projet. Cochez la case pour continuer</a>')
    expect(leadsTo(await post(`${base}/submission`, viewer, DECLARED))).toEqual([303, `${base}/receipt`])
    const receipt = await get(`${base}/receipt`, viewer)
    expect(receipt.status).toBe(200)
    expect(await receipt.text()).toContain('دار الظل')
  })

  test('finds every page of the way valid, in three languages', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await written(viewer)
    const faults: string[] = []
    const look = async (path: string, answer: Response) => faults.push(...(await htmlFaults(await answer.text())).map((fault) => `${path} ${fault}`))
    for (const language of ['ar', 'fr', 'en']) {
      const base = `/${language}/applications/${application}`
      for (const path of [
        base,
        `${base}/sections/who`,
        `${base}/sections/project`,
        `${base}/sections/kinds`,
        `${base}/check`,
        `${base}/withdrawal`,
        `/${language}/receipts`,
      ])
        await look(path, await get(path, viewer))
      await look('wrong', await post(`${base}/sections/project`, viewer, { 'known.sector': '0'.repeat(16), sector: 'x', of_url: 'x' }))
    }
    await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
    for (const language of ['ar', 'fr', 'en']) await look('receipt', await get(`/${language}/applications/${application}/receipt`, viewer))
    expect([...new Set(faults)]).toEqual([])
  })

  test('who pressed the button twice is led to the same receipt', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await written(viewer)
    const path = `/fr/applications/${application}/submission`
    const clicks = await Promise.all([post(path, viewer, DECLARED), post(path, viewer, DECLARED), post(path, viewer, DECLARED)])
    expect(clicks.map((answer) => answer.status)).toEqual([303, 303, 303])
    expect(new Set(clicks.map((answer) => answer.headers.get('location')?.split('?')[0]))).toEqual(
      new Set([`/fr/applications/${application}/receipt`]),
    )
  })

  test('who must sign in first comes back to the threshold, and from there to the one application they hold', async () => {
    expect(leadsTo(await get('/fr/calls/2024/applications', null))).toEqual([303, '/fr/sign-in?return_to=%2Fcalls%2F2024%2Fapplications'])
    // The button of the call page: nothing was typed yet, so nothing is said to be kept.
    expect(leadsTo(await post('/fr/calls/2024/applications', null, {}))).toEqual([303, '/fr/sign-in?return_to=%2Fcalls%2F2024%2Fapplications'])
    const viewer = await somebody(held.db, at.call.organisation)
    expect((await get('/fr/calls/2024/applications', viewer)).status).toBe(200)
    const application = await begun(viewer)
    expect(leadsTo(await get('/fr/calls/2024/applications', viewer))).toEqual([303, `/fr/applications/${application}`])
    expect((await get('/fr/calls/1999/applications', viewer)).status).toBe(404)
  })
})

describe('what was typed comes back', () => {
  test('beside the faults, each in its sentence and linked from the top, and was saved as typed', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const path = `/fr/applications/${await begun(viewer)}/sections/kinds`
    const page = await fieldsOf(await get(path, viewer))
    const typed = {
      of_integer: '25',
      of_money: 'beaucoup',
      of_url: 'pas un lien',
      of_email: 'a@b',
      of_phone: '12',
      'of_date.day': '31',
      'of_date.month': '2',
      'of_date.year': '2020',
      of_cin: '؟',
      of_line: 'x'.repeat(201),
    }
    const answer = await post(path, viewer, { ...page, ...typed })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>Erreur\u00a0: kinds')
    for (const code of ['of_integer', 'of_money', 'of_url', 'of_email', 'of_phone', 'of_date', 'of_cin', 'of_line'])
      expect(html, code).toContain(`href="#${code}"`)
    const again = await fieldsOf(await get(path, viewer))
    for (const [name, value] of Object.entries(typed)) expect(again[name], name).toBe(value)
  })

  test('when the session ended while one wrote: nothing is saved, every field is in the page, and can be sent again', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
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
    const viewer = await somebody(held.db, at.call.organisation)
    const path = `/fr/applications/${await begun(viewer)}/sections/project`
    const page = await fieldsOf(await get(path, viewer, LAST_INSTANT))
    expect((await post(path, viewer, { ...page, ...PROJECT }, LAST_INSTANT)).status).toBe(303)
    const late = await post(path, viewer, { ...(await fieldsOf(await get(path, viewer))), project_title: 'Trop tard' }, TOO_LATE)
    expect(late.status).toBe(410)
    const html = await late.text()
    expect(html).toContain('arrivé après la fin du délai')
    expect(html).toContain('value="Trop tard"')
    expect(html).not.toContain('name="draft.go"')
    expect((await fieldsOf(await get(path, viewer))).project_title).toBe('دار الظل')
  })

  test('when the application was sent from another window meanwhile: the late page gives back what was typed and leads to the receipt', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
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
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await begun(viewer)
    const path = `/fr/applications/${application}/sections/project`
    const [phone, laptop] = [await fieldsOf(await get(path, viewer)), await fieldsOf(await get(path, viewer))]
    await post(path, viewer, { ...laptop, ...PROJECT, summary: 'Le théâtre, écrit sur le portable' })
    expect(leadsTo(await post(path, viewer, { ...phone, summary: 'Le théâtre, écrit sur le téléphone' }))).toEqual([
      303,
      `/fr/applications/${application}/versions`,
    ])
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
