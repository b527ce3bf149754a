/** The form a new edition begins with: the questions the programme itself reads, so that nobody has to know them. */
import { CORE_QUESTIONS, type FormDefinition, type Question } from '../../../domain/form.ts'
import { LANGUAGES, type Trilingual } from '../../../domain/language.ts'
import { words } from './words/index.ts'

type Core = keyof typeof CORE_QUESTIONS

const ABOUT_THE_HOLDER: readonly Core[] = ['holder_name_ar', 'holder_name_latin', 'birth_date', 'region', 'applicant_kind']
const ABOUT_THE_PROJECT: readonly Core[] = ['project_title', 'sector']
/** They tell who applies: hidden from readers who must not know. */
const IDENTITY: readonly Core[] = ['holder_name_ar', 'holder_name_latin', 'birth_date']

type CoreLabel = `first.${Core}`
type Title = 'first.you' | 'first.project'

function inAll(key: CoreLabel | Title): Trilingual {
  return Object.fromEntries(LANGUAGES.map((language) => [language, words(language)(key)])) as unknown as Trilingual
}

function question(code: Core): Question {
  const kind = CORE_QUESTIONS[code]
  return {
    code,
    kind,
    label: inAll(`first.${code}`),
    required: true,
    ...(kind === 'line' ? { maxLength: 120 } : {}),
    ...(IDENTITY.includes(code) ? { identity: true as const } : {}),
  }
}

/** Two parts: who applies, and the project. */
export function firstForm(): FormDefinition {
  const parts = [
    ['you', ABOUT_THE_HOLDER],
    ['project', ABOUT_THE_PROJECT],
  ] as const
  return {
    groups: parts.map(([code]) => ({ code, title: inAll(`first.${code}`) })),
    sections: parts.map(([code, questions]) => ({ code, group: code, title: inAll(`first.${code}`), questions: questions.map(question) })),
  }
}
