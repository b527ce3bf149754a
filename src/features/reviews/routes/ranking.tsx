/** Putting files in order: each move is saved, so that it works without script; handing in is an act of its own. */
import { Hono } from 'hono'
import type { Refused, Result } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Body } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { type RankingInput, saveRanking, submitRanking } from '../commands/ranking.ts'
import { RankingPage } from '../pages/ranking.tsx'
import { rankingOf } from '../queries/ranking.ts'
import type { RankingView } from '../views.ts'
import { readerFrame, said, sentence } from './reader.ts'

export const rankingRoutes = new Hono<AppEnv>()

const PATH = '/reviews/ranking/:edition/:stage'

interface Came {
  readonly order: readonly string[]
  readonly unrelated: boolean
  readonly refusal: Refused
}

async function rankingPage(c: AppContext, viewer: SignedIn, came?: Came): Promise<Response> {
  const { db, language } = request(c)
  const found = await rankingOf(db, viewer, c.req.param('edition') ?? '', c.req.param('stage') ?? '')
  if (found === null) return c.notFound()
  const view = came === undefined ? found : inOrder(found, came.order)
  const refusal = came === undefined ? undefined : sentence(c, came.refusal)
  const status = came === undefined ? 200 : came.refusal.code === 'review/stale' ? 409 : 422
  const frame = await readerFrame(c, viewer)
  return page(
    c,
    <RankingPage language={language} frame={frame} view={view} unrelated={came?.unrelated ?? false} said={said(c)} refusal={refusal} />,
    status,
  )
}

/** The order as it was sent, as far as its files are there; saving again keeps it over the one that stands. */
function inOrder(view: RankingView, order: readonly string[]): RankingView {
  const at = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return { ...view, files: [...view.files].sort((a, b) => at(a.assignment) - at(b.assignment)) }
}

rankingRoutes.get(PATH, async (c) => rankingPage(c, signedIn(c)))

rankingRoutes.post(PATH, async (c) => {
  const viewer = signedIn(c)
  const { db, now } = request(c)
  const body = await readForm(c)
  const [act = '', moved = ''] = fieldText(body, 'act').split(':')
  const input = {
    edition: c.req.param('edition'),
    stage: c.req.param('stage'),
    mark: fieldText(body, 'mark'),
    order: movedBy(orderOf(body), act, moved),
  }
  const unrelated = fieldText(body, 'unrelated') === 'yes'
  const outcome: Result<{ files: number }> = await (act === 'submit'
    ? submitRanking(db, viewer, { ...input, unrelated }, now)
    : saveRanking(db, viewer, input, now))
  if (!outcome.ok)
    return outcome.code === 'review/unknown' ? c.notFound() : rankingPage(c, viewer, { order: input.order, unrelated, refusal: outcome })
  const path = `/reviews/ranking/${input.edition}/${input.stage}`
  if (act === 'submit') return seeOther(c, path, 'ranking-submitted')
  return seeOther(c, `${path}?said=ranking-saved${act === 'keep' ? '' : `#file-${moved}`}`)
})

function orderOf(body: Body): RankingInput['order'] {
  return [body.order ?? []].flat().slice(0, 500)
}

/** The order with one file a place higher or lower. */
function movedBy(order: readonly string[], act: string, id: string): readonly string[] {
  const from = order.indexOf(id)
  if (from === -1 || (act !== 'up' && act !== 'down')) return order
  const to = Math.max(0, Math.min(order.length - 1, act === 'up' ? from - 1 : from + 1))
  return order.toSpliced(from, 1).toSpliced(to, 0, id)
}
