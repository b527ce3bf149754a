/** A session of the jury as one viewer may see it; also what its commands are judged by. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../../domain/application.ts'
import { type JuryFacts, type JuryGround, type JuryOutcome, type JuryVote, mayLeadJury, mayPrepareJury, mayReadJury } from '../../../domain/jury.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { meanScore, spread } from '../../../domain/review.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { barredPairs, happens } from '../../reviews/index.ts'
import { isId } from '../../../platform/database/id.ts'
import type { JuryItem, JuryMember, JurySession, JuryView } from '../views.ts'
import { fileOf } from './file.ts'

export interface SessionRow extends JurySession {
  readonly edition: string
  readonly programme: string
  readonly slug: string
  readonly name: Trilingual
  readonly zone: string
  readonly discussion: string | null
  readonly current: string | null
  readonly currentAt: Date | null
}

/** The row of a session, of any viewer's organisation. */
export async function sessionRow(db: Reader, organisation: string, session: string): Promise<SessionRow | undefined> {
  if (!isId(session)) return undefined
  const found = await sql<SessionRow>`
    select s.id as session, s.begins_at as "beginsAt", s.place, s.quorum, s.opened_at as "openedAt", s.closed_at as "closedAt", s.hash, s.edition, e.programme, e.slug, e.name, o.zone,
      d.id as discussion, d.application as current, d.opened_at as "currentAt",
      (select count(*)::int from jury_member m where m.organisation = s.organisation and m.session = s.id) as members,
      (select count(*)::int from jury_item i where i.organisation = s.organisation and i.session = s.id) as files
    from jury_session s
    join edition e on e.organisation = s.organisation and e.id = s.edition
    join organisation o on o.id = s.organisation
    left join jury_discussion d on d.organisation = s.organisation and d.session = s.id and d.ended_at is null
    where s.organisation = ${organisation} and s.id = ${session}`.execute(db)
  return found.rows[0]
}

/** Sessions of an edition, the next first. */
export async function sessionsOf(db: Reader, organisation: string, edition: string): Promise<JurySession[]> {
  const found = await sql<JurySession>`
    select s.id as session, s.begins_at as "beginsAt", s.place, s.quorum, s.opened_at as "openedAt", s.closed_at as "closedAt", s.hash,
      (select count(*)::int from jury_member m where m.organisation = s.organisation and m.session = s.id) as members,
      (select count(*)::int from jury_item i where i.organisation = s.organisation and i.session = s.id) as files
    from jury_session s where s.organisation = ${organisation} and s.edition = ${edition} order by s.begins_at desc, s.id`.execute(db)
  return found.rows
}

export async function membersOf(db: Reader, organisation: string, session: string, language: Language): Promise<JuryMember[]> {
  const found = await sql<{ person: string; name_ar: string; name_latin: string; present: boolean | null; at: Date | null }>`
    select m.person, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin, l.present, l.at
    from jury_member m join person p on p.organisation = m.organisation and p.id = m.person
    left join lateral (select x.present, x.at from jury_presence x where x.organisation = m.organisation and x.session = m.session and x.person = m.person order by x.seq desc limit 1) l on true
    where m.organisation = ${organisation} and m.session = ${session} order by m.invited_at, m.person`.execute(db)
  return found.rows.map((row) => ({
    person: row.person,
    name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    present: row.present ?? false,
    since: row.at,
  }))
}

/** Members in conflict, by application: known of them as reviewers, or told in the session. */
export async function conflictsOf(db: Reader, organisation: string, session: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const of = await db
    .selectFrom('jury_session')
    .select('edition')
    .where('organisation', '=', organisation)
    .where('id', '=', session)
    .executeTakeFirst()
  if (of === undefined) return new Map()
  const found = await sql<{ application: string; people: string[] }>`
    select application, array_agg(person::text order by person) as people from (
      select c.application, v.person from ${barredPairs(organisation, of.edition)} c join reviewer v on v.organisation = ${organisation} and v.id = c.reviewer
        join jury_member m on m.organisation = v.organisation and m.person = v.person and m.session = ${session}
      union select r.application, r.person from jury_recusal r where r.organisation = ${organisation} and r.session = ${session}
      union select t.application, t.person from application_member t join jury_member m on m.organisation = t.organisation and m.person = t.person and m.session = ${session}
        where t.organisation = ${organisation}) one
    group by application`.execute(db)
  return new Map(found.rows.map((row) => [row.application, row.people]))
}

interface ItemRow {
  application: string
  number: string
  title: string
  region: string
  ground: JuryGround
  hidden: boolean
  scores: string[]
  outcome: JuryOutcome | null
  note: string | null
}

export async function itemsOf(
  db: Reader,
  organisation: string,
  session: string,
  conflicts: ReadonlyMap<string, readonly string[]>,
): Promise<JuryItem[]> {
  const found = await sql<ItemRow>`
    select i.application, a.number, s.title, s.region, i.ground, l.outcome, l.note,
      jsonb_path_exists(f.definition, '$.sections[*].questions[*] ? (@.code == "project_title" && (@.identity == true || @.restricted == true))') as hidden,
      coalesce((select array_agg(r.score::text order by r.score) from assignment g join review r on r.organisation = g.organisation and r.assignment = g.id
        where g.organisation = i.organisation and g.application = i.application and ${happens('g', 'reading')} and g.ended_at is null and r.score is not null), '{}') as scores
    from jury_item i
    join application a on a.organisation = i.organisation and a.id = i.application
    join submission s on s.organisation = i.organisation and s.application = i.application
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    left join lateral (select d.outcome, d.note from jury_discussion d where d.organisation = i.organisation and d.session = i.session and d.application = i.application and d.ended_at is not null order by d.opened_at desc limit 1) l on true
    where i.organisation = ${organisation} and i.session = ${session} order by i.position, a.number`.execute(db)
  return found.rows.map(({ hidden, scores, note, ...row }) => ({
    ...row,
    title: hidden ? '' : row.title,
    mean: meanScore(scores),
    spread: spread(scores),
    note: note ?? '',
    inConflict: conflicts.get(row.application) ?? [],
  }))
}

/** What the rules of the domain are asked with. Whoever is in conflict with the file that is open is not in the room for it, wherever the conflict was told. */
export function juryFacts(row: SessionRow, members: readonly JuryMember[], conflicts: ReadonlyMap<string, readonly string[]>): JuryFacts {
  const out = row.current === null ? [] : (conflicts.get(row.current) ?? [])
  const present = members.filter((one) => one.present && !out.includes(one.person)).map((one) => one.person)
  return { opened: row.openedAt !== null, closed: row.closedAt !== null, current: row.current, quorum: row.quorum, present }
}

/** The session for its members and for those who prepare, lead or read sessions; null for anybody else. */
export async function juryView(db: Reader, viewer: SignedIn, session: string, language: Language): Promise<JuryView | null> {
  const { organisation, person } = viewer
  const row = await sessionRow(db, organisation, session)
  if (row === undefined) return null
  const place = { programme: row.programme, edition: row.edition }
  const members = await membersOf(db, organisation, session, language)
  const self = members.find((one) => one.person === person.id)
  const reads = mayReadJury(viewer, place)
  if (self === undefined && !reads) return null
  const conflicts = await conflictsOf(db, organisation, session)
  const items = await itemsOf(db, organisation, session, conflicts)
  const against = (application: string): boolean => (conflicts.get(application) ?? []).includes(person.id)
  const mustBeOut = row.current !== null && against(row.current)
  const sees = row.discussion !== null && !mustBeOut && (reads || self?.present === true)
  const file = sees ? await fileOf(db, organisation, row, conflicts.get(row.current ?? '') ?? [], language) : null
  const shown = items.map((one) => (against(one.application) ? { ...one, mean: null, spread: '0.00', outcome: null, note: '' } : one))
  const { edition, programme, slug, name, zone, discussion: _, current, currentAt: __, ...known } = row
  return {
    session: known,
    edition: { slug, name, programme, id: edition },
    zone,
    members,
    items: shown,
    file,
    current,
    counted: juryFacts(row, members, conflicts).present.length,
    mustBeOut,
    mine: {
      member: self !== undefined,
      present: self?.present ?? false,
      leads: mayLeadJury(viewer, place),
      prepares: mayPrepareJury(viewer, place),
      reads,
    },
    mark: createHash('sha256')
      .update(
        canonicalJson([
          known.openedAt?.toISOString() ?? '',
          known.closedAt?.toISOString() ?? '',
          current,
          members.map((one) => [one.person, one.present]),
          shown.map((one) => [one.application, one.outcome, one.inConflict]),
          file?.voices.map((one) => [one.person, one.vote, one.note, one.setAside]) ?? [],
        ]),
      )
      .digest('hex')
      .slice(0, 32),
  }
}

export type { JuryVote }
