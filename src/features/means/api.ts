/** Means: totals by line; payments prepared, approved by another person, refused, executed. */
import { refusalIn } from '../../design/refusal.ts'
import { mayAward, maySeeMeans } from '../../domain/award.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, acts, amount, api, day, endpoint, id, outcome, record, slug, trilingual, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { acceptReport, signAgreement } from './commands/agreement.ts'
import { award } from './commands/award.ts'
import { awardSeeds } from './commands/award-seeds.ts'
import { approvePayment, executePayment, preparePayment, refusePayment } from './commands/pay.ts'
import { releaseInstalment } from './commands/release.ts'
import { writeLine } from './commands/write-line.ts'
import { awardsOf } from './queries/awards.ts'
import { paymentsOf } from './queries/payments.ts'
import { seedPlan } from './queries/seed-plan.ts'
import { lineTotals, moneyOf } from './queries/totals.ts'
import { words } from './words/index.ts'

const TAG = 'Means'
const payment = z.object({ payment: id() })
const edition = z.object({ edition: slug() })
/** Of a hundred: '70' or '66.67'. */
const share = z.string().regex(/^(?:100|\d{1,2}(?:\.\d{1,2})?)$/)
const seedTerms = z.object({ line: id(), amount: amount(), firstShare: share })

export function meansApi(): Api {
  const routes = api()
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/money',
      tag: TAG,
      summary: 'Totals of the edition and of each of its lines, as decimals',
      params: z.object({ edition: slug() }),
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null || !maySeeMeans(signedIn(c), found.place)) return null
      return { ...(await moneyOf(db, organisation, found.id)), lines: await lineTotals(db, organisation, found.id, language) }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/instalments/{instalment}/payment',
      tag: TAG,
      summary: 'Prepare the payment of an instalment',
      params: z.object({ instalment: id() }),
      answers: record(),
    },
    async (c, { params }) => {
      const { db, now } = request(c)
      return outcome(c, await preparePayment(db, signedIn(c), params, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/payments/{payment}/approval',
      tag: TAG,
      summary: 'Approve a payment somebody else prepared',
      params: payment,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, now } = request(c)
      return outcome(c, await approvePayment(db, signedIn(c), params, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/payments/{payment}/refusal',
      tag: TAG,
      summary: 'Refuse a payment',
      params: payment,
      body: z.object({ reason: line(300) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await refusePayment(db, signedIn(c), { ...params, ...body }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/payments/{payment}/execution',
      tag: TAG,
      summary: 'Record that the bank paid',
      params: payment,
      body: z.object({ paidOn: day(), reference: line(60) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await executePayment(db, signedIn(c), { ...params, ...body }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  awards(routes)
  return routes
}

/** Lines, awards, agreements and reports. */
function awards(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/awards',
      tag: TAG,
      summary: 'Awards with their instalments, and payments with where they stand',
      params: edition,
      answers: z.object({ awards: z.array(record()), payments: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language, now } = request(c)
      const viewer = signedIn(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null || !maySeeMeans(viewer, found.place)) return null
      const asked = { viewer, place: found.place, language, zone: found.zone, now }
      return { awards: await awardsOf(db, asked), payments: await paymentsOf(db, asked) }
    },
  )
  act(
    'post',
    '/editions/{edition}/lines',
    'Add a budget line of a funder of the edition',
    { params: edition, body: z.object({ funder: id(), code: line(40), name: trilingual(200), currency: z.string().length(3), amount: amount() }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : writeLine(db, viewer, found.place, input, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/awards',
    'Award a seed fund or a prize to a project',
    {
      params: edition,
      body: z.object({
        project: id(),
        line: id(),
        amount: amount(),
        seed: z.object({ firstShare: share }).optional(),
        prize: z.object({ rank: z.number().int().min(1).max(100) }).optional(),
      }),
    },
    async ({ db, viewer, organisation, now }, { edition: where, seed, prize, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      if (found === null) return null
      if (prize !== undefined && seed === undefined) return award(db, viewer, found.place, { ...input, kind: 'prize', rank: prize.rank }, now)
      return award(db, viewer, found.place, { ...input, kind: 'seed', firstShare: seed?.firstShare ?? '100' }, now)
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/seed-plan',
      tag: TAG,
      summary: 'What awarding the seed fund to every active project at once would do, with its fingerprint',
      params: edition,
      query: seedTerms,
      answers: record(),
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null || !mayAward(signedIn(c), found.place)) return null
      return seedPlan(db, organisation, found.id, query, language)
    },
  )
  act(
    'post',
    '/editions/{edition}/seed-plan',
    'Apply the plan that was shown',
    { params: edition, body: seedTerms.extend({ fingerprint: line(64), projects: z.array(id()).max(500) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...shown }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : awardSeeds(db, viewer, found.place, shown, now)
    },
  )
  act(
    'post',
    '/awards/{award}/agreement',
    'Record that the agreement was signed',
    { params: z.object({ award: id() }), body: z.object({ signedOn: day() }) },
    ({ db, viewer, now }, input) => signAgreement(db, viewer, input, now),
  )
  const instalment = z.object({ instalment: id() })
  act(
    'post',
    '/instalments/{instalment}/report',
    'Record that the report an instalment waits for was accepted',
    { params: instalment, body: z.object({ acceptedOn: day() }) },
    ({ db, viewer, now }, input) => acceptReport(db, viewer, input, now),
  )
  act(
    'post',
    '/instalments/{instalment}/release',
    'Release an instalment that will not be paid',
    { params: instalment, body: z.object({ reason: line(300) }) },
    ({ db, viewer, now }, input) => releaseInstalment(db, viewer, input, now),
  )
}
