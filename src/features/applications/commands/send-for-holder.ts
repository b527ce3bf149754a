/** Sending an application for its holder, who declared it by other means than the page. */
import type { DeclarationWay } from '../../../domain/assistance.ts'
import type { Language } from '../../../domain/language.ts'
import { type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically, undo } from '../../../platform/database/atomically.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { lockDraft } from './merge-draft.ts'
import { lockPerson, type Submitted, sendAsItStands } from './submit-application.ts'
import { standingHeld } from './submission-statement.ts'

export interface HolderDeclared {
  readonly application: string
  /** How the holder declared that all is true and that the rules are accepted; null when it was not said. */
  readonly how: DeclarationWay | null
  readonly language: Language
}

/**
 * Sends what was written for a holder and records how they declared it, as part of what is hashed. Refuses as
 * `submitApplication`; `application/not-holder` for who does not help; `assistance/undeclared`.
 */
export function sendForHolder(db: Database, viewer: SignedIn, input: HolderDeclared, now: Date): Promise<Result<Submitted>> {
  const { organisation, person } = viewer
  const { application, how, language } = input
  return atomically(db, async (trx): Promise<Result<Submitted>> => {
    const held = isId(application) ? await lockDraft(trx, organisation, application, person.id) : null
    if (held === null) return refused('application/unknown')
    if (held.facts.membership !== 'helper') return refused('application/not-holder')
    if (how === null) return refused('assistance/undeclared')
    const by = await handsOf(trx, viewer, application)
    const sender = { organisation, application, person: by.holder }
    await lockPerson(trx, sender)
    await trx
      .insertInto('holder_declaration')
      .values({ organisation, application, assistance: by.assistance, how, declared_at: now, recorded_by: person.id })
      .onConflict((already) => already.constraint('holder_declaration_key').doNothing())
      .execute()
    const recorded = { how, recordedBy: person.id }
    const outcome = await sendAsItStands(trx, sender, await standingHeld(trx, sender), { declared: true, language, recorded }, now)
    if (outcome === 'again') throw new Error('An application changed while it was held.')
    return outcome.ok ? outcome : undo(outcome)
  })
}

async function handsOf(trx: Trx, { organisation, person }: SignedIn, application: string): Promise<{ holder: string; assistance: string }> {
  return trx
    .selectFrom('assistance as h')
    .innerJoin('application_member as m', (join) => join.onRef('m.organisation', '=', 'h.organisation').onRef('m.application', '=', 'h.application'))
    .select(['m.person as holder', 'h.id as assistance'])
    .where('h.organisation', '=', organisation)
    .where('h.application', '=', application)
    .where('h.helper', '=', person.id)
    .where('h.ended_at', 'is', null)
    .where('m.part', '=', 'holder')
    .executeTakeFirstOrThrow()
}
