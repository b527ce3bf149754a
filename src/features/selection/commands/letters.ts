/** Letters of the results: written together, each in the language of its reader; they wait for a second person. */
import { sql } from 'kysely'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPrepareLetters, prepareLetters } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { openBatch, writeMessage } from '../../messages/index.ts'
import type { DecisionExplanation } from '../decisions.ts'
import { lockEdition } from './plan.ts'
import { resultLetter } from '../result-letter.ts'

const KIND = 'results'

/**
 * Writes one letter to the holder of every application decided on. Refuses `page/not-allowed`,
 * `selection/not-published`, `selection/letters-prepared`. `origin` is where the links lead. Nothing leaves before `approveBatch` by somebody else.
 */
export async function prepareResultLetters(
  db: Database,
  viewer: SignedIn,
  place: Place,
  origin: string,
  now: Date,
): Promise<Result<{ batch: string; letters: number; without: number }>> {
  const { organisation } = viewer
  if (!mayPrepareLetters(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const published = await trx
      .selectFrom('publication')
      .select('seal')
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .executeTakeFirst()
    const before = await trx
      .selectFrom('message_batch')
      .select('id')
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('kind', '=', KIND)
      .executeTakeFirst()
    const allowed = prepareLetters({ published: published !== undefined, prepared: before !== undefined })
    if (!allowed.ok) return allowed
    const batch = await openBatch(trx, { organisation, edition: place.edition, kind: KIND, preparedBy: viewer.person.id }, now)
    const rows = await decided(trx, organisation, place.edition)
    const reached = rows.filter((row) => row.email !== null)
    for (const row of reached) {
      const letter = resultLetter(row.language, {
        ...row,
        name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, row.language) || row.holder_name,
        edition: inLanguage(row.edition_name, row.language).text,
        regionName: inLanguage(row.region_name, row.language).text,
        reasons: `${origin}/${row.language}/applications/${row.application}/reasons`,
      })
      await writeMessage(
        trx,
        {
          organisation,
          kind: `result-${row.outcome}`,
          person: row.person,
          address: row.email as string,
          language: row.language,
          object: row.application,
          batch,
          ...letter,
        },
        now,
      )
    }
    const details = { batch, letters: reached.length, without: rows.length - reached.length }
    await audit(trx, { organisation, stream: place.edition, act: 'letters/prepared', actor: viewer.person.id, at: now, details })
    return ok(details)
  })
}

interface DecidedRow {
  application: string
  number: string
  title: string
  holder_name: string
  outcome: 'selected' | 'reserve' | 'not-selected'
  reserve_rank: number | null
  score: string | null
  explanation: DecisionExplanation
  pass_mark: string
  scale_max: number
  appeal_days: number
  criteria: readonly { readonly code: string; readonly name: Trilingual }[]
  edition_name: Trilingual
  region_name: Trilingual
  person: string
  email: string | null
  language: Language
  name_ar: string
  name_latin: string
}

async function decided(trx: Trx, organisation: string, edition: string): Promise<DecidedRow[]> {
  const found = await sql<DecidedRow>`
    select d.application, a.number, s.title, s.holder_name, d.outcome, d.reserve_rank, d.score::text as score, d.explanation, e.pass_mark::text as pass_mark, e.scale_max, e.appeal_days, e.name as edition_name,
      r.name as region_name, p.id as person, p.email, p.language, p.name_ar, p.name_latin,
      coalesce((select json_agg(json_build_object('code', c.code, 'name', c.name) order by c.position) from criterion c where c.organisation = d.organisation and c.edition = d.edition), '[]') as criteria
    from decision d
    join edition e on e.organisation = d.organisation and e.id = d.edition
    join application a on a.organisation = d.organisation and a.id = d.application
    join submission s on s.organisation = d.organisation and s.application = d.application
    join edition_region r on r.organisation = d.organisation and r.edition = d.edition and r.code = d.region
    join application_member m on m.organisation = d.organisation and m.application = d.application and m.part = 'holder'
    join person p on p.organisation = m.organisation and p.id = m.person
    where d.organisation = ${organisation} and d.edition = ${edition}
      and not exists (select from withdrawal w where w.organisation = d.organisation and w.application = d.application)
    order by d.rank`.execute(trx)
  return found.rows
}
