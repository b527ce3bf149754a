/** Eligibility: the desk's list, automatic checks, verdicts and decisions. */
export { eligibilityApi } from './api.ts'
export { decideEligibility, type EligibilityInput, recordVerdict, recordVerdicts, type VerdictInput } from './commands/decide.ts'
export { type ChecksRun, runAutomaticChecks } from './commands/run-automatic-checks.ts'
export { deskExport, deskList } from './queries/desk-list.ts'
export { eligibilityPage } from './queries/eligibility-page.ts'
export { eligibilityRoutes } from './routes.tsx'
export type { DeskFilters, DeskLine, DeskList, EligibilityView, Likeness } from './views.ts'
export { words as eligibilityWords } from './words/index.ts'
