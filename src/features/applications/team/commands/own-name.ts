/** The name a person gives when they first write with others: who had none would be nobody to their team. */
import { fold } from '../../../../domain/fold.ts'
import { isNameText, nameFor, type PersonName } from '../../../../domain/person.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Trx } from '../../../../platform/database/database.ts'

/** A name is mailed to strangers: it is no place for the address of a page. */
const ADDRESS = /[@/\\]|\w\.\w/

/** Keeps the name of somebody who has none, in the place of its script; a name that is there stays. Refuses `team/nameless`. */
export async function keepOwnName(trx: Trx, { organisation, person }: SignedIn, name: string, now: Date): Promise<Result<PersonName>> {
  const known = await trx
    .selectFrom('person')
    .select(['email', 'name_ar as nameAr', 'name_latin as nameLatin'])
    .where('organisation', '=', organisation)
    .where('id', '=', person.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  if (nameFor(known, person.language) !== '') return ok(known)
  const inArabic = /\p{Script=Arabic}/u.test(name)
  if (ADDRESS.test(name) || !isNameText(name) || (!inArabic && !/\p{Script=Latin}/u.test(name))) return refused('team/nameless')
  const given = inArabic ? { nameAr: name, nameLatin: '' } : { nameAr: '', nameLatin: name }
  await trx
    .updateTable('person')
    .set({ name_ar: given.nameAr, name_latin: given.nameLatin, search: fold([name, known.email ?? ''].join(' ')) })
    .where('organisation', '=', organisation)
    .where('id', '=', person.id)
    .execute()
  const fields = [inArabic ? 'name_ar' : 'name_latin']
  await audit(trx, { organisation, stream: person.id, act: 'person/corrected', actor: person.id, at: now, details: { fields } })
  return ok(given)
}
