/** Who may write an application, as a table `m` to join: its team, and whoever of the desk helps its holder. */
import { sql } from 'kysely'
import type { Part } from '../../../domain/application.ts'
import type { PersonName } from '../../../domain/person.ts'
import type { HelpedBy } from '../views.ts'

interface Hand {
  organisation: string
  application: string
  person: string
  part: Part
}

export const HANDS = sql<Hand>`application_hand`.as<'m'>(sql`m`)

/** Moments as JSON carries them. */
type Told = Omit<HelpedBy, 'begunAt' | 'endedAt'> & { readonly begunAt: string; readonly endedAt: string | null }

/** Who of the desk writes or wrote the application `a` for its holder, in the order in which they began. */
export const HELPED = sql<Told[]>`coalesce((
  select json_agg(json_build_object('id', h.id, 'helper', h.helper, 'nameAr', p.name_ar, 'nameLatin', p.name_latin, 'channel', h.channel,
    'begunAt', h.begun_at, 'endedAt', h.ended_at, 'declared', d.how) order by h.begun_at)
  from assistance h
  join person p on p.organisation = h.organisation and p.id = h.helper
  left join holder_declaration d on d.organisation = h.organisation and d.assistance = h.id
  where h.organisation = a.organisation and h.application = a.id), '[]'::json)`

/** Whether the holder of the application `a` has an e-mail address. */
export const HOLDER_MAILED = sql<boolean>`exists (
  select from application_member o join person p on p.organisation = o.organisation and p.id = o.person
  where o.organisation = a.organisation and o.application = a.id and o.part = 'holder' and p.email is not null)`

/** The holder of the application `a`. */
export const HOLDER = sql<PersonName>`(
  select json_build_object('nameAr', p.name_ar, 'nameLatin', p.name_latin)
  from application_member o join person p on p.organisation = o.organisation and p.id = o.person
  where o.organisation = a.organisation and o.application = a.id and o.part = 'holder')`
