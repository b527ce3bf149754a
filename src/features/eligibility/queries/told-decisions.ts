/** Decisions with what their letters tell, and whether these have left. */
import { type RawBuilder, sql } from 'kysely'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { type Scope, scopeOf } from '../../../domain/scope.ts'
import { type Place, FILE_READERS, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { ToldDecision } from '../letters/views.ts'
import { ASKED_BY_RULE, type AskedByRule, leftEmpty } from './left-empty.ts'

export interface DecisionToTell extends ToldDecision {
  readonly holder: string
  readonly email: string | null
  readonly message: string | null
  /** Whether it is the last decision of an application that was not withdrawn. */
  readonly stands: boolean
}

interface Row {
  application: string
  decision: number
  number: string
  title: string
  holder_name: string
  region: string
  language: Language
  eligible: boolean
  reason: string
  decided_at: Date
  ground: { name: Trilingual; reason: Trilingual } | null
  asked: AskedByRule[] | null
  edition_slug: string
  edition_name: Trilingual
  organisation_name: Trilingual
  zone: string
  appeal_days: number
  holder: string
  email: string | null
  name_ar: string
  name_latin: string
  message: string | null
  left_at: Date | null
  stands: boolean
  funders: Trilingual[]
}

/**
 * `chosen` answers which decisions: rows of organisation, application and seq. They are found first, and the rest looked up
 * by its key, whatever the database believes of the size of its tables.
 */
async function decisions(db: Reader, organisation: string, chosen: RawBuilder<unknown>): Promise<DecisionToTell[]> {
  const found = await sql<Row>`
    with chosen as materialized (${chosen})
    select d.application, d.seq as decision, a.number, s.title, s.holder_name, s.region, s.language, d.eligible, d.reason, d.decided_at,
      case when r.code is null then null else json_build_object('name', r.name, 'reason', r.reason) end as ground,
      ${ASKED_BY_RULE} as asked,
      e.slug as edition_slug, e.name as edition_name, o.name as organisation_name, c.zone, coalesce(l.appeal_days, e.appeal_days) as appeal_days,
      p.id as holder, p.email, p.name_ar, p.name_latin, l.message,
      case when l.application is null then null when l.batch is null then l.written_at else b.approved_at end as left_at,
      not exists (select from eligibility_decision n where n.organisation = d.organisation and n.application = d.application and n.seq > d.seq)
        and not exists (select from withdrawal w where w.organisation = d.organisation and w.application = d.application) as stands,
      coalesce((select json_agg(f.sentence order by k.position) from edition_funder k join funder f on f.organisation = k.organisation and f.id = k.funder
        where k.organisation = e.organisation and k.edition = e.id), '[]') as funders
    from chosen
    join eligibility_decision d on d.organisation = chosen.organisation and d.application = chosen.application and d.seq = chosen.seq
    join submission s on s.organisation = d.organisation and s.application = d.application
    join application a on a.organisation = d.organisation and a.id = d.application
    join call c on c.organisation = a.organisation and c.id = a.call
    join edition e on e.organisation = s.organisation and e.id = s.edition
    join organisation o on o.id = d.organisation
    join application_member m on m.organisation = d.organisation and m.application = d.application and m.part = 'holder'
    join person p on p.organisation = m.organisation and p.id = m.person
    left join eligibility_rule r on r.organisation = s.organisation and r.edition = s.edition and r.code = d.ground
    left join eligibility_letter l on l.organisation = d.organisation and l.application = d.application and l.decision = d.seq
    left join message_batch b on b.organisation = l.organisation and b.id = l.batch
    where d.organisation = ${organisation}
    order by d.eligible, a.number, d.seq`.execute(db)
  return found.rows.map(decisionOf)
}

function decisionOf(row: Row): DecisionToTell {
  const { application, decision, number, title, region, language, eligible, reason, ground, zone, holder, email, message, stands, funders } = row
  return {
    application,
    decision,
    number,
    title,
    region,
    language,
    eligible,
    reason,
    ground,
    lacking: leftEmpty(row.asked),
    zone,
    holder,
    email,
    message,
    stands,
    funders,
    name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language) || row.holder_name,
    organisation: row.organisation_name,
    edition: { slug: row.edition_slug, name: row.edition_name },
    decidedAt: row.decided_at,
    leftAt: row.left_at,
    appealDays: row.appeal_days,
  }
}

/** Decisions of an edition that stand and have no letter, within a scope; those that are not eligible first. */
export async function decisionsToTell(db: Reader, organisation: string, edition: string, scope: Scope = 'all'): Promise<DecisionToTell[]> {
  const within = scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`
  const untold = sql`
    select s.organisation, s.application, d.seq from submission s
    cross join lateral (select n.seq from eligibility_decision n where n.organisation = s.organisation and n.application = s.application order by n.seq desc limit 1) d
    where s.organisation = ${organisation} and s.edition = ${edition} and ${within}
      and not exists (select from eligibility_letter k where k.organisation = s.organisation and k.application = s.application and k.decision = d.seq)`
  return (await decisions(db, organisation, untold)).filter((one) => one.stands)
}

/** Whether a letter of the edition has promised the term to appeal. */
export async function isTermInUse(db: Reader, organisation: string, edition: string): Promise<boolean> {
  const found = await sql`
    select from eligibility_letter l join submission s on s.organisation = l.organisation and s.application = l.application
    where l.organisation = ${organisation} and s.edition = ${edition} and l.appeal_days is not null limit 1`.execute(db)
  return found.rows.length > 0
}

/** The decisions that the letters of a batch tell. */
export function decisionsOfBatch(db: Reader, organisation: string, batch: string): Promise<DecisionToTell[]> {
  const told = sql`select k.organisation, k.application, k.decision as seq from eligibility_letter k where k.organisation = ${organisation} and k.batch = ${batch}`
  return decisions(db, organisation, told)
}

function decisionsOn(organisation: string, application: string): RawBuilder<unknown> {
  return sql`select n.organisation, n.application, n.seq from eligibility_decision n where n.organisation = ${organisation} and n.application = ${application}`
}

/** The decision that stands on an application of the edition, for whoever reads the desk where it is; null when there is none. */
export async function standingDecision(db: Reader, viewer: Viewer, place: Place, application: string): Promise<DecisionToTell | null> {
  const scope = scopeOf(viewer, FILE_READERS, place)
  const inEdition = sql`exists (select from application a where a.organisation = n.organisation and a.id = n.application and a.edition = ${place.edition})`
  const all = await decisions(db, viewer.organisation, sql`${decisionsOn(viewer.organisation, application)} and ${inEdition}`)
  return all.find((one) => one.stands && (scope === 'all' || scope.includes(one.region))) ?? null
}

/** The last decision of which the letter has left: what the applicant knows. Null before the first. The caller has checked whose application it is. */
export async function lastTold(db: Reader, organisation: string, application: string): Promise<DecisionToTell | null> {
  // Most who look have no letter: asked of every page of theirs, the twelve tables are left alone for them.
  const letter = await sql`select from eligibility_letter where organisation = ${organisation} and application = ${application} limit 1`.execute(db)
  if (letter.rows.length === 0) return null
  const all = await decisions(db, organisation, decisionsOn(organisation, application))
  return (
    all
      .filter((one) => one.leftAt !== null)
      .sort((a, b) => a.decision - b.decision)
      .at(-1) ?? null
  )
}

/** One decision on an application. */
export async function oneDecision(db: Reader, organisation: string, application: string, decision: number): Promise<DecisionToTell | null> {
  return (await decisions(db, organisation, sql`${decisionsOn(organisation, application)} and n.seq = ${decision}`))[0] ?? null
}
