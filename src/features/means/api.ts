/** Means: totals by line; payments prepared, approved by another person, refused, executed. */
import { refusalIn } from '../../design/refusal.ts'
import { maySeeMeans } from '../../domain/award.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, api, day, endpoint, id, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { approvePayment, executePayment, preparePayment, refusePayment } from './commands/pay.ts'
import { lineTotals, moneyOf } from './queries/totals.ts'
import { words } from './words/index.ts'

const TAG = 'Means'
const payment = z.object({ payment: id() })

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
  return routes
}
