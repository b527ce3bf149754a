// Whether dist/ was made from the sources as they are now.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node26.mjs'

/** Written last of all by the build: the hash of its inputs and the files it made. */
export const stampFile = join(root, 'dist', 'build.json')

const isInput = (path) => !/\.test\.tsx?$/.test(path)

/** Hash of every file the build reads: sources without tests, the build itself, the versions of the packages. */
export function inputsHash() {
  const hash = createHash('sha256')
  const sources = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  )
  for (const path of [...sources, ...['package.json', 'package-lock.json', 'tsconfig.json'].map((name) => join(root, name))].filter(isInput).sort()) {
    hash
      .update(`${path.slice(root.length)}\n`)
      .update(readFileSync(path))
      .update('\n')
  }
  return hash.digest('hex')
}

/** What the last build noted; null when there is none or it was cut short. */
export function lastBuild() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : null
}

export function isBuilt() {
  return lastBuild()?.inputs === inputsHash()
}
