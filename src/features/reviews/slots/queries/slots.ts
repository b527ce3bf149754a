/** The slots of an edition with who holds them, and who may choose: for the desk. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../../../domain/application.ts'
import type { Language } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import { mayReadReviews, passes } from '../../../../domain/review.ts'
import type { Place, Viewer } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { readingsOf, reviewersOf } from '../../queries/desk.ts'
import { mayBeAsked, type SlotCandidate, type SlotLine, type SlotsView } from '../views.ts'

interface SlotRow extends Omit<SlotLine, 'panel'> {
  panel: { name_ar: string; name_latin: string }[]
}

/** Slots by time and everybody who may choose; null for a viewer whose role does not hold in the whole edition. */
export async function slotsOf(db: Reader, viewer: Viewer, place: Place, language: Language, now: Date): Promise<SlotsView | null> {
  if (!mayReadReviews(viewer, place)) return null
  const [slots, candidates, reviewers] = await Promise.all([
    slotLines(db, viewer.organisation, place.edition, language),
    candidatesOf(db, viewer, place, language),
    reviewersOf(db, viewer, place, language),
  ])
  const free = slots.filter((one) => one.booked === null && one.from > now).map((one) => one.slot)
  const askable = candidates.filter((one) => mayBeAsked(one)).map((one) => [one.application, one.passes])
  return {
    slots,
    candidates,
    reviewers: (reviewers ?? []).filter((one) => one.accepted && !one.left).map(({ reviewer, name }) => ({ reviewer, name })),
    fingerprint: createHash('sha256')
      .update(canonicalJson([free, askable]))
      .digest('hex'),
  }
}

async function slotLines(db: Reader, organisation: string, edition: string, language: Language): Promise<SlotLine[]> {
  const found = await sql<SlotRow>`
    select s.id as slot, lower(s.during) as "from", upper(s.during) as "to", s.place, o.region, o.languages,
      coalesce((select json_agg(json_build_object('name_ar', p.name_ar, 'name_latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)) order by t.reviewer)
        from interview_seat t join reviewer v on v.organisation = t.organisation and v.id = t.reviewer and v.left_at is null
        join person p on p.organisation = v.organisation and p.id = v.person
        where t.organisation = s.organisation and t.slot = s.id), '[]') as panel,
      (select json_build_object('application', b.application, 'number', a.number, 'title', u.title, 'holderName', u.holder_name)
        from interview_booking b join application a on a.organisation = b.organisation and a.id = b.application
        join submission u on u.organisation = b.organisation and u.application = b.application
        where b.organisation = s.organisation and b.slot = s.id and b.released_at is null) as booked
    from interview_slot s
    join interview_opening o on o.organisation = s.organisation and o.id = s.opening
    where s.organisation = ${organisation} and s.edition = ${edition} and s.ended_at is null
    order by s.during, s.place`.execute(db)
  return found.rows.map(({ panel, ...row }) => ({
    ...row,
    panel: panel.map((one) => nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language)),
  }))
}

interface StandingRow {
  application: string
  reachable: boolean
  holder_name: string
  region: string
  language: Language
  asked_at: Date | null
  slot: string | null
  fixed: boolean
  attended: boolean | null
  eligible: boolean
}

/** Everybody eligible and not withdrawn whose readings are in, or who was asked or holds a slot; the highest mean first. */
async function candidatesOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<SlotCandidate[]> {
  const [readings, standing, terms] = await Promise.all([
    readingsOf(db, viewer, place, language),
    standingOf(db, viewer.organisation, place.edition),
    db
      .selectFrom('edition')
      .select('pass_mark')
      .where('organisation', '=', viewer.organisation)
      .where('id', '=', place.edition)
      .executeTakeFirstOrThrow(),
  ])
  const all = (readings ?? []).flatMap((line): SlotCandidate[] => {
    const row = standing.get(line.application)
    if (row === undefined || !row.eligible || (row.fixed && row.slot === null && row.attended !== false)) return []
    const whole = line.readings.length > 0 && line.readings.every((one) => one.score !== null)
    const mean = whole ? line.mean : null
    if (mean === null && row.asked_at === null && row.slot === null) return []
    const { application, number, title } = line
    const passed = mean !== null && passes(mean, terms.pass_mark)
    const { reachable, region, language: spoken, slot, attended } = row
    return [
      {
        application,
        number,
        title,
        holderName: row.holder_name,
        region,
        language: spoken,
        mean,
        passes: passed,
        reachable,
        askedAt: row.asked_at,
        slot,
        attended,
      },
    ]
  })
  return all.sort((one, other) => Number(other.mean) - Number(one.mean) || (one.number < other.number ? -1 : 1))
}

async function standingOf(db: Reader, organisation: string, edition: string): Promise<Map<string, StandingRow>> {
  const found = await sql<StandingRow>`
    select s.application, s.holder_name, s.region, s.language, q.asked_at, b.slot, i.id is not null as fixed, i.attended,
      exists (select from application_member m join person p on p.organisation = m.organisation and p.id = m.person
        where m.organisation = s.organisation and m.application = s.application and p.email is not null) as reachable,
      coalesce((select d.eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by d.seq desc limit 1), false)
        and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as eligible
    from submission s
    left join interview_request q on q.organisation = s.organisation and q.application = s.application
    left join interview_booking b on b.organisation = s.organisation and b.application = s.application and b.released_at is null
    left join interview i on i.organisation = s.organisation and i.application = s.application
    where s.organisation = ${organisation} and s.edition = ${edition}`.execute(db)
  return new Map(found.rows.map((row) => [row.application, row]))
}
