/** What each act on many writes: a row and an entry in the trail for every application that it changes. */
import { writtenTo } from '../../../domain/bulk-act.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { type Act, audit, auditAll } from '../../../platform/database/audit.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { openBatch, writeMessages } from '../../messages/index.ts'
import { marksSaid } from '../list/marks.ts'
import type { BulkSubject } from '../queries/list/bulk.ts'
import type { PlanRow } from '../queries/list/planned.ts'
import { checkSome } from './run-automatic-checks.ts'

const AT_ONCE = 1000

interface Doing {
  readonly trx: Trx
  readonly viewer: SignedIn
  readonly place: Place
  readonly plan: PlanRow
  readonly subjects: readonly BulkSubject[]
  readonly now: Date
}

/** Writes the act for these applications, in the caller's transaction, which holds them. Answers how many changed. */
export async function writeAct(
  trx: Trx,
  viewer: SignedIn,
  place: Place,
  plan: PlanRow,
  subjects: readonly BulkSubject[],
  now: Date,
): Promise<number> {
  const doing: Doing = { trx, viewer, place, plan, subjects, now }
  switch (plan.act) {
    case 'check':
      return checkSome(trx, viewer, place, new Set(subjects.map((one) => one.application)), now)
    case 'accept':
      return accept(doing)
    case 'verdict':
      return recordVerdict(doing)
    case 'assign':
      return assign(doing)
    default:
      return write(doing)
  }
}

async function inPortions<Row>(rows: readonly Row[], insert: (portion: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await insert(rows.slice(from, from + AT_ONCE))
}

/** One entry for each application; `bulk` names the act it was part of. */
async function trace({ trx, viewer, plan, subjects, now }: Doing, act: Act, details: (subject: BulkSubject) => object): Promise<number> {
  await auditAll(
    trx,
    subjects.map((subject) => ({
      organisation: viewer.organisation,
      stream: subject.application,
      act,
      actor: viewer.person.id,
      at: now,
      details: { ...details(subject), bulk: plan.id },
    })),
  )
  return subjects.length
}

async function accept(doing: Doing): Promise<number> {
  const { trx, viewer, subjects, now } = doing
  const { organisation, person } = viewer
  const rows = subjects.map(({ application, seqs }) => ({
    organisation,
    application,
    seq: seqs.decision + 1,
    eligible: true,
    ground: null,
    reason: '',
    decided_at: now,
    decided_by: person.id,
  }))
  await inPortions(rows, (portion) => trx.insertInto('eligibility_decision').values(portion).execute())
  return trace(doing, 'eligibility/accepted', ({ seqs }) => ({ seq: seqs.decision + 1, ground: null }))
}

async function recordVerdict(doing: Doing): Promise<number> {
  const { trx, viewer, plan, subjects, now } = doing
  const { rule, verdict, reason } = plan.input
  const rows = subjects.map(({ application, seqs }) => ({
    organisation: viewer.organisation,
    application,
    rule,
    seq: (seqs.verdicts[rule] ?? 0) + 1,
    verdict: verdict as 'met' | 'not-met' | 'unclear',
    automatic: false,
    reason: reason.trim(),
    checked_at: now,
    checked_by: viewer.person.id,
  }))
  await inPortions(rows, (portion) => trx.insertInto('eligibility_check').values(portion).execute())
  return trace(doing, 'eligibility/verdict-recorded', () => ({ verdicts: { [rule]: verdict } }))
}

async function assign(doing: Doing): Promise<number> {
  const { trx, viewer, plan, subjects, now } = doing
  const person = plan.input.person === '' ? null : plan.input.person
  const rows = subjects.map(({ application, seqs }) => ({
    organisation: viewer.organisation,
    application,
    seq: seqs.checker + 1,
    person,
    given_at: now,
    given_by: viewer.person.id,
  }))
  await inPortions(rows, (portion) => trx.insertInto('eligibility_checker').values(portion).execute())
  return trace(doing, person === null ? 'eligibility/checker-ended' : 'eligibility/checker-given', () => ({ person }))
}

/** A letter to each holder in their language, in a batch that waits for a second person. */
async function write(doing: Doing): Promise<number> {
  const { trx, viewer, place, plan, subjects, now } = doing
  const { organisation, person } = viewer
  if (subjects.length === 0) return 0
  const batch = await openBatch(trx, { organisation, edition: place.edition, kind: 'applicants', preparedBy: person.id }, now)
  const messages = subjects.map((subject) => ({
    organisation,
    kind: 'applicant-message',
    person: subject.holder.person,
    address: subject.holder.address as string,
    language: subject.holder.language,
    object: subject.application,
    batch,
    ...writtenTo(
      plan.input,
      subject.holder.language,
      marksSaid({ ...subject, name: nameFor(subject.holder, subject.holder.language) }, subject.holder.language),
    ),
  }))
  await writeMessages(trx, messages, now)
  const details = { batch, letters: messages.length, without: 0 }
  await audit(trx, { organisation, stream: place.edition, act: 'letters/prepared', actor: person.id, at: now, details })
  return trace(doing, 'eligibility/written-to', () => ({ batch }))
}
