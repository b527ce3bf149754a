/** The record of a session: what its minutes say, in one text that can be hashed. */
import { sql } from 'kysely'
import type { JuryOutcome } from '../../../domain/jury.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { datedConflicts, type Discussed, type Heard, heard } from './declared.ts'
import type { SessionRow } from './session.ts'

export interface Named {
  readonly person: string
  readonly ar: string
  readonly latin: string
}

export interface JuryRecord {
  readonly session: string
  readonly edition: string
  readonly place: string
  readonly openedAt: string
  readonly closedAt: string
  readonly quorum: number
  readonly members: readonly (Named & { readonly movements: readonly { readonly present: boolean; readonly at: string }[] })[]
  readonly files: readonly {
    readonly application: string
    readonly number: string
    readonly openedAt: string
    readonly endedAt: string
    readonly present: readonly string[]
    readonly recused: readonly string[]
    readonly outcome: JuryOutcome
    readonly note: string
    readonly votes: Heard['votes']
    /** Not in records sealed before conflicts told late were set aside; so `setAside`. */
    readonly declared?: Heard['declared']
    readonly setAside?: Heard['setAside']
  }[]
  /** Numbers of files that were on the agenda and not opened. */
  readonly notOpened: readonly string[]
}

/** Everything the session was, as it stands now. */
export async function recordOf(db: Reader, organisation: string, row: SessionRow, closedAt: Date): Promise<JuryRecord> {
  const { session } = row
  const [members, files, rest, conflicts] = await Promise.all([
    sql<JuryRecord['members'][number]>`
      select m.person, p.name_ar as ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email, '') as latin,
        coalesce((select json_agg(json_build_object('present', x.present, 'at', to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by x.seq) from jury_presence x
          where x.organisation = m.organisation and x.session = m.session and x.person = m.person), '[]') as movements
      from jury_member m join person p on p.organisation = m.organisation and p.id = m.person
      where m.organisation = ${organisation} and m.session = ${session} order by m.person`.execute(db),
    sql<Discussed & { number: string; opened: Date; outcome: JuryOutcome; note: string }>`
      select d.application, a.number, d.opened_at as opened, d.ended_at as ended, d.present, d.recused, d.outcome, coalesce(d.note, '') as note,
        coalesce((select json_agg(json_build_object('person', n.person, 'vote', n.vote) order by n.person)
          from (select distinct on (person) person, vote from jury_note where organisation = d.organisation and discussion = d.id order by person, seq desc) n), '[]') as voices,
        coalesce((select array_agg(distinct x.person::text) from jury_presence x where x.organisation = d.organisation and x.session = d.session and x.present and x.at between d.opened_at and d.ended_at), '{}') as came
      from jury_discussion d join application a on a.organisation = d.organisation and a.id = d.application
      where d.organisation = ${organisation} and d.session = ${session} and d.ended_at is not null order by d.opened_at, d.id`.execute(db),
    sql<{ number: string }>`
      select a.number from jury_item i join application a on a.organisation = i.organisation and a.id = i.application
      where i.organisation = ${organisation} and i.session = ${session}
        and not exists (select from jury_discussion d where d.organisation = i.organisation and d.session = i.session and d.application = i.application)
      order by i.position`.execute(db),
    datedConflicts(db, organisation, session),
  ])
  return {
    session,
    edition: row.edition,
    place: row.place,
    openedAt: (row.openedAt ?? closedAt).toISOString(),
    closedAt: closedAt.toISOString(),
    quorum: row.quorum,
    members: members.rows,
    files: files.rows.map(({ opened, number, outcome, note, ...file }) => ({
      application: file.application,
      number,
      openedAt: opened.toISOString(),
      endedAt: file.ended.toISOString(),
      outcome,
      note,
      ...heard(file, conflicts),
    })),
    notOpened: rest.rows.map((one) => one.number),
  }
}

export interface SealedMinutes {
  readonly record: JuryRecord
  readonly hash: string
}

/** The minutes of a closed session; null before it closes. */
export async function sealedMinutes(db: Reader, organisation: string, session: string): Promise<SealedMinutes | null> {
  const row = await db
    .selectFrom('jury_session')
    .select(['record', 'hash'])
    .where('organisation', '=', organisation)
    .where('id', '=', session)
    .executeTakeFirst()
  return row === undefined || row.record === null || row.hash === null ? null : { record: JSON.parse(row.record) as JuryRecord, hash: row.hash }
}
