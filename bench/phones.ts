/**
 * The applicants of a deadline night, in a process of its own: each has a phone with a connection of its own, saves as
 * they type, opens the page again, gives a picture, sends. A phone waits for nobody but its own answers. It ends by itself.
 */
import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../src/platform/database/id.ts'

export interface PhonePlan {
  readonly application: string
  readonly cookie: string
  /** What a bare handler takes beside the answer, in place of the fields of the page. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** Milliseconds from the beginning of the night: when its page is opened; when the button is pressed; when a picture is given. */
  readonly opens: number
  readonly sends: number | null
  readonly gives: number | null
  /** Pressed twice in the same moment; or on a network so slow that the form follows its head by this many milliseconds. */
  readonly twice: boolean
  readonly slow: number
}

export interface Night {
  readonly origin: string
  readonly phones: readonly PhonePlan[]
  /** When it begins, in milliseconds since 1970. */
  readonly begins: number
  /** Length in milliseconds: nothing is begun after it. */
  readonly length: number
  /** The question typed in: what stands there, and its mark. The section it is in. */
  readonly typed: { readonly question: string; readonly text: string; readonly mark: string; readonly section: string }
  /** The question answered with a picture, and where the picture lies. */
  readonly picture: { readonly question: string; readonly path: string } | null
}

export type Act = 'save' | 'page' | 'picture' | 'submission' | 'receipt'

/** One answer: how long it took from the moment it was due, which includes what the generator itself was late. */
export interface Answered {
  readonly act: Act
  readonly status: number | null
  readonly took: number
}

export interface PhoneLog {
  /** The last text of which a save was answered, and the last that was sent. */
  readonly kept: number
  readonly typed: number
  readonly saves: number
  /** Of each press: when its head was handed to the machine's network (or was about to be, for the other), and the answer. */
  readonly presses: readonly { readonly begun: number; readonly handed: number; readonly status: number | null; readonly worded: boolean }[]
  readonly picture: number | null
  /** Saves refused as too late, and those of them that say so in words. */
  readonly late: number
  readonly worded: number
}

export interface NightSeen {
  readonly answers: Readonly<
    Record<Act, { readonly p50: number; readonly p99: number; readonly slowest: number; readonly statuses: Readonly<Record<string, number>> }>
  >
  readonly logs: readonly PhoneLog[]
}

const TIMEOUT = 30_000
/** Milliseconds between two saves. */
const QUICKEST = 5_000
const SLOWEST = 20_000
/** One save in so many is followed by the page being opened again. */
const OPENED_AGAIN = 10

interface Asking {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly slow?: number
}

interface Got {
  readonly status: number | null
  readonly text: string
  /** When what was sent first was handed over, in milliseconds since 1970. */
  readonly handed: number
}

class Phone {
  readonly log = { kept: 0, typed: 0, saves: 0, presses: [] as PhoneLog['presses'][number][], picture: null as number | null, late: 0, worded: 0 }
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2 })
  readonly #night: Night
  readonly #plan: PhonePlan
  readonly #began: number
  readonly #seen: Answered[]
  #page = newId()
  #turn = 0
  #mark: string

  constructor(night: Night, plan: PhonePlan, began: number, seen: Answered[]) {
    this.#night = night
    this.#plan = plan
    this.#began = began
    this.#seen = seen
    this.#mark = night.typed.mark
  }

  async live(): Promise<void> {
    const { sends, gives, opens } = this.#plan
    const ends = sends === null ? this.#night.length : sends - 3_000
    let given = gives === null
    for (let due = opens; due < ends; due += QUICKEST + Math.random() * (SLOWEST - QUICKEST)) {
      await this.#until(due)
      await this.#save(due)
      if (!given && gives !== null && this.#now() > gives) {
        given = true
        await this.#give()
      }
      if (this.#plan.facts === undefined && Math.random() < 1 / OPENED_AGAIN) await this.#open()
      due = Math.max(due, this.#now())
    }
    if (sends !== null) await this.#send(sends)
    this.#agent.destroy()
  }

  #now(): number {
    return performance.now() - this.#began
  }

  async #until(due: number): Promise<void> {
    const left = due - this.#now()
    if (left > 0) await pause(left)
  }

  async #save(due: number): Promise<void> {
    const { question, text } = this.#night.typed
    const { application, facts } = this.#plan
    const typed = `${text} ${++this.log.typed}`
    const turn = ++this.#turn
    const fields = { 'draft.page': this.#page, 'draft.turn': String(turn), [`known.${question}`]: this.#mark, [question]: typed }
    const bare = { ...facts, answers: { [question]: typed }, known: { [question]: this.#mark }, page: this.#page, turn }
    const got = await this.#ask('save', due, {
      method: 'PATCH',
      path: facts === undefined ? `/ar/applications/${application}/draft` : '/',
      headers: facts === undefined ? { ...FORM, accept: 'application/json' } : { 'content-type': 'application/json' },
      body: facts === undefined ? new URLSearchParams(fields).toString() : JSON.stringify(bare),
    })
    const said = got.status === null ? {} : (JSON.parse(got.text) as { known?: Record<string, string>; refused?: { sentence?: string } })
    if (got.status === 200) {
      this.log.kept = this.log.typed
      this.log.saves += 1
      this.#mark = said.known?.[question] ?? this.#mark
    } else if (got.status === 410) {
      this.log.late += 1
      if ((said.refused?.sentence ?? '') !== '') this.log.worded += 1
    }
  }

  async #open(): Promise<void> {
    await this.#ask('page', this.#now(), {
      method: 'GET',
      path: `/ar/applications/${this.#plan.application}/sections/${this.#night.typed.section}`,
      headers: PAGE,
    })
    this.#page = newId()
    this.#turn = 0
  }

  async #give(): Promise<void> {
    const { picture } = this.#night
    if (picture === null) return
    const edge = '----phone'
    const head = `--${edge}\r\ncontent-disposition: form-data; name="file.${picture.question}"; filename="صورة.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
    const body = Buffer.concat([Buffer.from(head), readFileSync(picture.path), Buffer.from(`\r\n--${edge}--\r\n`)])
    const path = `/ar/applications/${this.#plan.application}/questions/${picture.question}/files`
    const headers = { ...PAGE, 'content-type': `multipart/form-data; boundary=${edge}` }
    this.log.picture = (await this.#ask('picture', this.#now(), { method: 'POST', path, headers, body })).status
  }

  async #send(due: number): Promise<void> {
    const path = `/ar/applications/${this.#plan.application}`
    await this.#until(due - 2_500)
    await this.#ask('page', this.#now(), { method: 'GET', path: `${path}/check`, headers: PAGE })
    await this.#until(due)
    const body = 'declaration.true=yes&declaration.rules=yes'
    const press = async (): Promise<number | null> => {
      const begun = Date.now()
      const asked = { method: 'POST', path: `${path}/submission`, headers: { ...PAGE, ...FORM }, body, slow: this.#plan.slow }
      const got = await this.#ask('submission', due + this.#plan.slow, asked)
      this.log.presses.push({ begun, handed: got.handed, status: got.status, worded: got.text.includes('<main') })
      return got.status
    }
    const statuses = await Promise.all(this.#plan.twice ? [press(), press()] : [press()])
    if (statuses.includes(303)) await this.#ask('receipt', this.#now(), { method: 'GET', path: `${path}/receipt`, headers: PAGE })
  }

  async #ask(act: Act, due: number, asking: Asking): Promise<Got> {
    const headers = this.#plan.facts === undefined ? { ...asking.headers, cookie: this.#plan.cookie } : asking.headers
    const got = await answerTo(this.#night.origin, this.#agent, { ...asking, headers })
    this.#seen.push({ act, status: got.status, took: this.#now() - due })
    return got
  }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
/** As a browser asks, but uncompressed: what is said is looked at here. */
const PAGE = { accept: 'text/html', 'sec-fetch-site': 'same-origin' }

function answerTo(origin: string, agent: Agent, { method, path, headers, body, slow = 0 }: Asking): Promise<Got> {
  return new Promise((resolve) => {
    let handed = Number.POSITIVE_INFINITY
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const asking = request(origin + path, { method, agent, headers: { ...headers, ...length }, timeout: TIMEOUT }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? null, text: Buffer.concat(pieces).toString(), handed }))
    })
    asking.on('timeout', () => asking.destroy())
    asking.on('error', () => resolve({ status: null, text: '', handed }))
    if (slow === 0) {
      asking.on('finish', () => (handed = Date.now()))
      asking.end(body)
      return
    }
    asking.flushHeaders()
    asking.once('socket', (socket) => {
      const gone = (): void => void (handed = Date.now())
      if (socket.connecting) socket.once('connect', () => setImmediate(gone))
      else setImmediate(gone)
    })
    setTimeout(() => asking.end(body), slow)
  })
}

async function through(night: Night): Promise<NightSeen> {
  const seen: Answered[] = []
  await pause(Math.max(0, night.begins - Date.now()))
  const began = performance.now()
  const phones = night.phones.map((plan) => new Phone(night, plan, began, seen))
  await Promise.all(phones.map((phone) => phone.live()))
  const acts = ['save', 'page', 'picture', 'submission', 'receipt'] as const
  const answers = Object.fromEntries(acts.map((act) => [act, summary(seen.filter((one) => one.act === act))])) as NightSeen['answers']
  return { answers, logs: phones.map(({ log }) => log) }
}

function summary(all: readonly Answered[]): NightSeen['answers'][Act] {
  const times = all.map(({ took }) => took).toSorted((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const statuses: Record<string, number> = {}
  for (const { status } of all) statuses[String(status)] = (statuses[String(status)] ?? 0) + 1
  return { p50: at(0.5), p99: at(0.99), slowest: at(1), statuses }
}

// Kept alive until it is stopped.
process.channel?.ref()
process.on('message', async (question: { night?: Night }) => {
  if (question.night !== undefined) process.send?.({ seen: await through(question.night) })
})
