import type { EditionFile } from '../../../domain/edition.ts'

/** Where applicants find help, from the texts of a call; null when it names nobody. */
export function helpOf(texts: unknown): EditionFile['call']['help'] | null {
  const help = (texts as { help?: EditionFile['call']['help'] } | null)?.help
  return help === undefined || help.phone === '' ? null : help
}
