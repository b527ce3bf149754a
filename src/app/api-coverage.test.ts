import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../platform/root.ts'

/** Commands of pages that no program runs, each with its reason. */
const BY_HAND: Readonly<Record<string, string>> = {
  saveSection: 'PATCH /applications/{application} keeps the same answers; which topic is ticked off is a matter of the page',
  sayPresent: 'a program opens no page and is in no field',
  sayGone: 'as above',
  askToSignIn: 'a person enters by mail; a program by a token the person made',
  enterByLink: 'as above',
  enterByCode: 'as above',
  enterAs: 'a door of the demo',
  leave: 'ends a session; a token is taken back on /me/tokens',
  keepLanguage: 'the language of pages; the API answers in that of Accept-Language',
  makeToken: 'a token that could make tokens would outlive being taken back',
  revokeToken: 'as above',
  askToEnterByPasskey: 'a device of a person comes in by it, as by mail',
  enterByPasskey: 'as above',
  enterByPassword: 'a person enters by it; a program by a token',
  askForPasskey: 'a token that could add a way in would outlive being taken back',
  addPasskey: 'as above',
  setPassword: 'as above',
}

const text = (file: string): string => readFileSync(join(root, file), 'utf8')
const sources = (pattern: string): string[] => globSync(pattern, { cwd: root }).filter((file) => !file.includes('.test.'))

/** What opens a transaction, or leads to what does: exported functions whose first argument is the database itself, which only writers are given. */
const commands = sources('src/features/{*,*/*}/{commands.ts,commands/*.ts}').flatMap((file) =>
  [...text(file).matchAll(/export (?:async )?function (\w+)\(\s*db: Database/g)].map((found) => found[1] as string),
)
const calls = (files: readonly string[]) => {
  const all = files.map(text).join('\n')
  return new Set(commands.filter((command) => new RegExp(`\\b${command}\\(`).test(all)))
}
const ofPages = calls(sources('src/features/{*,*/*}/{routes.ts,routes.tsx,*-routes.tsx,routes/*.ts,routes/*.tsx,tokens.tsx}'))
const ofPrograms = calls(sources('src/features/{*,*/*}/{api.ts,api/*.ts}'))

test('whatever a page does, a program may do by the same command', () => {
  expect(ofPages.size).toBeGreaterThan(45)
  expect([...ofPages].filter((command) => !ofPrograms.has(command) && !Object.hasOwn(BY_HAND, command)).sort()).toEqual([])
})

test('what is left to hands alone is still done by a page, and by no program', () => {
  expect(Object.keys(BY_HAND).filter((command) => !ofPages.has(command) || ofPrograms.has(command))).toEqual([])
})
