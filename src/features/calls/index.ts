/** Calls: the public invitation, the check before the form, the rules in words. */
export { callApi } from './api.ts'
export { extendCall, extensionFingerprint } from './commands/extend-call.ts'
export { keepPromises } from './commands/keep-promises.ts'
export { callJobs, callNights } from './jobs.ts'
export { contextOf } from './quick-check.ts'
export { callRoutes } from './routes.tsx'
export { checkSentence, eligibilitySentence, type RuleLists, selectionSentence } from './rule-words.ts'
export { words as callWords } from './words/index.ts'
