/** Structured logs for operators. No name, address, answer, amount or decision is ever logged: ids, codes and durations only. */
import { pino } from 'pino'
import type { Config } from '../config.ts'

export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>

/** Fields that could carry personal data are cut even when a caller logs them by mistake. */
const NEVER_LOGGED = ['email', 'phone', 'name', 'address', 'answers', 'token', 'code', 'body', 'cookie', 'authorization']

export function makeLog(config: Pick<Config, 'logLevel'>): Log {
  return pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: NEVER_LOGGED.flatMap((field) => [field, `*.${field}`]), remove: true },
  })
}

/** What an error may say in a log: its kind, code and constraint, and where in our code it arose; never the values. */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string }
  const fault: Record<string, unknown> = {
    kind: error.name,
    at: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 6)
      .map((line) => line.trim()),
  }
  if (code !== undefined) fault.code = code
  if (constraint !== undefined) fault.constraint = constraint
  if (table !== undefined) fault.table = table
  if (code === undefined) fault.message = error.message.slice(0, 300)
  return fault
}
