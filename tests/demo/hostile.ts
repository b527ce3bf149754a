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

/** Of these, what is sent to a form that somebody else has tried with all of them: what it reads is the same, only who may send it differs. */
const AGAIN: ReadonlySet<string> = new Set(['nothing', 'a null byte', 'a negative number'])

export function hostileAt(stage: DemoStage, kinds: readonly string[]): void {
  const held = testDatabase(stage)
  const server = testServer(held)
  const sent: string[] = []
  /** Forms that need no sign-in: a visitor tries them, then the first who signed in; nobody else finds another form there. */
  const forEverybody = new Map<string, 'visitor' | 'signed in'>()

  let count: () => Promise<number>

  beforeAll(async () => {
    server.setClock(CLOCK[stage])
    count = await watching(held.db)
  }, 120_000)

  describe.each(audiences(stage))(`at stage ${stage}, what a $name can send`, (audience) => {
    test('is answered, never with a fault of the server; what is refused changes nothing', { timeout: 240_000 }, async () => {
      const { visitor, forms } = await formsFor(() => server.origin, audience)
      const faults: string[] = []
      for (const form of forms.filter((one) => one.written.length + one.chosen.length > 0 && forEverybody.get(one.kind) !== 'signed in')) {
        const isAlike = Object.keys(form.values).every((name) => form.written.includes(name))
        for (const [name, value] of HOSTILE.filter(([name]) => !sent.includes(form.kind) || AGAIN.has(name))) {
          for (const everywhere of isAlike ? [true] : [false, true]) {
            const standing = await count()
            const answer = await visitor.post(form.action, filled(form, value, everywhere))
            const said = await answer.text()
            if (answer.status >= 500) faults.push(`${form.kind} answers ${answer.status} to ${name}`)
            // A section keeps what was typed even where it cannot stand: nothing typed is lost.
            const keeps = /^\/applications\/:id\/(sections|draft)/.test(form.kind)
            if (answer.status >= 400 && !keeps && (await count()) !== standing) faults.push(`${form.kind} refuses ${name} and changes something`)
            if (answer.status === 422 && !/class="(errsum|note)|role="alert"/.test(said)) faults.push(`${form.kind} refuses ${name} without a word`)
            if (said.includes('<script>alert')) faults.push(`${form.kind} gives markup back as markup`)
          }
        }
        const standing = await count()
        const foreign = await visitor.post(form.action, filled(form, 'a', false), {
          origin: 'https://elsewhere.example',
          'sec-fetch-site': 'cross-site',
        })
        if (foreign.status !== 403) faults.push(`${form.kind} answers ${foreign.status} to another site`)
        if ((await count()) !== standing) faults.push(`${form.kind} takes something from another site`)
        const nobody = await visitor.post(
          form.action.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '01890000-0000-7000-8000-000000000000'),
          filled(form, 'a', false),
        )
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

/** Tables whose rows are not records of the programme: sessions, counts of attempts, and what is on its way by mail. */
const PASSING = ['session', 'rate_count', 'password_try', 'passkey_challenge', 'sign_in_request', 'message', 'message_delivery']

/** Counts the rows written, changed or taken away in all other tables, as far as they were committed: what a refused command leaves as it was. */
async function watching(db: Database): Promise<() => Promise<number>> {
  await sql`create schema watched`.execute(db)
  await sql`create unlogged table watched.change (of_table text not null)`.execute(db)
  await sql`create function watched.note() returns trigger language plpgsql as $$ begin insert into watched.change values (tg_table_name); return null; end $$`.execute(
    db,
  )
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> all (${PASSING})`.execute(db)
  for (const { name } of tables)
    await sql`create trigger watched after insert or update or delete on ${sql.table(name)} for each row execute function watched.note()`.execute(db)
  return async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from watched.change`.execute(db)
    return rows[0]?.n ?? 0
  }
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
