import type { ToldSteps } from '../applications/index.ts'
import { request } from '../../platform/web/context.ts'
import { toldResults } from './queries/told-results.ts'
import { words } from './words/index.ts'

/** Dates of the calendar up to the results: they will not come again where the results are public, even before the day planned. */
const BEFORE_RESULTS = ['eligibility', 'scoring', 'interviews', 'results']

/** What this stage has told of applications: their results, once published. */
export const resultsTold: ToldSteps = async (c, applications) => {
  const { db, organisation, language } = request(c)
  const t = words(language)
  const rows = await toldResults(db, organisation, applications)
  return Map.groupBy(
    rows.map(({ application, outcome, at }) => ({ application, at, title: t(`letter.${outcome}.title`), ends: BEFORE_RESULTS })),
    ({ application }) => application,
  )
}
