/** The answer that is prepared to an appeal against a selection, and what its panel says of it. */
import { sql } from 'kysely'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor, shortName } from '../../../domain/person.ts'
import { effectOfScore, type ReaderAnswer } from '../../../domain/selection-appeal.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { type SharedDossier, sharedDossier } from '../../reviews/index.ts'
import type { PreparedAnswer } from '../appeals/views.ts'

interface Row {
  application: string
  version: number
  upheld: boolean
  score: string | null
  sealed: string | null
  pass_mark: string
  answer: string
  prepared_at: Date
  prepared_by: string
  name_ar: string
  name_latin: string
  panel: { person: string; name_ar: string; name_latin: string; said: ReaderAnswer | null; said_at: string | null; word: string }[]
}

/** The last answer prepared to each appeal of an edition, or to one of them. */
export async function preparedAnswers(
  db: Reader,
  organisation: string,
  { edition, application }: { readonly edition?: string; readonly application?: string },
  language: Language,
): Promise<ReadonlyMap<string, PreparedAnswer>> {
  const found = await sql<Row>`
    select n.application, n.version, n.upheld, n.score::text as score, d.score::text as sealed, e.pass_mark::text as pass_mark, n.answer, n.prepared_at, n.prepared_by, p.name_ar, p.name_latin,
      (select json_agg(json_build_object('person', r.person, 'name_ar', x.name_ar, 'name_latin', coalesce(nullif(x.name_latin, ''), nullif(x.name_ar, ''), x.email),
          'said', r.said, 'said_at', to_char(r.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'word', r.word) order by x.name_latin, r.person)
        from selection_appeal_reader r join person x on x.organisation = r.organisation and x.id = r.person
        where r.organisation = n.organisation and r.application = n.application and r.version = n.version) as panel
    from selection_appeal_answer n
    join selection_appeal q on q.organisation = n.organisation and q.application = n.application
    join edition e on e.organisation = q.organisation and e.id = q.edition
    join decision d on d.organisation = q.organisation and d.application = q.application
    join person p on p.organisation = n.organisation and p.id = n.prepared_by
    where n.organisation = ${organisation} and (${edition ?? null}::uuid is null or q.edition = ${edition ?? null}) and (${application ?? null}::uuid is null or n.application = ${application ?? null})
      and n.version = (select max(l.version) from selection_appeal_answer l where l.organisation = n.organisation and l.application = n.application)`.execute(
    db,
  )
  return new Map(found.rows.map((row) => [row.application, preparedIn(row, language)]))
}

function preparedIn(row: Row, language: Language): PreparedAnswer {
  return {
    version: row.version,
    upheld: row.upheld,
    score: row.score === null ? null : Number(row.score).toFixed(2),
    effect: row.upheld && row.score !== null ? effectOfScore(row.score, row.sealed, row.pass_mark) : null,
    answer: row.answer,
    at: row.prepared_at,
    preparer: row.prepared_by,
    by: shortName({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    panel: row.panel.map((one) => ({
      person: one.person,
      name: nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language) || one.name_latin,
      said: one.said,
      at: one.said_at === null ? null : new Date(one.said_at),
      word: one.word,
    })),
  }
}

/** As a viewer reads it: what is written to whoever prepared it is for them and its writer. */
export function preparedFor(prepared: PreparedAnswer, person: string): PreparedAnswer {
  if (prepared.preparer === person) return prepared
  return { ...prepared, panel: prepared.panel.map((one) => (one.person === person ? one : { ...one, word: '' })) }
}

/** An appeal whose file the viewer is asked to read again. */
export interface AppealToRead {
  readonly application: string
  readonly number: string
  readonly edition: Trilingual
}

/** Of appeals whose prepared answer waits for a word of the viewer. */
export async function appealsToRead(db: Reader, { organisation, person }: SignedIn): Promise<AppealToRead[]> {
  const found = await sql<AppealToRead>`
    select r.application, a.number, e.name as edition
    from selection_appeal_reader r
    join selection_appeal q on q.organisation = r.organisation and q.application = r.application
    join application a on a.organisation = q.organisation and a.id = q.application
    join edition e on e.organisation = q.organisation and e.id = q.edition
    where r.organisation = ${organisation} and r.person = ${person.id} and r.said is null and q.answered_at is null
      and r.version = (select max(l.version) from selection_appeal_answer l where l.organisation = r.organisation and l.application = r.application)
      and not exists (select from selection_appeal_reader o where o.organisation = r.organisation and o.application = r.application and o.version = r.version and o.said = 'sent-back')
      and not exists (select from withdrawal w where w.organisation = q.organisation and w.application = q.application)
    order by q.lodged_at, a.number`.execute(db)
  return found.rows
}

export interface AppealReading {
  readonly application: string
  readonly number: string
  readonly edition: Trilingual
  readonly zone: string
  /** Without what is hidden of the team; empty once it is withdrawn. */
  readonly text: string
  readonly prepared: PreparedAnswer
  readonly answered: boolean
  /** The viewer's own row of the panel. */
  readonly own: PreparedAnswer['panel'][number]
  /** Null once it is withdrawn. */
  readonly file: Omit<SharedDossier, 'cleared'> | null
}

/** The appeal, the file and the prepared answer for a person of its panel; null for anybody else. */
export async function appealReading(db: Reader, viewer: SignedIn, application: string, language: Language): Promise<AppealReading | null> {
  if (!isId(application)) return null
  const { organisation, person } = viewer
  const last = (await preparedAnswers(db, organisation, { application }, language)).get(application)
  const own = last?.panel.find((one) => one.person === person.id)
  if (last === undefined || own === undefined) return null
  const prepared = preparedFor(last, person.id)
  const found = await sql<{ number: string; edition: Trilingual; zone: string; text: string; answered: boolean }>`
    select a.number, e.name as edition, o.zone, q.text, q.answered_at is not null as answered
    from selection_appeal q
    join application a on a.organisation = q.organisation and a.id = q.application
    join edition e on e.organisation = q.organisation and e.id = q.edition
    join organisation o on o.id = q.organisation
    where q.organisation = ${organisation} and q.application = ${application}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const read = await sharedDossier(db, organisation, application, language)
  if (read === null) return { application, ...row, text: '', prepared, own, file: null }
  const { cleared, ...file } = read
  return { application, ...row, text: cleared(row.text), prepared, own, file }
}
