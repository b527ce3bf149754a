/** A person says that what was verified of them is wrong. Whoever verified it is told; until they answer, nobody relies on it. */
import { nameFor } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayContest } from '../../../domain/verification.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { writeMessage } from '../../messages/index.ts'
import { verificationsOf, type VerificationView } from '../queries/verifications.ts'
import { words } from '../words/index.ts'

/** Refuses `page/not-found` for any that is not the viewer's own, `verification/revoked`, `verification/contested`, `verification/no-text`, `verification/text-too-long { max }`. */
export async function contestVerification(
  db: Database,
  viewer: SignedIn,
  { verification: id, text }: { readonly verification: string; readonly text: string },
  origin: string,
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await trx.selectFrom('person').select('id').where('organisation', '=', organisation).where('id', '=', person.id).forUpdate().execute()
    const found = (await verificationsOf(trx, organisation, person.id)).find((one) => one.id === id)
    if (found === undefined) return refused('page/not-found')
    const allowed = mayContest(found, text)
    if (!allowed.ok) return allowed
    const last = await trx
      .selectFrom('verification_contest')
      .select((one) => one.fn.max('seq').as('seq'))
      .where('organisation', '=', organisation)
      .where('verification', '=', id)
      .executeTakeFirst()
    const seq = (last?.seq ?? 0) + 1
    await trx.insertInto('verification_contest').values({ organisation, verification: id, seq, text: text.trim(), contested_at: now }).execute()
    await audit(trx, {
      organisation,
      stream: found.application,
      act: 'verification/contested',
      actor: person.id,
      at: now,
      details: { verification: id },
    })
    await tellVerifier(trx, viewer, found, origin, now)
    return ok(null)
  })
}

/** Says that something waits, and where; what it is about stands on the page, for whom may read it. */
async function tellVerifier(trx: Trx, viewer: SignedIn, { id, application, question }: VerificationView, origin: string, now: Date): Promise<void> {
  const row = await trx
    .selectFrom('verification as v')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'v.organisation').onRef('p.id', '=', 'v.verified_by'))
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'v.organisation').onRef('a.id', '=', 'v.application'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'a.organisation').onRef('e.id', '=', 'a.edition'))
    .select(['p.id', 'p.email', 'p.language', 'a.number', 'e.slug'])
    .where('v.organisation', '=', viewer.organisation)
    .where('v.id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.email === null) return
  const t = words(row.language)
  const href = `${origin}/${row.language}/desk/${row.slug}/eligibility/${application}/verifications/${question}`
  await writeMessage(
    trx,
    {
      organisation: viewer.organisation,
      kind: 'verification-contested',
      person: row.id,
      address: row.email,
      language: row.language,
      subject: t('fact-mail.contested-subject', { number: row.number }),
      paragraphs: [
        t('fact-mail.contested', { name: nameFor(viewer.person, row.language), number: row.number }),
        { action: { label: t('fact-mail.open'), href } },
      ],
      object: application,
    },
    now,
  )
}
