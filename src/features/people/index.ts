/** People: who they are, how they enter, what they may do. */
export { makeToken, type NewApiToken, revokeToken, viewerOfApiToken } from './commands/token.ts'
export { demoTimeRoutes } from './demo-time.tsx'
export { type PeopleDoors, peopleRoutes, safeReturn } from './routes.tsx'
export { type OpenSession, SESSION_COOKIE, sessionOfToken, startSession } from './session.ts'
export { tokenRoutes } from './tokens.tsx'
