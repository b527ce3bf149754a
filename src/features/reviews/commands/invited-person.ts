/** Whom an invitation to read goes to: somebody chosen, or an address, whose person is found or made and given the role. */
import { fold } from '../../../domain/fold.ts'
import type { Language } from '../../../domain/language.ts'
import { mayBeNamed, type PersonName } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { AuditFacts } from '../../../platform/database/audit.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'

export interface Newcomer extends PersonName {
  /** In lower case. */
  readonly email: string
  /** Names and language count for somebody new, the names also for who has none yet: nothing is overwritten. */
  readonly language: Language
}

/** Somebody who holds the role of reviewer, by id, or anybody by their address. */
export type Invited = { readonly person: string } | { readonly newcomer: Newcomer }

export interface InvitedPerson {
  readonly id: string
  readonly added: boolean
  /** Names that somebody known got with the invitation. */
  readonly named: readonly ('name_ar' | 'name_latin')[]
}

/** The person, locked; made when nobody has the address. Refuses `reviewer/without-role` for an unknown id, `person/nameless` and the like. */
export async function invitedPerson(trx: Trx, organisation: string, invited: Invited, now: Date): Promise<Result<InvitedPerson>> {
  if ('newcomer' in invited) return byAddress(trx, organisation, invited.newcomer, now)
  if (!isId(invited.person)) return refused('reviewer/without-role')
  const known = await trx
    .selectFrom('person')
    .select('id')
    .where('organisation', '=', organisation)
    .where('id', '=', invited.person)
    .forUpdate()
    .executeTakeFirst()
  return known === undefined ? refused('reviewer/without-role') : ok({ id: known.id, added: false, named: [] })
}

async function byAddress(trx: Trx, organisation: string, newcomer: Newcomer, now: Date): Promise<Result<InvitedPerson>> {
  const { email, nameAr, nameLatin, language } = newcomer
  const find = () =>
    trx
      .selectFrom('person')
      .select(['id', 'name_ar', 'name_latin'])
      .where('organisation', '=', organisation)
      .where('email', '=', email)
      .forUpdate()
      .executeTakeFirst()
  const known = await find()
  if (known !== undefined && (known.name_ar + known.name_latin !== '' || nameAr + nameLatin === '')) {
    return ok({ id: known.id, added: false, named: [] })
  }
  const allowed = mayBeNamed(newcomer)
  if (!allowed.ok) return allowed
  const names = { name_ar: nameAr, name_latin: nameLatin, search: fold(`${nameAr} ${nameLatin}`) }
  if (known !== undefined) {
    await trx.updateTable('person').set(names).where('organisation', '=', organisation).where('id', '=', known.id).execute()
    return ok({ id: known.id, added: false, named: (['name_ar', 'name_latin'] as const).filter((name) => names[name] !== '') })
  }
  // Two officers invite one address at the same instant: the second finds the person the first made.
  const made = await trx
    .insertInto('person')
    .values({ organisation, id: newId(now), email, ...names, language, created_at: now })
    .onConflict((conflict) => conflict.constraint('person_email_once').doNothing())
    .executeTakeFirst()
  const person = await find()
  if (person === undefined) throw new Error('A person was made and is not there.')
  return ok({ id: person.id, added: made.numInsertedOrUpdatedRows === 1n, named: [] })
}

/** Gives the role of reviewer in the edition and no further. Answers the entry of the trail. */
export async function giveReviewerRole(trx: Trx, viewer: SignedIn, { programme, edition }: Place, person: string, now: Date): Promise<AuditFacts> {
  const { organisation } = viewer
  const id = newId(now)
  const grant = { role: 'reviewer' as const, programme, edition }
  await trx
    .insertInto('role_grant')
    .values({ organisation, id, person, ...grant, granted_by: viewer.person.id, granted_at: now })
    .execute()
  const details = { ...grant, regions: [], grants: [id] }
  return { organisation, stream: person, act: 'role/given', actor: viewer.person.id, at: now, details }
}

/** What the trail says of a person made, or named, for the invitation. */
export function personEntries(viewer: SignedIn, { id, added, named }: InvitedPerson, now: Date): AuditFacts[] {
  const entry = { organisation: viewer.organisation, stream: id, actor: viewer.person.id, at: now }
  if (added) return [{ ...entry, act: 'person/added' }]
  return named.length > 0 ? [{ ...entry, act: 'person/corrected', details: { fields: named } }] : []
}
