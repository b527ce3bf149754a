/** Which files go on the agenda of a session, and who may be invited to it. */
import { sql } from 'kysely'
import type { JuryGround } from '../../../domain/jury.ts'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { readingsOf } from '../../reviews/index.ts'

/** Points on either side of the pass mark within which a file is borderline. */
export const BORDERLINE_POINTS = 3

/** The application of the edition that has this number, where it was sent, and how it stands; null for no such file. */
export async function fileByNumber(
  db: Reader,
  organisation: string,
  edition: string,
  session: string,
  number: string,
): Promise<{ application: string; there: boolean; withdrawn: boolean } | null> {
  const found = await sql<{ application: string; there: boolean; withdrawn: boolean }>`
    select s.application, exists (select from jury_item i where i.organisation = s.organisation and i.session = ${session} and i.application = s.application) as there,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as withdrawn
    from submission s join application a on a.organisation = s.organisation and a.id = s.application
    where s.organisation = ${organisation} and s.edition = ${edition} and a.number = ${number}`.execute(db)
  return found.rows[0] ?? null
}

/** Applications of a ground that are read and not yet on the agenda, the highest mean first. */
export async function agendaOf(
  db: Reader,
  viewer: SignedIn,
  place: Place,
  session: string,
  ground: Exclude<JuryGround, 'hand'>,
  which: string,
): Promise<string[]> {
  const [lines, terms, there] = await Promise.all([
    readingsOf(db, viewer, place, viewer.person.language),
    db
      .selectFrom('edition')
      .select('pass_mark')
      .where('organisation', '=', viewer.organisation)
      .where('id', '=', place.edition)
      .executeTakeFirstOrThrow(),
    sql<{ application: string; there: boolean }>`
      select s.application, exists (select from jury_item i where i.organisation = s.organisation and i.session = ${session} and i.application = s.application)
        or exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as there
      from submission s where s.organisation = ${viewer.organisation} and s.edition = ${place.edition}`.execute(db),
  ])
  const facts = new Map(there.rows.map((row) => [row.application, row]))
  const near = (mean: string | null): boolean => mean !== null && Math.abs(Number(mean) - Number(terms.pass_mark)) <= BORDERLINE_POINTS
  const wanted: Readonly<Record<typeof ground, (line: NonNullable<typeof lines>[number]) => boolean>> = {
    borderline: (line) => near(line.mean),
    divergent: (line) => line.diverges,
    region: (line) => line.mean !== null && line.region === which,
  }
  return (lines ?? [])
    .filter((line) => facts.get(line.application)?.there === false && wanted[ground](line))
    .sort((one, other) => Number(other.mean) - Number(one.mean) || (one.number < other.number ? -1 : 1))
    .map((line) => line.application)
}

/** Reviewers of the edition who have accepted, and those who work with it; by name. */
export async function invitable(db: Reader, organisation: string, place: Place, language: Language): Promise<{ person: string; name: string }[]> {
  const found = await sql<{ person: string; name_ar: string; name_latin: string }>`
    select p.id as person, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin from person p
    where p.organisation = ${organisation} and (
      exists (select from reviewer v where v.organisation = p.organisation and v.edition = ${place.edition} and v.person = p.id and v.accepted_at is not null and v.left_at is null)
      or exists (select from role_grant g where g.organisation = p.organisation and g.person = p.id and g.role in ('chair', 'director', 'officer') and g.ended_at is null
        and (g.programme is null or g.programme = ${place.programme}) and (g.edition is null or g.edition = ${place.edition}) and g.region is null))`.execute(
    db,
  )
  return found.rows
    .map((row) => ({ person: row.person, name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language) }))
    .sort((one, other) => one.name.localeCompare(other.name, language))
}
