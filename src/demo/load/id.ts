/** Ids of the named world: always the same for the same key. */
export { idOf as demoId } from '../world/key.ts'
