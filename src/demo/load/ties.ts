/** What ties readers to those who applied: looked for before files are given out, and answered as an officer does it. */
import { answersPlan, judgeMany, lookForConflicts, tieKey } from '../../features/reviews/index.ts'
import { addMinutes } from '../world/clock.ts'
import { type Loading, teamMember } from './context.ts'
import { assignedAt, must } from './readings.ts'

/** Questions of the edition that is running which wait for somebody to answer. */
const UNANSWERED = 6

/** The first that was asked about is kin, the others bear a common name; some of 2024 nobody has looked at yet. */
export async function loadTies({ db, ids, until, ...loading }: Loading): Promise<void> {
  const assigned = assignedAt({ db, ids, until, ...loading }).toISOString()
  const [looked, answered] = [new Date(addMinutes(assigned, -25)), new Date(addMinutes(assigned, -15))]
  if (until < answered) return
  const officer = await teamMember(db, 'youssef')
  must(await lookForConflicts(db, officer, ids.place, looked))
  const found = await answersPlan(db, officer, ids.place, { all: null }, false, 'fr')
  const lines = found?.lines ?? []
  const [kin, ...others] = ids.key === 'e3' ? lines.slice(0, -UNANSWERED) : lines
  const answer = async (chosen: typeof lines, stands: boolean, reason: string): Promise<void> => {
    if (chosen.length === 0) return
    const input = { chosen: { ties: chosen.map(tieKey) }, stands }
    const plan = await answersPlan(db, officer, ids.place, input.chosen, stands, 'fr')
    must(await judgeMany(db, officer, ids.place, { ...input, reason, fingerprint: plan?.fingerprint ?? '' }, answered))
  }
  await answer(kin === undefined ? [] : [kin], true, 'Cousins germains, confirmé au téléphone.')
  await answer(others, false, 'Nom courant dans la région, aucune parenté.')
}
