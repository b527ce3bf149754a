/** Keys that stand twice in one object of a file: a reader would keep the last and drop the other without a word. */
import { type EditionFault, fault } from '../../domain/edition-fault.ts'

/** An object or a list that is open: its keys so far, and the step that what comes next stands at. */
interface Open {
  readonly keys: Set<string> | null
  step: PropertyKey
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g
const MOST = 50

/** A fault for each key that comes again, with the character it stands at (`at`, from 0). The text is well-formed JSON; without recursion. */
export function repeatedKeys(source: string): EditionFault[] {
  const faults: EditionFault[] = []
  const open: Open[] = []
  let keyNext = false
  for (const { 0: token, index } of source.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    const within = open.at(-1)
    if (token === '{') open.push({ keys: new Set(), step: '' })
    else if (token === '[') open.push({ keys: null, step: 0 })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',' && within?.keys === null) within.step = Number(within.step) + 1
    else if (keyNext && within?.keys != null) {
      const key = JSON.parse(token) as string
      within.step = key
      if (within.keys.has(key))
        faults.push(
          fault(
            open.map(({ step }) => step),
            'repeated-key',
            { value: key.slice(0, 60), at: index },
          ),
        )
      within.keys.add(key)
    }
    if (faults.length === MOST) break
    keyNext = token === '{' || (token === ',' && open.at(-1)?.keys != null)
  }
  return faults
}
