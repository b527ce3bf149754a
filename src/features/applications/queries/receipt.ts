/** What was sent, as its team sees it, and what its hash tells anyone. */
import { mayAnswerFor } from '../../../domain/application.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { formOfVersion } from '../form-version.ts'
import type { HashView, ReceiptView } from '../views.ts'
import { helpOf } from './call-help.ts'
import { editionLists } from './edition-lists.ts'
import { recordOf } from './record.ts'

/** What comes next, as far as it concerns an applicant who waits. */
const MOST_DATES = 5

/** The receipt of the viewer's own submission; null when nothing of theirs was sent under this id. */
export async function receiptView(db: Reader, viewer: SignedIn, application: string): Promise<ReceiptView | null> {
  const record = await recordOf(db, viewer, application)
  if (record?.submission == null) return null
  const { head, submission } = record
  const { organisation } = viewer
  const [form, lists, dates, names, funders] = await Promise.all([
    formOfVersion(db, organisation, record.formVersion),
    editionLists(db, organisation, head.edition.id),
    datesAfter(db, organisation, head.edition.id, dayIn(head.call.deadlineAt, head.call.zone)),
    namesFor(db, viewer),
    fundersOf(db, organisation, head.edition.id),
  ])
  return {
    ...head,
    ...submission,
    form,
    lists,
    dates,
    withdrawnAt: record.withdrawnAt,
    publishedAt: record.publishedAt,
    email: mayAnswerFor(head.membership) ? names.email : null,
    help: helpOf(record.texts),
    programme: record.programme.name,
    organisation: names.name,
    funders,
  }
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

/** What anyone may learn from a hash: that a submission with it exists, its number and its time; null when none has it. */
export async function submissionByHash(db: Reader, organisation: string, hash: string): Promise<HashView | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null
  const row = await db
    .selectFrom('submission as s')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 's.organisation').onRef('a.id', '=', 's.application'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'a.organisation').onRef('c.id', '=', 'a.call'))
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 's.organisation').onRef('w.application', '=', 's.application'))
    .select(['a.number', 's.submitted_at as submittedAt', 'c.zone', 'w.withdrawn_at'])
    .where('s.organisation', '=', organisation)
    .where('s.hash', '=', hash)
    .executeTakeFirst()
  return row === undefined ? null : { number: row.number, submittedAt: row.submittedAt, zone: row.zone, withdrawn: row.withdrawn_at !== null }
}
