/** The mark of an answer: how a page says which answer its writer started from, without carrying it twice. */
import { createHash } from 'node:crypto'
import { type Answer, type AnswerRow, rowsOf } from '../../domain/form.ts'

/** An answer as PostgreSQL prints it from jsonb, so that a mark made here and one made by `ANSWER_MARK` are the same. */
function printed(answer: Answer | undefined): string {
  if (answer === undefined) return ''
  if (typeof answer === 'string') return JSON.stringify(answer)
  const rows = rowsOf(answer)
  return `[${(rows.length > 0 ? rows.map(printedRow) : answer.map((one) => JSON.stringify(one))).join(', ')}]`
}

/** jsonb keeps keys by their length in bytes, then by their bytes. */
function printedRow(row: AnswerRow): string {
  const bytes = (key: string): Buffer => Buffer.from(key, 'utf8')
  const keys = Object.keys(row).sort((one, other) => bytes(one).length - bytes(other).length || Buffer.compare(bytes(one), bytes(other)))
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${JSON.stringify(row[key])}`).join(', ')}}`
}

/** 64 bits of the SHA-256 of an answer; the mark of no answer is that of an empty text. */
export function answerMark(answer: Answer | undefined): string {
  return createHash('sha256').update(printed(answer), 'utf8').digest('hex').slice(0, 16)
}

/** The same mark in SQL, of the answer under a key of a jsonb column. */
export const answerMarkSql = (answers: string, key: string) =>
  `left(encode(sha256(convert_to(coalesce((${answers}->${key})::text, ''), 'UTF8')), 'hex'), 16)`
