/** What the routes of applications share. */
import type { Html } from '#html'
import type { FieldErrorText } from '../../../design/form/field.tsx'
import { errorSentences } from '../../../design/form/errors.ts'
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import type { Answers, Section } from '../../../domain/form.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { seeOther } from '../../../platform/web/respond.ts'
import { ownerSign } from '../../../platform/web/whose.ts'
import { answerMark } from '../answer-mark.ts'
import type { AnswerFault } from '../answers.ts'
import type { Around } from '../pages/around.tsx'
import { fileRefusal, type FileView, type LinkedFile, linkFiles } from '../../files/index.ts'
import { applicationPath } from '../pages/around.tsx'
import { type ApplicationRecord, recordOf } from '../queries/record.ts'
import type { ToldSteps } from '../told-steps.ts'
import { words } from '../words/index.ts'

export interface ApplicationsAround {
  /** What stands around a public page. */
  readonly frame: (c: AppContext) => Promise<PublicFrame>
  /** What later stages say of an application on the page of its receipt; `over` when none of what was to come comes any more. */
  readonly told?: (c: AppContext, application: string) => Promise<{ readonly html: Html; readonly over: boolean }>
  /** What later stages have told of applications, with its dates. */
  readonly steps?: ToldSteps
}

/** The frame and the words every page is given. */
export async function aroundPage(c: AppContext, around: ApplicationsAround): Promise<Around> {
  const { language, path, now, viewer } = request(c)
  return { language, path, now, owner: ownerSign(viewer), frame: await around.frame(c) }
}

/** A refusal in the reader's language. */
export function sentenceOf(refusal: Refused, language: Language): string {
  return words(language).any(`refusal.${refusal.code}`, refusal.details)
}

/** The sentence of `?said=…`, if this feature has one by that name. */
export function saidOf(c: AppContext): string | undefined {
  const said = c.req.query('said')
  const t = words(c.var.language)
  return said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined
}

/** Faults as sentences beside their fields: codes of forms in the words of forms, codes of ours in ours. */
export function faultSentences(faults: readonly AnswerFault[], language: Language): FieldErrorText[] {
  const t = words(language)
  return faults.map(({ question, field = question, code, details, message }) => {
    if (message !== undefined) return { field, message: inLanguage(message, language).text }
    if (t.has(`fault.${code}`)) return { field, message: t.any(`fault.${code}`, details) }
    return errorSentences([{ field, code, details }], language)[0] as FieldErrorText
  })
}

/** Marks of what is kept, for the questions of a section. */
export function marksOf(section: Section, kept: Answers): Record<string, string> {
  return Object.fromEntries(section.questions.map((question) => [question.code, answerMark(kept[question.code])]))
}

/** The viewer's own application, or null: the page is then "not found", whatever the reason. */
export async function ownRecord(c: AppContext): Promise<ApplicationRecord | null> {
  return recordOf(request(c).db, signedIn(c), c.req.param('application') ?? '')
}

/** Where an application that is no draft any more is found: its receipt once sent, its first page once taken back. */
export function leadOn(c: AppContext, record: ApplicationRecord): Response | null {
  if (record.submission !== null) return seeOther(c, `/applications/${record.head.id}/receipt`)
  if (record.withdrawnAt !== null && !c.req.path.endsWith(`/applications/${record.head.id}`)) return seeOther(c, `/applications/${record.head.id}`)
  return null
}

/** The files of an application of the viewer's own, with addresses to read them at. */
export function linkedFiles(c: AppContext, { id, files }: { readonly id: string; readonly files: readonly FileView[] }): Promise<LinkedFile[]> {
  return linkFiles(c, files, applicationPath({ id }, c.var.language, '/files'))
}

/** A refusal of a file, or of the application it was for. */
export function fileSentence(refusal: Refused, language: Language): string {
  return fileRefusal(refusal, language) ?? sentenceOf(refusal, language)
}
