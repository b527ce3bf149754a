/** The public page of the call while the server makes one simulation after another, as a jury that tries rules does. */
import { enterAsOfficer } from './desk-list.ts'
import type { Ground } from './ground.ts'
import { SLUG } from './records.ts'
import { figure, type Finding, median, under } from './rounds.ts'
import { mustAnswer, type Round, startGenerator } from './sides.ts'

/** The edition of the demo whose selection is over: other rules can be tried on it. */
const TRIED = '2023'
const CONNECTIONS = 8
const HEADERS = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' }
const PAGE = `/ar/calls/${SLUG}`

export async function whileSelecting(ground: Ground): Promise<Finding[]> {
  const cookie = await enterAsOfficer(ground)
  const generator = startGenerator()
  const rounds: Round[] = []
  const solving = startSolving(ground, cookie)
  for (let round = 0; round < ground.pace.rounds; round++)
    rounds.push(
      await generator.ask(ground, {
        connections: CONNECTIONS,
        over: { seconds: ground.pace.seconds, asked: [[{ method: 'GET', path: PAGE, headers: HEADERS }]] },
      }),
    )
  const solved = await solving.stop()
  await generator.stop()
  mustAnswer(200, rounds)
  const p99 = median(rounds.map((round) => round.p99))
  return [
    {
      what: `call page at ${CONNECTIONS} connections, p99 while simulations are made one after the other (${solved} were)`,
      found: `${figure(p99)} ms`,
      ...under(p99, 100, 'ms'),
    },
  ]
}

function startSolving(ground: Ground, cookie: string): { stop(): Promise<number> } {
  let going = true
  let made = 0
  const run = (async () => {
    for (; going; made++) {
      const answer = await fetch(`${ground.origin}/api/v1/editions/${TRIED}/selection/what-ifs`, {
        method: 'POST',
        headers: { cookie, origin: ground.origin, 'content-type': 'application/json' },
        body: JSON.stringify({ changes: { passMark: String(50 + (made % 10)) }, note: 'bench' }),
      })
      if (answer.status !== 200) throw new Error(`A simulation was answered with ${answer.status}: ${await answer.text()}`)
    }
  })()
  return {
    async stop() {
      going = false
      await run
      return made
    },
  }
}
