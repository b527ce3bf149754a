/** What was sent, as its team sees it, and what its hash tells anyone. */
import { sql } from 'kysely'
import { mayAnswerFor } from '../../../domain/application.ts'
import { type Answers, type FormDefinition, takesFiles } from '../../../domain/form.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type ArrivedFile, arrivedFiles } from '../../files/index.ts'
import { formOfVersion } from '../form-version.ts'
import { keptFrom, without } from '../holders-own.ts'
import type { CorrectionHead, HashView, ReceiptView, SentBefore } from '../views.ts'
import { teamOf } from '../team/queries/team.ts'
import { helpOf } from './call-help.ts'
import { withheldOf } from './draft.ts'
import { editionLists } from './edition-lists.ts'
import { correctionStanding } from './last-request.ts'
import { recordOf } from './record.ts'

/** What comes next, as far as it concerns an applicant who waits. */
const MOST_DATES = 5

/** The receipt of the viewer's own submission; null when nothing of theirs was sent under this id. */
export async function receiptView(db: Reader, viewer: SignedIn, application: string): Promise<ReceiptView | null> {
  const record = await recordOf(db, viewer, application)
  if (record?.submission == null) return null
  const { head, submission } = record
  const { organisation } = viewer
  const [form, lists, dates, names, funders, before, correction, members] = await Promise.all([
    formOfVersion(db, organisation, record.formVersion),
    editionLists(db, organisation, head.edition.id, submission.submittedAt),
    datesAfter(db, organisation, head.edition.id, dayIn(head.call.deadlineAt ?? submission.submittedAt, head.call.zone)),
    namesFor(db, viewer),
    fundersOf(db, organisation, head.edition.id),
    sentBefore(db, organisation, application),
    correctionHead(db, organisation, application),
    head.team > 1 ? teamOf(db, organisation, head.id) : [],
  ])
  const hidden = keptFrom(head.membership, form)
  const answers = without(submission.answers, hidden)
  return {
    ...head,
    ...submission,
    answers,
    files: takesFiles(form) ? await sentFiles(db, organisation, application, form, answers) : [],
    withheld: withheldOf(hidden, form, submission.answers),
    form,
    lists,
    dates,
    before,
    correction,
    withdrawnAt: record.withdrawnAt,
    publishedAt: record.publishedAt,
    email: mayAnswerFor(head.membership) ? names.email : null,
    help: helpOf(record.texts),
    programme: record.programme.name,
    organisation: names.name,
    funders,
    members,
  }
}

/** The files that were sent, in the order their questions are asked. */
function sentFiles(db: Reader, organisation: string, application: string, form: FormDefinition, answers: Answers): Promise<ArrivedFile[]> {
  const questions = form.sections.flatMap((section) => section.questions).filter(({ kind }) => kind === 'file')
  return arrivedFiles(
    db,
    organisation,
    application,
    questions.map(({ code }) => answers[code] ?? ''),
  )
}

/** What the application said before it was corrected, the first version first. */
function sentBefore(db: Reader, organisation: string, application: string): Promise<SentBefore[]> {
  return db
    .selectFrom('submission_before')
    .select(['sent_at as sentAt', 'hash'])
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .orderBy('seq')
    .execute()
}

async function correctionHead(db: Reader, organisation: string, application: string): Promise<CorrectionHead | null> {
  const last = (await correctionStanding(db, organisation, application))?.last ?? null
  if (last === null) return null
  const { day, dueAt, correctedAt, recalledAt, declared, questions } = last
  return { day, dueAt, correctedAt, recalledAt, declared, count: questions.length }
}

function datesAfter(db: Reader, organisation: string, edition: string, day: string): Promise<ReceiptView['dates']> {
  return db
    .selectFrom('edition_date')
    .select(['code', 'name', 'starts_on as from', 'ends_on as to'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('public', '=', true)
    .where('ends_on', '>', day)
    .orderBy('starts_on')
    .orderBy('code')
    .limit(MOST_DATES)
    .execute()
}

function namesFor(db: Reader, viewer: SignedIn): Promise<{ name: Trilingual; email: string | null }> {
  return db
    .selectFrom('organisation as o')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'o.id').on('p.id', '=', viewer.person.id))
    .select(['o.name', 'p.email'])
    .where('o.id', '=', viewer.organisation)
    .executeTakeFirstOrThrow()
}

async function fundersOf(db: Reader, organisation: string, edition: string): Promise<Trilingual[]> {
  const rows = await db
    .selectFrom('edition_funder as l')
    .innerJoin('funder as f', (join) => join.onRef('f.organisation', '=', 'l.organisation').onRef('f.id', '=', 'l.funder'))
    .select('f.sentence')
    .where('l.organisation', '=', organisation)
    .where('l.edition', '=', edition)
    .orderBy('l.position')
    .execute()
  return rows.map((row) => row.sentence)
}

/** The holder of an application, so that the worker that mails its receipt sees it as they do. */
export async function holderOf(
  db: Reader,
  organisation: string,
  application: string,
): Promise<(SignedIn & { readonly email: string | null }) | null> {
  const row = await db
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .select(['p.id', 'p.email', 'p.name_ar', 'p.name_latin', 'p.language'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .where('m.part', '=', 'holder')
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    organisation,
    person: { id: row.id, nameAr: row.name_ar, nameLatin: row.name_latin, language: row.language },
    grants: [],
    email: row.email,
  }
}

interface HashRow {
  number: string
  sent_at: Date
  zone: string
  withdrawn: boolean
  corrected_at: Date | null
  previous: string | null
  replaced_at: Date | null
}

/** What anyone may learn from a hash: that a version with it was sent, its number and times, and whether another replaced it; null when none has it. */
export async function submissionByHash(db: Reader, organisation: string, hash: string): Promise<HashView | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null
  const found = await sql<HashRow>`
    select a.number, v.sent_at, c.zone, v.corrected_at, v.previous, v.replaced_at,
      exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id) as withdrawn
    from (
      select s.application, s.submitted_at as sent_at, s.corrected_at, s.previous, null::timestamptz as replaced_at
      from submission s where s.organisation = ${organisation} and s.hash = ${hash}
      union all
      select b.application, s.submitted_at, case when b.seq > 1 then b.sent_at end, b.previous, k.corrected_at
      from submission_before b
      join submission s on s.organisation = b.organisation and s.application = b.application
      join correction k on k.organisation = b.organisation and k.request = b.request
      where b.organisation = ${organisation} and b.hash = ${hash}
    ) v
    join application a on a.organisation = ${organisation} and a.id = v.application
    join call c on c.organisation = a.organisation and c.id = a.call`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const { number, zone, withdrawn, previous } = row
  return { number, zone, withdrawn, previous, submittedAt: row.sent_at, correctedAt: row.corrected_at, replacedAt: row.replaced_at }
}
