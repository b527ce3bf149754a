/** What one does to a form while it is written: parts and questions added, changed, moved, copied, taken out. */
import type { FormDefinition, Question, Section } from './form.ts'

export type FormEdit =
  | { readonly act: 'set-groups'; readonly groups: FormDefinition['groups'] }
  | { readonly act: 'add-section'; readonly section: Section }
  /** Its texts, its group and its condition; its questions stay. */
  | { readonly act: 'change-section'; readonly code: string; readonly section: Omit<Section, 'questions'> }
  | { readonly act: 'remove-section' | 'copy-section'; readonly code: string }
  | { readonly act: 'move-section'; readonly code: string; readonly by: -1 | 1 }
  | { readonly act: 'place-section'; readonly code: string; readonly place: number }
  | { readonly act: 'add-question'; readonly section: string; readonly question: Question }
  /** Several at once: all of them, or none where a code is taken. */
  | { readonly act: 'add-questions'; readonly section: string; readonly questions: readonly Question[] }
  /** `section`: where it stands from now on; at the end of it, when it comes from another. */
  | { readonly act: 'change-question'; readonly code: string; readonly question: Question; readonly section: string }
  | { readonly act: 'remove-question' | 'copy-question'; readonly code: string }
  /** Past either end of its section a question goes on into the next one. */
  | { readonly act: 'move-question'; readonly code: string; readonly by: -1 | 1 }
  | { readonly act: 'place-question'; readonly code: string; readonly section: string; readonly place: number }

/** The form after the edit; null when what it names is not there any more, or the code it brings is taken. */
export function editedForm(form: FormDefinition, edit: FormEdit): FormDefinition | null {
  switch (edit.act) {
    case 'set-groups':
      return { ...form, groups: edit.groups }
    case 'add-section':
      return hasSection(form, edit.section.code) ? null : { ...form, sections: [...form.sections, edit.section] }
    case 'change-section':
    case 'remove-section':
    case 'copy-section':
    case 'move-section':
    case 'place-section':
      return sectionEdited(form, edit)
    case 'add-question':
      return hasQuestion(form, edit.question.code) ? null : inSection(form, edit.section, (questions) => [...questions, edit.question])
    case 'add-questions': {
      const codes = edit.questions.map(({ code }) => code)
      if (new Set(codes).size < codes.length || codes.some((code) => hasQuestion(form, code))) return null
      return inSection(form, edit.section, (questions) => [...questions, ...edit.questions])
    }
    default:
      return questionEdited(form, edit)
  }
}

/** What an edit is made over: the text of what it replaces. Two edits of the same thing are told apart by it; '' where nothing is replaced, null where it is gone. */
export function replacedBy(form: FormDefinition, edit: FormEdit): string | null {
  if (edit.act === 'set-groups') return JSON.stringify(form.groups)
  if (edit.act === 'change-section') {
    const section = form.sections.find(({ code }) => code === edit.code)
    if (section === undefined) return null
    const { questions, ...own } = section
    return JSON.stringify(own)
  }
  if (edit.act !== 'change-question') return ''
  const question = questionOf(form, edit.code)
  return question === undefined ? null : JSON.stringify(question)
}

export function questionOf(form: FormDefinition, code: string): Question | undefined {
  return form.sections.flatMap((section) => section.questions).find((question) => question.code === code)
}

/** The section a question stands in. */
export function sectionOfQuestion(form: FormDefinition, code: string): Section | undefined {
  return form.sections.find((section) => section.questions.some((question) => question.code === code))
}

function hasSection(form: FormDefinition, code: string): boolean {
  return form.sections.some((section) => section.code === code)
}

function hasQuestion(form: FormDefinition, code: string): boolean {
  return questionOf(form, code) !== undefined
}

function inSection(form: FormDefinition, code: string, change: (questions: readonly Question[]) => readonly Question[]): FormDefinition | null {
  if (!hasSection(form, code)) return null
  return {
    ...form,
    sections: form.sections.map((section) => (section.code === code ? { ...section, questions: change(section.questions) } : section)),
  }
}

type SectionEdit = Extract<FormEdit, { act: 'change-section' | 'remove-section' | 'copy-section' | 'move-section' | 'place-section' }>

function sectionEdited(form: FormDefinition, edit: SectionEdit): FormDefinition | null {
  const place = form.sections.findIndex(({ code }) => code === edit.code)
  const section = form.sections[place]
  if (section === undefined) return null
  const sections = (changed: readonly Section[]): FormDefinition => ({ ...form, sections: changed })
  switch (edit.act) {
    case 'change-section':
      if (edit.section.code !== edit.code && hasSection(form, edit.section.code)) return null
      return sections(form.sections.with(place, { ...edit.section, questions: section.questions }))
    case 'remove-section':
      return sections(form.sections.toSpliced(place, 1))
    case 'copy-section': {
      const code = freshCode(section.code, (taken) => hasSection(form, taken))
      const questions: Question[] = []
      for (const question of section.questions) {
        const isTaken = (taken: string): boolean => hasQuestion(form, taken) || questions.some((one) => one.code === taken)
        questions.push({ ...question, code: freshCode(question.code, isTaken) })
      }
      return sections(form.sections.toSpliced(place + 1, 0, { ...section, code, questions }))
    }
    case 'move-section':
      return sections(moved(form.sections, place, place + edit.by))
    case 'place-section':
      return sections(moved(form.sections, place, Math.min(edit.place, form.sections.length - 1)))
  }
}

type QuestionEdit = Extract<FormEdit, { act: 'change-question' | 'remove-question' | 'copy-question' | 'move-question' | 'place-question' }>

function questionEdited(form: FormDefinition, edit: QuestionEdit): FormDefinition | null {
  const section = sectionOfQuestion(form, edit.code)
  const question = questionOf(form, edit.code)
  if (section === undefined || question === undefined) return null
  const place = section.questions.indexOf(question)
  switch (edit.act) {
    case 'remove-question':
      return inSection(form, section.code, (questions) => questions.toSpliced(place, 1))
    case 'copy-question': {
      const copy = { ...question, code: freshCode(question.code, (taken) => hasQuestion(form, taken)) }
      return inSection(form, section.code, (questions) => questions.toSpliced(place + 1, 0, copy))
    }
    case 'change-question': {
      if (edit.question.code !== edit.code && hasQuestion(form, edit.question.code)) return null
      const changed = inSection(form, section.code, (questions) => questions.with(place, edit.question))
      if (changed === null || edit.section === section.code) return changed
      return relocated(changed, edit.question, section.code, edit.section, Number.POSITIVE_INFINITY)
    }
    case 'move-question':
      return movedQuestion(form, question, section, place + edit.by)
    case 'place-question':
      return relocated(form, question, section.code, edit.section, edit.place)
  }
}

function relocated(form: FormDefinition, question: Question, from: string, to: string, place: number): FormDefinition | null {
  if (!hasSection(form, to)) return null
  const without = inSection(form, from, (questions) => questions.filter((one) => one !== question))
  return without === null
    ? null
    : inSection(without, to, (questions) => questions.toSpliced(Math.max(0, Math.min(place, questions.length)), 0, question))
}

function movedQuestion(form: FormDefinition, question: Question, section: Section, to: number): FormDefinition | null {
  if (to >= 0 && to < section.questions.length) return relocated(form, question, section.code, section.code, to)
  const neighbour = form.sections[form.sections.indexOf(section) + (to < 0 ? -1 : 1)]
  if (neighbour === undefined) return form
  return relocated(form, question, section.code, neighbour.code, to < 0 ? neighbour.questions.length : 0)
}

function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const item = list[from]
  return item === undefined || to < 0 || to >= list.length ? list : list.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** The code with a number after it, the first that is free; at most 40 characters. */
function freshCode(code: string, isTaken: (code: string) => boolean): string {
  for (let n = 2; ; n += 1) {
    const next = `${code.replace(/_\d+$/, '').slice(0, 36)}_${n}`
    if (!isTaken(next)) return next
  }
}
