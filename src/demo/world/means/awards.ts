/** The money of the three editions: awards, agreements, instalments, payments by two people, what was given back. */
import { instant } from '../clock.ts'
import type { CohortProject } from '../cohort.ts'
import { type EditionKey, MONEY } from '../scenario.ts'
import { seeded, valueOf } from '../seeded.ts'
import { teamId } from '../support/activity.ts'
import { dirhams, type WorldAward, type WorldInstalment } from './award.ts'
import { type AwardDates, BALANCES, datesOf, FIRSTS } from './dates.ts'
import { paymentAfter } from './payments.ts'
import { prizesOf } from './prizes.ts'

/** What is awarded to an edition: a seed fund to every project that has not left, prizes where there are some. */
export function makeAwards(edition: EditionKey, cohort: readonly CohortProject[]): WorldAward[] {
  const { awardedAt } = FIRSTS[edition]
  const awarded = instant(awardedAt)
  const active = cohort.filter((one) => one.leftOn === null && Date.parse(one.acceptedAt) < Date.parse(awarded))
  const prizes = prizesOf(edition, active)
  const winners = new Set(prizes.map((one) => one.project))
  const dates = datesOf(edition, active, winners)
  return [...active.map((one) => seedOf(one, valueOf(dates, one.key))), ...prizes]
}

function seedOf(project: CohortProject, dates: AwardDates): WorldAward {
  const { edition } = project
  const key = `${project.key}/seed`
  const on = FIRSTS[edition].awardedAt.slice(0, 10)
  const signed = { on: dates.signedOn, at: instant(`${dates.signedOn}T12:10`), by: officer(project) }
  return {
    key,
    edition,
    project: project.project,
    kind: 'seed',
    rank: null,
    line: 'seed',
    amount: dirhams(MONEY.seed),
    awarded: { on, at: instant(FIRSTS[edition].awardedAt), by: teamId('director') },
    agreement: signed,
    instalments: [
      {
        key: `${key}/1`,
        position: 1,
        amount: dirhams(MONEY.first),
        condition: 'signature',
        met: signed,
        released: null,
        payment: paymentAfter(`${key}/1`, dates.signedOn),
      },
      balanceOf(key, project, dates.report),
    ],
  }
}

function balanceOf(key: string, project: CohortProject, report: AwardDates['report']): WorldInstalment {
  const balance = { key: `${key}/2`, position: 2, amount: dirhams(MONEY.balance), condition: 'accepted-report' as const }
  if (report === 'awaited') return { ...balance, met: null, released: null, payment: null }
  if (report === 'never') {
    const { releasedAt, reason } = BALANCES.never
    return { ...balance, met: null, released: { at: instant(releasedAt), by: officer(project), reason }, payment: null }
  }
  const met = { on: report.on, at: instant(`${report.on}T15:40`), by: officer(project) }
  const payment = paymentAfter(balance.key, report.on)
  return { ...balance, met, released: null, payment: report.paid ? payment : { ...payment, approved: null, executed: null } }
}

function officer(project: CohortProject): string {
  return teamId(seeded(`${project.key}/officer`).chance(0.5) ? 'nadia' : 'youssef')
}
