/**
 * Moves questions, sections and items of lists by dragging them or by keys. Without it they are moved by the buttons up
 * and down beside each, which stay. With it each has a handle: dragged with mouse, pen or finger; or space to lift it,
 * arrows to move it, space to drop it, Escape to put it back. What is dropped is saved by the same form as the buttons,
 * and what happens is said aloud. All its words come from the page.
 */
const KINDS = ['[data-question]', '[data-section]', '[data-item]']
const EDGE = 60

interface Lifted {
  readonly item: HTMLElement
  readonly grip: HTMLButtonElement
  readonly list: HTMLElement
  readonly next: ChildNode | null
}

let lifted: Lifted | null = null

const live = document.createElement('p')
live.className = 'vh'
live.setAttribute('role', 'status')

function rootOf(item: HTMLElement): HTMLElement {
  return item.closest<HTMLElement>('[data-order]') as HTMLElement
}

function kindOf(item: HTMLElement): string {
  return KINDS.find((kind) => item.matches(kind)) ?? ''
}

/** The items that stand in one list, in order. */
function itemsIn(list: Element, kind: string): HTMLElement[] {
  return [...list.children].filter((one): one is HTMLElement => one instanceof HTMLElement && one.matches(kind))
}

function placeOf(item: HTMLElement): number {
  return itemsIn(item.parentElement as HTMLElement, kindOf(item)).indexOf(item)
}

function say(item: HTMLElement, sentence: string): void {
  const count = itemsIn(item.parentElement as HTMLElement, kindOf(item)).length
  live.textContent = (rootOf(item).dataset[sentence] ?? '')
    .replace('{name}', item.dataset.name ?? '')
    .replace('{place}', String(placeOf(item) + 1))
    .replace('{count}', String(count))
}

function lift(item: HTMLElement, grip: HTMLButtonElement): void {
  lifted = { item, grip, list: item.parentElement as HTMLElement, next: item.nextSibling }
  item.dataset.held = ''
  grip.setAttribute('aria-pressed', 'true')
  say(item, 'lifted')
}

function end(): void {
  if (lifted === null) return
  delete lifted.item.dataset.held
  lifted.grip.setAttribute('aria-pressed', 'false')
  lifted = null
}

function putBack(): void {
  if (lifted === null) return
  const { item, list, next, grip } = lifted
  list.insertBefore(item, next)
  say(item, 'back')
  end()
  grip.focus()
}

/** Past either end of its section a question goes on into the next one. */
function step(item: HTMLElement, by: -1 | 1): void {
  const kind = kindOf(item)
  const list = item.parentElement as HTMLElement
  const items = itemsIn(list, kind)
  const other = items[items.indexOf(item) + by]
  if (other !== undefined) {
    if (by === 1) other.after(item)
    else other.before(item)
  } else if (item.matches('[data-question]')) {
    const lists = [...rootOf(item).querySelectorAll<HTMLElement>('[data-questions]')]
    const neighbour = lists[lists.indexOf(list) + by]
    if (by === 1) neighbour?.prepend(item)
    else neighbour?.append(item)
  }
  say(item, 'moved')
}

/** Follows the pointer: before the first item whose middle is below it, at the end of a list otherwise. */
function follow(item: HTMLElement, x: number, y: number): void {
  const kind = kindOf(item)
  const under = document.elementFromPoint(x, y)
  const over = under?.closest<HTMLElement>(kind)
  const list = over?.parentElement ?? under?.closest('[data-section]')?.querySelector<HTMLElement>('[data-questions]')
  if (list == null || rootOf(list) !== rootOf(item) || item.contains(list) || (list !== item.parentElement && kind !== '[data-question]')) return
  const after = itemsIn(list, kind).find((one) => {
    const box = one.getBoundingClientRect()
    return one !== item && y < box.top + box.height / 2
  })
  if (after !== undefined) {
    if (after.previousElementSibling !== item) after.before(item)
  } else {
    const last = itemsIn(list, kind).at(-1)
    if (last === undefined) list.append(item)
    else if (last !== item) last.after(item)
  }
  if (y < EDGE) scrollBy(0, -EDGE / 4)
  if (y > innerHeight - EDGE) scrollBy(0, EDGE / 4)
}

/** Saved by the same form as the buttons beside it. */
function drop(): void {
  if (lifted === null) return
  const { item, list, next, grip } = lifted
  const stayed = item.parentElement === list && item.nextSibling === next
  say(item, 'dropped')
  end()
  if (stayed) {
    grip.focus()
    return
  }
  const root = rootOf(item)
  const place = placeOf(item)
  if (item.dataset.item !== undefined) {
    press(item.closest('form') as HTMLFormElement, 'act', `to:${root.dataset.order}:${item.dataset.item}:${place}`)
    return
  }
  const form = document.createElement('form')
  form.method = 'post'
  form.action = root.dataset.action ?? ''
  document.body.append(form)
  const { question, section } = item.dataset
  const within = item.closest<HTMLElement>('[data-section]')?.dataset.section ?? ''
  press(form, 'do', question === undefined ? `place-section:${section},${place}` : `place-question:${question},${within},${place}`)
}

function press(form: HTMLFormElement, name: string, value: string): void {
  const button = document.createElement('button')
  Object.assign(button, { name, value, hidden: true })
  form.append(button)
  form.requestSubmit(button)
}

function onKey(event: KeyboardEvent, item: HTMLElement, grip: HTMLButtonElement): void {
  const holding = lifted?.item === item
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
  if (event.key === ' ' || event.key === 'Enter') holding ? drop() : lift(item, grip)
  else if (holding && event.key === 'Escape') putBack()
  else if (holding && by !== undefined) {
    step(item, by)
    grip.focus()
  } else return
  event.preventDefault()
}

/** Listened for on the whole page: what moves in a page loses the pointer it had captured. */
function drag(item: HTMLElement, grip: HTMLButtonElement): void {
  grip.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return
    down.preventDefault()
    lift(item, grip)
    const until = new AbortController()
    const { signal } = until
    const onlyThis = (act: (event: PointerEvent) => void) => (event: PointerEvent) => event.pointerId === down.pointerId && act(event)
    const over = (act: () => void) =>
      onlyThis(() => {
        until.abort()
        act()
      })
    addEventListener(
      'pointermove',
      onlyThis(({ clientX, clientY }) => follow(item, clientX, clientY)),
      { signal },
    )
    addEventListener('pointerup', over(drop), { signal })
    addEventListener('pointercancel', over(putBack), { signal })
    addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Escape') return
        until.abort()
        putBack()
      },
      { signal },
    )
  })
}

function equip(item: HTMLElement, hint: string): void {
  const acts = item.querySelector('[data-acts]')
  if (acts === null) return
  const grip = document.createElement('button')
  grip.type = 'button'
  grip.className = 'btn btn--quiet btn--sm grip'
  grip.setAttribute('aria-pressed', 'false')
  grip.setAttribute('aria-describedby', hint)
  grip.setAttribute('aria-label', (rootOf(item).dataset.grip ?? '').replace('{name}', item.dataset.name ?? ''))
  grip.addEventListener('keydown', (event) => onKey(event, item, grip))
  grip.addEventListener('blur', () => setTimeout(() => lifted?.grip === grip && document.activeElement !== grip && putBack()))
  drag(item, grip)
  acts.prepend(grip)
  // The page comes back where something was dropped; going there takes the focus away once it is loaded.
  if (item.id !== '' && location.hash === `#${item.id}`) addEventListener('load', () => setTimeout(() => grip.focus()))
}

for (const [place, root] of document.querySelectorAll<HTMLElement>('[data-order]').entries()) {
  const hint = document.createElement('p')
  hint.className = 'vh'
  hint.id = `reorder-${place}`
  hint.textContent = root.dataset.hint ?? ''
  root.after(hint)
  for (const item of root.querySelectorAll<HTMLElement>(KINDS.join(','))) if (rootOf(item) === root) equip(item, hint.id)
}
document.body.append(live)
