/** The mark of an answer: how a page says which answer its writer started from, without carrying it twice. */
import { createHash } from 'node:crypto'
import type { Answer } from '../../domain/form.ts'

/** An answer as PostgreSQL prints it from jsonb, so that a mark made here and one made by `ANSWER_MARK` are the same. */
function printed(answer: Answer | undefined): string {
  if (answer === undefined) return ''
  return typeof answer === 'string' ? JSON.stringify(answer) : `[${answer.map((one) => JSON.stringify(one)).join(', ')}]`
}

/** 64 bits of the SHA-256 of an answer; the mark of no answer is that of an empty text. */
export function answerMark(answer: Answer | undefined): string {
  return createHash('sha256').update(printed(answer), 'utf8').digest('hex').slice(0, 16)
}

/** The same mark in SQL, of the answer under a key of a jsonb column. */
export const answerMarkSql = (answers: string, key: string) =>
  `left(encode(sha256(convert_to(coalesce((${answers}->${key})::text, ''), 'UTF8')), 'hex'), 16)`
