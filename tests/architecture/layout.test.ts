import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/platform/root.ts'

const LONGEST = 300
const FORBIDDEN = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc', 'services', 'types', 'lib'])
/** Generated from the migrations, a row a column: its length is the schema's. */
const GENERATED = new Set(['src/platform/database/schema.ts'])
/** What the people of the demo write: prose in lists, one file a field. */
const PROSE = /^src\/demo\/world\/sectors\//

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

const code = ['src', 'tests', 'scripts'].flatMap((folder) => filesUnder(folder)).filter((file) => /\.(ts|tsx|mjs)$/.test(file))

test('no file or folder is named for what it is not: utils, helpers, common', () => {
  const named = code
    .flatMap((file) => file.split('/').map((part) => ({ file, part: part.replace(/\..*$/, '') })))
    .filter(({ part }) => FORBIDDEN.has(part))
  expect(named).toEqual([])
})

test(`no file is longer than ${LONGEST} lines: a longer one hides a second noun`, () => {
  const long = code
    .filter((file) => !GENERATED.has(file) && !PROSE.test(file) && basename(file) !== 'index.ts')
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST)
  expect(long).toEqual([])
})

test('every island opens with a comment on what happens without it', () => {
  const islands = code.filter((file) => /^src\/islands\/[^/]+\.ts$/.test(file))
  const silent = islands.filter((file) => !/^\/\*\*[\s\S]{0,600}without/i.test(readFileSync(join(root, file), 'utf8')))
  expect(silent).toEqual([])
})

test('nothing is left unfinished', () => {
  const marker = new RegExp(['\\bTO' + 'DO\\b', '\\bFIX' + 'ME\\b', '\\bX' + 'XX:', 'not ' + 'implemented', 'lorem ' + 'ipsum'].join('|'))
  const unfinished = code.filter((file) => marker.test(readFileSync(join(root, file), 'utf8')))
  expect(unfinished).toEqual([])
})

test('a test is never skipped nor alone', () => {
  const skipping = code.filter(
    (file) => /\.test\.tsx?$/.test(file) && /\b(test|describe|it)\.(only|skip|todo)\(/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(skipping).toEqual([])
})
