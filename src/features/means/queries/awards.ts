/** Awards with their instalments and payments, as the viewer may act on them. */
import { acceptReport, type AwardKind, type Condition, mayAward, signAgreement } from '../../../domain/award.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import {
  approvePayment,
  type InstalmentFacts,
  instalmentState,
  mayApprovePayments,
  mayPreparePayments,
  mayRefusePayments,
  preparePayment,
  releaseInstalment,
} from '../../../domain/payment.ts'
import { shortName } from '../../../domain/person.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import type { AwardView, InstalmentAct, InstalmentView, Moment, PaymentView } from '../views.ts'

export interface Asked {
  readonly viewer: SignedIn
  readonly place: Place
  readonly language: Language
  readonly zone: string
  readonly now: Date
  /** One project only. */
  readonly project?: string
}

/** The awards of an edition, or of one project of it. The caller has checked that the viewer reads its money. One statement. */
export async function awardsOf(db: Reader, asked: Asked): Promise<AwardView[]> {
  const awards = new Map<string, Row[]>()
  for (const row of await rowsOf(db, asked)) awards.set(row.award, [...(awards.get(row.award) ?? []), row])
  return [...awards.values()].map((rows) => awardView(rows, asked))
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function rowsOf(db: Reader, { viewer, place, project }: Asked) {
  let found = db
    .selectFrom('award as w')
    .innerJoin('budget_line as l', (join) => join.onRef('l.organisation', '=', 'w.organisation').onRef('l.id', '=', 'w.budget_line'))
    .innerJoin('funder as f', (join) => join.onRef('f.organisation', '=', 'l.organisation').onRef('f.id', '=', 'l.funder'))
    .innerJoin('instalment as i', (join) => join.onRef('i.organisation', '=', 'w.organisation').onRef('i.award', '=', 'w.id'))
    .innerJoin('person as wp', (join) => join.onRef('wp.organisation', '=', 'w.organisation').onRef('wp.id', '=', 'w.awarded_by'))
    .leftJoin('agreement as a', (join) => join.onRef('a.organisation', '=', 'w.organisation').onRef('a.award', '=', 'w.id'))
    .leftJoin('payment as p', (join) =>
      join.onRef('p.organisation', '=', 'i.organisation').onRef('p.instalment', '=', 'i.id').on('p.refused_at', 'is', null),
    )
    .leftJoin('person as pp', (join) => join.onRef('pp.organisation', '=', 'p.organisation').onRef('pp.id', '=', 'p.prepared_by'))
    .leftJoin('person as pa', (join) => join.onRef('pa.organisation', '=', 'p.organisation').onRef('pa.id', '=', 'p.approved_by'))
    .leftJoin('person as pe', (join) => join.onRef('pe.organisation', '=', 'p.organisation').onRef('pe.id', '=', 'p.recorded_by'))
    .leftJoin('person as ir', (join) => join.onRef('ir.organisation', '=', 'i.organisation').onRef('ir.id', '=', 'i.released_by'))
    .select(['w.id as award', 'w.project', 'w.kind', 'w.rank', 'w.amount as awarded', 'w.currency', 'w.awarded_on', 'a.signed_on'])
    .select(['l.code', 'l.name as line', 'f.name as funder', 'wp.name_ar as by_ar', 'wp.name_latin as by_latin'])
    .select(['i.id', 'i.position', 'i.amount', 'i.condition', 'i.met_on', 'i.released_at', 'i.release_reason'])
    .select(['p.id as payment', 'p.prepared_at', 'p.prepared_by', 'p.approved_at', 'p.paid_on', 'p.reference'])
    .select(['pp.name_ar as preparer_ar', 'pp.name_latin as preparer_latin', 'pa.name_ar as approver_ar', 'pa.name_latin as approver_latin'])
    .select(['pe.name_ar as payer_ar', 'pe.name_latin as payer_latin', 'ir.name_ar as releaser_ar', 'ir.name_latin as releaser_latin'])
    .where('w.organisation', '=', viewer.organisation)
    .where('w.edition', '=', place.edition)
  if (project !== undefined) found = found.where('w.project', '=', project)
  return found.orderBy('w.kind', 'desc').orderBy('w.rank').orderBy('w.id').orderBy('i.position').execute()
}

function awardView(rows: readonly Row[], asked: Asked): AwardView {
  const { viewer, place, language, zone, now } = asked
  const [head] = rows as readonly [Row]
  const today = dayIn(now, zone)
  const awards = mayAward(viewer, place)
  let settled = true
  const instalments = rows.map((row) => {
    const facts = factsOf(row, settled, zone)
    settled &&= facts.released || row.paid_on !== null
    return { row, facts }
  })
  const agreement = { signed: head.signed_on !== null, awardedOn: head.awarded_on, instalments: instalments.map(({ facts }) => facts) }
  return {
    id: head.award,
    project: head.project,
    kind: head.kind as AwardKind,
    rank: head.rank,
    amount: head.awarded,
    currency: head.currency,
    line: { code: head.code, name: inLanguage(head.line, language).text, funder: inLanguage(head.funder, language).text },
    awarded: { on: head.awarded_on, by: named(head.by_ar, head.by_latin, language) },
    signedOn: head.signed_on,
    maySign: awards && signAgreement(agreement, today, today).ok,
    instalments: instalments.map(({ row, facts }) => instalmentView(row, facts, actsOn(row, facts, asked, today), asked)),
  }
}

function factsOf(row: Row, inTurn: boolean, zone: string): InstalmentFacts {
  return {
    condition: row.condition as Condition,
    met: row.condition === 'none' || row.met_on !== null,
    released: row.released_at !== null,
    inTurn,
    payment:
      row.payment === null
        ? null
        : {
            preparedBy: row.prepared_by ?? '',
            approvedOn: row.approved_at === null ? null : dayIn(row.approved_at, zone),
            paidOn: row.paid_on,
            refused: false,
          },
  }
}

function actsOn(row: Row, facts: InstalmentFacts, { viewer, place }: Asked, today: string): InstalmentAct[] {
  const { payment } = facts
  const open = payment !== null && payment.paidOn === null
  const awards = mayAward(viewer, place)
  const acts: Record<InstalmentAct, boolean> = {
    'accept-report': awards && acceptReport({ ...facts, signedOn: row.signed_on }, today, today).ok,
    prepare: mayPreparePayments(viewer, place) && preparePayment(facts).ok,
    approve: open && mayApprovePayments(viewer, place) && approvePayment(payment, viewer.person.id).ok,
    execute: open && payment.approvedOn !== null && mayPreparePayments(viewer, place),
    refuse: open && mayRefusePayments(viewer, place),
    release: awards && releaseInstalment(facts, '…').ok,
  }
  return (Object.keys(acts) as InstalmentAct[]).filter((act) => acts[act])
}

function instalmentView(row: Row, facts: InstalmentFacts, acts: readonly InstalmentAct[], { viewer, place, language }: Asked): InstalmentView {
  const refusal = facts.payment === null ? null : approvePayment(facts.payment, viewer.person.id)
  return {
    id: row.id,
    position: row.position,
    amount: row.amount,
    condition: row.condition as Condition,
    metOn: row.met_on,
    state: instalmentState(facts),
    payment: paymentView(row, language),
    released:
      row.released_at === null
        ? null
        : { at: row.released_at, by: named(row.releaser_ar, row.releaser_latin, language), reason: row.release_reason ?? '' },
    acts,
    ownPreparation: mayApprovePayments(viewer, place) && refusal !== null && !refusal.ok && refusal.code === 'payment/same-person',
  }
}

function paymentView(row: Row, language: Language): PaymentView | null {
  if (row.payment === null || row.prepared_at === null) return null
  const approved: Moment | null = row.approved_at === null ? null : { at: row.approved_at, by: named(row.approver_ar, row.approver_latin, language) }
  return {
    id: row.payment,
    prepared: { at: row.prepared_at, by: named(row.preparer_ar, row.preparer_latin, language) },
    approved,
    paid: row.paid_on === null ? null : { on: row.paid_on, reference: row.reference ?? '', by: named(row.payer_ar, row.payer_latin, language) },
  }
}

function named(arabic: string | null, latin: string | null, language: Language): string {
  return shortName({ nameAr: arabic ?? '', nameLatin: latin ?? '' }, language)
}
