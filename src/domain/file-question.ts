/** A reader asks the office about a file; the office answers the reader, or every reader of the file. */
import { withoutSecrets } from './blindness.ts'
import { ok, type Result, refused } from './result.ts'

export const LONGEST_QUESTION = 1000
export const LONGEST_ANSWER = 2000
/** Questions of one reader about one file that wait for an answer, at most. */
export const MOST_WAITING = 5

export interface AskingFacts {
  /** The file was withdrawn, the selection sealed, or the reader's part in it is over. */
  readonly closed: boolean
  /** Questions of this reader about this file without an answer. */
  readonly waiting: number
}

/** Refuses `file-question/closed`, `…/empty`, `…/too-long`, `…/too-many`. `text` is trimmed. */
export function mayAsk({ closed, waiting }: AskingFacts, text: string): Result<null> {
  if (closed) return refused('file-question/closed')
  if (text === '') return refused('file-question/empty')
  if (text.length > LONGEST_QUESTION) return refused('file-question/too-long', { length: text.length, max: LONGEST_QUESTION })
  return waiting >= MOST_WAITING ? refused('file-question/too-many', { most: MOST_WAITING }) : ok(null)
}

export interface AnsweringFacts {
  readonly answered: boolean
  /** What is hidden from somebody who would read the answer. */
  readonly secrets: readonly string[]
}

/** Refuses `file-question/answered`, `…/unanswered`, `…/answer-too-long`, and `…/tells` with what the answer would give away. `text` is trimmed. */
export function mayAnswer({ answered, secrets }: AnsweringFacts, text: string): Result<null> {
  if (answered) return refused('file-question/answered')
  if (text === '') return refused('file-question/unanswered')
  if (text.length > LONGEST_ANSWER) return refused('file-question/answer-too-long', { length: text.length, max: LONGEST_ANSWER })
  const told = secrets.filter((secret) => withoutSecrets(text, [secret], '') !== text)
  return told.length > 0 ? refused('file-question/tells', { told }) : ok(null)
}
