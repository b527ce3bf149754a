/** Roles that hold now, for the command line: one statement. */
import type { Role } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface RollLine {
  readonly grant: string
  readonly person: string
  readonly email: string | null
  readonly nameAr: string
  readonly nameLatin: string
  readonly role: Role
  /** Slugs and a code; all null for the whole organisation. */
  readonly programme: string | null
  readonly edition: string | null
  readonly region: string | null
  readonly givenAt: Date
}

export async function rollOf(db: Reader, organisation: string): Promise<RollLine[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'g.organisation').onRef('p.id', '=', 'g.person'))
    .leftJoin('programme as m', (join) => join.onRef('m.organisation', '=', 'g.organisation').onRef('m.id', '=', 'g.programme'))
    .leftJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'g.organisation').onRef('e.id', '=', 'g.edition'))
    .select(['g.id as grant', 'p.id as person', 'p.email', 'p.name_ar as nameAr', 'p.name_latin as nameLatin', 'g.role'])
    .select(['m.slug as programme', 'e.slug as edition', 'g.region', 'g.granted_at as givenAt'])
    .where('g.organisation', '=', organisation)
    .where('g.ended_at', 'is', null)
    .orderBy('p.email')
    .orderBy('p.id')
    .orderBy('g.granted_at')
    .orderBy('g.id')
    .execute()
  return rows as RollLine[]
}

/** Ids of a programme and an edition by their slugs; null for what is not there. */
export async function placeOfSlugs(
  db: Reader,
  organisation: string,
  slugs: { readonly programme: string | null; readonly edition: string | null },
): Promise<{ readonly programme: string | null; readonly edition: string | null }> {
  const find = async (table: 'programme' | 'edition', slug: string | null): Promise<string | null> => {
    if (slug === null) return null
    const row = await db.selectFrom(table).select('id').where('organisation', '=', organisation).where('slug', '=', slug).executeTakeFirst()
    return row?.id ?? null
  }
  return { programme: await find('programme', slugs.programme), edition: await find('edition', slugs.edition) }
}
