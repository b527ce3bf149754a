/** What looks at a question: conditions, checks, rules of eligibility. Taken out, it would leave them asking for nothing. */
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { namesIn } from '../../../domain/expression/expression.ts'
import { readExpression } from '../../../domain/expression/parse.ts'
import { questionOfName } from '../../../domain/form-values.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'

/** The names of what reads one of these questions and stays. */
export function referencesTo(document: EditionDocument, codes: readonly string[], language: Language): readonly string[] {
  const gone = new Set(codes)
  const reads = (source: string | undefined): boolean => {
    const reading = source === undefined ? null : readExpression(source)
    return reading?.ok === true && namesIn(reading.expression).some((name) => gone.has(questionOfName(name)))
  }
  const says = (text: Parameters<typeof inLanguage>[0], code: string): string => inLanguage(text, language).text || code
  const sections = document.form.sections.filter((section) => reads(section.when)).map(({ title, code }) => says(title, code))
  const questions = document.form.sections
    .flatMap((section) => section.questions)
    .filter(({ code, when, checks }) => !gone.has(code) && (reads(when) || (checks ?? []).some(({ holds }) => reads(holds))))
    .map(({ label, code }) => says(label, code))
  const rules = document.eligibilityRules
    .filter(({ parameters }) => {
      const { question, questions: several } = parameters as { question?: string; questions?: readonly string[] }
      return (question !== undefined && gone.has(question)) || (several ?? []).some((code) => gone.has(code))
    })
    .map(({ name, code }) => says(name, code))
  return [...sections, ...questions, ...rules]
}
