/**
 * Keeps the pages of an application on the phone of who writes it, and the files of a reader who asks for that
 * (reading.ts), and gives them when the network does not answer. It is asked for by the first page of an application
 * (kept.ts) or by that reader, never before; without it every page needs the network. The
 * network always comes first. What one types is not its matter: that stands in localStorage (phone/typed.ts), written by
 * the page at each key and at the press of the button, so that a save which could not leave is led on to the next page.
 */
export {}

interface Late extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Late {
  readonly request: Request & { readonly isHistoryNavigation?: boolean }
  respondWith(answer: Promise<Response>): void
}
interface Told extends Late {
  readonly data: Keeping | Reading
}
/** What a page tells: its application, the sections with a mark that changes when a section is another. */
interface Keeping {
  readonly base: string
  readonly sections: readonly (readonly [code: string, mark: string])[]
  readonly call: string
  readonly owner: string
  readonly here: string
  readonly files: readonly string[]
}
/** What a reader asks: pages to keep with their pictures, and pages to let go. */
interface Reading {
  readonly read: readonly string[]
  readonly drop: readonly string[]
  readonly owner: string
}
declare const self: {
  addEventListener(type: 'install' | 'activate', act: (event: Late) => void): void
  addEventListener(type: 'message', act: (event: Told) => void): void
  addEventListener(type: 'fetch', act: (event: Asked) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

/** Pages of one person; files everyone is given alike; the lamp left on: pages that say there is no network. */
const [PAGES, FILES, LAMP] = ['pages', 'files', 'lamp'] as const
/** Whose pages they are, and in which order the sections come. */
const [OWNER, ORDER, MARKS] = ['/owner', '/order', '/marks'] as const
/** Pages a reader wants here, and the pictures of each. */
const [WANTED, SEEN] = ['/wanted', '/seen'] as const
/** Before the owner: somebody has come in since, perhaps another. */
const UNSURE = '?'
const KEPT = /^\/\w\w\/(applications\/[0-9a-f-]{36}(\/(sections\/[\w-]+|check|receipt))?|calls\/[\w-]+(\/rules)?)$/
const READ = /^\/\w\w\/reviews(\/[0-9a-f-]{36})?$/
const PICTURE = /^\/\w\w\/files\//
const SECTION = /^(\/\w\w\/applications\/[0-9a-f-]{36})\/sections\/([\w-]+)$/
/** Longer than a page takes on the slowest network that works. */
const PATIENCE = 4000
const MOST_FILES = 120

const put = async (cache: string, path: string, answer: Response): Promise<void> => (await caches.open(cache)).put(path, answer)
const get = async (cache: string, path: string): Promise<Response | undefined> => (await caches.open(cache)).match(path, { ignoreVary: true })
const textOf = async (cache: string, path: string): Promise<string> => (await get(cache, path))?.text() ?? ''
const langOf = (path: string): string => path.slice(1, 3)

/** Rises when somebody leaves: what was asked for before is not kept any more. */
let era = 0

/** From now on only pages of this person are kept, and given. */
async function belongTo(owner: string): Promise<void> {
  const before = await textOf(PAGES, OWNER)
  if (before === owner) return
  if (before.replace(UNSURE, '') !== owner) await caches.delete(PAGES)
  await put(PAGES, OWNER, new Response(owner))
}

/** Keeps a page with its time, and the files it is drawn with. */
async function keep(cache: string, path: string, answer: Response): Promise<void> {
  const headers = new Headers(answer.headers)
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  headers.set('kept-at', `${Date.now()}`)
  const html = await answer.text()
  await put(cache, path, new Response(html, { headers }))
  await keepFiles(html.match(/\/assets\/[\w.-]+/g) ?? [])
}

async function keepFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) if (!(await get(FILES, path))) await file(path).catch(() => {})
}

/** Takes in an answer of the server. Pages of somebody else go before anything of theirs could be shown; one that is gone is kept no longer. */
async function takeIn(path: string, answer: Response, since: number): Promise<void> {
  if (since !== era) return
  const owner = answer.headers.get('kept-for')
  if (owner) await belongTo(owner)
  if (!KEPT.test(path) && !(READ.test(path) && (await wanted()).includes(path))) return
  if (answer.ok && /html/.test(answer.headers.get('content-type') ?? '')) {
    await keep(PAGES, path, READ.test(path) ? await withPictures(path, answer, since) : answer)
    await keepLamps(path)
  } else if ([403, 404, 410].includes(answer.status)) await letGo(path)
  // Sent elsewhere, perhaps to sign in: the session may have been ended from another device.
  else if (answer.type === 'opaqueredirect') await doubt()
}

/** Until a page says who holds the phone, no page is given; then theirs stay, and another's go. */
async function doubt(): Promise<void> {
  const owner = await textOf(PAGES, OWNER)
  if (owner && !owner.startsWith(UNSURE)) await put(PAGES, OWNER, new Response(UNSURE + owner))
}

/** What is not there any more for this person goes from the phone too: of an application, all its pages. */
async function letGo(path: string): Promise<void> {
  const cache = await caches.open(PAGES)
  if (READ.test(path)) await forgetPictures(path, [])
  const [whole = path] = /\/applications\/[0-9a-f-]{36}/.exec(path) ?? []
  for (const one of await cache.keys()) if (READ.test(path) ? one.url.endsWith(path) : one.url.includes(whole)) await cache.delete(one)
}

/** What is kept under this path; nothing while it is not sure who holds the phone. */
async function kept(path: string): Promise<Response | undefined> {
  return (await textOf(PAGES, OWNER)).startsWith(UNSURE) ? undefined : get(PAGES, path)
}

/** A kept page as it is given: a sentence on top says when it was kept, and what became of what was pressed. */
async function given(page: Response, path: string, why: string): Promise<Response> {
  const words = await (await lampOf(path, 'offline'))?.text()
  const word = (name: string): string => new RegExp(` data-${name}="([^"]*)"`).exec(words ?? '')?.[1] ?? ''
  const at = new Date(Number(page.headers.get('kept-at')))
  const isToday = at.toDateString() === new Date().toDateString()
  const time = word('clock').replace('{h}', `${at.getHours()}`).replace('{m}', `${at.getMinutes()}`.padStart(2, '0'))
  const day = at.toLocaleDateString(`${langOf(path)}-MA-u-nu-latn`, { day: 'numeric', month: 'long' })
  const said = word(isToday ? 'kept-today' : 'kept-on')
    .replace('{time}', time)
    .replace('{day}', day)
  const pressed = why && `<p class="note" data-s="wait">${word(why)}</p>`
  const note = (look: string): string => `<div class="${look}stack stack--sm" role="status">${pressed}<p class="note">${said}</p></div>`
  const html = (await page.text())
    .replace('<html', '<html data-kept')
    // A page to read or write on is a column itself; on others the note stands above.
    .replace(/<main[^>]*>/, (main) => (main.includes('"wrap') ? main + note('') : note('wrap ') + main))
  return new Response(html, { headers: page.headers })
}

/** The page that stands in for all others, in the language of the address where it is kept. */
async function lampOf(path: string, name: string): Promise<Response | undefined> {
  const cache = await caches.open(LAMP)
  const other = (await cache.keys()).find(({ url }) => url.endsWith(`/${name}`))
  return (await get(LAMP, `/${langOf(path)}/${name}`)) ?? (other && cache.match(other, { ignoreVary: true }))
}

async function lamp(path: string): Promise<Response> {
  const page = await lampOf(path, path.endsWith('/phone') ? 'phone' : 'offline')
  return page ?? Response.error()
}

/** A page to read: from the network, or as it is kept once the network fails or is silent for too long. */
async function read(event: Asked, path: string, query: string): Promise<Response> {
  const since = era
  const network = fetch(event.request)
  event.waitUntil(network.then((answer) => takeIn(path, KEPT.test(path) || READ.test(path) ? answer.clone() : answer, since)).catch(() => {}))
  const here = await kept(path)
  const silence = new Promise<null>((done) => here && setTimeout(done, PATIENCE, null))
  const came = network.then((answer) => (answer.status > 501 && here ? null : answer))
  const answer = await Promise.race([came, silence]).catch(() => null)
  const [, why = ''] = /said=(kept-here|not-sent)/.exec(query) ?? []
  return answer ?? (here ? given(here, path, why) : lamp(path))
}

/** Something pressed. Whoever leaves takes everything along; who comes in may be somebody else. */
async function write({ request }: Asked, path: string): Promise<Response> {
  const copy = SECTION.test(path) ? request.clone() : null
  const answer = await fetch(request).catch(() => null)
  if (!answer) return pressedOffline(path, copy)
  if (path.endsWith('/session/removal')) {
    era++
    await caches.delete(PAGES)
  } else if (/\/(sign-in\/(link|code)\/|demo\/entry)/.test(path)) {
    await doubt()
  }
  return answer
}

/** Back to the page that a press had made: it is asked for as it stands now, and nothing is pressed again. Where nothing was sent, the receipt leads on to the application. */
function standing(path: string): string {
  return SECTION.test(path) ? path : /\/submission$/.test(path) ? path.replace(/submission$/, 'receipt') : ''
}

/** Nothing is lost by a press without a network: the page has written it down. On to the next page that is kept. */
async function pressedOffline(path: string, copy: Request | null): Promise<Response> {
  const [, base = '', section = ''] = SECTION.exec(path) ?? []
  if (copy) {
    const fields = await copy.formData()
    const order = JSON.parse((await textOf(PAGES, ORDER + base)) || '[]') as string[]
    const next = order[order.indexOf(section) + 1]
    const go = fields.get('draft.go')
    const onward = fields.get('draft.from') === 'check' ? '/check' : next ? `/sections/${next}` : ''
    const to = go === 'more' ? path : go === 'list' ? base : base + onward
    for (const target of [to, base]) if (await kept(target)) return Response.redirect(`${target}?said=kept-here`, 303)
  }
  const check = path.replace(/submission$/, 'check')
  return check !== path && (await kept(check)) ? Response.redirect(`${check}?said=not-sent`, 303) : lamp(path)
}

/** A file of the site is named by its content: what is kept is what would come. */
async function file(path: string): Promise<Response> {
  const here = await get(FILES, path)
  if (here) return here
  const answer = await fetch(path)
  if (answer.ok) await put(FILES, path, answer.clone())
  return answer
}

/** The pages that stand in for others, in the language of this one. */
async function keepLamps(of: string): Promise<void> {
  for (const path of ['offline', 'phone'].map((name) => `/${langOf(of)}/${name}`)) {
    const answer = (await get(LAMP, path)) ? null : await fetch(path)
    if (answer?.ok) await keep(LAMP, path, answer)
  }
}

/** Keeps an application whole, a page after another: what is not kept yet, and sections that are others now. */
async function keepAll({ base, sections, call, owner, here, files }: Keeping): Promise<void> {
  const since = era
  await keepLamps(base)
  await belongTo(owner)
  const marks = JSON.parse((await textOf(PAGES, MARKS + base)) || '{}') as Record<string, string>
  await put(PAGES, ORDER + base, new Response(JSON.stringify(sections.map(([code]) => code))))
  const others = sections.filter(([code, mark]) => (marks[code] ?? mark) !== mark).map(([code]) => `${base}/sections/${code}`)
  for (const path of [base, ...sections.map(([code]) => `${base}/sections/${code}`), `${base}/check`, call, `${call}/rules`]) {
    if ((await get(PAGES, path)) && (path === here || !others.includes(path))) continue
    const answer = await fetch(path, { redirect: 'manual' }).catch(() => null)
    if (answer) await takeIn(path, answer, since)
  }
  if (since === era) await put(PAGES, MARKS + base, new Response(JSON.stringify(Object.fromEntries(sections))))
  await keepFiles(files)
  const cache = await caches.open(FILES)
  const all = await cache.keys()
  for (const old of all.slice(0, Math.max(0, all.length - MOST_FILES))) await cache.delete(old)
}

const listOf = async (path: string): Promise<string[]> => JSON.parse((await textOf(PAGES, path)) || '[]')
const wanted = (): Promise<string[]> => listOf(WANTED)

/** Pictures that no page shows any more. */
async function forgetPictures(path: string, now: readonly string[]): Promise<void> {
  const cache = await caches.open(PAGES)
  for (const one of await listOf(SEEN + path)) if (!now.includes(one)) await cache.delete(one)
  await (now.length > 0 ? put(PAGES, SEEN + path, new Response(JSON.stringify(now))) : cache.delete(SEEN + path))
}

/** A file with its pictures in one width, which come along; sounds and films stay where they are. */
async function withPictures(path: string, answer: Response, since: number): Promise<Response> {
  const html = (await answer.text()).replace(/ src="([^"]+)" srcset="([^"]+)"/g, (_, first: string, widths: string) => {
    const of = widths.split(', ').map((one) => one.split(' '))
    return ` src="${of.filter(([, width]) => Number.parseInt(width ?? '', 10) <= 640).at(-1)?.[0] ?? first}"`
  })
  const pictures = [...html.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, at]) => at as string).filter((at) => PICTURE.test(at))
  await forgetPictures(path, pictures)
  for (const at of pictures) {
    const picture = await fetch(at).catch(() => null)
    if (picture?.ok && since === era) await put(PAGES, at, picture)
  }
  return new Response(html, { headers: answer.headers })
}

/** Keeps what a reader asks for, a page after another, and lets go what they no longer have to read or want here. */
async function keepReading({ read, drop, owner }: Reading): Promise<void> {
  const since = era
  await belongTo(owner)
  const all = new Set([...(await wanted()), ...read].filter((path) => !drop.includes(path)))
  await put(PAGES, WANTED, new Response(JSON.stringify([...all])))
  for (const path of drop) await letGo(path)
  for (const path of read) {
    const answer = await fetch(path, { redirect: 'manual' }).catch(() => null)
    if (answer) await takeIn(path, answer, since)
  }
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => event.waitUntil('read' in event.data ? keepReading(event.data) : keepAll(event.data)))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (request.mode === 'navigate' && request.method !== 'GET' && request.isHistoryNavigation) {
    const to = standing(url.pathname)
    if (to) event.respondWith(Promise.resolve(Response.redirect(to, 303)))
  } else if (request.mode === 'navigate')
    event.respondWith(request.method === 'GET' ? read(event, url.pathname, url.search) : write(event, url.pathname))
  else if (request.method === 'GET' && url.pathname.startsWith('/assets/')) event.respondWith(file(url.pathname))
  else if (request.method === 'GET' && request.destination === 'image' && PICTURE.test(url.pathname))
    event.respondWith(kept(url.pathname).then((here) => here ?? fetch(request)))
})
