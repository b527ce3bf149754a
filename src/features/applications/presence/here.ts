/** Where in a draft the others are, in sentences of the reader's language. */
import { nameFor, type PersonName, shortName } from '../../../domain/person.ts'
import type { Language } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import { formatList } from '../../../platform/words/format.ts'
import { words } from '../team/words/index.ts'

/** Somebody else who has the draft open, and where. */
export interface Present extends PersonName {
  readonly person: string
  readonly section: string | null
  /** The question whose field they are in. */
  readonly question: string | null
}

/** Sentences by where they stand: under a field (`question:summary`), beside a part (`part:project`). */
export type Here = Readonly<Record<string, string>>

/** Each person once in a place, however many pages they have open there. */
export function hereOf(others: readonly Present[], language: Language): Here {
  const t = words(language)
  const places = new Map<string, Map<string, string>>()
  for (const other of others) {
    const name = nameFor(other, language) === '' ? t('member.nameless') : isolated(shortName(other, language), language)
    for (const [kind, code] of [
      ['part', other.section],
      ['question', other.question],
    ] as const) {
      if (code === null) continue
      const at = `${kind}:${code}`
      places.set(at, (places.get(at) ?? new Map<string, string>()).set(other.person, name))
    }
  }
  const sentence = (at: string, names: readonly string[]): string =>
    t(at.startsWith('part:') ? 'here.part' : 'here.question', { count: names.length, names: formatList(names, language) })
  return Object.fromEntries([...places].map(([at, names]) => [at, sentence(at, [...names.values()].sort(new Intl.Collator(language).compare))]))
}
