import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { DURING, FORM, type OpenCall, openCall, somebody, TOO_LATE, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { fieldsOf, leadsTo } from '../../../tests/server/applicant.ts'
import { frameOf } from '../../../tests/server/feature-app.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { canonicalJson } from '../../domain/application.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { ok, refused } from '../../domain/result.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { newId } from '../../platform/database/id.ts'
import { mayGiveNow } from '../files/index.ts'
import { type AssistanceInput, beginAssistance, endAssistance } from './commands/assistance.ts'
import { saveDraft } from './commands/save-draft.ts'
import { sendForHolder } from './commands/send-for-holder.ts'
import { startApplication } from './commands/start-application.ts'
import { submitApplication } from './commands/submit-application.ts'
import { withdrawApplication } from './commands/withdraw-application.ts'
import { draftView } from './queries/draft.ts'
import { myApplications } from './queries/my-applications.ts'
import { receiptView } from './queries/receipt.ts'
import { recordOf } from './queries/record.ts'
import { applicationRoutes } from './routes.tsx'

const held = testDatabase()
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
})

async function officer(region: string | null = null): Promise<SignedIn> {
  const viewer = await somebody(held.db, call.organisation)
  const { programme, edition, organisation } = call
  const grant = { role: 'officer' as const, programme, edition, region }
  await held.db
    .insertInto('role_grant')
    .values({ organisation, id: newId(), person: viewer.person.id, ...grant, granted_at: DURING })
    .execute()
  await held.db.updateTable('person').set({ name_ar: 'نادية الفاسي', name_latin: 'Nadia El Fassi' }).where('id', '=', viewer.person.id).execute()
  return { ...viewer, grants: [grant] }
}

let phones = 0
const ofPhone = (): AssistanceInput['whom'] => ({
  person: { email: null, phone: `+2126000000${String(++phones).padStart(2, '0')}`, nameAr: 'فاطمة بنعلي', nameLatin: '', language: 'ar' },
})
const help = (by: SignedIn, whom: AssistanceInput['whom'] = ofPhone(), region: string | null = null, at = DURING) =>
  beginAssistance(held.db, by, { ...call, slug: '2024' }, { whom, channel: 'phone', region }, 'https://kawaliss.example', at)
const save = (viewer: SignedIn, application: string, answers: object = WHOLE, page = newId()) =>
  saveDraft(held.db, viewer, { application, answers: answers as typeof WHOLE, known: {}, page, turn: 0 }, DURING)
const declare = (viewer: SignedIn, application: string, how: 'signed' | 'present' | 'phone' | null = 'phone') =>
  sendForHolder(held.db, viewer, { application, how, language: 'ar' }, DURING)
const actsOf = async (application: string) =>
  held.db.selectFrom('audit_entry').select(['act', 'actor']).where('stream', '=', application).orderBy('seq').execute()

async function helped(by?: SignedIn) {
  const helper = by ?? (await officer())
  const begun = await help(helper)
  if (!begun.ok) throw new Error(begun.code)
  return { helper, ...begun.value }
}

async function ownApplication() {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  return { viewer, ...started.value }
}

describe('an application written for somebody', () => {
  test('belongs to them: the officer is no member, and every save of theirs says in the trail that it was help', async () => {
    const { helper, application } = await helped()
    expect(await save(helper, application)).toMatchObject({ ok: true })
    expect(await save(helper, application, { summary: 'Autre' })).toMatchObject({ ok: true, value: { aside: ['summary'] } })
    const members = await held.db.selectFrom('application_member').select(['part', 'person']).where('application', '=', application).execute()
    expect(members.map((one) => [one.part, one.person === helper.person.id])).toEqual([['holder', false]])
    expect((await actsOf(application)).map((one) => [one.act, one.actor === helper.person.id])).toEqual([
      ['application/started', true],
      ['assistance/begun', true],
      ['draft/saved-helped', true],
      ['draft/saved-helped', true],
    ])
    expect(await myApplications(held.db, helper)).toEqual([])
    expect((await verifyAudit(held.db, call.organisation)).faults).toEqual([])
  })

  test('begun twice for one name and number is one person and one application; another name or another officer begins anew', async () => {
    const [by, whom] = [await officer(), ofPhone()]
    const [one, other] = await Promise.all([help(by, whom), help(by, whom)])
    if (!one.ok || !other.ok) throw new Error('refused')
    expect([one.value.number === other.value.number, [one.value.continued, other.value.continued].filter(Boolean)]).toEqual([true, [true]])
    const named = 'person' in whom ? { person: { ...whom.person, nameAr: 'خديجة بنعلي' } } : whom
    const more = [await help(by, named), await help(await officer(), whom)]
    for (const begun of more) expect(begun.ok && [begun.value.continued, begun.value.number === one.value.number]).toEqual([undefined, false])
  })

  test('is sent by its holder, or by who helps once the holder has declared: how is part of the record and of the receipt', async () => {
    const { helper, application, number } = await helped()
    await save(helper, application)
    expect(await submitApplication(held.db, helper, { application, declared: true, language: 'ar' }, DURING)).toEqual(
      refused('application/not-holder'),
    )
    expect(await declare(helper, application, null)).toEqual(refused('assistance/undeclared'))
    const sent = await declare(helper, application)
    const row = await held.db.selectFrom('submission').selectAll().where('application', '=', application).executeTakeFirstOrThrow()
    const record = {
      number,
      edition: call.edition,
      formVersion: call.formVersion,
      language: 'ar',
      answers: row.answers,
      submittedAt: DURING.toISOString(),
    }
    const hash = createHash('sha256')
      .update(canonicalJson({ ...record, declared: { how: 'phone', recordedBy: helper.person.id } }), 'utf8')
      .digest('hex')
    expect(sent).toEqual(ok({ number, submittedAt: DURING, hash }))
    expect([row.hash, row.submitted_by]).toEqual([hash, helper.person.id])
    const names = await held.db.selectFrom('person').select(['name_ar', 'name_latin']).where('id', '=', helper.person.id).executeTakeFirstOrThrow()
    expect(names).toEqual({ name_ar: 'نادية الفاسي', name_latin: 'Nadia El Fassi' })
    expect((await receiptView(held.db, helper, application))?.helped).toMatchObject([
      { nameLatin: 'Nadia El Fassi', channel: 'phone', declared: 'phone' },
    ])
    expect(await withdrawApplication(held.db, helper, { application, reason: '' }, DURING)).toEqual(refused('application/not-holder'))
  })

  test('is sent once, incomplete never, and a declaration of what was not sent leaves no trace', async () => {
    const { helper, application } = await helped()
    expect(await declare(helper, application)).toMatchObject({ ok: false, code: 'application/incomplete' })
    expect(await held.db.selectFrom('holder_declaration').select('how').where('application', '=', application).execute()).toEqual([])
    await save(helper, application)
    const both = await Promise.all([declare(helper, application), declare(helper, application)])
    expect(both.map((one) => (one.ok ? 'sent' : one.code)).sort()).toEqual(['application/already-submitted', 'sent'])
  })

  test('of a holder without an e-mail address is sent without one; who has an address is still asked for it', async () => {
    const before = call
    call = await openCall(held.db)
    try {
      const definition = structuredClone(FORM) as unknown as { sections: { questions: { kind: string; required: boolean }[] }[] }
      for (const one of definition.sections.flatMap((section) => section.questions)) if (one.kind === 'email') one.required = true
      await held.db
        .updateTable('form_version')
        .set({ definition: JSON.stringify(definition) })
        .where('id', '=', call.formVersion)
        .execute()
      const { helper, application } = await helped()
      await save(helper, application)
      expect((await draftView(held.db, helper, application))?.form.sections[2]?.questions.find(({ kind }) => kind === 'email')?.required).toBe(false)
      expect(await declare(helper, application)).toMatchObject({ ok: true })
      const own = await ownApplication()
      await save(own.viewer, own.application)
      expect(await submitApplication(held.db, own.viewer, { application: own.application, declared: true, language: 'fr' }, DURING)).toEqual(
        refused('application/incomplete', { questions: ['of_email'], count: 1 }),
      )
    } finally {
      call = before
    }
  })

  test('is begun for a person found by address, who is told and whose record stays; once, however often it is asked', async () => {
    const { viewer, application } = await ownApplication()
    const { email } = await held.db.selectFrom('person').select('email').where('id', '=', viewer.person.id).executeTakeFirstOrThrow()
    const helper = await officer()
    const whom = { person: { email, phone: null, nameAr: 'اسم آخر', nameLatin: '', language: 'fr' as const } }
    const both = await Promise.all([help(helper, whom), help(helper, whom)])
    expect(both.map((one) => one.ok && one.value.application)).toEqual([application, application])
    expect(await held.db.selectFrom('assistance').select('helper').where('application', '=', application).execute()).toHaveLength(1)
    expect((await held.db.selectFrom('message').select('kind').where('object', '=', application).execute()).map((one) => one.kind)).toEqual([
      'assistance-begun',
    ])
    expect((await held.db.selectFrom('person').select('name_ar').where('id', '=', viewer.person.id).executeTakeFirst())?.name_ar).toBe('')
    expect(await save(viewer, application, { summary: 'de ma main' })).toMatchObject({ ok: true })
  })

  test('needs a way to reach its holder and a name, and a call that is open to them', async () => {
    const helper = await officer()
    const person = { email: null, phone: '+212600000099', nameAr: 'فاطمة', nameLatin: '', language: 'ar' as const }
    expect(await help(helper, { person: { ...person, phone: null } })).toEqual(refused('person/unreachable'))
    expect(await help(helper, { person: { ...person, nameAr: '' } })).toEqual(refused('person/nameless'))
    expect(await help(helper, { person: { ...person, nameAr: 'فاطمة 🎉' } })).toEqual(refused('person/odd-in-arabic'))
    expect(await help(helper, { person: { ...person, nameLatin: 'Fatima 🎉' } })).toEqual(refused('person/odd-in-latin'))
    expect(await help(helper, { person }, null, TOO_LATE)).toEqual(refused('application/too-late-to-start'))
    expect(await help(helper, { number: 'KW-2024-9999' })).toEqual(refused('assistance/unknown-application'))
    expect(await held.db.selectFrom('person').select('id').where('phone', '=', '+212600000099').execute()).toEqual([])
  })
})

describe('help', () => {
  test('is ended by who gives it, or refused by the holder, after whom nobody begins again', async () => {
    const { viewer, application, number } = await ownApplication()
    const [first, second] = [await officer(), await officer()]
    const begin = async (by: SignedIn) => {
      const begun = await help(by, { number })
      return begun.ok ? begun.value.assistance : begun.code
    }
    const one = await begin(first)
    expect(await endAssistance(held.db, second, { application, assistance: one }, DURING)).toEqual(refused('assistance/unknown'))
    expect(await endAssistance(held.db, first, { application, assistance: one }, DURING)).toEqual(ok(null))
    expect(await save(first, application, { summary: 'x' })).toEqual(refused('application/unknown'))
    const two = await begin(second)
    expect(await endAssistance(held.db, viewer, { application, assistance: two }, DURING)).toEqual(ok(null))
    expect([await begin(first), await begin(second)]).toEqual(['assistance/refused', 'assistance/refused'])
    expect(await recordOf(held.db, second, application)).toBeNull()
  })

  test('follows the role and its region: no officer, no longer one, or one of elsewhere reads and writes nothing', async () => {
    const regional = await officer('fes')
    expect(await help(regional)).toEqual(refused('assistance/region-missing'))
    expect(await help(regional, ofPhone(), 'ori')).toEqual(refused('assistance/elsewhere'))
    expect(await help(await somebody(held.db, call.organisation), ofPhone(), 'fes')).toEqual(refused('assistance/not-allowed'))
    const begun = await help(regional, ofPhone(), 'fes')
    const application = begun.ok ? begun.value.application : ''
    expect(await save(regional, application, { summary: 'x' })).toMatchObject({ ok: true })
    const limits = { accept: ['pdf'] as const, maxFiles: 2, maxBytes: 1000 }
    const mayGive = () => mayGiveNow(held.db, regional, { application, question: 'of_file', limits }, DURING)
    expect(await mayGive()).toEqual(ok(null))
    await save(regional, application, { region: 'ori' })
    expect([await save(regional, application, { summary: 'y' }), await mayGive()]).toEqual([
      refused('application/unknown'),
      refused('application/unknown'),
    ])
    const whole = await helped()
    await held.db
      .updateTable('role_grant')
      .set({ ended_at: DURING, ended_by: whole.helper.person.id })
      .where('person', '=', whole.helper.person.id)
      .execute()
    expect([await save(whole.helper, whole.application), await recordOf(held.db, whole.helper, whole.application)]).toEqual([
      refused('application/unknown'),
      null,
    ])
  })

  test('is no way to write one’s own application, nor one that was sent', async () => {
    const helper = await officer()
    const started = await startApplication(held.db, helper, { edition: '2024', language: 'fr' }, DURING)
    expect(await help(helper, { number: started.ok ? started.value.number : '' })).toEqual(refused('assistance/own-application'))
    const { viewer, application, number } = await ownApplication()
    await save(viewer, application)
    await submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, DURING)
    expect(await help(helper, { number })).toEqual(refused('assistance/already-sent'))
  })
})

test('without script: begun at the desk, written under a banner, sent with how the holder declared; the holder reads who helped', async () => {
  const helper = await officer()
  const at = (viewer: SignedIn) => mounted(held.db, applicationRoutes({ frame: frameOf }), viewer, DURING)
  const desk = '/fr/desk/2024/assistance'
  const valid = async (viewer: SignedIn, path: string, says: string) => {
    for (const language of LANGUAGES) {
      const answer = await at(viewer).get(path.replace('/fr/', `/${language}/`))
      const html = await answer.text()
      expect([answer.status, await htmlFaults(html)], `${language} ${path}`).toEqual([200, []])
      if (language === 'fr') expect(html).toContain(says)
    }
  }
  await valid(helper, desk, 'Saisir pour quelqu’un')
  const wrong = await at(helper).post(desk, { channel: 'phone', name_latin: 'Fatima Benali', language: 'fr' })
  const html = await wrong.text()
  expect([wrong.status, html.includes('Fatima Benali'), await htmlFaults(html)]).toEqual([422, true, []])
  const begun = await at(helper).post(desk, { channel: 'phone', name_latin: 'Fatima Benali', language: 'fr', email: 'fatima@example.org' })
  const application = /applications\/([0-9a-f-]{36})/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  const page = `/fr/applications/${application}`
  await valid(helper, page, 'Vous écrivez pour <bdi>Fatima Benali</bdi>')
  const section = `${page}/sections/project`
  await valid(helper, section, 'Vous écrivez pour')
  expect((await at(helper).post(section, { ...(await fieldsOf(await at(helper).get(section))), summary: 'Ses mots' })).status).toBe(422)
  await save(helper, application, WHOLE, newId())
  await held.db.deleteFrom('draft_aside').where('application', '=', application).execute()
  await valid(helper, `${page}/check`, 'Envoyer en son nom')
  const undeclared = await at(helper).post(`${page}/submission`, {})
  expect([undeclared.status, await htmlFaults(await undeclared.text())]).toEqual([422, []])
  const holder = await held.db.selectFrom('person').select('id').where('email', '=', 'fatima@example.org').executeTakeFirstOrThrow()
  const own: SignedIn = {
    organisation: call.organisation,
    person: { id: holder.id, nameAr: '', nameLatin: 'Fatima Benali', language: 'fr' },
    grants: [],
  }
  await valid(own, page, 'Refuser cette aide')
  expect(leadsTo(await at(helper).post(`${page}/submission`, { 'declaration.how': 'signed' }))).toEqual([303, `${page}/receipt`])
  await valid(own, `${page}/receipt`, 'Le porteur a déclaré sur papier signé.')
  await valid(helper, `${page}/receipt`, 'Vous écrivez pour')
  await valid(helper, desk, 'Fatima Benali')
})
