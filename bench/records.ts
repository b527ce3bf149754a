/** Records a measure needs and the demo does not have: many applicants at once, a list of a given length. */
import { newToken, secretHash } from '../src/platform/identity/secret.ts'
import { newId } from '../src/platform/database/id.ts'
import { type Database, poolOf } from '../src/platform/database/database.ts'
import type { Ground } from './ground.ts'

export const SLUG = '2024'

export interface Model {
  readonly organisation: string
  readonly edition: string
  readonly call: string
  readonly form_version: string
  readonly application: string
  readonly answers: Readonly<Record<string, string | string[]>>
}

/** An application of the demo that was sent: whole answers to copy. */
export async function modelOf(db: Database): Promise<Model> {
  const { rows } = await poolOf(db).query<Model>(
    `select s.organisation, s.edition, a.call, s.form_version, s.application, s.answers
    from submission s join application a on a.organisation = s.organisation and a.id = s.application join edition e on e.organisation = s.organisation and e.id = s.edition
    where e.slug = $1 order by a.number limit 1`,
    [SLUG],
  )
  const [model] = rows
  if (model === undefined) throw new Error('The demo holds no submitted application to copy.')
  return model
}

export interface Applicant {
  readonly person: string
  readonly application: string
  /** Of a session of theirs. */
  readonly cookie: string
}

/** Applicants of the open call, signed in, each with a draft that holds the answers of the model and lacks nothing but being sent; of another version of the form where one is named. */
export async function applicants(ground: Ground, count: number, formVersion?: string): Promise<Applicant[]> {
  const { db, shift } = ground
  const { organisation, edition, call, answers, ...model } = await modelOf(db)
  const form_version = formVersion ?? model.form_version
  const now = new Date(Date.now() + shift - 3_600_000)
  const all = Array.from({ length: count }, () => ({ person: newId(), application: newId(), token: newToken() }))
  const column = (of: (one: (typeof all)[number]) => unknown): unknown[] => all.map(of)
  const pool = poolOf(db)
  const people = column((one) => one.person)
  const applications = column((one) => one.application)
  await pool.query(
    `insert into person (organisation, id, email, name_ar, name_latin, language, search, created_at)
    select $1, p, p || '@kawaliss.example', '', '', 'ar', '', $3 from unnest($2::uuid[]) p`,
    [organisation, people, now],
  )
  await pool.query(
    `insert into session (organisation, id, token_hash, person, way, device, started_at, seen_at, expires_at)
    select $1, gen_random_uuid(), t, p, 'link', 'Chrome · Android', $4, $4::timestamptz + interval '1 hour', $4::timestamptz + interval '30 days' from unnest($2::bytea[], $3::uuid[]) x (t, p)`,
    [organisation, column((one) => secretHash(one.token)), people, now],
  )
  await pool.query(
    `insert into application (organisation, id, edition, call, number, language, created_at, created_by)
    select $1, a, $2, $3, n, 'ar', $7, p from unnest($4::uuid[], $5::text[], $6::uuid[]) x (a, n, p)`,
    [organisation, edition, call, applications, column((one) => one.application), people, now],
  )
  await pool.query(
    `insert into application_member (organisation, application, person, part, joined_at)
    select $1, a, p, 'holder', $4 from unnest($2::uuid[], $3::uuid[]) x (a, p)`,
    [organisation, applications, people, now],
  )
  await pool.query(
    `insert into draft (organisation, application, form_version, answers, version, saved_at) select $1, a, $3, $4, 1, $5 from unnest($2::uuid[]) a`,
    [organisation, applications, form_version, JSON.stringify(answers), now],
  )
  await pool.query('analyze')
  return all.map(({ person, application, token }) => ({ person, application, cookie: `session=${token}` }))
}

/** The model's form with one more question in its last section, that may be answered with a picture. Answers the id of this version. */
export async function formWithPicture(db: Database, question: string): Promise<string> {
  const { organisation, form_version } = await modelOf(db)
  const id = newId()
  const label = { ar: 'صورة', fr: 'Image', en: 'Picture' }
  const asked = [{ code: question, kind: 'file', label, required: false, accept: ['image'], maxFiles: 1 }]
  await poolOf(db).query(
    `insert into form_version (organisation, id, call, version, definition, frozen_at)
    select organisation, $3, call, (select max(version) + 1 from form_version o where o.organisation = f.organisation and o.call = f.call),
      jsonb_set(definition, '{sections,-1,questions}', definition #> '{sections,-1,questions}' || $4::jsonb), frozen_at
    from form_version f where organisation = $1 and id = $2`,
    [organisation, form_version, id, JSON.stringify(asked)],
  )
  return id
}

/** Moves the deadline of the call, so that its last moment, grace included, is this one of the demo's time. */
export async function endCallAt(db: Database, last: Date): Promise<void> {
  const { organisation, call } = await modelOf(db)
  await poolOf(db).query(
    `update call set deadline_at = $3::timestamptz - make_interval(secs => grace_seconds),
      deadline_wall = ($3::timestamptz - make_interval(secs => grace_seconds)) at time zone zone
    where organisation = $1 and id = $2`,
    [organisation, call, last],
  )
}

/** Copies submissions until the edition has this many. */
export async function fillList(db: Database, length: number): Promise<void> {
  const { organisation, edition } = await modelOf(db)
  const pool = poolOf(db)
  const { rows } = await pool.query<{ application: string }>(
    'select application from submission where organisation = $1 and edition = $2 order by application',
    [organisation, edition],
  )
  if (rows.length > length) throw new Error(`The edition has ${rows.length} submissions already; the list is measured before others are sent.`)
  const copies = Array.from({ length: length - rows.length }, (_, place) => ({
    of: rows[place % rows.length]?.application,
    id: newId(),
    number: `L-${place}`,
  }))
  const columns = [organisation, copies.map((one) => one.of), copies.map((one) => one.id), copies.map((one) => one.number)]
  await pool.query(
    `insert into application (organisation, id, edition, call, number, language, created_at, created_by)
    select a.organisation, x.id, a.edition, a.call, x.number, a.language, a.created_at, a.created_by
    from unnest($2::uuid[], $3::uuid[], $4::text[]) x (of, id, number) join application a on a.organisation = $1 and a.id = x.of`,
    columns,
  )
  await pool.query(
    `insert into submission (organisation, application, edition, form_version, answers, submitted_at, submitted_by, language, hash, title, holder_name,
      region, province, sector, applicant_kind, gender, born_on, search, contact)
    select s.organisation, x.id, s.edition, s.form_version, s.answers, s.submitted_at, s.submitted_by, s.language, s.hash, s.title, s.holder_name,
      s.region, s.province, s.sector, s.applicant_kind, s.gender, s.born_on, s.search, s.contact
    from unnest($2::uuid[], $3::uuid[]) x (of, id) join submission s on s.organisation = $1 and s.application = x.of`,
    columns.slice(0, 3),
  )
  await pool.query('analyze')
}
