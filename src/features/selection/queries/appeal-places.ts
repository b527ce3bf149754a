/** Where files stand whose appeal was upheld: whether a place of their region is free, what was chosen, whether one was offered. */
import { sql } from 'kysely'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { PlaceChoice } from '../../../domain/selection-appeal.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface AppealPlace {
  readonly application: string
  readonly region: string
  /** Places of its region whose project left or declined, not offered again. */
  readonly free: number
  readonly offered: boolean
  readonly withdrawn: boolean
  /** In the order they were made. */
  readonly choices: readonly { readonly choice: PlaceChoice; readonly reason: string; readonly at: Date; readonly by: string }[]
}

interface Row {
  application: string
  region: Trilingual
  free: number
  offered: boolean
  withdrawn: boolean
  choices: { choice: PlaceChoice; reason: string; at: string; ar: string; latin: string }[]
}

/** Of every file of the edition that earned a place by its appeal, or of one. */
export async function appealPlaces(
  db: Reader,
  organisation: string,
  edition: string,
  language: Language,
  only: string | null = null,
): Promise<AppealPlace[]> {
  const found = await sql<Row>`
    select q.application, r.name as region,
      (select count(*)::int from project j join offer o on o.organisation = j.organisation and o.project = j.id
        where j.organisation = d.organisation and j.edition = d.edition and j.region = d.region
          and (o.accepted = false or exists (select from departure l where l.organisation = j.organisation and l.project = j.id))
          and not exists (select from offer n where n.organisation = j.organisation and n.replaces = j.id)
          and not exists (select from selection_appeal_place x where x.organisation = j.organisation and x.application = j.application and x.choice = 'extra')) as free,
      exists (select from project j where j.organisation = q.organisation and j.application = q.application) as offered,
      exists (select from withdrawal w where w.organisation = q.organisation and w.application = q.application) as withdrawn,
      coalesce((select json_agg(json_build_object('choice', x.choice, 'reason', x.reason, 'at', x.chosen_at, 'ar', p.name_ar, 'latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)) order by x.chosen_at, x.choice desc)
        from selection_appeal_place x join person p on p.organisation = x.organisation and p.id = x.chosen_by
        where x.organisation = q.organisation and x.application = q.application), '[]') as choices
    from selection_appeal q
    join decision d on d.organisation = q.organisation and d.application = q.application
    join edition_region r on r.organisation = d.organisation and r.edition = d.edition and r.code = d.region
    where q.organisation = ${organisation} and q.edition = ${edition} and q.place = 'next' and (${only}::uuid is null or q.application = ${only}::uuid)`.execute(
    db,
  )
  return found.rows.map(({ region, choices, ...row }) => ({
    ...row,
    region: inLanguage(region, language).text,
    choices: choices.map(({ choice, reason, at, ar, latin }) => ({
      choice,
      reason,
      at: new Date(at),
      by: nameFor({ nameAr: ar, nameLatin: latin }, language),
    })),
  }))
}
