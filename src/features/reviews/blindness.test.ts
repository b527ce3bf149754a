import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { testServer } from '../../../tests/server/test-server.ts'
import { HIDDEN_CLASSES, type HiddenClass } from '../../domain/blindness.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { startSession } from '../people/index.ts'
import { newId } from '../../platform/database/id.ts'

const held = testDatabase('review')
const server = testServer(held)
const AT = new Date('2024-04-12T10:00:00Z')

const reader: {
  organisation: string
  person: string
  edition: string
  headers: Record<string, string>
  files: string[]
  assignments: string[]
  samples: string[]
  talk: string
  fellow: string
} = {
  organisation: '',
  person: '',
  edition: '',
  headers: {},
  files: [],
  assignments: [],
  samples: [],
  talk: '',
  fellow: '',
}

/** The reader with most files of the edition that is being read. */
beforeAll(async () => {
  const found = await sql<{ organisation: string; person: string; edition: string; files: string[]; assignments: string[] }>`
    select v.organisation, v.person, v.edition, array_agg(g.application::text order by g.id) as files, array_agg(g.id::text order by g.id) as assignments
    from reviewer v join assignment g on g.organisation = v.organisation and g.reviewer = v.id and g.ended_at is null
    join edition e on e.organisation = v.organisation and e.id = v.edition and e.slug = '2024'
    group by v.organisation, v.person, v.edition order by count(*) desc, v.person limit 1`.execute(held.db)
  Object.assign(reader, found.rows[0])
  await giveSamples()
  await openTalk()
  server.setClock(AT)
  const token = await atomically(held.db, (trx) => startSession(trx, reader.organisation, reader.person, AT))
  reader.headers = { cookie: `session=${token}`, origin: server.origin }
})

/** Two applications of the edition before, given to the reader as samples; what is told of them is told of a file. */
async function giveSamples(): Promise<void> {
  const { organisation, edition, person } = reader
  const chosen = await sql<{ id: string; application: string }>`
    insert into sample (organisation, id, edition, stage, position, source_edition, application, chosen_at, chosen_by)
    select organisation, gen_random_uuid(), ${edition}, 'reading', row_number() over (order by id), edition, id, ${AT}, ${person}
    from (select a.* from application a join submission s on s.organisation = a.organisation and s.application = a.id join edition e on e.organisation = a.organisation and e.id = a.edition
      where e.organisation = ${organisation} and e.slug = '2023' order by a.number limit 2) a
    returning id, application`.execute(held.db)
  await held.db.insertInto('sample_round').values({ organisation, edition, stage: 'reading', opened_at: AT, opened_by: person }).execute()
  reader.samples.push(...chosen.rows.map(({ id }) => id))
  reader.files.push(...chosen.rows.map(({ application }) => application))
}

/** A file the reader has handed in is talked about, and another of its readers has said something. */
async function openTalk(): Promise<void> {
  const found = await sql<{ assignment: string; application: string; other: string; said_by: string; name: string }>`
    select g.id as assignment, g.application, o.id as other, w.submitted_by as said_by, coalesce(nullif(p.name_latin, ''), p.name_ar) as name
    from assignment g join review r on r.organisation = g.organisation and r.assignment = g.id and r.submitted_at is not null
    join assignment o on o.organisation = g.organisation and o.application = g.application and o.stage = g.stage and o.id <> g.id and o.ended_at is null
    join review w on w.organisation = o.organisation and w.assignment = o.id and w.submitted_at is not null
    join person p on p.organisation = w.organisation and p.id = w.submitted_by
    where g.id = any(${reader.assignments}::uuid[]) order by g.id limit 1`.execute(held.db)
  const [row] = found.rows
  if (row === undefined) throw new Error('The reader has handed in a file that another has handed in too.')
  const { organisation, edition } = reader
  const opened = { opened_at: AT, opened_by: reader.person }
  await held.db
    .insertInto('review_discussion')
    .values({ organisation, edition, application: row.application, stage: 'reading', ...opened })
    .execute()
  await sql`insert into review_remark (organisation, id, assignment, text, said_at, said_by) values (${organisation}, gen_random_uuid(), ${row.other}, 'Rien à redire', ${AT}, ${row.said_by})`.execute(
    held.db,
  )
  // Another of its readers asked the office, who answered all of them.
  const asked = { id: newId(AT), application: row.application, assignment: row.other, text: 'Et la salle ?', asked_at: AT, asked_by: row.said_by }
  const answered = { answer: 'Louée', shared: true, answered_at: AT, answered_by: reader.person }
  await held.db
    .insertInto('file_question')
    .values({ organisation, edition, ...asked, ...answered })
    .execute()
  Object.assign(reader, { talk: row.assignment, fellow: row.name })
}

// What went on from no stage was read and interviewed all the same: the editions are as they were again.
afterAll(async () => {
  await held.db.deleteFrom('review_stage').execute()
})

/** The two stages of every edition the reader reads in, written so that they hide these. */
async function stages(hides: readonly HiddenClass[]): Promise<void> {
  const all = await held.db.selectFrom('reviewer').select(['organisation', 'edition']).where('person', '=', reader.person).execute()
  for (const one of all) await stagesOf(one, hides)
}

async function stagesOf({ organisation, edition }: { organisation: string; edition: string }, hides: readonly HiddenClass[]): Promise<void> {
  const name = JSON.stringify({ ar: 'القراءة', fr: 'Lecture', en: 'Reading' })
  const one = { organisation, edition, name, mode: 'score' as const, comments: 'ends' as const, hides_questions: [] as string[], pass_mark: null }
  await held.db.deleteFrom('review_stage').where('organisation', '=', organisation).where('edition', '=', edition).execute()
  await held.db
    .insertInto('review_stage')
    .values([
      { ...one, code: 'reading', position: 0, happens: 'reading', readers: 2, divergence: '20', hides: [...hides], share: '0.5' },
      { ...one, code: 'interview', position: 1, happens: 'interview', readers: 1, divergence: null, hides: [...hides], share: '0.5' },
    ])
    .execute()
}

/** What a reader might try of others' pages. */
const TRIED = ['reviewers', 'reviews', 'stages', 'assignment', 'calibration', 'interviews', 'eligibility', 'selection'].flatMap((page) => [
  `/fr/desk/2024/${page}`,
  `/fr/desk/2024/${page}?q=fes&region=fes&sort=region`,
])
const OF_PROGRAMS = [
  '/reviews',
  '/reviews/samples',
  '/editions/2024/readings',
  '/editions/2024/reviewers',
  '/editions/2024/applications',
  '/editions/2024/assignment',
  '/editions/2024/stages',
]

/** Everything the reader reaches: pages by following links from their own, what programs are answered, what is refused. */
async function reached(): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(server.origin + path, { redirect: 'manual', headers: reader.headers, ...init })
    const kept = [answer.status, answer.headers.get('location'), answer.headers.get('content-disposition'), await answer.text()].join('\n')
    seen.set(`${init.method ?? 'GET'} ${path}`, kept)
    return kept
  }
  const waiting = ['/fr/reviews', '/ar/reviews', '/fr/me']
  for (const path of waiting) {
    const text = await ask(path)
    const links = [...text.matchAll(/href="(\/(?:fr|ar)\/(?:reviews|me)[^"#?]*)/g)].map((found) => found[1] as string)
    for (const link of links) if (!waiting.includes(link) && waiting.length < 20) waiting.push(link)
  }
  for (const path of [...TRIED, ...OF_PROGRAMS.map((one) => `/api/v1${one}`)]) await ask(path)
  for (const one of reader.assignments.slice(0, 2)) {
    await ask(`/api/v1/reviews/${one}`)
    await ask(`/fr/reviews/${one}/files/01890000-0000-7000-8000-000000000000`)
    for (const act of ['draft', 'submission'])
      await ask(`/fr/reviews/${one}/${act}`, { method: 'POST', body: new URLSearchParams({ version: '999', 'score.viability': '9' }) })
  }
  for (const path of ['/fr/reviews', '/api/v1/reviews']) for (const page of ['', '/questions']) await ask(`${path}/${reader.talk}${page}`)
  await ask(`/api/v1/reviews/${reader.talk}/discussion`)
  for (const one of reader.samples)
    for (const path of ['/fr/reviews/samples', '/ar/reviews/samples', '/api/v1/reviews/samples']) await ask(`${path}/${one}`)
  const mails = await held.db
    .selectFrom('message')
    .select(['subject', 'content'])
    .where('organisation', '=', reader.organisation)
    .where('person', '=', reader.person)
    .orderBy('id')
    .execute()
  seen.set('mails', JSON.stringify(mails))
  return seen
}

const HIDDEN_ANSWERS = [
  'holder_name_ar',
  'holder_name_latin',
  'gender',
  'phone',
  'email',
  'cin',
  'birth_date',
  'region',
  'province',
  'town',
  'applicant_kind',
  'structure_name',
  'link',
]

const SAME_WORDS = Object.fromEntries(
  ['project_title', 'pitch', 'what', 'team', 'team_strength', 'market', 'impact', 'need'].map((code) => [code, 'Un projet']),
)

/** Gives each application of the edition, and of that of the samples, the hidden answers of another of the same; `back` gives them back. */
async function exchanged(): Promise<{ back(): Promise<void> }> {
  const { organisation, edition } = reader
  const where = sql`s.organisation = ${organisation} and (s.edition = ${edition} or s.edition in (select a.source_edition from sample a))`
  await sql`create table swapped as select s.edition, s.application, s.answers, s.region, s.applicant_kind, s.gender, s.born_on, s.holder_name, s.search, s.contact from submission s where ${where}`.execute(
    held.db,
  )
  await sql`
    with places as (select edition, application, row_number() over (partition by edition order by region, application) - 1 as place, count(*) over (partition by edition) as files from swapped)
    update submission s set answers = (s.answers - ${HIDDEN_ANSWERS}::text[]) || (select coalesce(jsonb_object_agg(k, o.answers -> k), '{}') from unnest(${HIDDEN_ANSWERS}::text[]) k where o.answers ? k),
      region = o.region, applicant_kind = o.applicant_kind, gender = o.gender, born_on = o.born_on, holder_name = o.holder_name, search = o.search, contact = o.contact
    from (select one.application, other.application as other from places one join places other on other.edition = one.edition and other.place = (one.place + 31) % one.files) n
    join swapped o on o.application = n.other
    where s.organisation = ${organisation} and s.application = n.application`.execute(held.db)
  return {
    async back() {
      await sql`update submission s set answers = o.answers, region = o.region, applicant_kind = o.applicant_kind, gender = o.gender, born_on = o.born_on, holder_name = o.holder_name, search = o.search, contact = o.contact
        from swapped o where s.organisation = ${organisation} and s.application = o.application`.execute(held.db)
      await sql`drop table swapped`.execute(held.db)
    },
  }
}

/** Words that tell who applied or from where, of the files of the reader. */
async function telling(): Promise<string[]> {
  const found = await sql<{ word: string }>`
    select distinct w.word from submission s
    join application_member m on m.organisation = s.organisation and m.application = s.application
    join person p on p.organisation = m.organisation and p.id = m.person
    join edition_region r on r.organisation = s.organisation and r.edition = s.edition and r.code = s.region
    cross join lateral (values (s.answers ->> 'holder_name_ar'), (s.answers ->> 'holder_name_latin'), (s.answers ->> 'phone'), (s.answers ->> 'email'), (s.answers ->> 'cin'),
      (p.email), (r.name ->> 'fr'), (r.name ->> 'ar'), (s.answers ->> 'structure_name'), (s.answers ->> 'link')) w (word)
    where s.organisation = ${reader.organisation} and s.application = any(${reader.files}::uuid[]) and length(w.word) > 4`.execute(held.db)
  return found.rows.map(({ word }) => word)
}

test('a stage that hides everything tells nothing: no word of who applied anywhere, and the same answers whoever it was', async () => {
  await stages(HIDDEN_CLASSES)
  const words = await telling()
  expect(words.length).toBeGreaterThan(40)
  const before = await reached()
  expect(before.size).toBeGreaterThan(40)
  expect(reader.samples.map((one) => before.get(`GET /fr/reviews/samples/${one}`)?.slice(0, 3))).toEqual(['200', '200'])
  // Nor who else reads: a fellow reader is a number, also where they say something.
  expect(before.get(`GET /fr/reviews/${reader.talk}/questions`)).toContain('Louée')
  expect([before.get(`GET /fr/reviews/${reader.talk}`)?.includes('Rien à redire'), reader.fellow.length > 4]).toEqual([true, true])
  words.push(reader.fellow)
  const found = [...before].flatMap(([path, text]) => words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`))
  expect(found).toEqual([])
  // What people write of themselves in their own words says much: here all of them wrote the same.
  await sql`update submission set answers = answers || ${JSON.stringify(SAME_WORDS)}::jsonb, title = 'Un projet' where application = any(${reader.files}::uuid[])`.execute(
    held.db,
  )
  const same = await reached()
  const { back } = await exchanged()
  const after = await reached()
  await back()
  expect([...after.keys()]).toEqual([...same.keys()])
  expect([...after].filter(([path, text]) => text !== same.get(path)).map(([path]) => path)).toEqual([])
}, 120_000)

test('what a stage does not hide is read, unless another review of the same file that hides it is still owed', async () => {
  await stages([])
  const [file, assignment] = [reader.files[0] as string, reader.assignments[0] as string]
  const page = async () => (await fetch(`${server.origin}/fr/reviews/${assignment}`, { headers: reader.headers })).text()
  const row = await held.db
    .selectFrom('submission')
    .select('answers')
    .where('organisation', '=', reader.organisation)
    .where('application', '=', file)
    .executeTakeFirstOrThrow()
  const name = String((row.answers as Record<string, unknown>).holder_name_latin)
  expect(await page()).toContain(name)
  // Where nothing is hidden, readers who talk see each other's names too.
  expect(await (await fetch(`${server.origin}/fr/reviews/${reader.talk}`, { headers: reader.headers })).text()).toContain(reader.fellow)
  const { organisation, edition } = reader
  await held.db
    .updateTable('review_stage')
    .set({ hides: ['names'] })
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('code', '=', 'interview')
    .execute()
  expect(await page()).toContain(name)
  await sql`insert into assignment (organisation, id, edition, stage, application, reviewer, assigned_at, assigned_by)
    select organisation, gen_random_uuid(), edition, 'interview', application, reviewer, assigned_at, assigned_by from assignment where organisation = ${organisation} and id = ${assignment}`.execute(
    held.db,
  )
  expect(await page()).not.toContain(name)
  await sql`delete from assignment where organisation = ${organisation} and application = ${file} and stage = 'interview'`.execute(held.db)
}, 60_000)
