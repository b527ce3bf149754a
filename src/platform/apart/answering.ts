/** The other side of `Apart`: a process that does one piece of work at a time, and ends with its parent. */
import type { Answer } from './apart.ts'

/** Answers each piece with its value, or with what is wrong with it. */
export function answerJobs<Job, Value>(work: (job: Job) => Promise<Value>): void {
  process.on('message', (job: Job) => {
    void answerOf(work, job).then((answer) => process.send?.(answer))
  })
  process.once('disconnect', () => process.exit())
  // Ctrl-C reaches us too: the parent ends what is under way, and us with itself.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
}

async function answerOf<Job, Value>(work: (job: Job) => Promise<Value>, job: Job): Promise<Answer<Value>> {
  try {
    return { value: await work(job) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
