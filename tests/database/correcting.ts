/** An application sent by a holder and a teammate, and the desk that asks them to correct it. */
import type { Answers } from '../../src/domain/form.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { type CorrectionInput, keepCorrection, sendCorrection } from '../../src/features/applications/index.ts'
import { answerMark } from '../../src/features/applications/answer-mark.ts'
import { correctionView } from '../../src/features/applications/queries/correction.ts'
import { askCorrections, type CorrectionAsked, recallCorrections } from '../../src/features/eligibility/commands/ask-corrections.ts'
import { assignmentFacts } from '../../src/features/reviews/queries/assignment-facts.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import { DURING, somebody } from './open-call.ts'
import { type SmallEdition, type Submitted, submitted } from './small-edition.ts'

export const ORIGIN = 'https://kawaliss.example'
/** When the desk asks, while the team writes, the last instant of the last day, and just after it. */
export const ASKED = new Date('2024-04-04T09:00:00Z')
export const MEANWHILE = new Date('2024-04-06T09:00:00Z')
export const LAST_DAY = '2024-04-10'
/** Morocco kept UTC until the end of Ramadan, on 14 April that year. */
export const LAST_INSTANT_OF_DAY = new Date('2024-04-10T23:59:59.999Z')
export const OVER = new Date('2024-04-11T00:00:00.000Z')

export interface Sent extends Submitted {
  readonly teammate: SignedIn
}

export async function sentByTwo(db: Database, small: SmallEdition, answers: Answers = {}): Promise<Sent> {
  const sent = await submitted(db, small, answers)
  const teammate = await somebody(db, small.organisation)
  await db
    .insertInto('application_member')
    .values({ organisation: small.organisation, application: sent.application, person: teammate.person.id, part: 'member', joined_at: DURING })
    .execute()
  return { ...sent, teammate }
}

export function ask(db: Database, small: SmallEdition, application: string, more: Partial<CorrectionAsked> = {}, at = ASKED, by = small.officer) {
  const input = { application, questions: ['summary'], reason: 'Le résumé ne dit rien du public.', day: LAST_DAY, ...more }
  return askCorrections(db, by, { programme: small.programme, edition: small.edition }, input, ORIGIN, at)
}

/** Keeps answers over those that stand, as a page that was just opened. */
export async function keep(
  db: Database,
  viewer: SignedIn,
  application: string,
  answers: Answers,
  at = MEANWHILE,
  more: Partial<CorrectionInput> = {},
) {
  const view = await correctionView(db, viewer, application, at)
  const known = Object.fromEntries(Object.keys(answers).map((code) => [code, answerMark(view?.open.shown[code])]))
  return keepCorrection(db, viewer, { application, answers, known, page: newId(), turn: 0, ...more }, at)
}

export function send(
  db: Database,
  viewer: SignedIn,
  application: string,
  at = MEANWHILE,
  more: { note?: string; declared?: boolean; how?: 'signed' | 'present' | 'phone' } = {},
) {
  return sendCorrection(db, viewer, { application, declared: true, note: '', ...more }, at)
}

/** The desk takes its request back. */
export function recall(db: Database, small: SmallEdition, application: string, at = MEANWHILE) {
  return recallCorrections(db, small.officer, { programme: small.programme, edition: small.edition }, { application }, ORIGIN, at)
}

/** Applications that a plan of readings would give to reviewers. */
export async function toBeRead(db: Database, small: SmallEdition, at: Date): Promise<string[]> {
  return (await assignmentFacts(db, small.organisation, small.edition, at)).applications.map((one) => one.id)
}
