import { beforeAll, expect, test } from 'vitest'
import { somebody } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { applicants, DECLARED, leadsTo, PROJECT, WHO } from '../../../tests/server/applicant.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'

const held = testDatabase()
const at = applicants(held)
const { get, post } = at
const OLD = { ...WHO, 'birth_date.year': '1980' }

async function rule(code: string, max: number, position: number): Promise<void> {
  const { organisation, edition } = at.call
  const name = JSON.stringify({ ar: 'السن', fr: 'Âge', en: 'Age' })
  const reason = JSON.stringify({ ar: 'السن خارج الحدود.', fr: 'L’âge est hors des limites.', en: 'The age is outside the limits.' })
  await held.db
    .insertInto('eligibility_rule')
    .values({ organisation, edition, code, kind: 'age', parameters: JSON.stringify({ min: 18, max }), name, reason, position })
    .execute()
}

beforeAll(() => rule('age', 29, 1))

test('an answer that does not meet a rule of the call is told beside it as soon as it is saved, once, and stands in nobody’s way', async () => {
  const salma = await somebody(held.db, at.call.organisation)
  const application = await at.begun(salma)
  const base = `/fr/applications/${application}`
  expect(leadsTo(await post(`${base}/sections/who`, salma, OLD))).toEqual([303, `${base}/sections/who?said=rule-unmet#birth_date`])
  const section = await (await get(`${base}/sections/who`, salma)).text()
  expect(section).toContain('43 ans le 31 mars 2024')
  expect(section).toContain('L’âge est hors des limites.')
  expect(section).toContain('Vous pouvez quand même envoyer le dossier')
  expect(await htmlFaults(section)).toEqual([])
  // The page has told it: saved again as it is, one goes on.
  expect(leadsTo(await post(`${base}/sections/who`, salma, { ...OLD, 'draft.told': 'age' }))).toEqual([303, `${base}/sections/project`])
})

test('before sending, every rule that is not met is told with its reason and the way to its answer; sending stays open', async () => {
  const salma = await somebody(held.db, at.call.organisation)
  const application = await at.begun(salma)
  const base = `/fr/applications/${application}`
  expect(await (await get(`${base}/check`, salma)).text()).not.toContain('id="rules"')
  await post(`${base}/sections/project`, salma, PROJECT)
  await post(`${base}/sections/who`, salma, OLD)
  const check = await (await get(`${base}/check`, salma)).text()
  expect(check).toContain('Une règle de l’appel n’est pas respectée')
  expect(check).toContain(`href="${base}/sections/who?from=check#birth_date"`)
  expect(check).toContain('/submission')
  expect(await htmlFaults(check)).toEqual([])
  expect(leadsTo(await post(`${base}/submission`, salma, DECLARED))).toEqual([303, `${base}/receipt`])
})

test('several rules that one answer does not meet are told together, each once', async () => {
  await rule('elder', 40, 2)
  const salma = await somebody(held.db, at.call.organisation)
  const application = await at.begun(salma)
  const base = `/fr/applications/${application}`
  expect(leadsTo(await post(`${base}/sections/who`, salma, OLD))).toEqual([303, `${base}/sections/who?said=rules-unmet#birth_date`])
  const section = await (await get(`${base}/sections/who?said=rules-unmet`, salma)).text()
  expect(section).toContain('Cette réponse ne respecte pas 2 règles de l’appel')
  expect(section.split('Vous pouvez quand même envoyer le dossier').length).toBe(2)
  expect(await (await get(`${base}/check`, salma)).text()).toContain('2 règles de l’appel ne sont pas respectées')
})
