/** What the marks of a message stand for: the name of its reader, the number and the title of the application. */
import { type Language, LANGUAGES } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import { words } from './words/index.ts'

export interface Marked {
  readonly name: string
  readonly number: string
  readonly title: string
}

const MARKS = ['name', 'number', 'project'] as const

/** The words of the marks, in the three languages. */
export function knownMarks(): string[] {
  return [...new Set(LANGUAGES.flatMap((language) => MARKS.map((mark) => words(language)(`mark.${mark}`))))]
}

/** By the word of each mark, which may be written in any of the three languages; the values are set apart for a text in `language`. */
export function marksSaid({ name, number, title }: Marked, language: Language): Readonly<Record<string, string>> {
  const values = { name: isolated(name, language), number, project: isolated(title, language) }
  return Object.fromEntries(LANGUAGES.flatMap((one) => MARKS.map((mark) => [words(one)(`mark.${mark}`), values[mark]])))
}
