/** The money of the world in bulk: awards, agreements, payments and their ledger, as far as the clock of the stage. */
import { type AuditFacts, auditAll } from '../../platform/database/audit.ts'
import type { CohortProject } from '../world/cohort.ts'
import { idOf } from '../world/key.ts'
import type { WorldInstalment } from '../world/means/award.ts'
import { makeAwards } from '../world/means/awards.ts'
import { referencesOf } from '../world/means/payments.ts'
import type { EditionKey } from '../world/scenario.ts'
import { valueOf } from '../world/seeded.ts'
import { type AwardLoading, type BudgetLine, hasCome } from './award-loading.ts'
import { inPortions, type Trx } from './context.ts'
import { editionsPresent } from './editions-present.ts'
import { ledgerRows } from './ledger.ts'
import { ORGANISATION } from './organisation.ts'
import { CLOCK, type DemoStage } from './stage.ts'

export async function loadMeans(trx: Trx, stage: DemoStage, cohorts: Readonly<Record<EditionKey, readonly CohortProject[]>>): Promise<void> {
  const until = CLOCK[stage]
  for (const [key, edition] of await editionsPresent(trx)) {
    const awards = makeAwards(key, cohorts[key])
    const payments = awards.flatMap((one) => one.instalments.flatMap(({ payment }) => payment ?? []))
    const references = referencesOf(payments)
    const lines = await linesOf(trx, edition.id)
    const made = awards.filter((one) => hasCome(one.awarded.at, until))
    await loadAwards(
      trx,
      made.map((award) => ({ award, edition: edition.id, line: valueOf(lines, award.line), references, until })),
    )
  }
}

async function linesOf(trx: Trx, edition: string): Promise<ReadonlyMap<string, BudgetLine>> {
  const rows = await trx
    .selectFrom('budget_line')
    .select(['id', 'code', 'currency'])
    .where('organisation', '=', ORGANISATION)
    .where('edition', '=', edition)
    .execute()
  return new Map(rows.map((row) => [row.code, row]))
}

async function loadAwards(trx: Trx, all: readonly AwardLoading[]): Promise<void> {
  await inPortions(all.map(awardRow), (portion) => trx.insertInto('award').values(portion).execute())
  await inPortions(all.flatMap(agreementRows), (portion) => trx.insertInto('agreement').values(portion).execute())
  await inPortions(all.flatMap(instalmentRows), (portion) => trx.insertInto('instalment').values(portion).execute())
  await inPortions(all.flatMap(paymentRows), (portion) => trx.insertInto('payment').values(portion).execute())
  await inPortions(all.flatMap(ledgerRows), (portion) => trx.insertInto('ledger_entry').values(portion).execute())
  await auditAll(
    trx,
    all.flatMap(trailOf).sort((a, b) => a.at.getTime() - b.at.getTime()),
  )
}

function awardRow({ award, edition, line }: AwardLoading) {
  return {
    organisation: ORGANISATION,
    id: idOf(award.key),
    edition,
    project: award.project,
    budget_line: line.id,
    kind: award.kind,
    rank: award.rank,
    amount: award.amount,
    currency: line.currency,
    awarded_on: award.awarded.on,
    awarded_at: new Date(award.awarded.at),
    awarded_by: award.awarded.by,
  }
}

function agreementRows({ award: { key, agreement }, until }: AwardLoading) {
  if (agreement === null || !hasCome(agreement.at, until)) return []
  return [{ organisation: ORGANISATION, award: idOf(key), signed_on: agreement.on, recorded_at: new Date(agreement.at), recorded_by: agreement.by }]
}

function instalmentRows({ award, edition, until }: AwardLoading) {
  return award.instalments.map((one) => {
    const met = one.met !== null && hasCome(one.met.at, until) ? one.met : null
    const released = one.released !== null && hasCome(one.released.at, until) ? one.released : null
    return {
      organisation: ORGANISATION,
      id: idOf(one.key),
      edition,
      award: idOf(award.key),
      position: one.position,
      amount: one.amount,
      condition: one.condition,
      met_on: met?.on ?? null,
      met_at: met === null ? null : new Date(met.at),
      met_by: met?.by ?? null,
      released_at: released === null ? null : new Date(released.at),
      released_by: released?.by ?? null,
      release_reason: released?.reason ?? null,
    }
  })
}

function paymentRows({ award, edition, references, until }: AwardLoading) {
  return award.instalments.flatMap(({ key, amount, payment }) => {
    if (payment === null || !hasCome(payment.prepared.at, until)) return []
    const approved = payment.approved !== null && hasCome(payment.approved.at, until) ? payment.approved : null
    const executed = payment.executed !== null && hasCome(payment.executed.at, until) ? payment.executed : null
    return [
      {
        organisation: ORGANISATION,
        id: idOf(payment.key),
        edition,
        instalment: idOf(key),
        amount,
        prepared_at: new Date(payment.prepared.at),
        prepared_by: payment.prepared.by,
        approved_at: approved === null ? null : new Date(approved.at),
        approved_by: approved?.by ?? null,
        paid_on: executed?.on ?? null,
        reference: executed === null ? null : valueOf(references, payment.key),
        recorded_at: executed === null ? null : new Date(executed.at),
        recorded_by: executed?.by ?? null,
      },
    ]
  })
}

/** What the trail of the project says of its money by now, as the commands would have written it. */
function trailOf({ award, line, until }: AwardLoading): AuditFacts[] {
  const facts = (act: AuditFacts['act'], { by, at }: { by: string; at: string }, details: Record<string, unknown>): AuditFacts => ({
    organisation: ORGANISATION,
    stream: award.project,
    act,
    actor: by,
    at: new Date(at),
    details,
  })
  const id = idOf(award.key)
  const trail = [
    facts(`${award.kind}/awarded`, award.awarded, { award: id, line: line.code }),
    ...(award.agreement === null ? [] : [facts('agreement/signed', award.agreement, { award: id, on: award.agreement.on })]),
    ...award.instalments.flatMap((one) => instalmentTrail(one, facts)),
  ]
  return trail.filter((one) => one.at <= until)
}

type Facts = (act: AuditFacts['act'], moment: { by: string; at: string }, details: Record<string, unknown>) => AuditFacts

function instalmentTrail({ key, condition, met, released, payment }: WorldInstalment, facts: Facts): AuditFacts[] {
  const instalment = idOf(key)
  const paid = payment === null ? {} : { payment: idOf(payment.key) }
  return [
    ...(condition === 'accepted-report' && met !== null ? [facts('report/accepted', met, { instalment, on: met.on })] : []),
    ...(released === null ? [] : [facts('instalment/released', released, { instalment })]),
    ...(payment === null ? [] : [facts('payment/prepared', payment.prepared, paid)]),
    ...(payment?.approved ? [facts('payment/approved', payment.approved, paid)] : []),
    ...(payment?.executed ? [facts('payment/executed', payment.executed, paid)] : []),
  ]
}
