/**
 * Keeps a reader's grid while they write (by keyboard alone: grid-keys.ts). Without it the grid is kept by its button,
 * and the page says what was kept elsewhere meanwhile. With it: what is written is saved 1.5 seconds after the last
 * key; while there is no network, or the session has ended, it is kept on this device and sent later; where another device
 * changed the same thing both are shown; the score so far and what a step means follow the choice. All its words come from
 * the page.
 */
import { provisionalScore } from '../domain/grid-cells.ts'
import { FINAL, say, stored } from './phone/typed.ts'

const QUIET = 1500
const AGAIN = 15_000
const RECORD = 'grid '

interface Change {
  value: string
  over: string[]
}
interface Answer {
  said?: string
  version?: number
  cells?: Record<string, string>
  parted?: string[]
  /** Comments that were not kept, being too long, with what is said of each. */
  long?: Record<string, string>
  refused?: { sentence: string }
}

type Words = Readonly<
  Record<
    'grid' | 'owner' | 'kept' | 'saving' | 'offline' | 'full' | 'back' | 'handin' | 'nothing' | 'points' | 'left' | 'max' | 'open' | 'enter',
    string
  >
>

const form = document.querySelector<HTMLFormElement>('form[data-grid]')
const words = { ...form?.dataset } as Words
const key = RECORD + (words.grid ?? '').replace(/^\/\w\w\//, '')
const lines = [...(form?.querySelectorAll<HTMLFieldSetElement>('fieldset[data-criterion]') ?? [])]

/** What the server has of each cell, as far as this page knows. */
const there: Record<string, string> = {}
let unsent: Record<string, Change> = {}
/** Cells another device changed, with what stands there: they wait for a choice. */
const parted: Record<string, string> = {}
/** Comments the server does not keep, too long as they were sent: the field keeps all, and they wait to be shortened. */
const long = new Set<string>()
let timer = 0
let sending = false
let ended = false
let signedOut = false
/** The button that hands in, while what was written before it is still on its way. */
let held: HTMLElement | null = null

const isCell = (name: string): boolean => /^(score|comment)\./.test(name)
const goes = (cell: string): boolean => !(cell in parted || long.has(cell))
const alike = (one: string, other: string): boolean => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim()
const fieldsOf = (cell: string) =>
  [...(form?.elements ?? [])].filter((field): field is HTMLInputElement | HTMLTextAreaElement => (field as HTMLInputElement).name === cell)

function valueOf(cell: string): string {
  return `${new FormData(form as HTMLFormElement).get(cell) ?? ''}`
}

function fill(cell: string, value: string): void {
  for (const field of fieldsOf(cell)) {
    if (field.type === 'radio') (field as HTMLInputElement).checked = field.value === value
    else field.value = value
  }
}

/** Writes down what is not sent; false when the device does not take it. */
function note(): boolean {
  const text = Object.keys(unsent).length > 0 ? JSON.stringify({ owner: words.owner, unsent }) : null
  return stored(key, text) === text
}

function wait(time: number): void {
  clearTimeout(timer)
  timer = window.setTimeout(() => void send(), time)
}

/** `ask`: also with nothing to send, to hear how things stand. */
async function send(ask = false): Promise<void> {
  const going = Object.entries(unsent).filter(([cell]) => goes(cell))
  if (ended || sending || (going.length === 0 && !ask)) return
  sending = true
  say(words.saving)
  const body = new URLSearchParams()
  for (const [cell, { value, over }] of going) {
    body.append(cell, value)
    for (const one of over) body.append(`over.${cell}`, one)
    // Should the answer be lost, this value is no second version.
    if (!over.includes(value)) over.push(value)
  }
  const isNoted = note()
  const sent = Object.fromEntries(going.map(([cell, { value }]) => [cell, value]))
  const came = await fetch(words.grid, {
    method: 'PATCH',
    body,
    keepalive: `${body}`.length < 60_000,
    headers: { accept: 'application/json' },
  }).catch(() => null)
  const answer = came && came.status < 500 ? ((await came.json().catch(() => null)) as Answer | null) : null
  sending = false
  if (came && answer) {
    arrived(sent, came.status, answer)
    return goOn()
  }
  held = null
  say(isNoted ? words.offline : words.full, true)
  wait(AGAIN)
}

const isLeft = (): boolean => Object.keys(unsent).some(goes)

/** Hands in once everything has been said, under the version that holds it. */
function goOn(): void {
  if (held === null) return
  if (isLeft() && !ended && !signedOut) return void send()
  const button = held
  held = null
  if (!signedOut) form?.requestSubmit(button)
}

function arrived(sent: Record<string, string>, status: number, answer: Answer): void {
  ended = FINAL.includes(status)
  signedOut = status === 401
  if (!answer.cells) {
    const place = document.activeElement?.id || document.activeElement?.closest('fieldset')?.id
    return say(answer.refused?.sentence ?? words.offline, true, signedOut ? words.enter + encodeURIComponent(place ? `#${place}` : '') : undefined)
  }
  const version = form?.elements.namedItem('version') as HTMLInputElement
  version.value = `${answer.version}`
  for (const [cell, standing] of Object.entries(answer.cells)) {
    const waiting = unsent[cell]
    if (answer.long?.[cell] && waiting?.value === sent[cell]) mark(cell, answer.long[cell])
    else if (answer.parted?.includes(cell)) showOther(cell, standing)
    else if (waiting && waiting.value === sent[cell]) delete unsent[cell]
    else if (waiting && cell in sent) waiting.over = [standing]
    if (!unsent[cell] && !alike(valueOf(cell), standing)) fill(cell, standing)
    there[cell] = standing
  }
  note()
  follow()
  say(answer.said ?? '', Object.keys(parted).length > 0 || long.size > 0)
  if (isLeft()) wait(QUIET)
}

/** Says under a comment that it is not kept; null: it is not too long any more, as far as is known. */
function mark(cell: string, sentence: string | null): void {
  if (sentence !== null) long.add(cell)
  else if (!long.delete(cell)) return
  const field = fieldsOf(cell)[0]
  const shown = field?.parentElement?.querySelector('[data-long]') ?? document.createElement('p')
  shown.className = 'err'
  shown.setAttribute('data-long', '')
  shown.textContent = sentence
  if (sentence === null) shown.remove()
  else field?.after(shown)
  field?.setAttribute('aria-invalid', `${sentence !== null}`)
}

/** Shows above a field what stands there, and asks which is meant. */
function showOther(cell: string, standing: string): void {
  const isShown = cell in parted
  parted[cell] = standing
  const field = fieldsOf(cell)[0]
  const place = field?.closest('.score') ?? field
  if (isShown || !place) return
  const other = document.querySelector('[data-other]')?.cloneNode(true) as HTMLElement
  const text = other.querySelector('[data-text]')
  if (text) text.textContent = standing || words.nothing
  const settle = (isTaken: boolean) => () => {
    const mine = unsent[cell]
    const now = parted[cell] ?? ''
    delete parted[cell]
    if (isTaken) {
      delete unsent[cell]
      fill(cell, now)
    } else if (mine) mine.over = [now]
    other.remove()
    field?.focus()
    note()
    follow()
    void send(true)
  }
  other.querySelector('[data-take]')?.addEventListener('click', settle(true))
  other.querySelector('[data-mine]')?.addEventListener('click', settle(false))
  place.before(other)
  other.hidden = false
}

/** What each step means, the score so far, what is left. */
function follow(): void {
  const scores: Record<string, number> = {}
  for (const line of lines) {
    const code = line.dataset.criterion ?? ''
    const steps = [...line.querySelectorAll<HTMLInputElement>('input[type=radio]')]
    const at = steps.findIndex(({ checked }) => checked)
    if (at === -1) continue
    scores[code] = Number(steps[at]?.value)
    const means = line.querySelectorAll('[data-anchors] li')[at]?.textContent
    const hint = line.querySelector('.hint')
    if (means && hint && hint.textContent !== means) hint.textContent = means
  }
  const criteria = lines.map(({ dataset }) => ({ code: dataset.criterion ?? '', weight: Number(dataset.weight) }))
  const score = provisionalScore(criteria, scores, { max: Number(words.max) })
  const put = (name: string, text: string | undefined): void => {
    const place = document.querySelector(`[data-${name}]:not(form)`)
    if (place && text !== undefined) place.textContent = text
  }
  const scored = Object.keys(scores).length
  const point = document.documentElement.lang === 'en' ? '.' : ','
  if (score !== null) put('total', words.points.replace('{n}', score.toFixed(2).replace('.', point)))
  put('left', (JSON.parse(words.left) as string[])[lines.length - scored])
  put('open', words.open.replace('{n}', `${scored}`))
}

/** What an earlier visit wrote here and could not send. What others left on this device goes. */
function restore(): void {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(RECORD))) {
    const before = JSON.parse(stored(name) ?? '{}') as { owner?: string; unsent?: Record<string, Change> }
    if (before.owner !== words.owner) stored(name, null)
    else if (name === key && before.unsent) unsent = before.unsent
  }
  for (const [cell, { value }] of Object.entries(unsent)) {
    if (there[cell] === undefined || alike(there[cell], value)) delete unsent[cell]
    else fill(cell, value)
  }
  note()
  if (Object.keys(unsent).length === 0) return
  say(words.back)
  wait(0)
}

function change(target: EventTarget | null): void {
  const { name, type } = target as HTMLInputElement
  if (!isCell(name)) return
  const over = unsent[name]?.over ?? [there[name] ?? '']
  unsent[name] = { value: valueOf(name), over }
  mark(name, null)
  const isNoted = note()
  if (type === 'radio') follow()
  if (!isNoted && !navigator.onLine) say(words.full, true)
  if (!signedOut) wait(type === 'radio' ? 0 : QUIET)
}

function listen(to: HTMLFormElement): void {
  to.addEventListener('input', ({ target }) => change(target))
  to.addEventListener('submit', (event) => {
    const waits = sending || (isLeft() && !ended && !signedOut)
    if (navigator.onLine && !waits) return clearTimeout(timer)
    event.preventDefault()
    if (!navigator.onLine) return say(words.handin, true)
    held = event.submitter
    clearTimeout(timer)
    void send()
  })
  const again = (): void => {
    signedOut = false
    wait(0)
  }
  addEventListener('online', again)
  addEventListener('focus', () => signedOut && again())
  addEventListener('pagehide', () => void send())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void send())
}

if (form) {
  const kept = JSON.parse(words.kept) as Record<string, string>
  for (const { name } of [...form.elements] as HTMLInputElement[]) if (isCell(name)) there[name] = kept[name] ?? valueOf(name)
  restore()
  listen(form)
  follow()
}
