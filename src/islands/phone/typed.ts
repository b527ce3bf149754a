/**
 * What is typed on this phone, kept in localStorage: it is written before the next key is read, so that a phone which
 * ends the browser without warning loses nothing. One record a section, under the path of the section without its language.
 */
export type Pair = readonly [name: string, value: string]
/** The fields of each question, its mark among them. */
export type Fields = Readonly<Record<string, readonly Pair[]>>

export interface Typed {
  /** Whose words these are: another person who signs in on this phone never sees them. */
  readonly owner: string
  /** Where they are sent. */
  readonly to: string
  /** The opened page they come from, and how many times it has sent: what it sends later is no second version. */
  page: string
  turn: number
  /** When something was typed last, in milliseconds. */
  at: number
  /** Not at the server yet. */
  unsent: Fields
  /** At the server, and newer than the page that may be kept on this phone. */
  sent: Fields
  /** What the page is called, and each question with its answer as one reads them: the page itself may not stay on this phone. */
  title?: string
  says?: Record<string, readonly [name: string, text: string]>
  /** Why the server takes none of it any more; it is for its writer to copy or to delete, and waits no longer. */
  ended?: string | undefined
}

/** Not theirs, late or sent: no later try will fare better. */
export const FINAL = [404, 410]

export interface Answer {
  readonly said?: string
  readonly known?: Readonly<Record<string, string>>
  readonly faults?: Readonly<Record<string, string>>
  readonly aside?: readonly string[]
  /** Of the questions asked under a condition, those that are asked now. */
  readonly asked?: readonly string[]
  readonly refused?: { readonly sentence: string }
}

/** The section whose button was pressed last: once a later page shows that it arrived, nothing of it is unsent. */
export const PRESSED = 'draft-pressed'
/** Says in the address of a page that what was pressed did not leave. */
export const NOT_ARRIVED = 'said=kept-here'
/** Who wrote on this phone last. */
export const OWNER = 'owner'
const RECORD = 'draft '
const MOST_CARRIED = 60_000

export const keyOf = (path: string): string => RECORD + path.replace(/^\/\w\w\//, '')
export const count = (fields: Fields): number => Object.keys(fields).length

/** Storage may be full, forbidden or absent: then nothing is kept on the phone, and saving goes on. */
export function stored(name: string, value?: string | null): string | null {
  try {
    if (value === null) localStorage.removeItem(name)
    else if (value !== undefined) localStorage.setItem(name, value)
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Whether it is really there; a record with nothing in it goes. */
export function keep(key: string, typed: Typed): boolean {
  const text = count(typed.unsent) + count(typed.sent) === 0 ? null : JSON.stringify(typed)
  return stored(key, text) === text
}

export function typedUnder(key: string): Typed | null {
  try {
    const typed = JSON.parse(stored(key) ?? '') as Typed
    return typed.unsent && typed.sent ? typed : null
  } catch {
    return null
  }
}

/** Every record of this phone, by its key. */
export function everything(): [string, Typed][] {
  try {
    return Object.keys(localStorage).flatMap((key): [string, Typed][] => {
      const typed = key.startsWith(RECORD) ? typedUnder(key) : null
      return typed === null ? [] : [[key, typed]]
    })
  } catch {
    return []
  }
}

export const waitingIn = (records: readonly [string, Typed][]): number =>
  records.reduce((sum, [, typed]) => sum + (typed.ended ? 0 : count(typed.unsent)), 0)

/** Answers that would be lost with this phone: those that wait, and those that can be sent no more. */
export const lastHere = (records: readonly [string, Typed][]): number => records.reduce((sum, [, { unsent }]) => sum + count(unsent), 0)

/** Answers that wait here, of all applications or of one. */
export const waiting = (of = ''): number => waitingIn(everything().filter(([key]) => key.startsWith(RECORD + of)))

/** Sends some fields as the page that typed them; null when the network or the server failed. */
export async function send(typed: Typed, fields: Fields): Promise<{ status: number; answer: Answer } | null> {
  try {
    const body = new URLSearchParams([
      ['draft.page', typed.page],
      ['draft.turn', `${typed.turn}`],
    ])
    for (const [name, value] of Object.values(fields).flat()) body.append(name, value)
    // Browsers carry at most 64 KB past the end of a page.
    const keepalive = `${body}`.length < MOST_CARRIED
    const came = await fetch(typed.to, { method: 'PATCH', body, keepalive, headers: { accept: 'application/json' } })
    return came.status >= 500 ? null : { status: came.status, answer: (await came.json()) as Answer }
  } catch {
    return null
  }
}

/** Changes the line that says what is kept, and where. */
export function say(text: string, off = false, link?: string): void {
  const status = document.querySelector<HTMLElement>('[data-saved]')
  const line = status?.querySelector('span')
  if (!status || !line) return
  if (off) status.dataset.s = 'off'
  else delete status.dataset.s
  line.textContent = ''
  const place = link ? line.appendChild(document.createElement('a')) : line
  if (link) (place as HTMLAnchorElement).href = link
  place.textContent = text
}

/** To load the page anew, unless whoever reads it has already pressed a link: that would be held back. */
export function reloadUnlessLeaving(): () => void {
  let leaving = false
  addEventListener('beforeunload', () => {
    leaving = true
  })
  return () => {
    if (!leaving) location.reload()
  }
}

/** Set by the worker on a page that it gave from what this phone keeps. */
export const isKept = (): boolean => 'kept' in document.documentElement.dataset
/** Whether pages are kept on this phone at all. */
export const keepsPages = (): boolean => Boolean(navigator.serviceWorker?.controller)
