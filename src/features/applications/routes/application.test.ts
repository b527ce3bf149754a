import { describe, expect, test } from 'vitest'
import { DEADLINE, DURING, LAST_INSTANT, OPENS, somebody, TOO_LATE } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { applicants, DECLARED, fieldsOf, leadsTo } from '../../../../tests/server/applicant.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'

const held = testDatabase()
const at = applicants(held)
const { begun, get, patch, post, written } = at

describe('an application', () => {
  test('of somebody else, one that does not exist and one that is no id answer alike, on every page', async () => {
    const holder = await somebody(held.db, at.call.organisation)
    const application = await written(holder)
    await post(`/fr/applications/${application}/submission`, holder, DECLARED)
    const others = [await somebody(held.db, at.call.organisation), await somebody(held.db, at.call.organisation, 'administrator')]
    for (const rest of ['', '/sections/who', '/check', '/receipt', '/receipt.pdf', '/withdrawal', '/versions']) {
      for (const viewer of others) expect((await get(`/fr/applications/${application}${rest}`, viewer)).status, rest).toBe(404)
      for (const id of [newId(), 'x', "'%00"]) expect((await get(`/fr/applications/${id}${rest}`, holder)).status, rest).toBe(404)
      expect((await get(`/fr/applications/${application}${rest}`, null)).status, rest).toBe(303)
    }
    for (const rest of ['/sections/who', '/submission', '/withdrawal', '/versions'])
      expect((await post(`/fr/applications/${application}${rest}`, others[0] as SignedIn, DECLARED)).status, rest).toBe(404)
  })

  test('before the opening and after the deadline says so and shows no way to send', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await written(viewer)
    const base = `/fr/applications/${application}`
    for (const path of [base, `${base}/check`, `${base}/sections/who`]) {
      const html = await (await get(path, viewer, TOO_LATE)).text()
      expect(html, path).toContain('Le délai est passé')
      expect(html, path).not.toContain('name="draft.go"')
      expect(html, path).not.toContain('/submission')
    }
    expect((await post(`${base}/submission`, viewer, DECLARED, TOO_LATE)).status).toBe(410)
    const early = await post('/fr/calls/2024/applications', await somebody(held.db, at.call.organisation), {}, new Date(OPENS.getTime() - 1))
    expect(early.status).toBe(422)
  })

  test('says how long is left, and in the grace period that it runs', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const base = `/fr/applications/${await begun(viewer)}`
    const left = async (now: Date) => /<p class="sm muted">([^<]*)<\/p>/.exec(await (await get(base, viewer, now)).text())?.[1]
    expect(await left(DURING)).toContain('Il reste 11 jours. Date limite\u00a0: dimanche 31 mars 2024 à 23\u00a0h\u00a059 (heure du Maroc)')
    expect(await left(new Date(DEADLINE.getTime() - 135 * 60_000))).toContain('Il reste 2 heures et 15 minutes')
    expect(await left(new Date(DEADLINE.getTime() - 30_000))).toContain('Il reste moins d’une minute')
    expect(await left(LAST_INSTANT)).toContain('la tolérance court encore')
  })

  test('is withdrawn after a page that says what it means; the receipt stays, and one begins again with the same answers', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await written(viewer)
    const base = `/fr/applications/${application}`
    await post(`${base}/sections/kinds`, viewer, { of_phone: '+212 612 34 56 78', of_money: '12 500' })
    // Nobody declares over an answer that is folded away.
    expect(await (await get(`${base}/check`, viewer)).text()).not.toContain('<details class="stack stack--sm">')
    await post(`${base}/submission`, viewer, DECLARED)
    expect((await get(`${base}/withdrawal`, viewer)).status).toBe(200)
    expect((await post(`${base}/withdrawal`, viewer, { reason: 'x'.repeat(1001) })).status).toBe(422)
    expect(leadsTo(await post(`${base}/withdrawal`, viewer, { reason: 'Changé d’avis' }))).toEqual([303, `${base}?said=withdrawn`])
    expect(await (await get(`${base}/receipt`, viewer)).text()).toContain('Cette candidature est retirée')
    const again = await post('/fr/calls/2024/applications', viewer)
    expect(again.headers.get('location')).toMatch(/said=taken-over$/)
    // As one types them, not as they are kept.
    const kinds = await (await get(`${again.headers.get('location')?.split('?')[0]}/sections/kinds`, viewer)).text()
    expect(kinds).toMatch(/value="0612-345678"/)
    expect(kinds).toMatch(/value="12500"/)
  })
})

test('a part in which nothing was written does not say that it is saved', async () => {
  const viewer = await somebody(held.db, at.call.organisation)
  const base = `/fr/applications/${await begun(viewer)}`
  await post(`${base}/sections/project`, viewer, { project_title: 'Dar Dal' })
  const said = async (section: string) => (await get(`${base}/sections/${section}`, viewer)).text()
  expect(await said('project')).toContain('Tout est enregistré')
  expect(await said('kinds')).toContain('Rien d’écrit pour l’instant')
  expect(await said('kinds')).not.toContain('Tout est enregistré')
})

describe('saving while one types', () => {
  test('answers when it was saved and the marks to save over next', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await begun(viewer)
    const draft = `/fr/applications/${application}/draft`
    const page = await fieldsOf(await get(`/fr/applications/${application}/sections/project`, viewer))
    const first = await patch(draft, viewer, {
      'draft.page': page['draft.page'] as string,
      'known.summary': page['known.summary'] as string,
      summary: 'Un',
    })
    const body = (await first.json()) as { version: number; known: { summary: string } }
    expect([first.status, body]).toEqual([
      200,
      {
        version: 2,
        savedAt: DURING.toISOString(),
        said: 'Tout est enregistré, aujourd’hui à 12\u00a0h',
        known: { summary: expect.stringMatching(/^[0-9a-f]{16}$/) },
        faults: {},
      },
    ])
    const second = await patch(draft, viewer, { 'known.summary': body.known.summary, summary: 'Un deux' })
    expect(second.status).toBe(200)
    const stale = await patch(draft, viewer, {
      'known.summary': body.known.summary,
      summary: 'Un trois',
      'known.project_title': page['known.project_title'] as string,
      project_title: 'T',
    })
    expect([stale.status, await stale.json()]).toMatchObject([409, { aside: ['summary'], known: { project_title: expect.any(String) } }])
    expect(await fieldsOf(await get(`/fr/applications/${application}/sections/project`, viewer))).toMatchObject({
      summary: 'Un deux',
      project_title: 'T',
    })
  })

  test('names an answer too long to keep and saves the others', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await begun(viewer)
    const answer = await patch(`/en/applications/${application}/draft`, viewer, { summary: 'x'.repeat(20_001), project_title: 'T' })
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { faults: { summary: expect.stringContaining('20') }, known: { project_title: expect.any(String) } },
    ])
  })

  test('is refused by name to a visitor, a stranger, after the deadline and after sending; nothing is saved', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await written(viewer)
    const draft = `/fr/applications/${application}/draft`
    const outcome = async (answer: Response) => [answer.status, ((await answer.json()) as { refused: { code: string } }).refused.code]
    expect(await outcome(await patch(draft, null, { summary: 'x' }))).toEqual([401, 'sign-in/needed'])
    expect(await outcome(await patch(draft, await somebody(held.db, at.call.organisation), { summary: 'x' }))).toEqual([404, 'application/unknown'])
    expect(await outcome(await patch(`/fr/applications/${newId()}/draft`, viewer, { summary: 'x' }))).toEqual([404, 'application/unknown'])
    expect(await outcome(await patch('/fr/applications/x/draft', viewer, { summary: 'x' }))).toEqual([404, 'application/unknown'])
    expect(await outcome(await patch(draft, viewer, { of_line: 'x' }, TOO_LATE))).toEqual([410, 'application/call-closed'])
    await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
    expect(await outcome(await patch(draft, viewer, { of_line: 'x' }))).toEqual([410, 'application/already-submitted'])
  })
})
