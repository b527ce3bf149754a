/** What one answer to many questions would do: worked out when it is shown, and again when it is given. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../domain/application.ts'
import type { Language } from '../../../domain/language.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type AnswersPlan, type ConflictKind, type ConflictLine, isQuestion } from '../conflicts/views.ts'
import { allTies } from './conflicts.ts'

/** Questions ticked, or all of a kind (null: of every kind). */
export type ChosenTies = { readonly ties: readonly string[] } | { readonly all: ConflictKind | null }

/** How a tie is named in a tick: reviewer, application and kind. */
export function tieKey({ reviewer, application, kind }: Pick<ConflictLine, 'reviewer' | 'application' | 'kind'>): string {
  return `${reviewer}.${application}.${kind}`
}

/** Null for who may not answer. */
export async function answersPlan(
  db: Reader,
  viewer: Viewer,
  place: Place,
  chosen: ChosenTies,
  stands: boolean,
  language: Language,
): Promise<AnswersPlan | null> {
  if (!mayArrangeReviews(viewer, place)) return null
  const questions = (await allTies(db, viewer.organisation, place.edition, language)).filter(isQuestion)
  const ticked = new Set('ties' in chosen ? chosen.ties : [])
  const lines = questions.filter((line) => ('all' in chosen ? chosen.all === null || line.kind === chosen.all : ticked.has(tieKey(line))))
  const rows = lines
    .map((line) => ({ tie: tieKey(line), sign: line.sign, shared: line.shared, seq: line.seq, reads: line.reads }))
    .sort((one, other) => (one.tie < other.tie ? -1 : 1))
  return {
    stands,
    lines,
    left: ticked.size === 0 ? 0 : ticked.size - lines.length,
    takenBack: stands ? new Set(lines.filter(({ reads }) => reads).map(({ reviewer, application }) => `${reviewer} ${application}`)).size : 0,
    fingerprint: createHash('sha256').update(canonicalJson({ stands, rows })).digest('hex'),
  }
}
