/** A new edition that begins as a copy of another: everything but what is of its own time. */
import type { EditionFile } from '../../../domain/edition.ts'
import { type EditionDocument, NO_TEXT } from '../../../domain/edition-document.ts'

/** Name, address, year and every date are left to be written: last year's dates must not be announced by mistake. */
export function copiedEdition(source: EditionFile, ordinal: number): EditionDocument {
  return {
    ...source,
    edition: { ...source.edition, slug: '', name: NO_TEXT, year: null, ordinal },
    calendar: source.calendar.map((entry) => ({ ...entry, from: '', to: '' })),
    // That there is no deadline is no date: it is kept.
    call: {
      ...source.call,
      opens: '',
      deadline: emptied(source.call.deadline),
      ageOn: emptied(source.call.ageOn),
      sessions: source.call.sessions.map((session) => ({ ...session, at: '' })),
    },
  }
}

function emptied(date: string | null): '' | null {
  return date === null ? null : ''
}
