/** Asking applicants to choose a slot: those who were shown and ticked, each by mail in the language of the application. */
import { sql } from 'kysely'
import type { Language } from '../../../../domain/language.ts'
import { mayArrangeReviews } from '../../../../domain/review.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { Place, SignedIn } from '../../../../domain/viewer.ts'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { tellTeam } from '../../../applications/index.ts'
import { isSealed, lockEdition } from '../../commands/assign.ts'
import { chooseMail } from '../mails.ts'
import { slotsLeft } from '../left.ts'
import { slotsOf } from '../queries/slots.ts'
import { mayBeAsked } from '../views.ts'

/**
 * Refuses `slot/not-allowed`, `…/sealed`, `…/none-ticked`, and `…/changed` when whom one may ask, or what is free, is no
 * longer what was shown; `…/too-few` when more would wait than slots are left, unless `anyway` says that this is meant. Nobody is written to then. Answers how many were asked, and how many of them no mail reaches.
 */
export async function askToChoose(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly applications: readonly string[]; readonly fingerprint: string; readonly anyway: boolean },
  origin: string,
  now: Date,
): Promise<Result<{ asked: number; unreached: number }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('slot/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('slot/sealed')
    const view = await slotsOf(trx, viewer, place, 'fr', now)
    if (view === null) return refused('slot/not-allowed')
    if (view.fingerprint !== input.fingerprint) return refused('slot/changed')
    const ticked = new Set(input.applications)
    const chosen = view.candidates.filter((one) => mayBeAsked(one) && ticked.has(one.application))
    if (chosen.length === 0) return refused('slot/none-ticked')
    const asking = new Set(chosen.map((one) => one.application))
    const { missing } = slotsLeft(view, [...new Set(view.candidates.map((one) => one.region))], now, asking)
    if (missing > 0 && !input.anyway) return refused('slot/too-few', { count: missing })
    const details = await letterFacts(
      trx,
      organisation,
      chosen.map((one) => one.application),
    )
    let unreached = 0
    for (const { application } of chosen) {
      await trx
        .insertInto('interview_request')
        .values({ organisation, edition: place.edition, application, asked_at: now, asked_by: person.id })
        .execute()
      const facts = details.get(application)
      const told =
        facts === undefined ? 0 : await tellTeam(trx, organisation, application, chooseMail({ ...facts, application }, 'asked', origin), now)
      if (told === 0) unreached += 1
      await audit(trx, { organisation, stream: application, act: 'interview/asked-to-choose', actor: person.id, at: now, details: { told } })
    }
    return ok({ asked: chosen.length, unreached })
  })
}

export interface LetterFacts {
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly language: Language
  /** Of the call, for who has a question; null where there is none. */
  readonly phone: string | null
}

export async function letterFacts(trx: Trx, organisation: string, applications: readonly string[]): Promise<Map<string, LetterFacts>> {
  const found = await sql<LetterFacts & { application: string }>`
    select s.application, a.number, s.title, s.holder_name as "holderName", s.language, nullif(l.texts->'help'->>'phone', '') as phone
    from submission s join application a on a.organisation = s.organisation and a.id = s.application
    join call l on l.organisation = a.organisation and l.id = a.call
    where s.organisation = ${organisation} and s.application = any(${[...applications]}::uuid[])`.execute(trx)
  return new Map(found.rows.map((row) => [row.application, row]))
}
