/** Messages: what the programme writes to people, in their language. */
export { approveBatch, type NewBatch, openBatch, type Readying } from './commands/batch.ts'
export { deliverMessage, type WaysOut } from './deliver.ts'
export { messageJobs } from './jobs.ts'
export { inEach, type PhoneMessage, type PhoneNews, tellByPhone } from './tell-by-phone.ts'
export { forgetAddress, type OutgoingMessage, writeMessage, writeMessages } from './write.ts'
export { type LetterView, lettersOf, mailboxOf, messageById } from './queries.ts'
export { words as messageWords } from './words/index.ts'
export { mailboxRoutes } from './routes.tsx'
