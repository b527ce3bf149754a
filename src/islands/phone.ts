/**
 * Lists what is on this phone: answers not sent yet, pages that can be opened without a network; and erases it. Without it
 * the page says that nothing is kept on the phone, which is then true. All its words come from the page.
 */
import { count, everything, lastHere, reloadUnlessLeaving, stored, type Typed, waitingIn } from './phone/typed.ts'

type Words = Readonly<Record<'unsent' | 'open' | 'more' | 'sure' | 'erased' | 'ended' | 'copy' | 'copied' | 'remove', string>>

const PAGE = /^\/\w\w\/(applications\/[0-9a-f-]{36}|calls\/[\w-]+|reviews(\/[0-9a-f-]{36})?)$/
const place = document.querySelector<HTMLElement>('[data-phone]')
const words = { ...place?.dataset } as Words
const part = (name: string): HTMLElement | null => document.querySelector(`[data-part=${name}]`)

function made<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string, into: Element, className = ''): HTMLElementTagNameMap[Name] {
  const element = into.appendChild(document.createElement(name))
  element.textContent = text
  element.className = className
  return element
}

/** What whoever holds the phone has typed on it; nothing while it is not known who that is. */
async function typedHere(): Promise<[string, Typed][]> {
  const owner = await (await (await caches.open('pages')).match('/owner'))?.text()
  return everything().filter(([, typed]) => typed.owner === owner)
}

const wordFor = (n: number): string => {
  const forms = JSON.parse(words.unsent) as Record<string, string>
  return ((n > 0 ? forms[new Intl.PluralRules(document.documentElement.lang).select(n)] : forms.zero) ?? forms.other ?? '').replace('{n}', `${n}`)
}

/** A page as it is kept, to take its names from. */
async function keptPage(path: string): Promise<Document | null> {
  const answer = await (await caches.open('pages')).match(path, { ignoreVary: true })
  return answer ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
}

function buttons(into: HTMLElement, key: string, text: string): void {
  const row = made('div', '', into, 'actions')
  const [copy, remove] = [made('button', words.copy, row, 'btn btn--quiet btn--sm'), made('button', words.remove, row, 'btn btn--quiet btn--sm')]
  copy.type = remove.type = 'button'
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    copy.textContent = words.copied
  })
  remove.addEventListener('click', () => {
    stored(key, null)
    void show()
  })
}

/** What was typed on one page. What is taken no more says why, and is for its writer to copy or to delete. */
async function listTyped(into: HTMLElement, key: string, typed: Typed): Promise<void> {
  if (count(typed.unsent) === 0) return
  const path = `${typed.to.slice(0, 3)}/${key.slice(6)}`
  const row = made('div', '', made('li', '', into), 'stack stack--xs')
  const title = typed.title ?? (await keptPage(path))?.querySelector('h1')?.textContent ?? path
  if (typed.ended) made('p', title, row, 'strong')
  else made('a', title, row).href = path
  if (typed.ended) made('p', `${words.ended} ${typed.ended}`, row, 'note').dataset.s = 'bad'
  const lines = Object.entries(typed.unsent).map(([question, pairs]) => {
    const text = pairs.filter(([name]) => !name.startsWith('known.')).map(([, value]) => value)
    return typed.says?.[question] ?? (['', text.join(' ')] as const)
  })
  for (const [name, text] of lines) {
    const line = made('p', `${name} · `, row, 'sm')
    made('bdi', typed.ended ? text : text.slice(0, 160), line, 'muted')
  }
  if (typed.ended) buttons(row, key, lines.map((line) => line.join('\n')).join('\n\n'))
}

async function listPages(into: HTMLElement): Promise<number> {
  const keys = (await (await caches.open('pages')).keys()).map(({ url }) => new URL(url).pathname).filter((path) => PAGE.test(path))
  // A reader keeps many files: without a network their list leads to them.
  const shown = keys.filter((path) => words.more !== '' || !/reviews\/./.test(path))
  for (const path of shown.sort()) {
    const page = await keptPage(path)
    const name = page?.querySelector('h1')?.textContent?.trim() ?? path
    const isOwn = path.includes('/applications/')
    const look = words.more ? '' : `btn btn--${isOwn && into.childElementCount === 0 ? 'light' : 'night'}`
    const link = made('a', isOwn ? words.open.replace('{title}', name) : name, words.more ? made('li', '', into) : into, look)
    link.href = path
  }
  return keys.length
}

/** All of it comes into the page at once: nothing moves under a finger that is about to press. */
async function show(): Promise<void> {
  const summary = part('summary')
  const records = await typedHere()
  const [typedList, pageList] = [document.createElement('ul'), document.createElement('ul')]
  for (const [key, typed] of records) await listTyped(typedList, key, typed)
  const pages = await listPages(pageList)
  if (summary) summary.textContent = wordFor(waitingIn(records))
  part('typed')?.replaceChildren(...typedList.children)
  part('pages')?.replaceChildren(...pageList.children)
  const nothing = part('nothing')
  if (nothing) nothing.hidden = pages > 0
  for (const shown of document.querySelectorAll<HTMLElement>('[data-script]')) shown.hidden = false
}

/** Answers that would be lost are named first; the second press erases. */
async function erase(button: HTMLButtonElement): Promise<void> {
  const said = part('said')
  if (said) said.hidden = false
  const n = lastHere(await typedHere())
  if (n > 0 && button.dataset.sure === undefined) {
    button.dataset.sure = ''
    if (said) said.textContent = `${wordFor(n)}. ${words.sure}`
    return
  }
  delete button.dataset.sure
  localStorage.clear()
  await caches.delete('pages')
  if (said) said.textContent = words.erased
  await show()
}

if (place && 'caches' in self) {
  void show()
  const button = document.querySelector<HTMLButtonElement>('[data-erase]')
  button?.addEventListener('click', () => void erase(button))
  const again = document.querySelector<HTMLAnchorElement>('[data-again]')
  if (again) again.href = location.href
  // Shown in the place of another page: that one is asked for again as soon as it can come.
  if (!location.pathname.endsWith('/phone')) addEventListener('online', reloadUnlessLeaving())
}
