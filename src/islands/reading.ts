/**
 * Stands on the list of a reader and on their files: keeps the files on this device for a journey without a network, says
 * what is kept, and lets it go (worker.ts). Without it nothing is kept, the card that offers it is not shown, and every page
 * needs the network. All its words come from the page.
 */
export {}

const PAGES = 'pages'
const WANTED = '/wanted'
/** How often it is looked how far the worker is. */
const STEP = 400

const card = document.querySelector<HTMLElement>('[data-reading]')
const words = { ...card?.dataset } as Readonly<Record<'reading' | 'owner' | 'none' | 'some' | 'new' | 'busy' | 'removed', string>>
const part = (name: string): HTMLElement | null => card?.querySelector(`[data-part=${name}]`) ?? null
/** The list itself first, then each file. */
const pages = words.reading?.split(' ') ?? []
const files = pages.slice(1)

async function listOf(path: string): Promise<string[]> {
  const answer = await (await caches.open(PAGES)).match(path)
  return answer ? JSON.parse(await answer.text()) : []
}

/** Whose pages are kept here; another's are no matter of this page. */
async function isMine(): Promise<boolean> {
  const owner = await (await caches.open(PAGES)).match('/owner')
  return (await owner?.text()) === words.owner
}

async function keptNow(): Promise<string[]> {
  if (!(await isMine())) return []
  const keys = await (await caches.open(PAGES)).keys()
  const there = new Set(keys.map(({ url }) => new URL(url).pathname))
  const asked = await listOf(WANTED)
  return asked.filter((path) => there.has(path))
}

async function tell(read: readonly string[], drop: readonly string[]): Promise<void> {
  await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'all' })
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ read, drop, owner: words.owner })
}

const idOf = (path: string): string => path.replace(/^\/\w\w/, '')

async function show(busy = false): Promise<number> {
  const kept = await keptNow()
  const n = files.filter((path) => kept.includes(path)).length
  const status = part('status')
  const left = files.length - n
  const text = n === 0 ? words.none : words.some.replace('{n}', `${n}`)
  if (status) status.textContent = busy ? `${text} ${words.busy}` : n > 0 && left > 0 ? `${text} ${words.new.replace('{n}', `${left}`)}` : text
  const [keep, drop] = [part('keep'), part('drop')]
  if (keep) keep.hidden = left === 0
  if (drop) drop.hidden = kept.length === 0
  return left
}

/** Waits for the worker, as long as it gets on. */
async function follow(done: (left: number) => boolean): Promise<void> {
  let before = -1
  for (let still = 0; still < 50; still++) {
    const left = await show(true)
    if (done(left)) break
    if (left !== before) still = 0
    before = left
    await new Promise((wait) => setTimeout(wait, STEP))
  }
  await show()
}

async function keep(): Promise<void> {
  await tell(pages, [])
  await follow((left) => left === 0)
}

async function drop(): Promise<void> {
  await tell([], await listOf(WANTED))
  await follow((left) => left === files.length)
  const status = part('status')
  if (status) status.textContent = words.removed
}

/** Files that are no longer this reader's leave the device by themselves. */
async function tidy(): Promise<void> {
  const asked = (await isMine()) ? await listOf(WANTED) : []
  const here = new Set(pages.map(idOf))
  const gone = asked.filter((path) => !here.has(idOf(path)))
  if (gone.length > 0) await tell([], gone)
}

if (card && 'caches' in self && navigator.serviceWorker) {
  card.hidden = false
  part('keep')?.addEventListener('click', () => void keep())
  part('drop')?.addEventListener('click', () => void drop())
  // A kept list knows nothing of what was given since.
  if (!document.documentElement.hasAttribute('data-kept')) void tidy()
  void show()
}

const file = document.querySelector<HTMLElement>('[data-kept-file]')
if (file && 'caches' in self && navigator.serviceWorker)
  void listOf(WANTED).then((asked) => {
    if (!asked.includes(location.pathname)) return
    // What was saved while the page stood open is in the page that is kept, too, once one leaves it.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'hidden' || !navigator.onLine) return
      navigator.serviceWorker.controller?.postMessage({ read: [location.pathname], drop: [], owner: file.dataset.keptFile })
    })
  })
