/**
 * Deadline night: 2,000 phones with a draft open, saving as their owners type, some giving a picture; 1,000 of them send
 * within the last minute, some after it. What was acknowledged is looked for afterwards, in the records and in the mail.
 */
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { answerMark } from '../src/features/applications/answer-mark.ts'
import { poolOf } from '../src/platform/database/database.ts'
import { type CaughtMail, startCatcher } from '../src/platform/mail/catcher.ts'
import { start } from './child.ts'
import type { Ground } from './ground.ts'
import { countNight } from './night-count.ts'
import type { Night, NightSeen, PhonePlan } from './phones.ts'
import { type Applicant, applicants, endCallAt, formWithPicture, modelOf } from './records.ts'
import { figure, type Finding, under } from './rounds.ts'
import { bareServer } from './sides.ts'

const PHONES = 2_000
const SENDERS = 1_000
const LATE = 100
const PICTURES = 100
/** Of those who send, so many in the last two seconds have a network that takes three for the form; one in so many presses twice. */
const SLOW = 20
const TWICE = 20
/** Milliseconds: typing before anybody sends, the minute, and what follows the last moment. */
const BEFORE = 20_000
const MINUTE = 60_000
const AFTER = 10_000
/** For the phones to be there. */
const SOON = 4_000
/** How long phones save to the bare handler, in the same rhythm. */
const BARE = 25_000
/** Before either side is measured, so many phones save to it for so long: a call that ends has been open for weeks. */
const WARMING = 400
const WARM = 8_000
/** How long the queue may take afterwards. */
const QUEUE = 120_000
const POOL = 16
const QUESTION = 'what'
const PICTURE = 'sample'

export async function deadline(ground: Ground): Promise<Finding[]> {
  const catcher = await startCatcher()
  const path = await picture()
  await ground.restart({ SMTP_URL: catcher.url })
  try {
    const formVersion = await formWithPicture(ground.db, PICTURE)
    const bare = await bareNight(ground, formVersion)
    const typed = await typedIn(ground)
    await warm(ground.origin, (await applicants(ground, WARMING, formVersion)).map(still), typed)
    const all = await applicants(ground, PHONES, formVersion)
    const given = { question: PICTURE, path }
    const begins = Date.now() + SOON
    const last = begins + BEFORE + MINUTE
    await endCallAt(ground.db, new Date(last + ground.shift))
    const before = await ground.used()
    const seen = await night({ origin: ground.origin, phones: all.map(planOf), begins, length: BEFORE + MINUTE + AFTER, typed, picture: given })
    const cpu = (await ground.used()).cpu - before.cpu
    await queueEnds(ground)
    const counted = await countNight(ground.db, all, seen, { last, senders: SENDERS, question: QUESTION, mails: catcher.mails as CaughtMail[] })
    return [...counted.map(finding), ...times(seen, bare, cpu)]
  } finally {
    await rm(path, { force: true })
    await ground.restart()
    await catcher.stop()
  }
}

/** Those who send: more and more of them until the last moment; the late after it. All others type until the end. */
function planOf({ application, cookie }: Applicant, place: number): PhonePlan {
  const sends = sendsAt(place)
  const slow = place < SENDERS && place >= SENDERS - SLOW ? 3_000 : 0
  return {
    ...{ application, cookie, sends, slow },
    opens: Math.random() * 15_000,
    gives: place % Math.floor(PHONES / PICTURES) === 7 ? 15_000 + Math.random() * 40_000 : null,
    twice: place < SENDERS && slow === 0 && place % TWICE === 0,
  }
}

function sendsAt(place: number): number | null {
  if (place >= SENDERS + LATE) return null
  if (place >= SENDERS) return BEFORE + MINUTE + ((place - SENDERS + 1) * AFTER) / LATE
  return BEFORE + MINUTE * Math.sqrt((place + 1) / (SENDERS + 1))
}

/** The same rhythm of saves to a bare handler that sends the same statement. */
async function bareNight(ground: Ground, formVersion: string): Promise<NightSeen> {
  const { organisation } = await modelOf(ground.db)
  const bare = await bareServer({ draft: { connection: ground.connection, poolSize: POOL, shift: ground.shift } })
  const typed = await typedIn(ground)
  const saving = ({ application, person, cookie }: Applicant): PhonePlan => ({
    ...still({ application, cookie }),
    facts: { organisation, application, person },
  })
  const all = (await applicants(ground, WARMING + PHONES, formVersion)).map(saving)
  await warm(bare.origin, all.slice(0, WARMING), typed)
  const phones = all.slice(WARMING)
  const seen = await night({ origin: bare.origin, phones, begins: Date.now() + SOON, length: BARE, typed, picture: null })
  await bare.stop()
  return seen
}

/** One who only types. */
function still({ application, cookie }: Pick<Applicant, 'application' | 'cookie'>): PhonePlan {
  return { application, cookie, opens: Math.random() * 15_000, sends: null, gives: null, twice: false, slow: 0 }
}

async function warm(origin: string, all: readonly PhonePlan[], typed: Night['typed']): Promise<void> {
  const phones = all.map((one) => ({ ...one, opens: Math.random() * 3_000 }))
  await night({ origin, phones, begins: Date.now() + SOON, length: WARM, typed, picture: null })
}

async function typedIn({ db }: Ground): Promise<Night['typed']> {
  const { answers } = await modelOf(db)
  // Shorter than it was, so that no limit of words is passed.
  const text = String(answers[QUESTION]).split(/\s+/).slice(0, -3).join(' ')
  return { question: QUESTION, text, mark: answerMark(answers[QUESTION]), section: 'project' }
}

async function night(plan: Night): Promise<NightSeen> {
  const child = start(join(import.meta.dirname, 'phones.ts'))
  const seen = await child.ask<NightSeen>({ night: plan }, 'seen', plan.length + 90_000)
  await child.stop()
  return seen
}

/** A photograph of some 200 KB. */
async function picture(): Promise<string> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 24 }
  const drawn = await sharp({ create: { width: 1280, height: 960, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 40 })
    .toBuffer()
  const path = join(tmpdir(), `kawaliss-bench-${process.pid}.jpg`)
  await writeFile(path, drawn)
  return path
}

async function queueEnds({ db }: Ground): Promise<void> {
  const until = performance.now() + QUEUE
  while (performance.now() < until) {
    const waiting = await poolOf(db).query('select from graphile_worker.jobs limit 1')
    if (waiting.rowCount === 0) return
    await pause(200)
  }
}

function finding([what, found, limit]: readonly [what: string, found: readonly number[], limit: readonly number[]]): Finding {
  return { what, found: found.map(figure).join(', '), limit: limit.map(figure).join(', '), kept: found.every((one, place) => one === limit[place]) }
}

function times({ answers }: NightSeen, bare: NightSeen, cpu: number): Finding[] {
  const told = (act: keyof NightSeen['answers']): string =>
    `${figure(answers[act].p99)} ms (median ${figure(answers[act].p50)} ms, slowest ${figure(answers[act].slowest)} ms)`
  const { save } = bare.answers
  const ratio = `${figure(answers.save.p50 / save.p50)} × a bare handler's median, ${figure(answers.save.p99 / save.p99)} × its p99 (${figure(save.p50)}, ${figure(save.p99)} ms)`
  const rest = (['page', 'picture', 'receipt'] as const).map((act) => `${act} ${told(act)}`).join('; ')
  return [
    { what: 'deadline night, a submission, p99', found: told('submission'), ...under(answers.submission.p99, 1000, 'ms') },
    { what: 'deadline night, a save, p99', found: `${told('save')}: ${ratio}`, ...under(answers.save.p99, 300, 'ms') },
    {
      what: 'deadline night, everything else, p99',
      found: `${rest}; processor time of the server ${figure(cpu / 1000)} s in ${(BEFORE + MINUTE + AFTER) / 1000} s`,
      ...{ limit: 'none', kept: true },
    },
  ]
}
