/** Who sat in the deliberation, and what each was recused from: applications of the list they are kept apart from, by a conflict they declared or a tie that stands. */
import { sql } from 'kysely'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayReadSelection } from '../../../domain/selection.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { barredPairs } from '../../reviews/index.ts'

export interface Attendance {
  readonly person: string
  readonly name: string
  /** Numbers of applications. */
  readonly recusedFrom: readonly string[]
}

/** By name; none for who may not read the selection. */
export async function presenceOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<Attendance[]> {
  if (!mayReadSelection(viewer, place)) return []
  const found = await sql<{ person: string; name_ar: string; name_latin: string; numbers: string[] }>`
    select p.id as person, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin,
      array(select distinct a.number from ${barredPairs(viewer.organisation, place.edition)} k
        join reviewer v on v.organisation = s.organisation and v.id = k.reviewer and v.person = p.id
        join application a on a.organisation = s.organisation and a.id = k.application
        where coalesce((select d.eligible from eligibility_decision d where d.organisation = s.organisation and d.application = k.application order by d.seq desc limit 1), false)
        order by a.number) as numbers
    from selection_presence s join person p on p.organisation = s.organisation and p.id = s.person
    where s.organisation = ${viewer.organisation} and s.edition = ${place.edition}
    order by p.name_latin, p.id`.execute(db)
  return found.rows.map((row) => ({
    person: row.person,
    name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language) || row.name_latin,
    recusedFrom: row.numbers,
  }))
}
