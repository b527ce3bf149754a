/** Everything that is wrong with the text of a communiqué: what is missing, what cannot be read, what is no figure of the edition. */
import { type CommuniqueText, measureText, type TextFault } from '../../domain/communique.ts'
import { LANGUAGES, type Language } from '../../domain/language.ts'
import { readText } from './text.ts'

/** Faults in the order of the languages, title first. `known` are the references one may use. */
export function faultsOf(text: CommuniqueText, known: ReadonlySet<string>): TextFault[] {
  const measured = measureText(text)
  // What is far too long is not read: it would be work for nothing.
  if (measured.some(({ code }) => code === 'too-long' || code === 'too-many-paragraphs')) return measured
  const read = LANGUAGES.flatMap((language) =>
    [text.title[language], ...text.body[language]].flatMap((source, paragraph): TextFault[] => {
      const { faults, references } = readText(source, language)
      const unknown = references
        .filter((reference) => !known.has(reference))
        .map((reference) => ({
          code: 'unknown-figure' as const,
          position: source.search(new RegExp(`\\{\\s*${reference}\\b`)) + 1,
          about: reference,
        }))
      return [...faults, ...unknown].sort((a, b) => a.position - b.position).map((fault) => ({ ...fault, language, paragraph }))
    }),
  )
  return [...measured, ...read]
}

/** The references of a text, each with the languages that use it, in the order in which they first stand. */
export function referencesOf(text: CommuniqueText): Map<string, Set<Language>> {
  const found = new Map<string, Set<Language>>()
  for (const language of LANGUAGES) {
    for (const source of [text.title[language], ...text.body[language]]) {
      for (const reference of readText(source, language).references) found.set(reference, (found.get(reference) ?? new Set<Language>()).add(language))
    }
  }
  return found
}
