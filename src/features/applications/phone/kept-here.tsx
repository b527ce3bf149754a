/** What a page of an application tells its phone: whose it is, which pages to keep, how waiting answers are told (islands/kept.ts). */
import { createHash } from 'node:crypto'
import type { Html } from '#html'
import type { FormDefinition } from '../../../domain/form.ts'
import type { Language } from '../../../domain/language.ts'
import type { ReadAnswers } from '../answers.ts'
import { words } from './words/index.ts'

/** Islands of every page of an application, before those of its own. */
export const KEPT_ISLANDS = ['kept'] as const

/**
 * The sections asked of this applicant in their order, `who:3fa2c1 project:91bc07`. The mark changes when the section asks
 * something else, so that the phone fetches it anew; it does not change with answers, which the phone knows by itself.
 */
export function sectionsToKeep(form: FormDefinition, { asked }: Pick<ReadAnswers, 'asked'>): string {
  return form.sections
    .filter((section) => section.questions.some(({ code }) => asked.has(code)))
    .map((section) => `${section.code}:${markOf([section, section.questions.filter(({ code }) => asked.has(code)).map(({ code }) => code)])}`)
    .join(' ')
}

function markOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 6)
}

/** How many waiting answers there are, in each plural of the language; the island puts the number where {n} stands. */
export function unsentForms(language: Language): string {
  const t = words(language)
  const samples = { zero: 0, one: 1, two: 2, few: 3, many: 11, other: 100 }
  const rules = new Intl.PluralRules(language)
  const forms = Object.entries(samples).flatMap(([category, count]) =>
    count === 0 || rules.select(count) === category ? [[category, t('unsent', { count }).replace(String(count), '{n}')]] : [],
  )
  // French and English have no zero of their own: it is told as none all the same.
  return JSON.stringify(Object.fromEntries(forms))
}

export interface KeptHereProps {
  readonly language: Language
  /** Sign of the viewer (platform/web/whose.ts). */
  readonly owner: string
  readonly application: string
  /** What `sectionsToKeep` says. */
  readonly sections: string
  readonly edition: string
}

/** Holds no words to read: they are shown by the island. */
export function KeptHere({ language, owner, application, sections, edition }: KeptHereProps): Html {
  const t = words(language)
  return (
    <div
      hidden
      data-owner={owner}
      data-base={`/${language}/applications/${application}`}
      data-keep={sections}
      data-call={`/${language}/calls/${edition}`}
      data-phone={`/${language}/phone`}
      data-unsent={unsentForms(language)}
      data-held={t('held')}
    ></div>
  )
}
