import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { DURING, FORM, type OpenCall, openCall, somebody } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { type Fields, featureApp, frameOf } from '../../../tests/server/feature-app.ts'
import type { Question } from '../../domain/form.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { cleanLine, cleanText } from '../../platform/input/clean.ts'
import { applicationRoutes } from './routes.tsx'

const held = testDatabase()
let call: OpenCall
let viewer: SignedIn
let application = ''
beforeAll(async () => {
  call = await openCall(held.db)
  viewer = await somebody(held.db, call.organisation)
  const answer = await app.ask('POST', '/fr/calls/2024/applications', { viewer, now: DURING })
  application = /applications\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
})
const app = featureApp(
  () => held.db,
  () => call.organisation,
  applicationRoutes({ frame: frameOf }),
)

const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, fields?: Fields) =>
  app.ask(method, `/fr/applications/${application}${path}`, { viewer, now: DURING }, fields)
const KINDS = FORM.sections[2]?.questions ?? []
const TYPED: readonly Question['kind'][] = ['line', 'text', 'integer', 'money', 'phone', 'email', 'url', 'cin']

const HOSTILE: Readonly<Record<string, string>> = {
  'a word where a number belongs': 'beaucoup',
  'Arabic-Indic digits': '٢٠٢٤',
  'Persian digits': '۱۲۳۴',
  emoji: '🎭👩🏽‍🎤🇲🇦 e\u0301',
  'zero-width characters': '\u200bdar\u200cal\u200ddhil\ufeff\u2060',
  'direction marks and overrides': '\u202eevil\u202c \u2066x\u2069 \u200f\u061c',
  'a null byte and controls': 'a\0b\u0001\u0008\u001b[31mc\u007f\u0085d',
  'half a character': 'a\ud800b\udc00c',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>" autofocus onfocus="x',
  'an end of textarea': '</textarea></form><form action="https://evil.example">',
  SQL: "'; drop table draft; -- \\' or 1=1",
  'a formula': '=HYPERLINK("https://evil.example";"x")',
  'a template': '{n, plural, other {x}} #{1+1} {{7*7}} %s %00',
  JSON: '{"$ne": null, "__proto__": {"x": 1}}',
  'only spaces': ' \u00a0\t\u2003 ',
  'line breaks': '\r\n\r\na\r\nb\rc\n\n',
  'a very long word': 'x'.repeat(19_999),
  'one character too many': 'x'.repeat(20_001),
  'one megabyte of Arabic': 'كواليس '.repeat(75_000),
  'a number beyond numbers': '9'.repeat(400),
  infinity: 'Infinity',
  'an exponent': '1e309',
}

/** The value as a page holds it: escaped in an attribute or between tags. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function expectHeld(html: string, question: Question, typed: string): void {
  const kept = question.kind === 'text' ? cleanText(typed) : cleanLine(typed)
  const markup = question.kind === 'text' ? `>${escaped(kept)}</textarea>` : `name="${question.code}" value="${escaped(kept)}"`
  expect(html.includes(markup), `${question.code} shows what was typed`).toBe(true)
}

/** The fields of these questions, all holding the value; a date holds it in each box unless it is huge. */
function fieldsWith(questions: readonly Question[], value: string): Record<string, string> {
  const boxes = (code: string) => ({ [`${code}.day`]: value, [`${code}.month`]: value.slice(0, 1000), [`${code}.year`]: value.slice(0, 1000) })
  return Object.assign({}, ...questions.map(({ code, kind }) => (kind === 'date' ? boxes(code) : { [code]: value }))) as Record<string, string>
}

async function marks(): Promise<Record<string, string>> {
  const html = await (await ask('GET', '/sections/kinds')).text()
  return Object.fromEntries([...html.matchAll(/name="(known\.\w+)" value="([0-9a-f]*)"/g)].map(([, name, mark]) => [name as string, mark as string]))
}

describe.each(Object.entries(HOSTILE))('%s', (_name, value) => {
  // A megabyte in every field at once is more than any form: there one field is tried after another.
  const tries = value.length > 100_000 ? KINDS.map((question) => [question]) : [KINDS]

  test('in every field is answered with a page that holds it, and nothing breaks', async () => {
    for (const questions of tries) {
      const answer = await ask('POST', '/sections/kinds', { ...(await marks()), ...fieldsWith(questions, value) })
      expect([303, 422]).toContain(answer.status)
      const html = await (answer.status === 422 ? answer : await ask('GET', '/sections/kinds')).text()
      for (const question of questions) if (TYPED.includes(question.kind)) expectHeld(html, question, value)
      expect(html).not.toContain('<script>alert')
      const typing = await ask('PATCH', '/draft', { ...(await marks()), ...fieldsWith(questions, `${value} `) })
      expect(typing.status).toBe(200)
      // Emptied again, so that the next value meets clean fields.
      await ask('POST', '/sections/kinds', { ...(await marks()), ...fieldsWith(KINDS, '') })
    }
    expect([(await ask('GET', '/check')).status, (await ask('GET', '')).status]).toEqual([200, 200])
  })
})

test('a body of anything at all never breaks a page', async () => {
  const name = fc.oneof(
    fc.constantFrom(...KINDS.map((question) => question.code), 'known.of_line', 'draft.page', 'of_date.day', 'then', 'keep.of_line'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(...Object.values(HOSTILE)).map((text) => text.slice(0, 500)),
  )
  const body = fc
    .array(fc.tuple(name, value), { maxLength: 12 })
    .map((pairs) => pairs.map(([one, other]) => `${encodeURIComponent(one.toWellFormed())}=${encodeURIComponent(other.toWellFormed())}`).join('&'))
  const paths = fc.constantFrom<['POST' | 'PATCH', string]>(
    ['POST', '/sections/kinds'],
    ['POST', '/sections/who'],
    ['PATCH', '/draft'],
    ['POST', '/versions'],
    ['POST', '/submission'],
  )
  await fc.assert(
    fc.asyncProperty(paths, body, async ([method, path], sent) => {
      expect((await ask(method, path, sent)).status).toBeLessThan(500)
    }),
    { numRuns: 120 },
  )
})

test('bytes that are no text, too many fields, too many bytes and forbidden names are each refused by name, and change nothing', async () => {
  const draft = () => held.db.selectFrom('draft').selectAll().where('application', '=', application).executeTakeFirstOrThrow()
  const before = await draft()
  const status = async (body: string) => (await ask('POST', '/sections/kinds', body)).status
  expect(await status(Array.from({ length: 1001 }, (_, n) => `f${n}=x`).join('&'))).toBe(413)
  expect(await status(`of_text=${'x'.repeat(4 * 1024 * 1024)}`)).toBe(413)
  expect(await status('__proto__=x')).toBe(400)
  expect(await draft()).toEqual(before)
  expect([303, 422]).toContain(await status('of_%FF%FE=%C3%28'))
  expect((await draft()).answers).toEqual(before.answers)
})

test('after all of this the trail is whole', async () => {
  expect((await verifyAudit(held.db, call.organisation)).faults).toEqual([])
})
