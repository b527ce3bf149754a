import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/platform/root.ts'

const features = join(root, 'src/features')
const files = readdirSync(features, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
const commands = files
  .filter((file) => /\/commands(\/|\.ts$)/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .filter(({ text }) => /atomically\(/.test(text))

/** `sendAsItStands` writes its entry in the statement that writes the submission (commands/submission-statement.ts); `followForm` where it moves a draft. */
test('whatever opens a transaction leaves an entry in the trail, written in that transaction', () => {
  expect(commands.length).toBeGreaterThan(20)
  expect(commands.filter(({ text }) => !/\b(audit|auditAll|sendAsItStands|followForm)\(\s*trx/.test(text)).map(({ file }) => file)).toEqual(UNTRACED)
})

/**
 * Transactions without an entry, each with its reason: a request to sign in is nobody's act before the link is used;
 * a receipt is the worker's consequence of a submission, which has its entry.
 */
const UNTRACED = ['src/features/applications/commands/write-receipt.ts']

test('every refusal that the domain or a command gives is worded in the three languages', () => {
  const domain = readdirSync(join(root, 'src/domain')).map((name) => `src/domain/${name}`)
  const sources = [...domain, ...files].filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
  const codes = new Set(
    sources.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/refused\(\s*'([a-z-]+\/[a-z-]+)'/g)].map((match) => match[1] as string),
    ),
  )
  expect(codes.size).toBeGreaterThan(60)
  for (const language of ['ar', 'fr', 'en']) {
    const worded = new Set(
      readdirSync(features)
        .map((feature) => join(features, feature, 'words', `${language}.json`))
        .concat(join(root, 'src/design/words', `${language}.json`))
        .filter((file) => existsSync(file))
        .flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)),
    )
    expect([language, [...codes].filter((code) => !worded.has(`refusal.${code}`)).sort()]).toEqual([language, []])
  }
})
