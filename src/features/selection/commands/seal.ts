/** The decision of the jury: one plan becomes the sealed record, and a decision for every eligible application. */
import { sql } from 'kysely'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { maySealSelection, sealSelection as seal } from '../../../domain/selection.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { RECORD_FORMAT, type SelectionRecord, sealedText } from '../../../engines/record.ts'
import type { SelectionInput, SelectionOutput } from '../../../engines/selection/index.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { type UnfinishedJury, unfinishedJury } from '../../juries/index.ts'
import { isSealed } from '../../reviews/index.ts'
import { decisionsOf } from '../decisions.ts'
import { engineInput, fingerprintOf } from '../engine-input.ts'
import { scoreSources } from '../score-sources.ts'
import { selectionFacts } from '../queries/selection-facts.ts'
import { lockEdition } from './plan.ts'

/** Characters of the reason to seal while the jury has not finished. */
export const LONGEST_SEAL_REASON = 1000

/**
 * Seals a plan whose fingerprint the viewer has seen. Inputs are read again: when anything moved since the plan, it is
 * refused `selection/inputs-changed` with how many reviews and withdrawals came since. Other refusals: `page/not-found`,
 * `page/not-allowed`, `selection/already-sealed`, `selection/no-list`, `selection/other-rules` for a what-if; `selection/jury-unfinished`
 * and `…-reason` while the jury has not finished and `nevertheless` does not say why to seal all the same. Publishes nothing and
 * writes to nobody.
 */
export async function sealSelection(
  db: Database,
  viewer: SignedIn,
  plan: string,
  fingerprint: string,
  now: Date,
  nevertheless: string | null = null,
): Promise<Result<{ seal: string; hash: string }>> {
  if (!isId(plan)) return refused('page/not-found')
  const { organisation } = viewer
  return atomically(db, async (trx) => {
    const row = await planRow(trx, organisation, plan)
    if (row === undefined) return refused('page/not-found')
    if (!maySealSelection(viewer, { programme: row.programme, edition: row.edition })) return refused('page/not-allowed')
    await lockEdition(trx, organisation, row.edition)
    await lockReviews(trx, organisation, row.edition)
    const facts = await selectionFacts(trx, organisation, row.edition)
    if (facts === null) return refused('page/not-found')
    const input = engineInput(facts)
    const [shownInput, output] = [row.input as SelectionInput, row.output as SelectionOutput]
    const unfinished = await unfinishedJury(trx, organisation, row.edition, now)
    const left = isLeft(unfinished)
    const allowed = seal({
      sealed: await isSealed(trx, organisation, row.edition),
      shown: { fingerprint: row.fingerprint, solved: output.status === 'optimal', otherRules: !row.own_rules },
      seen: fingerprint,
      now: input === null ? '' : fingerprintOf(input),
      since: await since(trx, organisation, row.edition, row.planned_at),
      unfinished: left,
      nevertheless,
    })
    if (!allowed.ok) return allowed
    const edition = { id: row.edition, slug: row.slug, programme: row.programme_slug }
    const record: SelectionRecord = {
      format: RECORD_FORMAT,
      edition,
      input: shownInput,
      output,
      fingerprint: row.fingerprint,
      plan: row.number,
      sealedAt: now.toISOString(),
      sealedBy: viewer.person.id,
      sources: scoreSources(facts),
    }
    const { text, hash } = sealedText(record)
    const id = newId(now)
    const why = left ? { unfinished: JSON.stringify(unfinished), reason: nevertheless?.trim() ?? null } : {}
    await trx
      .insertInto('selection_seal')
      .values({ organisation, id, edition: row.edition, plan, record: text, hash, sealed_at: now, sealed_by: viewer.person.id, ...why })
      .execute()
    const decisions = decisionsOf(facts, output)
    const AT_ONCE = 1000
    for (let from = 0; from < decisions.length; from += AT_ONCE) {
      const values = decisions
        .slice(from, from + AT_ONCE)
        .map(({ explanation, ...one }) => ({ organisation, edition: row.edition, seal: id, ...one, explanation: JSON.stringify(explanation) }))
      await trx.insertInto('decision').values(values).execute()
    }
    await audit(trx, {
      organisation,
      stream: row.edition,
      act: 'selection/sealed',
      actor: viewer.person.id,
      at: now,
      details: {
        plan,
        number: row.number,
        seal: id,
        hash,
        ...(left ? { unfinished: { ...unfinished, sessions: unfinished.sessions.map((one) => one.session) }, reason: why.reason } : {}),
      },
    })
    return ok({ seal: id, hash })
  })
}

/** Whether the jury has anything left to end. */
export const isLeft = ({ sessions, again, notOpened }: UnfinishedJury): boolean => sessions.length > 0 || again.length > 0 || notOpened.length > 0

async function planRow(trx: Trx, organisation: string, plan: string) {
  return trx
    .selectFrom('selection_plan as s')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 's.organisation').onRef('e.id', '=', 's.edition'))
    .innerJoin('programme as p', (join) => join.onRef('p.organisation', '=', 'e.organisation').onRef('p.id', '=', 'e.programme'))
    .select([
      's.edition',
      's.number',
      's.fingerprint',
      's.input',
      's.output',
      's.own_rules',
      's.planned_at',
      'e.programme',
      'e.slug',
      'p.slug as programme_slug',
    ])
    .where('s.organisation', '=', organisation)
    .where('s.id', '=', plan)
    .executeTakeFirst()
}

/** A review being handed in holds its assignment: the seal waits for it and then sees it; one that comes later finds the seal. */
async function lockReviews(trx: Trx, organisation: string, edition: string): Promise<void> {
  await trx
    .selectFrom('assignment')
    .select('id')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Reviews handed in or changed and applications withdrawn after a moment. */
async function since(trx: Trx, organisation: string, edition: string, at: Date): Promise<{ reviews: number; withdrawals: number }> {
  const found = await sql<{ reviews: number; withdrawals: number }>`select
    (select count(*)::int from review r join assignment a on a.organisation = r.organisation and a.id = r.assignment
      left join review_revision x on x.organisation = r.organisation and x.assignment = r.assignment
      where r.organisation = ${organisation} and a.edition = ${edition} and greatest(r.submitted_at, x.revised_at) > ${at}) as reviews,
    (select count(*)::int from withdrawal w join application a on a.organisation = w.organisation and a.id = w.application
      where w.organisation = ${organisation} and a.edition = ${edition} and w.withdrawn_at > ${at}) as withdrawals`.execute(trx)
  return found.rows[0] as { reviews: number; withdrawals: number }
}
