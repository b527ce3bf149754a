/** The public page of the call, in Arabic, against a bare server that gives the same bytes under the same headers. */
import { firstVisit } from '../tests/server/first-visit.ts'
import type { Ground } from './ground.ts'
import { SLUG } from './records.ts'
import { atLeast, byTurns, figure, type Finding, median, percent, under } from './rounds.ts'
import { answerOf, bareCopy, mustAnswer, type Side, startGenerator } from './sides.ts'

const CONNECTIONS = 64
/** As a browser asks. */
const HEADERS = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' }
const PAGE = `/ar/calls/${SLUG}`

export async function callPage(ground: Ground): Promise<Finding[]> {
  const answer = await answerOf(ground.origin + PAGE, HEADERS)
  const bare = await bareCopy(answer)
  const generator = startGenerator()
  const asked = [[{ method: 'GET' as const, path: PAGE, headers: HEADERS }]]
  const ask = (side: Side) => (seconds: number) => generator.ask(side, { connections: CONNECTIONS, over: { seconds, asked } })
  const { subject, baseline } = await byTurns(ground.pace, ask(ground), ask(bare))
  await Promise.all([generator.stop(), bare.stop()])
  mustAnswer(200, [...subject, ...baseline])
  const [ours, theirs] = [subject, baseline].map((side) => median(side.map((round) => round.perSecond))) as [number, number]
  const p99 = median(subject.map((round) => round.p99))
  const visit = await firstVisit(ground.origin, PAGE)
  return [
    {
      what: 'call page, requests/s, of a bare server with the same bytes',
      found: `${percent(ours / theirs)} (${figure(ours)} of ${figure(theirs)}; ${figure(answer.body.length / 1024)} KB each)`,
      ...atLeast(ours / theirs, 0.25),
    },
    { what: `call page, p99 at ${CONNECTIONS} connections`, found: `${figure(p99)} ms`, ...under(p99, 50, 'ms') },
    { what: 'call page, first visit without fonts', found: `${figure(visit.bytes / 1024)} KB`, limit: '≤ 60 KB', kept: visit.bytes <= 60 * 1024 },
  ]
}
