import { describe, expect, test } from 'vitest'
import { DURING, somebody } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { applicants, DECLARED, leadsTo } from '../../../../tests/server/applicant.ts'
import { ORIGIN, teams } from '../../../../tests/server/teams.ts'
import { verifyAudit } from '../../../platform/database/audit.ts'
import { secretHash } from '../../../platform/identity/secret.ts'
import { invite } from './commands/invite.ts'
import { joinTeam } from './commands/join.ts'

const held = testDatabase()
const at = applicants(held)
const { begun, get, patch, post, written } = at
const { actsOf, invited, mailsTo, named, pair } = teams(held, at)
const later = (hours: number): Date => new Date(DURING.getTime() + hours * 3_600_000)

describe('an invitation', () => {
  test('is mailed in the language chosen; its link says who invites to what, and whoever signs in by it joins and writes', async () => {
    const salma = await named('Salma Ouhssain')
    const application = await begun(salma)
    const fields = { email: 'Karim@Example.org', language: 'ar' }
    expect(leadsTo(await post(`/fr/applications/${application}/team/invitations`, salma, fields))).toEqual([
      303,
      `/fr/applications/${application}/team?said=invited`,
    ])
    const [mail] = await mailsTo('team-invitation', application)
    expect([mail?.address, mail?.language]).toEqual(['karim@example.org', 'ar'])
    const link = /https:\/\/kawaliss\.example(\/ar\/invitations\/[\w-]{43})/.exec(JSON.stringify(mail?.content))?.[1] ?? ''
    const opened = await get(link, null)
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('Salma Ouhssain')])

    // Not signed in: through the door, and back to the invitation by a pass that is no secret for long.
    const door = (await post(`${link}/joining`, null)).headers.get('location') ?? ''
    const pass = decodeURIComponent(/return_to=(.*)$/.exec(door)?.[1] ?? '')
    expect(pass).toMatch(/^\/invitations\/[0-9a-f-]{36}\.[\w-]+\.[\w-]{22}$/)
    const karim = await somebody(held.db, at.call.organisation)
    expect(await (await get(`/ar${pass}`, karim)).text()).toContain('name="name"')
    expect((await post(`/ar${pass}/joining`, karim, { name: '' })).status).toBe(422)
    expect((await post(`/ar${pass}/joining`, karim, { name: 'www.example.org' })).status).toBe(422)
    expect(leadsTo(await post(`/ar${pass}/joining`, karim, { name: 'كريم بنعلي' }))).toEqual([303, `/ar/applications/${application}?said=joined`])
    expect((await get(`/ar${pass}`, null, later(2))).status).toBe(404)

    const saved = await patch(`/ar/applications/${application}/draft`, karim, { summary: 'نص كريم' })
    expect(saved.status).toBe(200)
    const [told] = await mailsTo('team-joined', application)
    expect([told?.person, JSON.stringify(told?.content)]).toEqual([salma.person.id, expect.stringContaining('كريم بنعلي')])
    expect(await actsOf(application)).toEqual(['application/started', 'team/invited', 'team/joined', 'draft/saved'])
    expect((await verifyAudit(held.db, at.call.organisation)).faults).toEqual([])
  })

  test('is kept as a hash: nothing in the database but the mail itself holds its secret', async () => {
    const salma = await named('Salma')
    const secret = await invited(salma, await begun(salma))
    const rows = await held.db.selectFrom('team_invitation').selectAll().where('invited_by', '=', salma.person.id).execute()
    const trail = await held.db.selectFrom('audit_entry').select('payload').where('actor', '=', salma.person.id).execute()
    expect(JSON.stringify([rows, trail])).not.toContain(secret)
    expect(rows).toHaveLength(1)
  })

  test('can be a link to share, shown once with a way to WhatsApp in the language of whoever will read it', async () => {
    const salma = await named('Salma')
    const base = `/fr/applications/${await begun(salma)}/team`
    const made = await post(`${base}/links`, salma, { link_for: 'several', link_language: 'en' })
    const html = await made.text()
    const link = /value="(https:\/\/kawaliss\.example\/en\/invitations\/[\w-]{43})"/.exec(html)?.[1] ?? ''
    expect([made.status, html]).toEqual([200, expect.stringContaining(`https://wa.me/?text=I%20am%20writing`)])
    expect(html).toContain(encodeURIComponent(link))
    expect(await (await get(base, salma)).text()).not.toContain(link)
    const path = link.replace(ORIGIN, '')
    for (const name of ['Amal', 'Youssef']) expect((await post(`${path}/joining`, await named(name))).status).toBe(303)
    const page = await (await get(base, salma)).text()
    expect(page).toContain('3 personnes écrivent')
    expect(page).toContain('2 personnes ont rejoint l’équipe par ce lien')
  })

  test('for one person lets one in, also when two press at the same instant', async () => {
    const salma = await named('Salma')
    const application = await begun(salma)
    const key = await invited(salma, application)
    const both = [await named('Amal'), await named('Youssef')]
    const outcomes = await Promise.all(both.map((viewer) => joinTeam(held.db, viewer, { key, name: '' }, ORIGIN, DURING)))
    expect(outcomes.map((one) => (one.ok ? 'in' : one.code)).sort()).toEqual(['in', 'team/used'])
    expect((await get(`/fr/invitations/${key}`, await named('Omar'))).status).toBe(410)
  })

  test('is worth nothing once taken back, after two weeks, after sending, after the deadline, and says why', async () => {
    const salma = await named('Salma')
    const application = await written(salma)
    const base = `/fr/applications/${application}/team`
    const [back, late] = [await invited(salma, application), await invited(salma, application)]
    const first = await held.db.selectFrom('team_invitation').select('id').where('token_hash', '=', secretHash(back)).executeTakeFirstOrThrow()
    expect(leadsTo(await post(`${base}/invitations/${first.id}/removal`, salma))[0]).toBe(303)
    expect((await post(`${base}/invitations/${first.id}/removal`, salma)).status).toBe(422)
    const said = async (key: string, now = DURING) => {
      const answer = await get(`/fr/invitations/${key}`, null, now)
      return [answer.status, await answer.text()]
    }
    expect(await said(back)).toEqual([410, expect.stringContaining('Cette invitation a été annulée')])
    expect(await said(late, new Date('2024-04-03T12:00:00Z'))).toEqual([410, expect.stringContaining('Le délai de l’appel est passé')])
    expect(await said('x'.repeat(43))).toEqual([404, expect.stringContaining('Cette invitation n’existe pas')])
    await held.db
      .updateTable('team_invitation')
      .set({ expires_at: later(1) })
      .where('application', '=', application)
      .execute()
    expect(await said(late, later(1))).toEqual([410, expect.stringContaining('Le temps de cette invitation est passé')])
    await post(`/fr/applications/${application}/submission`, salma, DECLARED)
    expect(await said(late)).toEqual([410, expect.stringContaining('La candidature est envoyée')])
    const amal = await named('Amal')
    expect(await joinTeam(held.db, amal, { key: late, name: '' }, ORIGIN, DURING)).toMatchObject({ ok: false, code: 'team/sent' })
  })

  test('needs room: a team has ten people, an address one open invitation, and few mails leave in an hour', async () => {
    const salma = await named('Salma')
    const application = await begun(salma)
    const key = await invited(salma, application, { once: false })
    const spare = await invited(salma, application)
    for (let joined = 1; joined < 10; joined++) await joinTeam(held.db, await named(`Membre ${joined}`), { key, name: '' }, ORIGIN, DURING)
    for (const [viewer, way] of [
      [await named('Onze'), key],
      [await named('Douze'), spare],
    ] as const)
      expect(await joinTeam(held.db, viewer, { key: way, name: '' }, ORIGIN, DURING)).toMatchObject({ code: 'team/full', details: { max: 10 } })

    const other = await named('Nadia')
    const second = await begun(other)
    const asked = (address: string) => invite(held.db, other, { application: second, address, once: true, language: 'fr', name: '' }, ORIGIN, DURING)
    expect((await asked('a@example.org')).ok).toBe(true)
    expect(await asked('a@example.org')).toMatchObject({ code: 'team/invited-already' })
    for (let sent = 1; sent < 10; sent++) await asked(`b${sent}@example.org`)
    expect(await asked('c@example.org')).toMatchObject({ code: 'team/too-many-invitations' })
    await held.db
      .updateTable('team_invitation')
      .set({ taken_back_at: DURING, taken_back_by: other.person.id })
      .where('application', '=', second)
      .execute()
    for (let sent = 0; sent < 10; sent++) await asked(`d${sent}@example.org`)
    await held.db
      .updateTable('team_invitation')
      .set({ taken_back_at: DURING, taken_back_by: other.person.id })
      .where('application', '=', second)
      .execute()
    expect(await asked('e@example.org')).toMatchObject({ code: 'team/too-many-mails' })
  })

  test('is the holder’s to make; their name is asked for if nobody knows it', async () => {
    const holder = await somebody(held.db, at.call.organisation)
    const application = await begun(holder)
    const base = `/fr/applications/${application}/team`
    const refusedPage = await post(`${base}/invitations`, holder, { email: 'a@example.org', language: 'fr' })
    expect([refusedPage.status, await refusedPage.text()]).toEqual([422, expect.stringContaining('value="a@example.org"')])
    expect((await post(`${base}/invitations`, holder, { email: 'nobody', language: 'xx' })).status).toBe(422)
    expect((await post(`${base}/invitations`, holder, { email: 'a@example.org', language: 'fr', name: 'Salma' })).status).toBe(303)
    const { karim, base: shared } = await pair()
    expect((await post(`${shared}/team/invitations`, karim, { email: 'a@example.org', language: 'fr' })).status).toBe(422)
    expect(await (await get(`${shared}/team`, karim)).text()).not.toContain('/team/invitations')
  })
})

test('of sending and joining at the same instant one comes first: nobody joins what was sent', async () => {
  for (let round = 0; round < 4; round++) {
    const [salma, karim] = [await named('Salma'), await named('Karim')]
    const application = await written(salma)
    const key = await invited(salma, application)
    const sending = () => post(`/fr/applications/${application}/submission`, salma, DECLARED)
    const joining = joinTeam(held.db, karim, { key, name: '' }, ORIGIN, DURING)
    const [sent, joined] = await Promise.all([sending(), joining])
    expect(sent.status).toBe(303)
    const acts = await actsOf(application)
    const expected = joined.ok ? ['team/joined', 'application/submitted'] : ['application/submitted']
    expect(acts.filter((act) => expected.includes(act) || act === 'team/joined')).toEqual(expected)
    if (!joined.ok) expect(joined.code).toBe('team/sent')
  }
})
