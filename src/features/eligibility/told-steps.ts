import type { ToldSteps } from '../applications/index.ts'
import { request } from '../../platform/web/context.ts'
import { words as appealWords } from './appeals/words/index.ts'
import { type EligibilityStep, toldStepsOf } from './queries/told-steps.ts'
import { words } from './letters/words/index.ts'

/** What this stage has told of applications: decisions whose letters have left, appeals and their answers. */
export const eligibilityTold: ToldSteps = async (c, applications) => {
  const { db, organisation, language } = request(c)
  const t = words(language)
  const own = appealWords(language)
  const title = (what: EligibilityStep['what']): string => {
    if (what === 'appealed') return t('step.appealed')
    return what === 'eligible' || what === 'ineligible' ? t(`letter.${what}.title`) : own(`own.${what}`)
  }
  const rows = await toldStepsOf(db, organisation, applications)
  return Map.groupBy(
    rows.map(({ application, what, at }) => ({ application, at, title: title(what), ends: ['eligibility'] })),
    ({ application }) => application,
  )
}
