import type { ConnectionOptions } from '../../src/platform/database/database.ts'

/** How a test reaches the server of the run; it crosses from the setup to the test threads, so it is plain data. */
export type ServerAddress =
  | { readonly url: string }
  | { readonly socket: { readonly host: string; readonly port: number; readonly user: string; readonly database: string } }

export function connectionTo(address: ServerAddress, database: string): ConnectionOptions {
  if ('socket' in address) return { ...address.socket, database }
  const url = new URL(address.url)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
