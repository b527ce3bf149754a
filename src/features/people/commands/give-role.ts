/** Giving a role: to somebody known, who is told what they may now do, or to an address nobody has yet, which is invited. */
import { fold } from '../../../domain/fold.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { mayBeNamed, nameFor, type PersonName } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { grantsOf, mayGiveRoles, mayReceive, type WantedRole } from '../../../domain/role.ts'
import type { Grant } from '../../../domain/viewer.ts'
import { atomically, undo } from '../../../platform/database/atomically.ts'
import { type AuditFacts, auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { writeMessage } from '../../messages/index.ts'
import { roleMail } from '../role-mail.ts'
import { actorOf, type Giver, isSystem } from './giver.ts'
import { type NamedPlace, namedPlace } from './named-place.ts'

export interface RoleGift extends WantedRole, PersonName {
  /** In lower case. */
  readonly email: string
  /** Names and language count for somebody new, the names also for who has none yet: nothing is overwritten. */
  readonly language: Language
}

export interface RoleGiven {
  readonly person: string
  /** Whether nobody had this address before. */
  readonly added: boolean
}

/**
 * Gives a role, in one row for each region, and writes to its holder in their language. Refuses `page/not-allowed`,
 * `person/nameless` and the like for somebody new, `role/unknown-place`, `role/unknown-region`, a place in which the
 * role cannot hold, `role/own`, `role/held-already`, `role/held-wider`.
 */
export async function giveRole(db: Database, by: Giver, gift: RoleGift, origin: string, now: Date): Promise<Result<RoleGiven>> {
  if (!isSystem(by) && !mayGiveRoles(by)) return refused('page/not-allowed')
  const { organisation } = by
  return atomically(db, async (trx) => {
    const place = await namedPlace(trx, organisation, gift)
    if (!place.ok) return place
    const wanted = grantsOf({ ...gift, programme: place.value.programme })
    if (!wanted.ok) return wanted
    const person = await personOf(trx, organisation, gift, now)
    if (!person.ok) return person
    const held = await heldBy(trx, organisation, person.value.id)
    const allowed = mayReceive({ giver: actorOf(by), person: person.value.id, held, wanted: wanted.value })
    if (!allowed.ok) return undo(allowed)
    await writeGrants(trx, by, person.value, wanted.value, now)
    await tell(trx, by, person.value, gift, place.value, origin, now)
    return ok({ person: person.value.id, added: person.value.added })
  })
}

interface Receiver {
  readonly id: string
  readonly email: string
  readonly language: Language
  readonly added: boolean
  /** Names that somebody known got with the role. */
  readonly named: readonly ('name_ar' | 'name_latin')[]
}

/** The person of the address, locked; made when there is none. */
async function personOf(trx: Trx, organisation: string, gift: RoleGift, now: Date): Promise<Result<Receiver>> {
  const find = () =>
    trx
      .selectFrom('person')
      .select(['id', 'language', 'name_ar', 'name_latin'])
      .where('organisation', '=', organisation)
      .where('email', '=', gift.email)
      .forUpdate()
      .executeTakeFirst()
  const known = await find()
  const { nameAr, nameLatin, email, language } = gift
  const nothing = { email, added: false, named: [] }
  const hasName = known !== undefined && known.name_ar + known.name_latin !== ''
  if (hasName || (known !== undefined && nameAr + nameLatin === '')) return ok({ ...known, ...nothing })
  const allowed = mayBeNamed(gift)
  if (!allowed.ok) return allowed
  const names = { name_ar: nameAr, name_latin: nameLatin, search: fold(`${nameAr} ${nameLatin}`) }
  if (known !== undefined) {
    await trx.updateTable('person').set(names).where('organisation', '=', organisation).where('id', '=', known.id).execute()
    return ok({ ...known, ...nothing, named: (['name_ar', 'name_latin'] as const).filter((name) => names[name] !== '') })
  }
  // Two officers invite one address at the same instant: the second finds the person the first made.
  const made = await trx
    .insertInto('person')
    .values({ organisation, id: newId(now), email, ...names, language, created_at: now })
    .onConflict((conflict) => conflict.constraint('person_email_once').doNothing())
    .executeTakeFirst()
  const person = await find()
  if (person === undefined) throw new Error('A person was made and is not there.')
  return ok({ ...person, ...nothing, added: made.numInsertedOrUpdatedRows === 1n })
}

async function heldBy(trx: Trx, organisation: string, person: string): Promise<Grant[]> {
  const rows = await trx
    .selectFrom('role_grant')
    .select(['role', 'programme', 'edition', 'region'])
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .execute()
  return rows as Grant[]
}

async function writeGrants(trx: Trx, by: Giver, person: Receiver, grants: readonly Grant[], now: Date): Promise<void> {
  const { organisation } = by
  const actor = actorOf(by)
  const rows = grants.map((grant) => ({ organisation, id: newId(now), person: person.id, ...grant, granted_by: actor, granted_at: now }))
  await trx.insertInto('role_grant').values(rows).execute()
  const [first] = grants as readonly [Grant, ...Grant[]]
  const entry = { organisation, stream: person.id, actor, at: now }
  const regions = grants.flatMap(({ region }) => (region === null ? [] : [region]))
  const details = { role: first.role, programme: first.programme, edition: first.edition, regions, grants: rows.map(({ id }) => id) }
  const added: AuditFacts[] = person.added ? [{ ...entry, act: 'person/added' }] : []
  const named: AuditFacts[] = person.named.length > 0 ? [{ ...entry, act: 'person/corrected', details: { fields: person.named } }] : []
  await auditAll(trx, [...added, ...named, { ...entry, act: 'role/given', details }])
}

async function tell(trx: Trx, by: Giver, person: Receiver, gift: RoleGift, place: NamedPlace, origin: string, now: Date): Promise<void> {
  const { language } = person
  const mail = roleMail(
    {
      organisation: inLanguage(place.organisationName, language).text,
      giver: isSystem(by) ? null : nameFor(by.person, language),
      role: gift.role,
      place,
      email: person.email,
      invited: person.added,
    },
    language,
    origin,
  )
  const kind = person.added ? 'invitation' : 'role-given'
  await writeMessage(trx, { organisation: by.organisation, kind, person: person.id, address: person.email, language, ...mail }, now)
}
