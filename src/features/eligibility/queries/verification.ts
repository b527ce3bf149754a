/** The answers of an application beside what was verified of its holder. */
import { compared, type Comparison, factOf, standing } from '../../../domain/verification.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { SheetGroup, SheetRow } from '../../applications/index.ts'
import { type VerificationView, verificationsOf } from '../../people/index.ts'

export interface FactMark {
  readonly is: Comparison
  /** What it was held against; null when nothing stands. */
  readonly verified: VerificationView | null
  /** Everything ever verified of this fact, the newest first. */
  readonly all: readonly VerificationView[]
}

/** By code of question, for those that state a fact; for whom may check them only. */
export async function factMarks(
  db: Reader,
  organisation: string,
  application: string,
  sheet: readonly SheetGroup[],
  today: string,
): Promise<Readonly<Record<string, FactMark>>> {
  const rows = sheet.flatMap((group) => group.rows)
  if (!rows.some(({ question }) => factOf(question) !== null)) return {}
  const holder = await db
    .selectFrom('application_member')
    .select('person')
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('part', '=', 'holder')
    .executeTakeFirstOrThrow()
  const all = await verificationsOf(db, organisation, holder.person)
  return Object.fromEntries(rows.flatMap((row) => markOf(row, all, today)))
}

function markOf({ question, answer }: SheetRow, all: readonly VerificationView[], today: string): [string, FactMark][] {
  const fact = factOf(question)
  if (fact === null) return []
  const verified = standing(all, fact, today)
  const text = typeof answer === 'string' ? answer : ''
  return [[question.code, { is: compared(text, verified), verified, all: all.filter((one) => one.fact === fact) }]]
}
