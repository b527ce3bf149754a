/** Who makes calls public and moves their deadlines: said to officers, who do neither. */
import { sql } from 'kysely'
import { BUILDERS } from '../../../domain/edition.ts'
import type { PersonName } from '../../../domain/person.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { OFFICERS, type Place, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** Their names, those who direct first, for an officer of the edition, one of a region included; nobody for anyone else. */
export async function buildersOf(db: Reader, viewer: Viewer, place: Place): Promise<PersonName[]> {
  if (scopeOf(viewer, OFFICERS, place).length === 0) return []
  return db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'g.organisation').onRef('p.id', '=', 'g.person'))
    .select(['p.name_ar as nameAr', 'p.name_latin as nameLatin'])
    .where('g.organisation', '=', viewer.organisation)
    .where('g.role', 'in', [...BUILDERS])
    .where('g.ended_at', 'is', null)
    .where('g.edition', 'is', null)
    .where('g.region', 'is', null)
    .where((of) => of.or([of('g.programme', 'is', null), of('g.programme', '=', place.programme)]))
    .groupBy(['p.id', 'p.name_ar', 'p.name_latin'])
    .orderBy(sql`bool_or(g.role = 'director')`, 'desc')
    .orderBy('p.name_latin')
    .orderBy('p.name_ar')
    .orderBy('p.id')
    .execute()
}
