/**
 * Saves a section of an application while one types. Without it everything works by the button "save and continue", and
 * what is typed is saved when it is pressed. With it: what is typed is saved 1.5 seconds after the last key and when the
 * page is left; while there is no network it is kept on this phone and sent when the network is back; words are counted
 * under the fields that have a limit. It never holds the button back. All its words come from the page.
 */
import { countWords } from '../domain/length.ts'

type Pair = readonly [name: string, value: string]
/** What this page has typed and the server does not have yet: the fields of each question, its mark among them. */
type Unsent = Record<string, readonly Pair[]>

interface Answer {
  readonly said?: string
  readonly known?: Readonly<Record<string, string>>
  readonly faults?: Readonly<Record<string, string>>
  readonly aside?: readonly string[]
  /** Of the questions asked under a condition, those that are asked now. */
  readonly asked?: readonly string[]
  readonly refused?: { readonly sentence: string }
}

const QUIET = 1500
const AGAIN = 15_000
const MOST_CARRIED = 60_000
/** Signed out, not theirs, late or sent: no later try will fare better. */
const FINAL = [401, 404, 410]
/** Fields that tell this opened page from others, and its sendings from each other. */
const PAGE = 'draft.page'
const TURN = 'draft.turn'
/** The section whose button was pressed last: once the next page shows that it arrived, its local copy goes. */
const PRESSED = 'draft-pressed'

const form = document.querySelector<HTMLFormElement>('form[data-draft]')
const words = { ...form?.dataset } as Readonly<Record<'draft' | 'saving' | 'offline' | 'back' | 'versions' | 'words', string>>
const status = document.querySelector<HTMLElement>('[data-saved]')
const key = `draft ${(form?.getAttribute('action') ?? '').replace(/^\/\w\w\//, '')}`

/** Questions that wait for answers of this page. */
const turning = document.querySelectorAll<HTMLFieldSetElement>('fieldset[data-when]')

const unsent: Unsent = {}
let timer = 0
let sending = false
/** Refused for good: the local copy stays, nothing more is sent. */
let ended = false
/** Questions of which two versions wait: saving them again would make a third. */
const parted = new Set<string>()

const questionOf = (name: string): string => name.replace(/^known\./, '').replace(/\.(day|month|year)$/, '')
const isMark = (name: string): boolean => name.startsWith('known.')

/** The texts of some fields, to see whether two say the same. */
function textsOf(pairs: readonly Pair[]): string {
  return pairs
    .filter(([name]) => !isMark(name))
    .map(([name, value]) => `${name}=${value.trim().replace(/\s+/g, ' ')}`)
    .join('&')
}

/** Storage may be full, forbidden or absent: then nothing is kept on the phone, and saving goes on. */
function stored(name: string, value?: string | null): string | null {
  try {
    if (value === null) localStorage.removeItem(name)
    else if (value !== undefined) localStorage.setItem(name, value)
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keepHere(): void {
  stored(key, Object.keys(unsent).length === 0 ? null : JSON.stringify(unsent))
}

function pairsOf(question: string): Pair[] {
  const all = form === null ? [] : [...new FormData(form)]
  return all.filter((pair): pair is [string, string] => typeof pair[1] === 'string' && questionOf(pair[0]) === question)
}

function hidden(name: string): HTMLInputElement | null {
  const field = form?.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field : null
}

/** Changes the line that says what is kept, and where. */
function say(text: string, off = false, link?: string): void {
  const line = status?.querySelector('span')
  if (status === null || line == null) return
  if (off) status.dataset.s = 'off'
  else delete status.dataset.s
  line.textContent = ''
  const place = link === undefined ? line : line.appendChild(document.createElement('a'))
  if (link !== undefined) (place as HTMLAnchorElement).href = link
  place.textContent = text
}

function wait(time: number): void {
  clearTimeout(timer)
  timer = window.setTimeout(send, time)
}

function nextTurn(): void {
  const turn = hidden(TURN)
  if (turn !== null) turn.value = String(Number(turn.value) + 1)
}

function bodyOf(some: Unsent): URLSearchParams {
  nextTurn()
  const body = new URLSearchParams([PAGE, TURN].map((name) => [name, hidden(name)?.value ?? '']))
  for (const [name, value] of Object.values(some).flat()) body.append(name, value)
  return body
}

async function send(): Promise<void> {
  const sent = { ...unsent }
  if (ended || sending || Object.keys(sent).length === 0) return
  sending = true
  say(words.saving)
  try {
    const body = bodyOf(sent)
    // Browsers carry at most 64 KB past the end of a page.
    const keepalive = body.toString().length < MOST_CARRIED
    const answer = await fetch(words.draft, { method: 'PATCH', body, keepalive, headers: { accept: 'application/json' } })
    if (answer.status >= 500) throw new Error()
    ended = FINAL.includes(answer.status)
    arrived(sent, (await answer.json()) as Answer)
  } catch {
    say(words.offline, true)
    wait(AGAIN)
  }
  sending = false
  if (!ended && Object.keys(unsent).some((question) => unsent[question] !== sent[question])) wait(QUIET)
}

/** The server has answered: what it holds now is no longer unsent, and the marks of the page follow. */
function arrived(sent: Unsent, answer: Answer): void {
  if (answer.refused !== undefined) {
    say(answer.refused.sentence, true)
    return
  }
  for (const [question, mark] of Object.entries(answer.known ?? {})) {
    const field = hidden(`known.${question}`)
    if (field !== null) field.value = mark
  }
  for (const question of answer.aside ?? []) parted.add(question)
  if (answer.asked !== undefined) ask(answer.asked)
  for (const question of Object.keys(sent)) {
    const isKept = unsent[question] === sent[question] && answer.faults?.[question] === undefined
    if (isKept || parted.has(question)) delete unsent[question]
    else unsent[question] = pairsOf(question)
  }
  keepHere()
  const [fault] = Object.values(answer.faults ?? {})
  if (parted.size > 0) say(answer.said ?? '', true, words.versions)
  else say(fault ?? answer.said ?? '', fault !== undefined)
}

/** Shows the questions that the answers so far open, and puts away those they close. */
function ask(asked: readonly string[]): void {
  for (const part of turning) part.hidden = part.disabled = !asked.includes(part.dataset.when ?? '')
}

/** What an earlier visit typed and could not send: back into its fields, unless the server holds it already. */
function restore(): void {
  const markOf = (pairs: readonly Pair[]) => pairs.find(([name]) => isMark(name))?.[1]
  for (const [question, pairs] of Object.entries(JSON.parse(stored(key) ?? '{}') as Unsent)) {
    const now = pairsOf(question)
    if (textsOf(now) === textsOf(pairs)) continue
    unsent[question] = pairs
    if (markOf(now) === markOf(pairs)) fill(question, pairs)
  }
  keepHere()
  if (Object.keys(unsent).length === 0) return
  say(words.back)
  wait(0)
}

function fill(question: string, pairs: readonly Pair[]): void {
  for (const field of form?.elements ?? []) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue
    if (questionOf(field.name) !== question || isMark(field.name)) continue
    const values = pairs.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) field.checked = values.includes(field.value)
    else field.value = values[0] ?? ''
  }
}

/** A page reached by the redirect that follows a save: what was pressed has arrived. */
function forgetArrived(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const pressed = sessionStorage.getItem(PRESSED)
  if (pressed !== null && navigation?.type === 'navigate' && navigation.redirectCount > 0) stored(pressed, null)
  sessionStorage.removeItem(PRESSED)
}

/** Shows under a field with a limit how many words it holds. */
function count(area: HTMLTextAreaElement): void {
  const hint = document.getElementById(`${area.id}-count`)
  if (hint === null) return
  const limit = hint.textContent ?? ''
  const show = (): void => {
    const written = countWords(area.value)
    hint.textContent = `${limit} ${words.words.replace('{n}', String(written))}`
    hint.className = written > Number(area.dataset.words) ? 'err' : 'hint'
  }
  area.addEventListener('input', show)
  show()
}

function listen(to: HTMLFormElement): void {
  to.addEventListener('input', ({ target }) => {
    const question = questionOf((target as HTMLInputElement).name)
    if (question === '' || parted.has(question)) return
    unsent[question] = pairsOf(question)
    keepHere()
    // What is chosen, not typed, may open other questions: they come at once.
    wait(turning.length > 0 && !(target as Element).matches('textarea, [type=text]') ? 0 : QUIET)
  })
  to.addEventListener('submit', () => {
    nextTurn()
    try {
      sessionStorage.setItem(PRESSED, key)
    } catch {
      // Nothing is kept on this phone, so nothing will have to go.
    }
  })
  addEventListener('online', () => wait(0))
  addEventListener('pagehide', () => void send())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void send()
  })
}

try {
  forgetArrived()
  if (form !== null) restore()
} catch {
  // A browser that forbids storage, or holds something else under our name, has nothing to give back.
}
if (form !== null) {
  listen(form)
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-words]')) count(area)
}
