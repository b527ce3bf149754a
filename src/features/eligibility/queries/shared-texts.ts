/** The long answer that two applications share most of, whole on both sides with what is common set apart. */
import type { Answers } from '../../../domain/form.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { differenceOf, type Piece } from '../../applications/index.ts'
import type { FoundPair } from './likeness.ts'

export interface SharedText {
  /** In the order of the pair; pieces that do not differ stand in both. */
  readonly one: readonly Piece[]
  readonly other: readonly Piece[]
}

/** By the ids of the two in their order; pairs that share no text are left out. The caller has checked who may read both. */
export async function sharedTexts(db: Reader, organisation: string, pairs: readonly FoundPair[]): Promise<ReadonlyMap<string, SharedText>> {
  const sharing = pairs.filter(({ texts }) => texts.length > 0)
  if (sharing.length === 0) return new Map()
  const rows = await db
    .selectFrom('submission')
    .select(['application', 'answers'])
    .where('organisation', '=', organisation)
    .where('application', 'in', [...new Set(sharing.flatMap(({ one, other }) => [one.application, other.application]))])
    .execute()
  const answers = new Map(rows.map((row) => [row.application, row.answers as Answers]))
  const textOf = (application: string, question: string): string => {
    const answer = answers.get(application)?.[question]
    return typeof answer === 'string' ? answer : ''
  }
  return new Map(
    sharing.map(({ one, other, texts }) => {
      const first = texts[0] as FoundPair['texts'][number]
      const [left, right] = differenceOf(textOf(one.application, first.one), textOf(other.application, first.other))
      return [`${one.application} ${other.application}`, { one: left, other: right }]
    }),
  )
}
