/**
 * Tells the others of a team that this page of a draft is open and which field one is in, and shows where they are.
 * Without it the page says who was there when it was opened. It is loaded only where several people write; it says
 * nothing while the page is hidden, and has nothing to do with saving. All its words come from the server.
 */
import { BEAT_SECONDS } from '../domain/presence.ts'

/** After a move from field to field, and between two sayings, at least. */
const SOON = 500
const APART = 2000
/** No draft of theirs: sent, withdrawn, or they are no longer in the team. */
const NOT_THERE = 404

const place = document.querySelector<HTMLElement>('[data-presence]')
const marks = document.querySelectorAll<HTMLElement>('[data-here]')
let together = [...marks].some((mark) => mark.textContent !== '')
let timer = 0
let saidAt = 0
/** Sayings are counted: one that is overtaken by a later one is not believed. */
let turn = 0
/** Signed out, sent, or no longer in the team. */
let ended = false

/** The question whose field has the focus. */
function question(): string {
  const field = document.activeElement
  const typed = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
  return typed && field.closest('form[data-draft]') !== null ? (field.name.split('.')[0] ?? '') : ''
}

async function say(gone: boolean): Promise<void> {
  clearTimeout(timer)
  if (place === null || ended) return
  saidAt = Date.now()
  const { presence = '', page = '', section = '' } = place.dataset
  turn += 1
  const body = new URLSearchParams({ page, turn: String(turn), section, question: question(), gone: gone ? '1' : '' })
  try {
    const answer = await fetch(presence, { method: 'POST', body, keepalive: gone, headers: { accept: 'application/json' } })
    ended = answer.status >= 400 && answer.status < 500
    if (answer.status === NOT_THERE) document.dispatchEvent(new Event('draft-ended'))
    if (answer.ok && !gone) show((await answer.json()) as { others: number; here: Record<string, string> })
  } catch {
    // No network: whoever looks sees within the minute that nobody is here.
  }
  if (!document.hidden) wait((together && document.hasFocus() ? BEAT_SECONDS.together : BEAT_SECONDS.alone) * 1000)
}

function show({ others, here }: { others: number; here: Record<string, string> }): void {
  together = others > 0
  for (const mark of marks) {
    const text = here[mark.dataset.here ?? ''] ?? ''
    if (mark.textContent !== text) mark.textContent = text
  }
}

function wait(time: number): void {
  clearTimeout(timer)
  timer = window.setTimeout(() => void say(false), time)
}

function moved(): void {
  if (together) wait(Math.max(SOON, saidAt + APART - Date.now()))
}

if (place !== null) {
  document.addEventListener('focusin', moved)
  document.addEventListener('focusout', moved)
  document.addEventListener('visibilitychange', () => void say(document.hidden))
  addEventListener('pagehide', () => void say(true))
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void say(false)
  })
  void say(false)
}
