/** Applicants, their applications as far as the clock has come, and the receipts they were mailed. */
import { applicationNumber, type SubmissionRecord } from '../../domain/application.ts'
import type { Answers, FormDefinition } from '../../domain/form.ts'
import { fold } from '../../domain/fold.ts'
import { formOfVersion, holderOf, receiptMail, receiptView, submissionHash, submissionRow } from '../../features/applications/index.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { type AuditFacts, auditAll } from '../../platform/database/audit.ts'
import type { Trx } from '../../platform/database/database.ts'
import type { WorldApplication } from '../world/applications.ts'
import { addMinutes } from '../world/clock.ts'
import { idOf } from '../world/key.ts'
import type { WorldPerson } from '../world/people.ts'
import { makeWorld } from '../world/world.ts'
import { inPortions, type Loading } from './context.ts'
import { ORGANISATION } from './organisation.ts'

/** Applications of the edition begun by now. */
export function begun({ ids, until, without }: Loading): WorldApplication[] {
  return makeWorld().applications[ids.key].filter((one) => new Date(one.startedAt) <= until && one.key !== without)
}

/** Those sent by now. */
export function sent(loading: Loading): WorldApplication[] {
  return begun(loading).filter((one) => new Date(one.submittedAt) <= loading.until)
}

export async function loadApplications(loading: Loading): Promise<void> {
  const { db, ids } = loading
  const all = begun(loading)
  const form = await formOfVersion(db, ORGANISATION, ids.formVersion)
  await atomically(db, async (trx) => {
    await loadPeople(trx, all)
    await inPortions(all, (portion) =>
      trx
        .insertInto('application')
        .values(portion.map((one) => applicationRow(loading, one)))
        .execute(),
    )
    await inPortions(all.flatMap(memberRows), (portion) => trx.insertInto('application_member').values(portion).execute())
    const last = Math.max(0, ...all.map((one) => one.rank))
    await trx.insertInto('application_count').values({ organisation: ORGANISATION, call: ids.call, last }).execute()
    await loadDrafts(trx, loading, form)
    await loadSubmissions(trx, loading)
  })
}

async function loadPeople(trx: Trx, all: readonly WorldApplication[]): Promise<void> {
  const people = new Map<string, readonly [WorldPerson, string]>()
  for (const one of all) {
    people.set(one.holder.key, [one.holder, one.startedAt])
    if (one.partner !== null) people.set(one.partner.key, [one.partner, one.startedAt])
  }
  await inPortions([...people.values()], (portion) =>
    trx
      .insertInto('person')
      .values(portion.map(([person, at]) => personRow(person, at)))
      .onConflict((known) => known.constraint('person_key').doNothing())
      .execute(),
  )
}

export function personId(person: WorldPerson): string {
  return idOf(`person/${person.key}`)
}

export function personRow(person: WorldPerson, at: string) {
  return {
    organisation: ORGANISATION,
    id: personId(person),
    email: person.email,
    name_ar: person.nameAr,
    name_latin: person.nameLatin,
    phone: person.phone,
    born_on: person.bornOn,
    gender: person.gender,
    language: person.language,
    search: fold([person.nameAr, person.nameLatin, person.email].join(' ')),
    created_at: new Date(at),
  }
}

export function numberOf({ ids }: Loading, one: WorldApplication): string {
  return applicationNumber('kawaliss', ids.slug, one.rank)
}

function applicationRow(loading: Loading, one: WorldApplication) {
  return {
    organisation: ORGANISATION,
    id: one.id,
    edition: loading.ids.edition,
    call: loading.ids.call,
    number: numberOf(loading, one),
    language: one.language,
    created_at: new Date(one.startedAt),
    created_by: personId(one.holder),
  }
}

function memberRows(one: WorldApplication) {
  const row = { organisation: ORGANISATION, application: one.id }
  const holder = { ...row, person: personId(one.holder), part: 'holder' as const, joined_at: new Date(one.startedAt) }
  if (one.partner === null) return [holder]
  return [holder, { ...row, person: personId(one.partner), part: 'member' as const, joined_at: new Date(addMinutes(one.startedAt, 12)) }]
}

/** What is begun and not sent is a draft, as far as its writer has come. */
async function loadDrafts(trx: Trx, loading: Loading, form: FormDefinition): Promise<void> {
  const { ids, until } = loading
  const unsent = begun(loading).filter((one) => new Date(one.submittedAt) > until)
  const rows = unsent.map((one) => {
    const whole = new Date(one.submittedAt).getTime() - new Date(one.startedAt).getTime()
    const share = (until.getTime() - new Date(one.startedAt).getTime()) / whole
    const sections = form.sections.filter((section) => section.questions.every((question) => question.kind !== 'consent'))
    const reached = sections.slice(0, 1 + Math.floor(share * (sections.length - 1)))
    const codes = reached.flatMap((section) => section.questions.map((question) => question.code))
    const answers: Answers = Object.fromEntries(codes.flatMap((code) => (one.answers[code] === undefined ? [] : [[code, one.answers[code]]])))
    return {
      organisation: ORGANISATION,
      application: one.id,
      form_version: ids.formVersion,
      answers: JSON.stringify(answers),
      done: reached.slice(0, -1).map((section) => section.code),
      version: 1 + codes.length,
      saved_at: new Date(Math.min(until.getTime(), new Date(one.startedAt).getTime() + Math.round(whole * share * 0.8))),
    }
  })
  await inPortions(rows, (portion) => trx.insertInto('draft').values(portion).execute())
  await auditAll(
    trx,
    unsent.map((one) => started(loading, one)),
  )
}

function started(loading: Loading, one: WorldApplication): AuditFacts {
  return {
    organisation: ORGANISATION,
    stream: one.id,
    act: 'application/started',
    actor: personId(one.holder),
    at: new Date(one.startedAt),
    details: { number: numberOf(loading, one), language: one.language },
  }
}

async function loadSubmissions(trx: Trx, loading: Loading): Promise<void> {
  const { ids } = loading
  const all = sent(loading).map((one) => {
    const record: SubmissionRecord = {
      number: numberOf(loading, one),
      edition: ids.edition,
      formVersion: ids.formVersion,
      language: one.language,
      answers: one.answers,
      submittedAt: new Date(one.submittedAt).toISOString(),
    }
    return { one, record, hash: submissionHash(record) }
  })
  const form = await formOfVersion(trx, ORGANISATION, ids.formVersion)
  const rows = all.map(({ one, record, hash }) =>
    submissionRow({ organisation: ORGANISATION, application: one.id, person: personId(one.holder), record, hash, form }),
  )
  await inPortions(rows, (portion) => trx.insertInto('submission').values(portion).execute())
  await auditAll(
    trx,
    all.flatMap(({ one, record, hash }): AuditFacts[] => [
      started(loading, one),
      {
        ...started(loading, one),
        act: 'application/submitted',
        at: new Date(one.submittedAt),
        details: { number: record.number, hash },
      },
    ]),
  )
}

/** The receipts, as the worker would have written them; what they say besides the application is the same for all. */
export async function loadReceipts(loading: Loading): Promise<void> {
  const { db, origin } = loading
  const first = sent(loading)[0]
  if (first === undefined) return
  const holder = await holderOf(db, ORGANISATION, first.id)
  const view = holder === null ? null : await receiptView(db, holder, first.id)
  if (view === null) return
  const hashes = await db
    .selectFrom('submission')
    .select(['application', 'hash', 'holder_name', 'title'])
    .where('edition', '=', loading.ids.edition)
    .execute()
  const known = new Map(hashes.map((row) => [row.application, row]))
  const rows = sent(loading).flatMap((one) => {
    const row = known.get(one.id)
    if (row === undefined) return []
    const { hash, holder_name: holderName, title } = row
    const submittedAt = new Date(one.submittedAt)
    const mail = receiptMail(
      { ...view, id: one.id, number: numberOf(loading, one), hash, holderName, title, submittedAt, language: one.language },
      origin,
    )
    return [
      {
        organisation: ORGANISATION,
        id: idOf(`${one.key}/receipt`),
        kind: 'application-receipt',
        person: personId(one.holder),
        address: one.holder.email,
        language: one.language,
        subject: mail.subject,
        content: JSON.stringify(mail.paragraphs),
        object: one.id,
        written_at: submittedAt,
      },
    ]
  })
  await atomically(db, (trx) => inPortions(rows, (portion) => trx.insertInto('message').values(portion).execute()))
}
