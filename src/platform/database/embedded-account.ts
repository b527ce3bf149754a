/** PostgreSQL refuses to run as root: this chooses whom it runs as, and tells what that account can reach. */
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { chown, lchown, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * Owns the database when root starts Kawaliss. The number needs no entry in /etc/passwd: it lies in the stretch that
 * neither Debian nor systemd hands out (60706 to 61183), and below 65536, so it exists inside containers too.
 */
const DEDICATED: Account = { uid: 60_732, gid: 60_732 }

/**
 * The account the server runs as: null for the current one, which is the case unless that is root. For root it is
 * the account that owns the database already, else the owner of the data folder, else a dedicated one.
 */
export function serverAccount(folder: string, cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null
  for (const path of [cluster, folder]) {
    if (!existsSync(path)) continue
    const { uid, gid } = statSync(path)
    if (uid !== 0) return { uid, gid }
  }
  return DEDICATED
}

/** An account that /etc/passwd knows: `initdb`, unlike the server, looks its own name up there and ends when it has none. */
export function namedAccount(): Account {
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  const account = { uid: id('-u'), gid: id('-g') }
  if (account.uid > 0) return account
  throw new Error(
    'The database cannot be made as root: this system has no account "nobody". Start Kawaliss as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether the account may pass through every folder down to `path`. A folder opened by access lists alone counts as closed. */
export function reaches(account: Account | null, path: string): boolean {
  if (account === null) return true
  let at = realpathSync(path)
  for (;;) {
    const { uid, gid, mode } = statSync(at)
    const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & pass) === 0) return false
    if (at === dirname(at)) return true
    at = dirname(at)
  }
}

/** Gives a folder to the account; nothing to do for the current one. */
export async function give(path: string, account: Account | null): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid)
}

/** Gives a folder and everything in it to the account. */
export async function giveAll(path: string, account: Account | null): Promise<void> {
  if (account === null) return
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), account.uid, account.gid)
  }
  await give(path, account)
}
