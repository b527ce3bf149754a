/** A thousand applications sent at once, some of them pressed twice: none is lost or doubled, in the records, the trail or the mail. */
import { setTimeout as pause } from 'node:timers/promises'
import { poolOf } from '../src/platform/database/database.ts'
import type { Ground } from './ground.ts'
import type { Ask } from './load.ts'
import { type Applicant, applicants } from './records.ts'
import { figure, type Finding, under } from './rounds.ts'
import { mustAnswer, startGenerator } from './sides.ts'

const SUBMISSIONS = 1000
const IN_FLIGHT = 64
const WARM_UP = 64
/** Every so manieth is pressed twice in the same moment. */
const TWICE = 20
/** How long the mail may take afterwards. */
const MAIL = 90_000

export async function submissions(ground: Ground): Promise<Finding[]> {
  const generator = startGenerator()
  const send = (once: Ask[]) => generator.ask(ground, { connections: IN_FLIGHT, once })
  await send((await applicants(ground, WARM_UP)).map(submission))
  const all = await applicants(ground, SUBMISSIONS)
  const asks = all.map(submission).flatMap((ask, place) => (place % TWICE === 0 ? [ask, ask] : [ask]))
  const round = await send(asks)
  await generator.stop()
  mustAnswer(303, [round])
  const counted = await count(ground, all)
  return [
    {
      what: `${figure(SUBMISSIONS)} submissions at ${IN_FLIGHT} in flight, one in ${TWICE} pressed twice: sent, drafts left, entries in the trail, receipts mailed`,
      found: `${counted.sent}, ${counted.drafts}, ${counted.entries}, ${counted.receipts}`,
      limit: `${SUBMISSIONS}, 0, ${SUBMISSIONS}, ${SUBMISSIONS}`,
      kept: [counted.sent, counted.entries, counted.receipts].every((one) => one === SUBMISSIONS) && counted.drafts === 0,
    },
    {
      what: `submission, p99 at ${IN_FLIGHT} in flight`,
      found: `${figure(round.p99)} ms (median ${figure(round.p50)} ms, ${figure(round.perSecond)} a second)`,
      ...under(round.p99, 500, 'ms'),
    },
  ]
}

function submission({ application, cookie }: Applicant): Ask {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', cookie }
  return { method: 'POST', path: `/ar/applications/${application}/submission`, headers, body: 'declaration.true=yes&declaration.rules=yes' }
}

interface Counted {
  readonly sent: number
  readonly drafts: number
  readonly entries: number
  readonly receipts: number
}

/** Counts once the queue is empty. */
async function count({ db }: Ground, all: readonly Applicant[]): Promise<Counted> {
  const until = performance.now() + MAIL
  for (;;) {
    const { rows } = await poolOf(db).query<Counted>(
      `select (select count(*)::int from submission where application = any($1::uuid[])) as sent,
        (select count(*)::int from draft where application = any($1::uuid[])) as drafts,
        (select count(*)::int from audit_entry where stream = any($1::uuid[]) and act = 'application/submitted') as entries,
        (select count(*)::int from message where object = any($1::uuid[]) and kind = 'application-receipt') as receipts`,
      [all.map((one) => one.application)],
    )
    const counted = rows[0] as Counted
    const waiting = await poolOf(db).query('select from graphile_worker.jobs limit 1')
    if ((waiting.rowCount === 0 && counted.receipts >= all.length) || performance.now() > until) return counted
    await pause(200)
  }
}
