/** Mending the names and the language of somebody of the desk. The address stays: it is how they come in. */
import { fold } from '../../../domain/fold.ts'
import { isLanguage } from '../../../domain/language.ts'
import { mayBeNamed } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayCorrectPeople } from '../../../domain/role.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'

export interface Correction {
  readonly person: string
  readonly nameAr: string
  readonly nameLatin: string
  readonly language: string
}

/** Refuses `page/not-allowed`, `page/not-found` for who never held a role, `person/unknown-language`, and names that cannot be. Writes nothing when nothing changes. */
export async function correctPerson(db: Database, viewer: SignedIn, input: Correction, now: Date): Promise<Result<null>> {
  const { person, nameAr, nameLatin, language } = input
  const { organisation } = viewer
  if (!mayCorrectPeople(viewer)) return refused('page/not-allowed')
  if (!isId(person)) return refused('page/not-found')
  if (!isLanguage(language)) return refused('person/unknown-language')
  const named = mayBeNamed(input)
  if (!named.ok) return named
  return atomically(db, async (trx) => {
    const before = await trx
      .selectFrom('person as p')
      .select(['p.name_ar', 'p.name_latin', 'p.language'])
      .where('p.organisation', '=', organisation)
      .where('p.id', '=', person)
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('role_grant as g').select('g.id').whereRef('g.organisation', '=', 'p.organisation').whereRef('g.person', '=', 'p.id')),
      )
      .forUpdate()
      .executeTakeFirst()
    if (before === undefined) return refused('page/not-found')
    const after = { name_ar: nameAr, name_latin: nameLatin, language }
    const fields = (['name_ar', 'name_latin', 'language'] as const).filter((field) => before[field] !== after[field])
    if (fields.length === 0) return ok(null)
    await trx
      .updateTable('person')
      .set({ ...after, search: fold(`${nameAr} ${nameLatin}`) })
      .where('organisation', '=', organisation)
      .where('id', '=', person)
      .execute()
    await audit(trx, { organisation, stream: person, act: 'person/corrected', actor: viewer.person.id, at: now, details: { fields } })
    return ok(null)
  })
}
