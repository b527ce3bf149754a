/**
 * Stands on every page of an application: has the pages of the application kept on this phone (worker.ts), and sends what
 * was typed on others of its pages while there was no network. Without it pages need a network, and what is typed is kept
 * by the button alone. It erases what another person left here, says how many answers wait, lets no application go before
 * they have left, and asks before one leaves the phone with answers that would be lost. All its words come from the page.
 */
import {
  count,
  everything,
  FINAL,
  type Fields,
  isKept,
  keep,
  keepsPages,
  keyOf,
  lastHere,
  NOT_ARRIVED,
  OWNER,
  PRESSED,
  reloadUnlessLeaving,
  say,
  send,
  stored,
  type Typed,
  typedUnder,
  waiting,
} from './phone/typed.ts'

const place = document.querySelector<HTMLElement>('[data-owner]')
const words = { ...place?.dataset } as Readonly<Partial<Record<'owner' | 'base' | 'keep' | 'call' | 'phone' | 'unsent' | 'offline' | 'held', string>>>
/** The section on this page sends its own. */
const own = keyOf(document.querySelector('form[data-draft]')?.getAttribute('action') ?? '')
const ofThis = (words.base ?? '').replace(/^\/\w\w\//, '')

const AGAIN = 10_000
let again = 0

/** A page reached by the redirect that follows a save: what was pressed has arrived. */
function noteArrived(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const pressed = sessionStorage.getItem(PRESSED)
  sessionStorage.removeItem(PRESSED)
  const typed = pressed ? typedUnder(pressed) : null
  if (!pressed || !typed || navigation?.type !== 'navigate' || navigation.redirectCount === 0 || location.search.includes(NOT_ARRIVED)) return
  keep(pressed, { ...typed, unsent: {}, sent: keepsPages() ? { ...typed.sent, ...typed.unsent } : {} })
}

/** What a save has brought to the server is no longer unsent; what was typed meanwhile still is. True when anything was brought. */
function settle(key: string, going: Fields, faults: object): boolean {
  const typed = typedUnder(key)
  if (!typed) return false
  const unsent = { ...typed.unsent }
  const sent = { ...typed.sent }
  for (const question of Object.keys(going)) {
    if (question in faults || JSON.stringify(unsent[question]) !== JSON.stringify(going[question])) continue
    if (keepsPages()) sent[question] = going[question] as Typed['sent'][string]
    delete unsent[question]
  }
  keep(key, { ...typed, unsent, sent })
  return count(unsent) < count(typed.unsent)
}

/** Sends what waits of other pages; true when anything has gone. */
async function sendAll(): Promise<boolean> {
  let gone = false
  for (const [key, typed] of everything()) {
    if (key === own || typed.ended || count(typed.unsent) === 0) continue
    typed.turn++
    keep(key, typed)
    const came = await send(typed, typed.unsent)
    if (!came) {
      clearTimeout(again)
      again = window.setTimeout(() => void catchUp(), AGAIN)
    }
    if (!came || came.status === 401) break
    if (came.answer.refused) {
      if (FINAL.includes(came.status)) keep(key, { ...typed, ended: came.answer.refused.sentence })
      continue
    }
    gone = settle(key, typed.unsent, came.answer.faults ?? {}) || gone
  }
  return gone
}

/** The count of waiting answers in the plural of the language. */
function waitingText(): string {
  const forms = JSON.parse(words.unsent ?? '{}') as Record<string, string>
  const n = waiting()
  return (forms[new Intl.PluralRules(document.documentElement.lang).select(n)] ?? forms.other ?? '').replace('{n}', `${n}`)
}

async function catchUp(): Promise<void> {
  const reload = waiting() > 0 ? reloadUnlessLeaving() : () => {}
  const gone = await sendAll()
  // Pages that list answers are made anew with those that have just arrived.
  if (gone && own === keyOf('')) return reload()
  if (own !== keyOf('') || !place) return
  if (waiting() > 0) say(waitingText(), true, words.phone)
  else if (isKept()) say(words.offline ?? '', true)
}

/** The worker is told which pages to keep, and what this page is drawn with. */
async function keepPages(): Promise<void> {
  if (!words.keep || !navigator.serviceWorker) return
  await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'all' })
  const { active } = await navigator.serviceWorker.ready
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  active?.postMessage({
    base: words.base,
    sections: words.keep.split(' ').map((section) => section.split(':')),
    call: words.call,
    owner: words.owner,
    here: location.pathname,
    files: files.filter((path) => path.startsWith('/assets/')),
  })
}

document.querySelector<HTMLFormElement>('form[action$="/submission"]')?.addEventListener('submit', (event) => {
  if (waiting(ofThis) === 0) return
  event.preventDefault()
  say(words.held ?? '', true, words.phone)
  void catchUp()
})
const leaving = document.querySelector<HTMLFormElement>('form[data-leave]')
leaving?.addEventListener('submit', (event) => {
  const warning = document.getElementById('leave-warning')
  if (!warning?.hidden || lastHere(everything()) === 0) return
  event.preventDefault()
  warning.hidden = false
})

if (words.owner) {
  for (const [key, typed] of everything()) if (typed.owner !== words.owner) stored(key, null)
  try {
    // Another person was here: nothing of theirs stays, the names of files they gave included.
    if ((stored(OWNER) ?? words.owner) !== words.owner) for (const storage of [localStorage, sessionStorage]) storage.clear()
    stored(OWNER, words.owner)
    noteArrived()
  } catch {
    // A browser that forbids storage has nothing to give back.
  }
  for (const promise of document.querySelectorAll<HTMLElement>('[data-scripted]')) promise.hidden = !navigator.serviceWorker
  addEventListener('online', () => void catchUp())
  void catchUp()
  // What the page needs comes first, what may be needed later after it.
  if (!isKept()) addEventListener('load', () => keepPages().catch(() => {}))
}
