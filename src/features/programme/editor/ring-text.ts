/** Conditions that wait for each other, as a sentence: '“A” depends on “B”, which depends on “A”', and the cure. */
import type { EditionDocument } from '../../../domain/edition-document.ts'
import type { EditionFault } from '../../../domain/edition-fault.ts'
import { questionOf } from '../../../domain/form-edit.ts'
import { RING_JOINT } from '../../../domain/form-expressions.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'

/** The whole ring by the wording of its questions; by their codes where nothing else is known of them. */
export function ringText({ questions, sections }: EditionFault['details'], language: Language, around?: EditionDocument): string {
  const t = words(language)
  const quoted = (text: string): string => t('fault.quoted', { text })
  const codes = String(questions).split(RING_JOINT)
  const through = String(sections ?? '').split(RING_JOINT)
  const named = codes.map((code) => (code === '…' ? code : quoted(questionName(code, language, around))))
  const sectionAt = (place: number): string => quoted(sectionName(through[place] ?? '', language, around))
  const [one = '', ...others] = named
  if (others.length === 0)
    return (through[0] ?? '') === '' ? t('fault.ring-self', { one }) : t('fault.ring-own-section', { one, section: sectionAt(0) })
  const ring = [...others, one].reduce((before, other, place) => {
    const by = (through[place] ?? '') === '' ? '' : '-section'
    const values = { before, one, other, section: by === '' ? '' : sectionAt(place) }
    return t.any(place === 0 ? `fault.ring-first${by}` : `fault.ring-next${by}`, values)
  }, '')
  return t('fault.condition-ring', { ring })
}

function questionName(code: string, language: Language, around: EditionDocument | undefined): string {
  const question = around === undefined ? undefined : questionOf(around.form, code)
  return (question === undefined ? '' : inLanguage(question.label, language).text) || code
}

function sectionName(code: string, language: Language, around: EditionDocument | undefined): string {
  const section = around?.form.sections.find((one) => one.code === code)
  return (section === undefined ? '' : inLanguage(section.title, language).text) || code
}
