/** The grid by single keys, and the field an address names. Without it the grid is filled in by the keys of the browser. */
import { stored } from './phone/typed.ts'

const KEYS = 'grid-keys'

const lines = [...document.querySelectorAll<HTMLFieldSetElement>('form[data-grid] fieldset[data-criterion]')]

/** Single keys: only outside of fields of text, and as long as the reader wants them. Keys by their place, whatever the alphabet. */
function press(event: KeyboardEvent): void {
  const here = event.target as HTMLElement
  const line = here.closest<HTMLFieldSetElement>('fieldset[data-criterion]')
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || stored(KEYS) === 'off') return
  const isText = here.matches('textarea, select, input:not([type=radio], [type=checkbox])')
  if (isText && event.code !== 'Escape') return
  if (!act(event.code, line)) return
  event.preventDefault()
}

function act(code: string, line: HTMLFieldSetElement | null): boolean {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  const step = digit && line?.querySelector<HTMLInputElement>(`input[type=radio][value="${digit}"]`)
  if (step) {
    step.focus()
    if (!step.checked) step.click()
    return true
  }
  if (code === 'KeyC' && line) return reach(line.querySelector('textarea'))
  if (code === 'Escape' && line) return reach(first(line))
  const at = line ? lines.indexOf(line) : -1
  if (code === 'KeyJ') return reach(first(lines[at + 1]))
  return code === 'KeyK' && at > 0 && reach(first(lines[at - 1]))
}

/** The field of a line one would go to first. */
const first = (line?: HTMLFieldSetElement): HTMLElement | null =>
  line?.querySelector<HTMLElement>('input:checked') ?? line?.querySelector<HTMLElement>('input[type=radio], textarea') ?? null

/** Goes to a field; false where there is none. */
function reach(field: HTMLElement | null): boolean {
  field?.focus()
  field?.scrollIntoView({ block: 'nearest' })
  return field !== null
}

/** Hears the keys, and shows what they are with the box that switches them off. */
function listen(): void {
  document.addEventListener('keydown', press)
  const keys = document.querySelector<HTMLInputElement>('[data-keys]')
  const place = document.querySelector<HTMLElement>('[data-shortcuts]')
  if (!keys || !place) return
  place.hidden = false
  keys.checked = stored(KEYS) !== 'off'
  keys.addEventListener('change', () => stored(KEYS, keys.checked ? null : 'off'))
}

if (lines.length > 0) {
  listen()
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (place) reach(place instanceof HTMLFieldSetElement ? first(place) : place)
}
