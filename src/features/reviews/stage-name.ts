/** What a stage is called: by the words of its edition, or by those of the programme where it writes none. */
import { inLanguage, type Language } from '../../domain/language.ts'
import type { StageName } from './views.ts'
import { words } from './words/index.ts'

export function stageText({ name, happens }: Pick<StageName, 'name' | 'happens'>, language: Language): string {
  return (name === null ? '' : inLanguage(name, language).text) || words(language)(`stage.${happens}`)
}
