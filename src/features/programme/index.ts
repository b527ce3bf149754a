/** The programme: organisations, editions, and what stands around every page. */
export { type EditionView, editionBySlug, editionsOf, organisationByHost, type StageProgress, stagesOf } from './editions.ts'
export { publicFrame, type StaffRoom, staffFrame } from './frame.ts'
