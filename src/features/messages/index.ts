/** Messages: what the programme writes to people, in their language. */
export { approveBatch, type NewBatch, openBatch } from './commands/batch.ts'
export { deliverMessage } from './deliver.ts'
export { type OutgoingMessage, writeMessage } from './write.ts'
export { type LetterView, lettersOf, mailboxOf, messageById } from './queries.ts'
export { words as messageWords } from './words/index.ts'
export { mailboxRoutes } from './routes.tsx'
