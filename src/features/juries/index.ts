/** Juries: live sessions with their agenda, who is in the room and who had to leave it, and their minutes. */
export { juryApi } from './api.ts'
export { closeSession, decide, openFile, openSession } from './commands/lead.ts'
export { markPresence, recuse, say } from './commands/room.ts'
export { addToAgenda, planSession, type SessionTerms } from './commands/prepare.ts'
export { type JuryRecord, sealedMinutes } from './queries/record.ts'
export { juryView, sessionsOf as jurySessions } from './queries/session.ts'
export { doorOfJuries, juryRoutes } from './routes.tsx'
export type { JurySession } from './views.ts'
