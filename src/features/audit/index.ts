/** The trail of every record: who did what, when; and whether the chain holds. */
export { type TrailLine, trailOf } from './queries.ts'
export { auditJobs, auditNights, sealTrails } from './jobs.ts'
