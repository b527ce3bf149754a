/** The file before the jury: what its readers found, without their names and without that of anybody who applied. */
import { sql } from 'kysely'
import type { JuryVote } from '../../../domain/jury.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { JuryFile, JuryVoice } from '../views.ts'
import type { SessionRow } from './session.ts'

/** @param inConflict members whose vote and remark are set aside. */
export async function fileOf(
  db: Reader,
  organisation: string,
  row: SessionRow,
  inConflict: readonly string[],
  language: Language,
): Promise<JuryFile | null> {
  if (row.discussion === null || row.current === null || row.currentAt === null) return null
  const [readings, criteria, voices] = await Promise.all([
    sql<{ score: string; comments: Record<string, string> }>`
      select r.score::text as score, r.comments from assignment g join review r on r.organisation = g.organisation and r.assignment = g.id
      where g.organisation = ${organisation} and g.application = ${row.current} and g.ended_at is null and r.score is not null order by r.score desc, g.id`.execute(
      db,
    ),
    sql<{
      code: string
      name: Trilingual
    }>`select code, name from criterion where organisation = ${organisation} and edition = ${row.edition} order by position`.execute(db),
    voicesOf(db, organisation, row.discussion, inConflict, language),
  ])
  return {
    discussion: row.discussion,
    application: row.current,
    openedAt: row.currentAt,
    readings: readings.rows.map(({ score, comments }) => ({
      score,
      comments: criteria.rows.flatMap(({ code, name }) => ((comments[code] ?? '') === '' ? [] : [{ criterion: name, text: comments[code] ?? '' }])),
    })),
    voices,
  }
}

/** What each member said last of a file; of who is in conflict with it, only that it is set aside. */
async function voicesOf(
  db: Reader,
  organisation: string,
  discussion: string,
  inConflict: readonly string[],
  language: Language,
): Promise<JuryVoice[]> {
  const found = await sql<{ person: string; name_ar: string; name_latin: string; vote: JuryVote | null; note: string }>`
    select distinct on (n.person) n.person, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin, n.vote, n.note
    from jury_note n join person p on p.organisation = n.organisation and p.id = n.person
    where n.organisation = ${organisation} and n.discussion = ${discussion} order by n.person, n.seq desc`.execute(db)
  return found.rows.map(({ person, vote, note, ...row }) => {
    const setAside = inConflict.includes(person)
    const name = nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language)
    return { person, name, vote: setAside ? null : vote, note: setAside ? '' : note, setAside }
  })
}
