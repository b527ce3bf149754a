/** What ties readers to those who applied: looked for before files are given out, and answered as an officer does it. */
import { answersPlan, judgeMany, lookForConflicts, tieKey } from '../../features/reviews/index.ts'
import { addMinutes } from '../world/clock.ts'
import { type Loading, teamMember } from './context.ts'
import { assignedAt, must, thirdsAskedAt } from './readings.ts'

/** Questions that nobody has come to yet while files are being read. */
const LEFT_FOR_LATER = 6

/** The first that was asked about is kin, the others bear a common name. */
export async function loadTies(loading: Loading): Promise<void> {
  const assigned = assignedAt(loading).toISOString()
  const [looked, answered] = [new Date(addMinutes(assigned, -25)), new Date(addMinutes(assigned, -15))]
  if (loading.until < answered) return
  const { db, ids } = loading
  const officer = await teamMember(db, 'youssef')
  must(await lookForConflicts(db, officer, ids.place, looked))
  const [kin, ...others] = (await questionsOf(loading)).slice(0, -LEFT_FOR_LATER)
  await answer(loading, kin === undefined ? [] : [kin], true, 'Cousins germains, confirmé au téléphone.', answered)
  await answer(loading, others, false, 'Nom courant dans la région, aucune parenté.', answered)
}

/** Those left for later, before the list is made. */
export async function loadLateAnswers(loading: Loading): Promise<void> {
  const at = new Date(addMinutes(thirdsAskedAt(loading).toISOString(), -10))
  if (loading.until < at) return
  await answer(loading, await questionsOf(loading), false, 'Vérifié auprès du lecteur\u00a0: aucune parenté.', at)
}

async function questionsOf({ db, ids }: Loading): Promise<readonly string[]> {
  const plan = await answersPlan(db, await teamMember(db, 'youssef'), ids.place, { all: null }, false, 'fr')
  return (plan?.lines ?? []).map(tieKey)
}

async function answer({ db, ids }: Loading, ties: readonly string[], stands: boolean, reason: string, at: Date): Promise<void> {
  if (ties.length === 0) return
  const officer = await teamMember(db, 'youssef')
  const plan = await answersPlan(db, officer, ids.place, { ties }, stands, 'fr')
  must(await judgeMany(db, officer, ids.place, { chosen: { ties }, stands, reason, fingerprint: plan?.fingerprint ?? '' }, at))
}
