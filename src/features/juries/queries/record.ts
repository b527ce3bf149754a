/** The record of a session: what its minutes say, in one text that can be hashed. */
import { sql } from 'kysely'
import type { JuryOutcome, JuryVote } from '../../../domain/jury.ts'
import type { Reader } from '../../../platform/database/database.ts'
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
    readonly votes: Readonly<Record<JuryVote, number>>
  }[]
  /** Numbers of files that were on the agenda and not opened. */
  readonly notOpened: readonly string[]
}

/** Everything the session was, as it stands now. */
export async function recordOf(db: Reader, organisation: string, row: SessionRow, closedAt: Date): Promise<JuryRecord> {
  const { session } = row
  const [members, files, rest] = await Promise.all([
    sql<JuryRecord['members'][number]>`
      select m.person, p.name_ar as ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email, '') as latin,
        coalesce((select json_agg(json_build_object('present', x.present, 'at', to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by x.seq) from jury_presence x
          where x.organisation = m.organisation and x.session = m.session and x.person = m.person), '[]') as movements
      from jury_member m join person p on p.organisation = m.organisation and p.id = m.person
      where m.organisation = ${organisation} and m.session = ${session} order by m.person`.execute(db),
    sql<Omit<JuryRecord['files'][number], 'openedAt' | 'endedAt'> & { opened: Date; ended: Date }>`
      select d.application, a.number, d.opened_at as opened, d.ended_at as ended, d.present, d.recused, d.outcome, coalesce(d.note, '') as note,
        (select json_build_object('for', count(*) filter (where n.vote = 'for'), 'against', count(*) filter (where n.vote = 'against'), 'abstain', count(*) filter (where n.vote = 'abstain'))
          from (select distinct on (person) person, vote from jury_note where organisation = d.organisation and discussion = d.id order by person, seq desc) n) as votes
      from jury_discussion d join application a on a.organisation = d.organisation and a.id = d.application
      where d.organisation = ${organisation} and d.session = ${session} and d.ended_at is not null order by d.opened_at, d.id`.execute(db),
    sql<{ number: string }>`
      select a.number from jury_item i join application a on a.organisation = i.organisation and a.id = i.application
      where i.organisation = ${organisation} and i.session = ${session}
        and not exists (select from jury_discussion d where d.organisation = i.organisation and d.session = i.session and d.application = i.application)
      order by i.position`.execute(db),
  ])
  return {
    session,
    edition: row.edition,
    place: row.place,
    openedAt: (row.openedAt ?? closedAt).toISOString(),
    closedAt: closedAt.toISOString(),
    quorum: row.quorum,
    members: members.rows,
    files: files.rows.map(({ opened, ended, ...file }) => ({ ...file, openedAt: opened.toISOString(), endedAt: ended.toISOString() })),
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
