/** Somebody the desk acts for: found by their address, or written down with what is known of them. */
import { fold } from '../../../domain/fold.ts'
import type { Language } from '../../../domain/language.ts'
import { mayBeNamed, type PersonName } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'

export interface PersonSought extends PersonName {
  /** In lower case; null for somebody who has none. */
  readonly email: string | null
  /** E.164; null when it is not known. */
  readonly phone: string | null
  readonly language: Language
}

export interface PersonFound {
  readonly id: string
  readonly added: boolean
  /** Language of their letters. */
  readonly language: Language
}

/**
 * The person with this address, whose record stays as it is; else a new one. Somebody without an address is always new:
 * a phone may be shared. Refuses `person/unreachable` without either, `person/nameless` and the like for a new one without an address.
 */
export async function personFound(trx: Trx, organisation: string, sought: PersonSought, now: Date): Promise<Result<PersonFound>> {
  const { email, phone, nameAr, nameLatin, language } = sought
  const known = email === null ? undefined : await byAddress(trx, organisation, email)
  if (known !== undefined) return ok({ ...known, added: false })
  if (email === null && phone === null) return refused('person/unreachable')
  if (email === null || nameAr + nameLatin !== '') {
    const named = mayBeNamed(sought)
    if (!named.ok) return named
  }
  const id = newId(now)
  const row = {
    organisation,
    id,
    email,
    phone,
    name_ar: nameAr,
    name_latin: nameLatin,
    search: fold([nameAr, nameLatin, email ?? ''].join(' ')),
    language,
  }
  await trx
    .insertInto('person')
    .values({ ...row, created_at: now })
    .onConflict((conflict) => conflict.constraint('person_email_once').doNothing())
    .execute()
  // Two officers write down one address at the same instant: the second finds the person the first made.
  const made = email === null ? { id, language } : await byAddress(trx, organisation, email)
  if (made === undefined) throw new Error('A person was made and is not there.')
  return ok({ ...made, added: made.id === id })
}

function byAddress(trx: Trx, organisation: string, email: string): Promise<{ id: string; language: Language } | undefined> {
  return trx
    .selectFrom('person')
    .select(['id', 'language'])
    .where('organisation', '=', organisation)
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst()
}
