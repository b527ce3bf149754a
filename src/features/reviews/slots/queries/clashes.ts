/** What a slot would clash with: its room taken by an interview or another slot, somebody of its panel sitting elsewhere. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { happens } from '../../queries/stages.ts'
import { barredPairs } from '../../queries/barred.ts'
import { canonicalJson } from '../../../../domain/application.ts'
import type { Span } from '../../../../domain/interview-slot.ts'
import type { Language } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import type { Clash, SlotPlan } from '../views.ts'

export interface Opening {
  readonly region: string | null
  readonly place: string
  readonly panel: readonly string[]
  readonly slots: readonly Span[]
  readonly terms: readonly unknown[]
}

/** The plan of an opening as things stand: each slot with what stands in its way, each member with the files they may not hear. */
export async function slotPlan(db: Reader, organisation: string, edition: string, opening: Opening, language: Language): Promise<SlotPlan> {
  const panel = await panelOf(db, organisation, edition, opening, language)
  const taken = opening.slots.length === 0 ? [] : await takenIn(db, organisation, edition, opening, panel)
  const slots = opening.slots.map((slot) => ({ ...slot, clashes: taken.filter((one) => one.from < slot.to && one.to > slot.from) }))
  const marked = [
    opening.terms,
    opening.region,
    opening.place,
    panel.map((one) => [one.reviewer, one.conflicts]),
    slots.map((one) => [one.from.toISOString(), one.to.toISOString(), one.clashes.map((clash) => [clash.reviewer ?? '', clash.from.toISOString()])]),
  ]
  return { slots, panel, fingerprint: createHash('sha256').update(canonicalJson(marked)).digest('hex') }
}

interface Member {
  reviewer: string
  name_ar: string
  name_latin: string
  conflicts: string[]
}

/** Reviewers of the edition who have accepted and not left; the others are nobody's panel. */
async function panelOf(
  db: Reader,
  organisation: string,
  edition: string,
  { panel, region }: Opening,
  language: Language,
): Promise<SlotPlan['panel']> {
  if (panel.length === 0) return []
  const found = await sql<Member>`
    select v.id as reviewer, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin,
      coalesce((select array_agg(a.number order by a.number) from ${barredPairs(organisation, edition)} c
        join submission s on s.organisation = v.organisation and s.application = c.application and (${region}::text is null or s.region = ${region})
        join application a on a.organisation = v.organisation and a.id = c.application
        where c.reviewer = v.id), '{}') as conflicts
    from reviewer v join person p on p.organisation = v.organisation and p.id = v.person
    where v.organisation = ${organisation} and v.edition = ${edition} and v.id = any(${[...new Set(panel)]}::uuid[])
      and v.accepted_at is not null and v.left_at is null
    order by v.id`.execute(db)
  return found.rows.map((row) => ({
    reviewer: row.reviewer,
    name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    conflicts: row.conflicts,
  }))
}

async function takenIn(db: Reader, organisation: string, edition: string, { place, slots }: Opening, panel: SlotPlan['panel']): Promise<Clash[]> {
  const [first, last] = [slots[0]?.from, slots.at(-1)?.to] as [Date, Date]
  const around = `[${first.toISOString()},${last.toISOString()})`
  const members = panel.map((one) => one.reviewer)
  const found = await sql<{ from: Date; to: Date; reviewer: string | null }>`
    select lower(i.during) as "from", upper(i.during) as "to", null::uuid as reviewer from interview i
    where i.organisation = ${organisation} and i.edition = ${edition} and i.place = ${place} and i.during && ${around}::tstzrange
    union select lower(s.during), upper(s.during), null from interview_slot s
    where s.organisation = ${organisation} and s.edition = ${edition} and s.place = ${place} and s.ended_at is null and s.during && ${around}::tstzrange
    union select lower(i.during), upper(i.during), g.reviewer from interview i
    join assignment g on g.organisation = i.organisation and g.application = i.application and ${happens('g', 'interview')} and g.ended_at is null
    where i.organisation = ${organisation} and i.edition = ${edition} and g.reviewer = any(${members}::uuid[]) and i.during && ${around}::tstzrange
    union select lower(t.during), upper(t.during), t.reviewer from interview_seat t
    where t.organisation = ${organisation} and t.reviewer = any(${members}::uuid[]) and t.ended_at is null and t.during && ${around}::tstzrange
    order by 1, 2, 3`.execute(db)
  return found.rows.map(({ from, to, reviewer }) => ({
    from,
    to,
    reviewer,
    name: reviewer === null ? place : (panel.find((one) => one.reviewer === reviewer)?.name ?? ''),
  }))
}
