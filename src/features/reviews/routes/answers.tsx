/** Questions about ties answered together: the page that shows what would be answered, and the answer. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { cleanLine } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { judgeMany } from '../commands/judge-many.ts'
import { CONFLICT_KINDS, type ConflictKind } from '../conflicts/views.ts'
import { AnswersPlanPage } from '../pages/answers-plan.tsx'
import { answersPlan, type ChosenTies } from '../queries/answers-plan.ts'
import { words } from '../words/index.ts'
import { aroundOf, room, statusOf } from './around.ts'

export const answerRoutes = new Hono<AppEnv>()

interface Asked {
  readonly chosen: ChosenTies
  readonly stands: boolean
}

/** What was ticked, or all of the kind the page was narrowed to; null for an answer that is none. */
function asked(values: (name: string) => readonly string[]): Asked | null {
  const [answer] = values('answer')
  if (answer !== 'stands' && answer !== 'none') return null
  const kind: ConflictKind | null = CONFLICT_KINDS.find((one) => one === values('kind')[0]) ?? null
  return { chosen: values('all')[0] === 'yes' ? { all: kind } : { ties: values('tie') }, stands: answer === 'stands' }
}

async function planPage(c: AppContext, at: StaffRoom, { chosen, stands }: Asked, reason = '', refusal?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const plan = await answersPlan(db, at.viewer, at.edition.place, chosen, stands, language)
  if (plan === null) return c.notFound()
  const lacks = ['conflict/unreasoned', 'review/reason-too-long'].includes(refusal?.code ?? '')
  const message = refusal === undefined ? '' : words(language).any(`refusal.${refusal.code}`, refusal.details)
  const around = await aroundOf(c, at, lacks ? undefined : refusal)
  const all = 'all' in chosen ? { kind: chosen.all } : null
  const errors = lacks ? [{ field: 'reason', message }] : []
  return page(c, <AnswersPlanPage around={around} plan={plan} all={all} reason={reason} errors={errors} />, statusOf(refusal))
}

answerRoutes.get('/desk/:edition/conflicts/answers', async (c) => {
  const at = await room(c)
  const what = asked((name) => c.req.queries(name) ?? [])
  return at === null || what === null ? c.notFound() : planPage(c, at, what)
})

answerRoutes.post('/desk/:edition/conflicts/answers', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const what = asked((name) => [body[name] ?? []].flat())
  if (what === null) return c.notFound()
  const reason = cleanLine(fieldText(body, 'reason'))
  const input = { ...what, reason, fingerprint: fieldText(body, 'fingerprint') }
  const outcome = await judgeMany(request(c).db, at.viewer, at.edition.place, input, c.var.now)
  if (!outcome.ok) return outcome.code === 'conflict/not-allowed' ? c.notFound() : planPage(c, at, what, reason, outcome)
  if (outcome.value.ended > 0) return seeOther(c, `/desk/${at.edition.slug}/assignment`, 'file-taken-back')
  return seeOther(c, `/desk/${at.edition.slug}/conflicts`, 'conflicts-answered')
})
