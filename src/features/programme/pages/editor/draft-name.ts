/** What a draft is called: the name of its edition, or what it is while it has none. */
import { inLanguage, type Language, type Trilingual } from '../../../../domain/language.ts'
import { words } from '../../editor/words/index.ts'
import type { DraftView } from '../../editor/views.ts'

export function draftName(draft: Pick<DraftView, 'document'>, language: Language): string {
  return editionName(draft.document.edition.name, language)
}

export function editionName(name: Trilingual, language: Language): string {
  return inLanguage(name, language).text || words(language)('draft.untitled')
}
