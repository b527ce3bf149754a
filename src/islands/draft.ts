/**
 * Saves a section of an application while one types. Without it everything works by the button "save and continue", and
 * what is typed is saved when it is pressed. With it: what is typed is saved 1.5 seconds after the last key and when the
 * page is left; while there is no network, or the session has ended, it is kept on this phone and sent later; words are
 * counted under the fields that have a limit. It holds the button back only where what is typed could be kept nowhere.
 * All its words come from the page.
 */
import { countWords } from '../domain/length.ts'
import {
  type Answer,
  count,
  type Fields,
  FINAL,
  isKept,
  keep,
  keepsPages,
  keyOf,
  type Pair,
  PRESSED,
  say,
  send,
  type Typed,
  typedUnder,
} from './phone/typed.ts'

const QUIET = 1500
const AGAIN = 15_000
const SIGNED_OUT = 401

type Words = Readonly<Record<'draft' | 'owner' | 'saving' | 'offline' | 'full' | 'back' | 'versions' | 'words' | 'enter', string>>

const form = document.querySelector<HTMLFormElement>('form[data-draft]')
const words = { ...form?.dataset } as Words
const key = keyOf(form?.getAttribute('action') ?? '')

/** Questions that wait for answers of this page. */
const turning = document.querySelectorAll<HTMLFieldSetElement>('fieldset[data-when]')

const typed: Typed = { owner: words.owner, to: words.draft, page: hidden('draft.page')?.value ?? '', turn: 0, at: 0, unsent: {}, sent: {} }
const unsent = typed.unsent as Record<string, readonly Pair[]>
const sent = typed.sent as Record<string, readonly Pair[]>
let timer = 0
let sending = false
/** Refused for good: the local copy stays, nothing more is sent. */
let ended = false
/** The session has ended: tried again when the page is come back to, from wherever one signed in. */
let signedOut = false
/** What the server has of each question, as far as this page knows. */
const there: Record<string, string> = {}
/** Questions of which two versions wait: saving them again would make a third. */
const parted = new Set<string>()
/** Typing in one of those saves nothing, but the server is asked whether one may still write here at all. */
let asking = false

/** A date has boxes, a table lines: all of them are fields of one question. */
const questionOf = (name: string): string => name.replace(/^known\./, '').split('.')[0] ?? ''
const isMark = (name: string): boolean => name.startsWith('known.')

/** The texts of some fields, to see whether two say the same. */
function textsOf(pairs: readonly Pair[]): string {
  return pairs
    .filter(([name]) => !isMark(name))
    .map(([name, value]) => `${name}=${value.trim().replace(/\s+/g, ' ')}`)
    .join('&')
}

function pairs(): [string, string][] {
  return form ? [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string') : []
}

const pairsOf = (question: string): Pair[] => pairs().filter(([name]) => questionOf(name) === question)

function hidden(name: string): HTMLInputElement | null {
  const field = form?.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field : null
}

/** A question and its answer as one reads them: names of choices, not their codes. */
function readable(question: string): [string, string] {
  const fields = [...(form?.elements ?? [])].filter(
    (field): field is HTMLInputElement =>
      'labels' in field && !isMark((field as HTMLInputElement).name) && questionOf((field as HTMLInputElement).name) === question,
  )
  const label = ({ labels }: HTMLInputElement): string => (labels?.[0]?.querySelector('span')?.firstChild ?? labels?.[0])?.textContent ?? ''
  const texts = fields.map((field) =>
    field instanceof HTMLSelectElement
      ? field.selectedOptions[0]?.text
      : !/radio|checkbox/.test(field.type)
        ? field.value
        : field.checked
          ? label(field)
          : '',
  )
  const [first] = fields
  const name = first?.closest('fieldset')?.querySelector('legend')?.textContent ?? (first ? label(first) : '')
  return [name.trim(), texts.filter(Boolean).join(' ')]
}

/** Says, where one writes, that nothing more is kept here. */
function tellEnded(): void {
  const told = document.getElementById('draft-ended')
  if (!told?.hidden) return
  ;(document.activeElement?.closest('.field') ?? form?.querySelector('.field'))?.before(told)
  told.hidden = false
}

/** Writes down what is typed; false when the phone does not take it. */
function note(question?: string): boolean {
  if (question) {
    unsent[question] = pairsOf(question)
    typed.at = Date.now()
    typed.title = document.querySelector('h1')?.textContent ?? ''
    typed.says = { ...typed.says, [question]: readable(question) }
  }
  return keep(key, typed)
}

function wait(time: number): void {
  clearTimeout(timer)
  timer = window.setTimeout(sendUnsent, time)
}

function nextTurn(): void {
  typed.turn++
  for (const [name, value] of [
    ['draft.page', typed.page],
    ['draft.turn', typed.turn],
  ] as const) {
    const field = hidden(name)
    if (field) field.value = `${value}`
  }
}

async function sendUnsent(): Promise<void> {
  const going = { ...unsent }
  if (ended || sending || (count(going) === 0 && !asking)) return
  asking = false
  sending = true
  if (count(going) > 0) say(words.saving)
  nextTurn()
  const isNoted = note()
  const came = await send(typed, going)
  sending = false
  if (came && count(going) === 0 && !came.answer.refused) return
  if (came) return arrived(going, came.status, came.answer)
  say(isNoted ? words.offline : words.full, true)
  wait(AGAIN)
}

/** The server has answered: what it holds now is no longer unsent, and the marks of the page follow. */
function arrived(going: Fields, status: number, answer: Answer): void {
  ended = FINAL.includes(status)
  typed.ended = ended ? answer.refused?.sentence : undefined
  if (ended) tellEnded()
  signedOut = status === SIGNED_OUT
  if (answer.refused) {
    note()
    const field = document.activeElement?.id
    return say(answer.refused.sentence, true, signedOut ? words.enter + encodeURIComponent(field ? `#${field}` : '') : undefined)
  }
  for (const [question, mark] of Object.entries(answer.known ?? {})) {
    const field = hidden(`known.${question}`)
    if (field) field.value = mark
  }
  for (const question of answer.aside ?? []) parted.add(question)
  if (answer.asked) ask(answer.asked)
  for (const question of Object.keys(going)) {
    const isThere = unsent[question] === going[question] && !answer.faults?.[question]
    unsent[question] = pairsOf(question)
    if (!isThere && !parted.has(question)) continue
    there[question] = textsOf(going[question] ?? [])
    if (keepsPages()) sent[question] = unsent[question]
    delete unsent[question]
  }
  note()
  const [fault] = Object.values(answer.faults ?? {})
  if (parted.size > 0) say(answer.said ?? '', true, words.versions)
  else say(fault ?? answer.said ?? '', fault !== undefined)
  if (Object.keys(unsent).some((question) => unsent[question] !== going[question] && !answer.faults?.[question])) wait(QUIET)
}

/** Shows the questions that the answers so far open, and puts away those they close. */
function ask(asked: readonly string[]): void {
  for (const part of turning) part.hidden = part.disabled = !asked.includes(part.dataset.when ?? '')
}

/**
 * What an earlier visit typed: back into its fields. On a page from the server only what it does not have; on a page kept
 * on this phone also what was sent after the page was kept, and the page goes on as the one that sent it.
 */
function restore(): void {
  const before = typedUnder(key)
  if (!before || before.owner !== typed.owner) return
  const markOf = (pairs: readonly Pair[]) => pairs.find(([name]) => isMark(name))?.[1]
  const all = Object.entries({ ...(isKept() ? before.sent : {}), ...before.unsent })
  for (const [question, pairs] of all) {
    const now = pairsOf(question)
    const waits = question in before.unsent
    if (textsOf(now) === textsOf(pairs) && !isKept()) continue
    ;(waits ? unsent : sent)[question] = pairs
    if (!waits) there[question] = textsOf(pairs)
    if (isKept() || markOf(now) === markOf(pairs)) fill(question, pairs)
  }
  if (all.length > 0) Object.assign(typed, { page: before.page, turn: before.turn, at: before.at })
  note()
  if (count(unsent) === 0) return
  say(words.back)
  wait(0)
}

function fill(question: string, pairs: readonly Pair[]): void {
  for (const field of form?.elements ?? []) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue
    if (questionOf(field.name) !== question) continue
    const values = pairs.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) field.checked = values.includes(field.value)
    else field.value = values[0] ?? ''
  }
}

/** Shows under a field with a limit how many words it holds. */
function countIn(area: HTMLTextAreaElement): void {
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
    if (question === '') return
    if (parted.has(question)) asking = true
    else note(question)
    if (signedOut) return
    // What is chosen, not typed, may open other questions: they come at once.
    wait(turning.length > 0 && !(target as Element).matches('textarea, [type=text]') ? 0 : QUIET)
  })
  to.addEventListener('submit', (event) => {
    nextTurn()
    // A browser may have filled fields in without a word.
    for (const question of Object.keys(there)) if (!parted.has(question) && textsOf(pairsOf(question)) !== there[question]) note(question)
    if (!note() && !navigator.onLine) {
      event.preventDefault()
      say(words.full, true)
    }
    try {
      sessionStorage.setItem(PRESSED, key)
    } catch {
      // Nothing is kept on this phone, so nothing will have to go.
    }
  })
  const again = (): void => {
    signedOut = false
    wait(0)
  }
  addEventListener('online', again)
  // The island beside this one was told so before anything was typed.
  document.addEventListener('draft-ended', () => {
    ended = true
    tellEnded()
  })
  addEventListener('focus', () => signedOut && again())
  addEventListener('pagehide', () => void sendUnsent())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void sendUnsent()
    else if (signedOut) again()
  })
}

if (form) {
  if (isKept()) say(words.offline, true)
  for (const [name] of pairs()) if (isMark(name)) there[questionOf(name)] = textsOf(pairsOf(questionOf(name)))
  restore()
  listen(form)
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-words]')) countIn(area)
  // Back from signing in, or from the page to check: on with the same field.
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus()
}
