/** A question or a part of the form as its editor opens it, new or not, and the code it is kept under. */
import { type EditionDocument, NO_TEXT } from '../../../domain/edition-document.ts'
import type { QuestionKind } from '../../../domain/form.ts'
import { questionOf, sectionOfQuestion } from '../../../domain/form-edit.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Body } from '../../../platform/input/form.ts'
import { fieldText } from '../../../platform/web/form.ts'
import { proposedCode } from './code.ts'
import type { Part } from './parts.ts'
import { questionBlocks, sectionBlocks, written } from './question-parts.ts'
import type { DraftView } from './views.ts'

/** What is open: the question or section as its editor holds it, and how it is kept. */
export interface Open {
  readonly is: 'question' | 'section'
  /** Its code in the form; null while it is new. */
  readonly code: string | null
  /** Its steps in the form, where faults name it; null while it is new. */
  readonly steps: readonly PropertyKey[] | null
  readonly value: Readonly<Record<string, unknown>>
  readonly path: string
}

export type Document = EditionDocument & Readonly<Record<'question' | 'section', unknown>>

export function withOpen(document: EditionDocument, { is, value }: Open): Document {
  return { ...document, [is]: value } as Document
}

export function partOf({ is, value }: Open): Part {
  return { code: 'form', blocks: is === 'section' ? sectionBlocks() : questionBlocks((value as { kind: QuestionKind }).kind) }
}

export function openQuestion(draft: DraftView, code: string): Open | null {
  const { form } = draft.document
  const question = questionOf(form, code)
  const section = sectionOfQuestion(form, code)
  if (question === undefined || section === undefined) return null
  const steps = ['form', 'sections', form.sections.indexOf(section), 'questions', section.questions.indexOf(question)]
  return { is: 'question', code, steps, value: written(question, section.code), path: `/desk/editions/${draft.id}/form/questions/${code}` }
}

export function openSection(draft: DraftView, code: string): Open | null {
  const { form } = draft.document
  const place = form.sections.findIndex((section) => section.code === code)
  const section = form.sections[place]
  if (section === undefined) return null
  const { questions, ...own } = section
  const value = { intro: NO_TEXT, when: '', ...own }
  return { is: 'section', code, steps: ['form', 'sections', place], value, path: `/desk/editions/${draft.id}/form/sections/${code}` }
}

export function newQuestion(draft: DraftView, section: string, kind: QuestionKind): Open | null {
  if (!draft.document.form.sections.some(({ code }) => code === section)) return null
  const value = written({ code: '', kind, label: NO_TEXT, required: true }, section)
  return { is: 'question', code: null, steps: null, value, path: `/desk/editions/${draft.id}/form/new/${section}` }
}

export function newSection(draft: DraftView): Open {
  const group = draft.document.form.groups.at(-1)?.code ?? ''
  const value = { code: '', title: NO_TEXT, intro: NO_TEXT, group, when: '' }
  return { is: 'section', code: null, steps: null, value, path: `/desk/editions/${draft.id}/form/new` }
}

/** A code left empty is made from the text, as words joined by underscores. */
export function codeOf({ form }: EditionDocument, opened: Open, value: Readonly<Record<string, unknown>>): string {
  const written = String(value.code ?? '')
  if (written !== '') return opened.is === 'question' ? written.toLowerCase().replaceAll('-', '_') : written
  if (opened.code !== null) return opened.code
  const taken = opened.is === 'question' ? form.sections.flatMap((section) => section.questions) : form.sections
  const joint = opened.is === 'question' ? '_' : '-'
  return proposedCode(
    opened.is === 'question' ? value.label : value.title,
    taken.map(({ code }) => code),
    joint,
  )
}

/** What somebody else took out meanwhile, to be put back as new in the section it stood in, or else in the first. */
export function asNew(draft: DraftView, opened: Open): Open {
  const { sections } = draft.document.form
  const wanted = String(opened.value.section ?? '')
  const section = sections.some(({ code }) => code === wanted) ? wanted : (sections[0]?.code ?? '')
  const fresh = opened.is === 'section' ? newSection(draft) : newQuestion(draft, section, opened.value.kind as QuestionKind)
  if (fresh === null) return { ...opened, code: null, steps: null }
  return { ...fresh, value: { ...opened.value, ...(opened.is === 'section' ? {} : { section }) } }
}

/** What a form was sent of that is no longer there, as new: in the section it stood in, or else in the first. Null for a form of neither. */
export function goneOf(draft: DraftView, body: Body): Open | null {
  if (body['section.title.fr'] !== undefined) return newSection(draft)
  if (body['question.label.fr'] === undefined) return null
  return newQuestion(draft, fieldText(body, 'question.section'), 'line') ?? newQuestion(draft, draft.document.form.sections[0]?.code ?? '', 'line')
}

type CodeFault = {
  readonly field: string
  readonly message: 'form.code-needed' | 'form.code-taken' | 'form.section-code-taken' | 'form.code-form' | 'form.text-empty'
}

/** Without a code of its own a question or a section cannot be kept: answers hang on it. */
export function codeFault({ form }: EditionDocument, opened: Open, language: Language): CodeFault | null {
  const code = String(opened.value.code ?? '')
  const field = `${opened.is}.code`
  const text = (opened.is === 'question' ? opened.value.label : opened.value.title) as Trilingual
  if (code === '' && inLanguage(text, language).text === '')
    return { field: `${opened.is}.${opened.is === 'question' ? 'label' : 'title'}.${language}`, message: 'form.text-empty' }
  if (code === '') return { field, message: 'form.code-needed' }
  const pattern = opened.is === 'question' ? /^[a-z][a-z0-9_]{0,39}$/ : /^[A-Za-z][A-Za-z0-9_-]{0,39}$/
  if (!pattern.test(code)) return { field, message: 'form.code-form' }
  const others = (opened.is === 'question' ? form.sections.flatMap((section) => section.questions) : form.sections).map((one) => one.code)
  return code !== opened.code && others.includes(code)
    ? { field, message: opened.is === 'question' ? 'form.code-taken' : 'form.section-code-taken' }
    : null
}
