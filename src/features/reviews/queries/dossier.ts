/** What a reader may read of a file: its head and its answers, without what is hidden from them. */
import { type Hidden, headShown, readableIn, secretsOf, withoutSecrets } from '../../../domain/blindness.ts'
import type { Answers, FormDefinition } from '../../../domain/form.ts'
import type { Language } from '../../../domain/language.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { provinceOf, regionOf } from '../../../domain/territory.ts'
import { budgetView, type EditionLists, sheetOf } from '../../applications/index.ts'
import { answerFiles, type filesOf, withoutNames } from '../../files/index.ts'
import type { ReviewView } from '../views.ts'
import { words } from '../words/index.ts'

/** A file as it was sent. */
export interface SentFile {
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly title: string
  readonly applicant_kind: string
}

interface Around {
  readonly hidden: Hidden
  readonly lists: EditionLists
  readonly files: Awaited<ReturnType<typeof filesOf>>
  readonly language: Language
}

export type Dossier = Pick<ReviewView, 'title' | 'region' | 'sector' | 'kind' | 'parts'>

/** The file of a reader from whom so much is hidden; names, places and links that stand hidden elsewhere are masked where they were written again. */
export function blindDossier(row: SentFile, { hidden, lists, files, language }: Around): Dossier {
  const shown = headShown(row.definition, hidden)
  const readable = readableIn(row.definition, hidden)
  const home = lists.regions.find((one) => one.code === row.answers.region)
  const secrets = secretsIn(row.definition, row.answers, hidden, home?.name)
  const cleared = (text: string): string => withoutSecrets(text, secrets, words(language)('review.masked'))
  const region = shown.region ? home : undefined
  return {
    title: shown.title ? cleared(row.title) : '',
    region: region === undefined ? null : { name: region.name, mark: region.mark },
    sector: shown.sector ? (lists.sectors.find((one) => one.code === row.answers.sector)?.name ?? null) : null,
    kind: shown.kind ? (lists.kinds.find((one) => one.code === row.applicant_kind)?.name ?? null) : null,
    parts: sheetOf(row.definition, row.answers, lists, language, { shown: ({ code }) => readable.has(code) }).map((group) => ({
      title: group.title,
      answers: group.rows.map(({ label, text, answer, question }) => ({
        label,
        text: cleared(text),
        budget: budgetView(question, answer, lists, language, cleared),
        files: question.kind === 'file' ? withoutNames(answerFiles(files, answer), language) : [],
      })),
    })),
  }
}

/** Hidden answers that may stand in what is shown. */
export function secretsIn(form: FormDefinition, answers: Answers, hidden: Hidden, region: Trilingual | undefined): readonly string[] {
  return secretsOf(form, answers, readableIn(form, hidden), (code) => {
    const name = (regionOf(code) ?? provinceOf(code))?.name ?? (code === answers.region ? region : undefined)
    return name === undefined ? [] : Object.values(name)
  })
}
