/**
 * Saves a part or a question of an edition while one types. Without it everything works by the buttons of the form. With
 * it: what is typed is sent 1.5 seconds after the last key, and the line beside the buttons says when it was kept. When
 * somebody else saved the same part meanwhile it stops, and the button shows both versions. A press of a button waits for
 * what is on its way, so that nobody meets a version of their own. All its words come from the page.
 */
interface Answer {
  readonly said: string
  readonly mark?: string
  readonly ended?: true
}

const QUIET = 1500
const AGAIN = 15_000
/** How long a press of a button waits for what is on its way. */
const PATIENCE = 5000

const form = document.querySelector<HTMLFormElement>('form[data-kept]')
const line = form?.querySelector<HTMLElement>('[data-saved]')
let timer = 0
let sending: Promise<void> | null = null
let dirty = false
let ended = false

function say(text: string, off: boolean): void {
  const words = line?.querySelector('span')
  if (line == null || words == null) return
  if (off) line.dataset.s = 'off'
  else delete line.dataset.s
  words.textContent = text
}

function wait(time: number): void {
  clearTimeout(timer)
  if (!ended) timer = window.setTimeout(start, time)
}

function start(): void {
  if (form === null || sending !== null || !dirty) return
  sending = send(form).finally(() => {
    sending = null
    if (dirty) wait(QUIET)
  })
}

async function send(from: HTMLFormElement): Promise<void> {
  dirty = false
  say(from.dataset.saving ?? '', false)
  const body = new URLSearchParams([...new FormData(from)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  try {
    const answer = await fetch(from.action, { method: 'POST', body, headers: { accept: 'application/json' } })
    // Signed out, or the draft is gone: what the button answers says so.
    if (!(answer.headers.get('content-type') ?? '').includes('json')) throw new Error()
    const { said, mark, ended: over } = (await answer.json()) as Answer
    const known = from.elements.namedItem('known')
    if (mark !== undefined && known instanceof HTMLInputElement) known.value = mark
    if (over === true) ended = true
    say(said, mark === undefined)
  } catch {
    dirty = true
    say(from.dataset.offline ?? '', true)
    wait(AGAIN)
  }
}

form?.addEventListener('input', () => {
  dirty = true
  wait(QUIET)
})

form?.addEventListener('submit', (event) => {
  clearTimeout(timer)
  const underway = sending
  ended = true
  if (underway === null) return
  event.preventDefault()
  const pressed = event.submitter
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE))
  void Promise.race([underway, patience]).then(() => {
    sending = null
    clearTimeout(timer)
    form.requestSubmit(pressed instanceof HTMLElement ? pressed : null)
  })
})

addEventListener('online', () => wait(0))
