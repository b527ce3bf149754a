import { describe, expect, test } from 'vitest'
import { DURING, TOO_LATE, WHOLE } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { applicants, DECLARED, leadsTo } from '../../../../tests/server/applicant.ts'
import { ORIGIN, teams } from '../../../../tests/server/teams.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { newId } from '../../../platform/database/id.ts'
import { joinTeam } from './commands/join.ts'

const held = testDatabase()
const at = applicants(held)
const { begun, get, patch, post } = at
const { actsOf, invited, mailsTo, named, pair } = teams(held, at)
const later = (hours: number): Date => new Date(DURING.getTime() + hours * 3_600_000)

describe('a member', () => {
  test('reads and writes with the holder, and never sends: the page before sending says who does', async () => {
    const { salma, karim, application, base } = await pair(true)
    expect((await get(`${base}/sections/project`, karim)).status).toBe(200)
    const lists = await Promise.all([karim, salma].map(async (viewer) => (await get(base, viewer)).text()))
    expect(lists.map((html) => html.includes('Relire et envoyer'))).toEqual([false, true])
    const check = await (await get(`${base}/check`, karim)).text()
    expect(check).toContain('Salma Ouhssain porte la candidature et l’envoie')
    expect(check).not.toContain('/submission')
    expect((await post(`${base}/submission`, karim, DECLARED)).status).toBe(403)
    expect(leadsTo(await post(`${base}/submission`, salma, DECLARED))).toEqual([303, `${base}/receipt`])
    expect(await (await get(`${base}/receipt`, karim)).text()).toContain('Salma Ouhssain et Karim Benali')
    // From now on the team is fixed.
    for (const path of ['/team/departure', `/team/members/${salma.person.id}/removal`]) expect((await post(base + path, karim)).status).toBe(422)
    expect((await post(`${base}/team/members/${karim.person.id}/removal`, salma)).status).toBe(422)
    expect(await (await get(`${base}/team`, karim)).text()).toContain('son équipe ne change plus')
    expect(await actsOf(application)).not.toContain('team/left')
  })

  test('taken out loses sight of it at once, is told, stays the author of what they wrote, and does not come back by an old link', async () => {
    const { salma, karim, application, base } = await pair()
    const old = await invited(salma, application, { once: false })
    await patch(`${base}/draft`, karim, { summary: WHOLE.summary })
    expect(await (await get(`${base}/team`, salma)).text()).toContain('Le lien ouvert à plusieurs personnes ne servira plus')
    expect(leadsTo(await post(`${base}/team/members/${karim.person.id}/removal`, salma))).toEqual([303, `${base}/team?said=taken-out`])
    for (const path of ['', '/team', '/sections/project', '/check']) expect((await get(base + path, karim)).status).toBe(404)
    expect((await patch(`${base}/draft`, karim, { summary: 'x' })).status).toBe(404)
    // The button without script, or one pressed too late: the text comes back, beside its question, to be copied; nobody else reads the question.
    const late = await post(`${base}/sections/project`, karim, { summary: 'Un théâtre d’ombres, encore' })
    expect(late.status).toBe(404)
    const given = await late.text()
    expect(given).toContain('Un théâtre d’ombres, encore')
    expect(given).toContain('plus dans l’équipe de ce dossier')
    expect(given).toContain('<h3>')
    expect(await htmlFaults(given)).toEqual([])
    const stranger = await post(`${base}/sections/project`, await named('Nadia Alami'), { summary: 'Le mien' })
    expect(stranger.status).toBe(404)
    const theirs = await stranger.text()
    expect([theirs.includes('Le mien'), theirs.includes('<h3>')]).toEqual([true, false])
    const { answers, written: authors } = await held.db
      .selectFrom('draft')
      .select(['answers', 'written'])
      .where('application', '=', application)
      .executeTakeFirstOrThrow()
    expect([answers, authors]).toMatchObject([{ summary: WHOLE.summary }, { summary: { by: karim.person.id } }])
    expect((await mailsTo('team-taken-out', application)).map((mail) => mail.person)).toEqual([karim.person.id])
    // Neither as themselves nor with another address: the link they may have kept has ended, and a new one is made for others.
    for (const viewer of [karim, await named('Karim Autrement')])
      expect(await joinTeam(held.db, viewer, { key: old, name: '' }, ORIGIN, later(1))).toMatchObject({ code: 'team/taken-back' })
    expect((await post(`${base}/team/members/${karim.person.id}/removal`, salma)).status).toBe(422)
    expect((await post(`${base}/team/members/${salma.person.id}/removal`, salma)).status).toBe(422)
  })

  test('leaves by their own will; the holder does not, before somebody else holds the application', async () => {
    const { salma, karim, base } = await pair()
    expect((await post(`${base}/team/departure`, salma)).status).toBe(422)
    expect(leadsTo(await post(`${base}/team/departure`, karim, {}, TOO_LATE))).toEqual([303, '/fr/me'])
    expect((await get(base, karim)).status).toBe(404)
  })

  test('may hold an application of their own in the same call, and write in several', async () => {
    const { salma, karim, base } = await pair()
    const own = await begun(karim)
    expect((await get(`/fr/applications/${own}`, karim)).status).toBe(200)
    const toSalma = await invited(karim, own)
    expect(await (await get(`/fr/invitations/${toSalma}`, salma)).text()).toContain('Vous portez déjà une candidature dans cet appel')
    expect(await (await get(`/fr/invitations/${toSalma}`, await named('Omar'))).text()).not.toContain('Vous portez déjà')
    const joined = await joinTeam(held.db, salma, { key: toSalma, name: '' }, ORIGIN, DURING)
    expect(joined.ok).toBe(true)
    expect((await get(base, karim)).status).toBe(200)
  })
})

describe('the holder’s part', () => {
  test('goes to the member who accepts it: that one sends from then on, the holder before stays a member', async () => {
    const { salma, karim, application, base } = await pair(true)
    expect(leadsTo(await post(`${base}/team/holder-offer`, salma, { person: karim.person.id }))[0]).toBe(303)
    expect((await post(`${base}/team/holder-offer`, salma, { person: karim.person.id })).status).toBe(422)
    expect((await post(`${base}/submission`, karim, DECLARED)).status).toBe(403)
    expect(await (await get(base, karim)).text()).toContain('On vous demande de porter cette candidature')
    expect(await (await get(base, salma)).text()).not.toContain('On vous demande de porter cette candidature')
    expect(await (await get(`${base}/team`, karim)).text()).toContain('Salma Ouhssain vous demande de porter cette candidature')
    expect((await post(`${base}/team/holder`, salma)).status).toBe(422)
    expect(leadsTo(await post(`${base}/team/holder`, karim))).toEqual([303, `${base}/team?said=part-taken`])
    expect((await post(`${base}/submission`, salma, DECLARED)).status).toBe(403)
    // The holder before took their name and their birth date along: the new one gives theirs.
    expect((await post(`${base}/submission`, karim, DECLARED)).status).toBe(422)
    const { holder_name_ar, holder_name_latin, birth_date, gender } = WHOLE
    expect((await patch(`${base}/draft`, karim, { holder_name_ar, holder_name_latin, birth_date, gender })).status).toBe(200)
    expect((await post(`${base}/submission`, karim, DECLARED)).status).toBe(303)
    expect((await mailsTo('holder-changed', application)).map((mail) => mail.person)).toEqual([salma.person.id])
    expect(await actsOf(application)).toEqual(expect.arrayContaining(['team/part-offered', 'team/part-taken', 'application/submitted']))
  })

  test('is declined, taken back, and never goes to who holds another application of the call', async () => {
    const { salma, karim, base } = await pair()
    await post(`${base}/team/holder-offer`, salma, { person: karim.person.id })
    await post(`${base}/team/holder-offer/removal`, karim)
    expect((await post(`${base}/team/holder`, karim)).status).toBe(422)
    await post(`${base}/team/holder-offer`, salma, { person: karim.person.id })
    await post(`${base}/team/holder-offer/removal`, salma)
    expect((await post(`${base}/team/holder`, karim)).status).toBe(422)
    await post(`${base}/team/holder-offer`, salma, { person: karim.person.id })
    await begun(karim)
    const taken = await post(`${base}/team/holder`, karim)
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('Vous portez déjà une autre candidature')])
    expect((await post(`${base}/team/holder-offer`, salma, { person: newId() })).status).toBe(422)
  })
})

test('a team of others, one that does not exist and one that is no id answer alike', async () => {
  const { application } = await pair()
  const stranger = await named('Hind')
  for (const id of [application, newId(), 'x'])
    for (const path of [
      '/team/invitations',
      '/team/departure',
      '/team/holder',
      '/team/holder-offer/removal',
      `/team/members/${stranger.person.id}/removal`,
    ])
      expect((await post(`/fr/applications/${id}${path}`, stranger, { email: 'a@example.org', language: 'fr' })).status, path).toBe(404)
  expect((await get(`/fr/applications/${application}/team`, stranger)).status).toBe(404)
})

test('the pages of a team are valid, whatever state they are in', async () => {
  const { salma, karim, application, base } = await pair()
  await invited(salma, application, { once: false })
  await invited(salma, application, { address: 'a@example.org' })
  const made = await post(`${base}/team/links`, salma, { link_for: 'one', link_language: 'ar' })
  const wrong = await post(`${base}/team/invitations`, salma, { email: 'nobody', language: 'fr' })
  await post(`${base}/team/holder-offer`, salma, { person: karim.person.id })
  const key = await invited(salma, application)
  const pages = [made, wrong]
  for (const [path, viewer] of [
    [`${base}/team`, salma],
    [`${base}/team`, karim],
    [base, karim],
    [`/ar/invitations/${key}`, null],
    ['/ar/invitations/x', null],
  ] as const)
    pages.push(await get(path, viewer))
  for (const answer of pages) expect(await htmlFaults(await answer.text())).toEqual([])
})
