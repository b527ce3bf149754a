import { Hono } from 'hono'
import { faultOf } from '../../../platform/log/log.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import { HashPage } from '../pages/hash.tsx'
import { ReceiptPage } from '../pages/receipt.tsx'
import { receiptView, submissionByHash } from '../queries/receipt.ts'
import { receiptDocument, receiptFileName, receiptWeight } from '../receipt-document.ts'
import { stepsOf } from '../told-steps.ts'
import type { ReceiptView } from '../views.ts'
import { type ApplicationsAround, aroundPage, leadOn, ownRecord, saidOf } from './around.ts'

/** The receipt, its document, and the public check of its hash. */
export function receiptRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/applications/:application/receipt', async (c) => {
    const view = await receiptView(request(c).db, signedIn(c), c.req.param('application'))
    if (view === null) return notSent(c)
    const told = await around.told?.(c, view.id)
    const steps = (await stepsOf(c, [view.id], around.steps)).get(view.id) ?? []
    return page(
      c,
      <ReceiptPage
        {...(await aroundPage(c, around))}
        view={view}
        weight={await weightOf(c, view)}
        steps={steps}
        told={told?.html}
        over={told?.over ?? false}
        said={saidOf(c)}
      />,
    )
  })

  routes.get('/applications/:application/receipt.pdf', async (c) => {
    const view = await receiptView(request(c).db, signedIn(c), c.req.param('application'))
    if (view === null) return notSent(c)
    const bytes = await receiptDocument(view, request(c).config.origin)
    return download(c, bytes, 'application/pdf', receiptFileName(view.number, view.language))
  })

  routes.get('/receipts', async (c) => {
    const asked = (c.req.query('hash') ?? '').slice(0, 200)
    const hash = asked
      .toLowerCase()
      .replace(/^\s*sha-?256/, '')
      .replace(/[\s:]/g, '')
    if (/^[0-9a-f]{64}$/.test(hash)) return seeOther(c, `/receipts/${hash}`)
    const sent = c.req.query('hash') !== undefined
    return page(c, <HashPage {...(await aroundPage(c, around))} hash={asked} found={undefined} misread={sent} />, sent ? 422 : 200)
  })

  routes.get('/receipts/:hash', async (c) => {
    const { db, organisation } = request(c)
    const hash = c.req.param('hash')
    const found = await submissionByHash(db, organisation, hash)
    return page(c, <HashPage {...(await aroundPage(c, around))} hash={hash} found={found} />, found === null ? 404 : 200)
  })

  return routes
}

/** Nothing was sent yet: a draft of one's own leads to its list of parts. */
async function notSent(c: AppContext): Promise<Response> {
  const record = await ownRecord(c)
  if (record === null) return c.notFound()
  return leadOn(c, record) ?? seeOther(c, `/applications/${record.head.id}`)
}

/** Bytes of the document; the page stands without them when it is not made soon, or not at all. */
async function weightOf(c: AppContext, view: ReceiptView): Promise<number | null> {
  try {
    return await receiptWeight(view, request(c).config.origin)
  } catch (error) {
    c.var.services.log.error({ fault: faultOf(error) }, 'a receipt could not be printed')
    return null
  }
}
