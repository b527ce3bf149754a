/** Comments of readers, in the language they write in. */
import type { Language } from '../../domain/language.ts'
import { commentsAr } from './comments/ar.ts'
import { commentsEn } from './comments/en.ts'
import { commentsFr } from './comments/fr.ts'
import { CRITERIA, type Criterion } from './scenario.ts'
import { itemAt, seeded } from './seeded.ts'

/** For each criterion, wordings for each step of the scale, from the lowest. */
export type CommentsByStep = Readonly<Record<Criterion, readonly (readonly string[])[]>>

const COMMENTS: Readonly<Record<Language, CommentsByStep>> = { ar: commentsAr, fr: commentsFr, en: commentsEn }

/** Comments beside a grid: always at the ends of the scale, where the grid asks for one, and three times in four elsewhere. */
export function commentsOn(key: string, scores: Readonly<Record<Criterion, number>>, language: Language): Partial<Record<Criterion, string>> {
  const chance = seeded(`${key}/comments`)
  return Object.fromEntries(
    CRITERIA.flatMap((criterion) => {
      const step = scores[criterion]
      const wording = chance.pick(itemAt(COMMENTS[language][criterion], step - 1))
      return step === 1 || step === 5 || chance.chance(0.75) ? [[criterion, wording]] : []
    }),
  )
}
