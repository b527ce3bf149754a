/** Addresses of the built files. The manifest is written by the build; without one (unit tests) the logical name is used. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../platform/root.ts'

let manifest: Readonly<Record<string, string>> | null = null

function read(): Readonly<Record<string, string>> {
  const file = join(root, 'dist', 'assets', 'manifest.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}

/** `/assets/app-1a2b3c.css` for 'app.css'. */
export function assetUrl(name: string): string {
  manifest ??= read()
  return `/assets/${manifest[name] ?? name}`
}
