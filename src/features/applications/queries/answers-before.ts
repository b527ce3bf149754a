/** What a person had written in the application they withdrew. */
import { fileLimits } from '../../../domain/file.ts'
import { type Answer, type Answers, codesIn, type FormDefinition } from '../../../domain/form.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type CarriedFile, filesToCarry } from '../../files/index.ts'
import { asTyped } from '../answer-text.ts'

/**
 * The answers of the application withdrawn last in a call, so that sending again does not mean typing again, and the
 * files that follow, under their new ids. Consent is asked anew.
 */
export async function answersBefore(
  db: Reader,
  viewer: SignedIn,
  call: string,
  form: FormDefinition,
  now: Date,
): Promise<{ answers: Answers; files: readonly CarriedFile[] }> {
  const row = await lastWithdrawn(db, viewer, call)
  if (row === undefined) return { answers: {}, files: [] }
  const before = (row.answers ?? {}) as Answers
  const questions = form.sections.flatMap((section) => section.questions).filter(({ code, kind }) => kind !== 'consent' && code in before)
  const answers: Record<string, Answer> = {}
  const files: CarriedFile[] = []
  for (const question of questions) {
    const answer = before[question.code] as Answer
    if (question.kind !== 'file') {
      answers[question.code] = asTyped(question, answer)
      continue
    }
    const asked = { organisation: viewer.organisation, from: row.id, question: question.code, limits: fileLimits(question), files: codesIn(answer) }
    const carried = await filesToCarry(db, asked, now)
    if (carried.length > 0) answers[question.code] = carried.map(({ id }) => id)
    files.push(...carried)
  }
  return { answers, files }
}

async function lastWithdrawn(db: Reader, viewer: SignedIn, call: string) {
  return db
    .selectFrom('withdrawal as w')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'w.organisation').onRef('a.id', '=', 'w.application'))
    .innerJoin('application_member as m', (join) => join.onRef('m.organisation', '=', 'a.organisation').onRef('m.application', '=', 'a.id'))
    .leftJoin('draft as d', (join) => join.onRef('d.organisation', '=', 'a.organisation').onRef('d.application', '=', 'a.id'))
    .leftJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'a.organisation').onRef('s.application', '=', 'a.id'))
    .select((e) => ['a.id', e.fn.coalesce('s.answers', 'd.answers').as('answers')])
    .where('w.organisation', '=', viewer.organisation)
    .where('a.call', '=', call)
    .where('m.person', '=', viewer.person.id)
    .where('m.part', '=', 'holder')
    .orderBy('w.withdrawn_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
