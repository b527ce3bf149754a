/**
 * Spreads rows copied from a table over the fields of an edition: the cells of a row over the languages of a text,
 * beginning with the field one pastes in, the rows below over the texts below. Without it, or where a cell would have no
 * field, what is pasted stands in the one field. Undoing takes the fields back one by one, as if they had been typed.
 */
import { tableCells } from '../domain/pasted-table.ts'

type TextControl = HTMLInputElement | HTMLTextAreaElement

function controlsOf(group: Element): TextControl[] {
  return [...group.querySelectorAll<TextControl>('input, textarea')]
}

/** The field of each cell that holds a text; null where one has none. */
function fieldsFor(rows: readonly (readonly string[])[], from: TextControl): Map<TextControl, string> | null {
  const group = from.closest('[data-languages]')
  if (group === null || from.form === null) return null
  const groups = [...from.form.querySelectorAll('[data-languages]')]
  const first = groups.indexOf(group)
  const column = controlsOf(group).indexOf(from)
  const filled = new Map<TextControl, string>()
  for (const [below, cells] of rows.entries()) {
    const row = groups[first + below]
    const controls = row === undefined ? [] : controlsOf(row).slice(column)
    for (const [place, text] of cells.entries()) {
      const control = controls[place]
      if (text !== '' && control === undefined) return null
      if (text !== '' && control !== undefined) filled.set(control, text)
    }
  }
  return filled
}

/** As if it were typed over what stands there: the browser keeps the way back, which setting a value would not. */
function typeOver(control: TextControl, text: string): void {
  const written = control instanceof HTMLInputElement ? text.replace(/\s*\n\s*/g, ' ') : text
  control.focus({ preventScroll: true })
  control.select()
  if (document.execCommand('insertText', false, written)) return
  control.value = written
  control.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

document.addEventListener('paste', (event) => {
  const { target } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  // One cell is a text like another.
  if (!text.trim().includes('\t')) return
  const filled = fieldsFor(tableCells(text), target)
  if (filled === null) return
  event.preventDefault()
  for (const [control, cell] of filled) typeOver(control, cell)
  target.focus({ preventScroll: true })
})
