/** The forms of pages, as a program without a browser sees them. */
import { kindOf } from './crawl.ts'

export interface FoundForm {
  /** Kind of the address it is sent to. */
  readonly kind: string
  readonly action: string
  /** What it holds when the page is opened, by name; several values for boxes that are ticked. */
  readonly values: Readonly<Record<string, readonly string[]>>
  /** Names of fields a person writes in. */
  readonly written: readonly string[]
  /** Names of fields in which a person chooses. */
  readonly chosen: readonly string[]
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found === null
    ? null
    : (found[1] as string).replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
}

/** Every form of a page that is posted, and the addresses its buttons send it to instead. */
export function formsOf(markup: string): FoundForm[] {
  return [...markup.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, open = '', inside = '']) => {
    if (attribute(open, 'method') !== 'post') return []
    const id = attribute(open, 'id')
    const elsewhere =
      id === null
        ? []
        : [...markup.matchAll(new RegExp(`<(?:input|select|textarea|button)\\b[^>]*\\sform="${id}"[^>]*>`, 'g'))].map((match) => match[0])
    const all = inside + elsewhere.join('')
    const actions = [
      attribute(open, 'action') ?? '',
      ...[...all.matchAll(/<button\b[^>]*>/g)].map((match) => attribute(match[0], 'formaction') ?? ''),
    ]
    return [...new Set(actions.filter((action) => action !== ''))].map((action) => ({
      kind: kindOf(action),
      action: action.replace(/#.*$/, ''),
      ...fieldsOf(all),
    }))
  })
}

function fieldsOf(markup: string): Pick<FoundForm, 'values' | 'written' | 'chosen'> {
  const values: Record<string, string[]> = {}
  const written = new Set<string>()
  const chosen = new Set<string>()
  for (const [tag] of markup.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (name === null) continue
    const type = tag.startsWith('<input') ? (attribute(tag, 'type') ?? 'text') : tag.startsWith('<select') ? 'select' : 'text'
    values[name] ??= []
    if (type === 'hidden') values[name].push(attribute(tag, 'value') ?? '')
    else if (type === 'radio' || type === 'checkbox') {
      chosen.add(name)
      if (/\schecked\b/.test(tag)) values[name].push(attribute(tag, 'value') ?? 'on')
    } else if (type === 'select') chosen.add(name)
    else {
      written.add(name)
      values[name].push(attribute(tag, 'value') ?? '')
    }
  }
  return { values, written: [...written], chosen: [...chosen] }
}
