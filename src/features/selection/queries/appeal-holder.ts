import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** Whom an appeal is answered, and what it is about. */
export interface ToTell {
  readonly application: string
  readonly edition: string
  readonly editionName: string
  readonly number: string
  readonly title: string
  readonly zone: string
  readonly person: string
  readonly name: string
  readonly email: string | null
  readonly language: Language
}

/** The holder of an application; null for an unknown one. */
export async function holderToTell(db: Reader, organisation: string, application: string): Promise<ToTell | null> {
  const row = await db
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'm.organisation').onRef('a.id', '=', 'm.application'))
    .innerJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'm.organisation').onRef('s.application', '=', 'm.application'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 's.organisation').onRef('e.id', '=', 's.edition'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 's.organisation').onRef('c.edition', '=', 's.edition'))
    .select([
      'm.person',
      'p.email',
      'p.language',
      'p.name_ar',
      'p.name_latin',
      'a.number',
      's.title',
      's.holder_name',
      's.edition',
      'e.name',
      'c.zone',
    ])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .where('m.part', '=', 'holder')
    .executeTakeFirst()
  if (row === undefined) return null
  const { person, email, language, number, title, edition, zone } = row
  const name = nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language) || row.holder_name
  return { application, edition, editionName: inLanguage(row.name as Trilingual, language).text, number, title, zone, person, name, email, language }
}
