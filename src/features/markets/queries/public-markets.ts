/** Markets that anyone may read about, and those of one project. No name of a person. */
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface PublicMarket {
  readonly id: string
  readonly name: string
  /** Language the name is in: the reader's, or another when it was not written in theirs. */
  readonly language: Language
  readonly town: string
  readonly from: string
  readonly to: string
  /** Projects of the programme that have a stand there. */
  readonly stands: number
}

/** Public markets that are not over on `today`, in the order of their days. */
export async function publicMarkets(db: Reader, organisation: string, today: string, language: Language): Promise<PublicMarket[]> {
  const rows = await db
    .selectFrom('market as m')
    .select(['m.id', 'm.name', 'm.town', 'm.starts_on as from', 'm.ends_on as to'])
    .select((all) =>
      all
        .selectFrom('stand as s')
        .whereRef('s.organisation', '=', 'm.organisation')
        .whereRef('s.market', '=', 'm.id')
        .select((of) => of.fn.countAll<string>().as('n'))
        .as('stands'),
    )
    .where('m.organisation', '=', organisation)
    .where('m.public', '=', true)
    .where('m.cancelled_at', 'is', null)
    .where('m.ends_on', '>=', today)
    .orderBy('m.starts_on')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => {
    const name = inLanguage(row.name, language)
    return { ...row, name: name.text, language: name.language, town: inLanguage(row.town, language).text, stands: Number(row.stands) }
  })
}

export interface ProjectMarket {
  readonly id: string
  readonly name: string
  readonly town: string
  readonly from: string
  readonly to: string
  readonly label: string
  readonly tookPart: boolean | null
}

/** Markets where a project has a stand. Whoever calls has asked whether the viewer may open its space. */
export async function marketsOfProject(db: Reader, organisation: string, project: string, language: Language): Promise<ProjectMarket[]> {
  const rows = await db
    .selectFrom('stand as s')
    .innerJoin('market as m', (join) => join.onRef('m.organisation', '=', 's.organisation').onRef('m.id', '=', 's.market'))
    .select(['m.id', 'm.name', 'm.town', 'm.starts_on as from', 'm.ends_on as to', 's.label', 's.took_part as tookPart'])
    .where('s.organisation', '=', organisation)
    .where('s.project', '=', project)
    .orderBy('m.starts_on')
    .execute()
  return rows.map((row) => ({ ...row, name: inLanguage(row.name, language).text, town: inLanguage(row.town, language).text }))
}

/** The zone of the organisation's clocks. */
export async function zoneOf(db: Reader, organisation: string): Promise<string> {
  return (await db.selectFrom('organisation').select('zone').where('id', '=', organisation).executeTakeFirstOrThrow()).zone
}
