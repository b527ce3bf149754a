/** What this stage has told a team: that it is asked to choose an hour, its interview, and that it is not held. */
import { request } from '../../../platform/web/context.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { ToldSteps } from '../../applications/index.ts'
import { toldInterviews } from './queries/told-interviews.ts'
import { words } from './words/index.ts'

/** Codes of the calendar that an interview that was held makes past. */
const HELD = ['interviews']

export const interviewsTold: ToldSteps = async (c, applications) => {
  const { db, organisation, language } = request(c)
  const t = words(language)
  const rows = await toldInterviews(db, organisation, applications)
  return Map.groupBy(
    rows.map(({ application, what, at, from, zone }) => ({
      application,
      at,
      title: t.any(`told.${what}`, { when: from === null ? '' : formatDateTime(from, language, zone, { style: 'weekday' }) }),
      ...(what === 'held' ? { ends: HELD } : {}),
    })),
    ({ application }) => application,
  )
}
