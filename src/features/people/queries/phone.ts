/** Whether a person wants messages on their phone, and on which. */
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { organisationOf } from './organisation.ts'

export interface PhoneView {
  /** Null when they want none. */
  readonly wanted: { readonly phone: string; readonly since: Date } | null
  /** The number known of the person, to begin with. */
  readonly known: string
  readonly zone: string
}

export async function phoneView(db: Reader, { organisation, person }: SignedIn): Promise<PhoneView> {
  const [consent, known, { zone }] = await Promise.all([
    db
      .selectFrom('phone_consent')
      .select(['phone', 'given_at as since'])
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
    db.selectFrom('person').select('phone').where('organisation', '=', organisation).where('id', '=', person.id).executeTakeFirstOrThrow(),
    organisationOf(db, organisation),
  ])
  return { wanted: consent ?? null, known: known.phone ?? '', zone }
}
