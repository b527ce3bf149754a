/** Cohorts: places offered and answered, projects, who left. */
export { answerOffer } from './commands/answer-offer.ts'
export { makeOffer, offerToSelected } from './commands/make-offer.ts'
export { recordDeparture } from './commands/record-departure.ts'
export { motifOf } from './motif.ts'
export { Bill } from './pages/catalogue.tsx'
export { type CohortRow, catalogue, cohortOf, offersOf, type ShowcaseCard } from './queries.ts'
export { cohortRoutes, doorOfOffers } from './routes.tsx'
export { showcaseOfHome } from './showcase.ts'
