/** The reserve of a published list as it stands now: who comes next in each region, and for which rule others are passed over. */
import { sql } from 'kysely'
import type { Language } from '../../../domain/language.ts'
import { type LineMember, nextInLine } from '../../../domain/reserve.ts'
import type { SelectionRecord } from '../../../engines/record.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { ruleNames } from '../rule-names.ts'
import { termsOf } from './selection-facts.ts'

export interface ReserveLine {
  readonly application: string
  readonly region: string
  /** In the reserve of its region; null for who an appeal puts before it. */
  readonly rank: number | null
  readonly next: boolean
  /** The direction opened a place for it alone: it needs no place that falls free. */
  readonly extra: boolean
  /** Names of the rules for which it is passed over. */
  readonly passedFor: readonly string[]
}

interface Row {
  application: string
  region: string
  rank: number | null
  called: boolean
  extra: boolean
  record: string | null
}

/** In the order in which they are called; those who were offered a place, or withdrew, are not in it. */
export async function reserveLine(db: Reader, organisation: string, edition: string, language: Language): Promise<ReserveLine[]> {
  const [rows, seal] = [await waiting(db, organisation, edition), await sealedIn(db, organisation, edition)]
  if (rows.length === 0 || seal === undefined) return []
  const record = JSON.parse(seal.record) as Partial<SelectionRecord>
  const attributes = attributesIn(record, rows)
  const member = ({ application, region }: { application: string; region: string }): LineMember => ({
    application,
    region,
    attributes: attributes.get(application) ?? { region },
  })
  const rules = (record.input?.rules ?? []).filter((rule) => 'attribute' in rule)
  const line = nextInLine(rows.map(member), (await holding(db, organisation, edition)).map(member), rules, record.input?.places ?? seal.places)
  const named = await namesIn(db, organisation, edition, language)
  return rows.map(({ application, region, rank, extra }, place) => {
    const { next, passedFor } = line[place] as (typeof line)[number]
    return { application, region, rank, next, extra, passedFor: [...new Set(passedFor.map((index) => named(rules[index] as never)))] }
  })
}

async function namesIn(db: Reader, organisation: string, edition: string, language: Language): Promise<ReturnType<typeof ruleNames>> {
  const terms = await termsOf(db, organisation, edition)
  if (terms === null) return () => ''
  return ruleNames({ terms, applications: [], given: [], changed: [], reviews: { readings: 0, interviews: 0, awaited: 0 } }, language)
}

/** What rules look at, from the sealed record, and from the record of an appeal for who was no candidate then. */
function attributesIn(record: Partial<SelectionRecord>, rows: readonly Row[]): Map<string, Readonly<Record<string, unknown>>> {
  const appealed = rows.flatMap((row) => (row.record === null ? [] : ((JSON.parse(row.record) as Partial<SelectionRecord>).input?.candidates ?? [])))
  return new Map([...appealed, ...(record.input?.candidates ?? [])].map(({ id, attributes = {} }) => [id, attributes]))
}

function sealedIn(db: Reader, organisation: string, edition: string) {
  return db
    .selectFrom('selection_seal as s')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 's.organisation').onRef('e.id', '=', 's.edition'))
    .select(['s.record', 'e.places'])
    .where('s.organisation', '=', organisation)
    .where('s.edition', '=', edition)
    .executeTakeFirst()
}

async function waiting(db: Reader, organisation: string, edition: string): Promise<Row[]> {
  const found = await sql<Row>`
    select d.application, d.region, case when q.place = 'next' then null else d.reserve_rank end as rank, q.place is not distinct from 'next' as called, q.record,
      exists (select from selection_appeal_place x where x.organisation = d.organisation and x.application = d.application and x.choice = 'extra') as extra
    from decision d
    join edition_region r on r.organisation = d.organisation and r.edition = d.edition and r.code = d.region
    left join selection_appeal q on q.organisation = d.organisation and q.application = d.application and q.place = 'next'
    where d.organisation = ${organisation} and d.edition = ${edition} and (d.outcome = 'reserve' or q.place = 'next')
      and not exists (select from project j where j.organisation = d.organisation and j.application = d.application)
      and not exists (select from withdrawal w where w.organisation = d.organisation and w.application = d.application)
    order by r.position, q.place is distinct from 'next', q.answered_at, d.reserve_rank`.execute(db)
  return found.rows
}

/** Who holds a place or is about to be offered one: projects that neither left nor declined, and selected applications without a project. A place opened beside those of the edition stands outside its places and limits. */
async function holding(db: Reader, organisation: string, edition: string): Promise<{ application: string; region: string }[]> {
  const found = await sql<{ application: string; region: string }>`
    select j.application, j.region from project j
    where j.organisation = ${organisation} and j.edition = ${edition}
      and not exists (select from offer o where o.organisation = j.organisation and o.project = j.id and o.accepted = false)
      and not exists (select from departure l where l.organisation = j.organisation and l.project = j.id)
      and not exists (select from selection_appeal_place x where x.organisation = j.organisation and x.application = j.application and x.choice = 'extra')
    union all
    select d.application, d.region from decision d
    where d.organisation = ${organisation} and d.edition = ${edition} and d.outcome = 'selected'
      and not exists (select from project j where j.organisation = d.organisation and j.application = d.application)
      and not exists (select from withdrawal w where w.organisation = d.organisation and w.application = d.application)`.execute(db)
  return found.rows
}
