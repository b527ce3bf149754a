/** Every form of the demo, for everyone who has it: whatever is sent, there is an answer in words, and a refusal changes nothing. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { CLOCK, type DemoStage } from '../../src/demo/load/stage.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { Visitor } from '../server/visitor.ts'
import { type Audience, audiences } from './audiences.ts'
import { crawl } from './crawl.ts'
import { type FoundForm, formsOf } from './forms.ts'

const HOSTILE: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['Arabic-Indic digits', '١٢٣٤٥'],
  ['an emoji of a family', '👨‍👩‍👧‍👦'],
  ['marks that turn the line', '\u202e\u2066abc\u200b\u200f'],
  ['a null byte', 'a\u0000b'],
  ['half of a character', '\ud800'],
  ['markup', '"><script>alert(1)</script>'],
  ['SQL', "'; drop table person; --"],
  ['a path', '../../../../etc/passwd'],
  ['a number too large', '1e308'],
  ['a negative number', '-1'],
  ['not a number', 'NaN'],
  ['a page of text', 'كلمة '.repeat(4000)],
]

export function hostileAt(stage: DemoStage, kinds: readonly string[]): void {
  const held = testDatabase(stage)
  const server = testServer(held)
  const sent: string[] = []
  /** Forms that need no sign-in: a visitor tries them, then the first who signed in; nobody else finds another form there. */
  const forEverybody = new Map<string, 'visitor' | 'signed in'>()

  beforeAll(async () => {
    server.setClock(CLOCK[stage])
  }, 120_000)

  describe.each(audiences(stage))(`at stage ${stage}, what a $name can send`, (audience) => {
    test('is answered, never with a fault of the server; what is refused changes nothing', { timeout: 240_000 }, async () => {
      const { visitor, forms } = await formsFor(() => server.origin, audience)
      const count = await counting(held.db)
      const faults: string[] = []
      // What stood after a refusal stands before what is sent next: it is counted once.
      let counted: string | null = null
      const standsNow = async (): Promise<string> => counted ?? count()
      const changes = async (standing: string): Promise<boolean> => {
        counted = await count()
        return counted !== standing
      }
      for (const form of forms.filter((one) => one.written.length + one.chosen.length > 0 && forEverybody.get(one.kind) !== 'signed in')) {
        for (const [name, value] of HOSTILE) {
          for (const everywhere of [false, true]) {
            const standing = await standsNow()
            counted = null
            const answer = await visitor.post(form.action, filled(form, value, everywhere))
            const said = await answer.text()
            if (answer.status >= 500) faults.push(`${form.kind} answers ${answer.status} to ${name}`)
            // A section keeps what was typed even where it cannot stand: nothing typed is lost.
            const keeps = /^\/applications\/:id\/(sections|draft)/.test(form.kind)
            if (answer.status >= 400 && !keeps && (await changes(standing))) faults.push(`${form.kind} refuses ${name} and changes something`)
            if (answer.status === 422 && !/class="(errsum|note)|role="alert"/.test(said)) faults.push(`${form.kind} refuses ${name} without a word`)
            if (said.includes('<script>alert')) faults.push(`${form.kind} gives markup back as markup`)
          }
        }
        const standing = await standsNow()
        counted = null
        const foreign = await visitor.post(form.action, filled(form, 'a', false), {
          origin: 'https://elsewhere.example',
          'sec-fetch-site': 'cross-site',
        })
        if (foreign.status !== 403) faults.push(`${form.kind} answers ${foreign.status} to another site`)
        if (await changes(standing)) faults.push(`${form.kind} takes something from another site`)
        const nobody = await visitor.post(
          form.action.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '01890000-0000-7000-8000-000000000000'),
          filled(form, 'a', false),
        )
        counted = null
        if (nobody.status >= 500) faults.push(`${form.kind} answers ${nobody.status} for an id that is nobody's`)
      }
      expect(faults).toEqual([])
      sent.push(...forms.map((form) => form.kind))
      for (const { kind } of forms)
        if (audience.person === null) forEverybody.set(kind, 'visitor')
        else if (forEverybody.has(kind)) forEverybody.set(kind, 'signed in')
      expect((await visitor.get('/ar')).status).toBe(200)
    })
  })

  test('the forms of this stage were all among them', () => {
    expect(kinds.filter((kind) => !sent.includes(kind))).toEqual([])
  })
}

/** Rows of every table: what a refused command leaves as it was. Sessions and counts of attempts are not records of the programme. */
async function counting(db: Database): Promise<() => Promise<string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'
      and tablename not in ('session', 'rate_count', 'password_try', 'passkey_challenge', 'sign_in_request', 'message', 'message_delivery') order by tablename`.execute(
    db,
  )
  const each = tables.map(({ name }) => sql`${sql.lit(`${name} `)} || (select count(*) from ${sql.table(name)})`)
  const all = sql<{ n: string }>`select array_to_string(array[${sql.join(each)}], ', ') as n`
  return async () => (await all.execute(db)).rows[0]?.n ?? ''
}

async function formsFor(origin: () => string, audience: Audience): Promise<{ visitor: Visitor; forms: FoundForm[] }> {
  const visitor = new Visitor(origin)
  if (audience.person !== null) await visitor.enterAs(audience.person)
  const pages = await crawl(visitor, 'ar', audience.starts)
  const all = pages.flatMap((page) => formsOf(page.markup)).filter((form) => !/\/demo\/entry|sign-out|\/session/.test(form.action))
  return { visitor, forms: [...new Map(all.map((form) => [form.kind, form])).values()] }
}

function filled(form: FoundForm, value: string, everywhere: boolean): Record<string, readonly string[]> {
  const own = Object.fromEntries(Object.entries(form.values).map(([name, values]) => [name, [...values]]))
  const names = everywhere ? Object.keys(form.values) : form.written
  return { ...own, ...Object.fromEntries(names.map((name) => [name, [value]])) }
}
