/** What a reviewer says of files before they are shared out: how gladly they would read each, or that something ties them to it. */
import { sql } from 'kysely'
import { WISHES, type Wish } from '../../../domain/assignment.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { type OwnReviewer, openFiles, ownReviewer } from '../queries/preferences.ts'
import { lockEdition } from './assign.ts'
import { stepBack } from './step-back.ts'

export const PREFERENCE_ANSWERS = [...WISHES, 'conflict', 'none'] as const
export type PreferenceAnswer = (typeof PREFERENCE_ANSWERS)[number]

export interface PreferencesInput {
  /** Slug. */
  readonly edition: string
  /** 'none' takes back what was said. */
  readonly answers: readonly { readonly application: string; readonly answer: PreferenceAnswer }[]
}

/**
 * Writes what was said; of a file that is not among those of the reviewer nothing is kept. A conflict stands at once, and
 * ends what they hold of that file. Refuses `preference/unknown` (no reviewer there, or no longer).
 */
export async function sayPreferences(
  db: Database,
  viewer: SignedIn,
  input: PreferencesInput,
  now: Date,
): Promise<Result<{ said: number; conflicts: number }>> {
  const { organisation, person } = viewer
  const first = await ownReviewer(db, viewer, input.edition)
  if (first === null) return refused('preference/unknown')
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, first.edition)
    const own = await ownReviewer(trx, viewer, input.edition)
    if (own === null) return refused('preference/unknown')
    const found = await sql<{ application: string }>`select s.application ${openFiles(organisation, own)}`.execute(trx)
    const open = new Set(found.rows.map(({ application }) => application))
    const answers = input.answers.filter(({ application }) => open.has(application))
    const conflicts = answers.filter(({ answer }) => answer === 'conflict').map(({ application }) => application)
    for (const { application, answer } of answers) await write(trx, organisation, own, { application, answer }, now)
    const { edition, reviewer } = own
    for (const application of conflicts) await stepBack(trx, viewer, { edition, application, reviewer, note: '' }, now)
    const entry = { organisation, actor: person.id, at: now }
    await auditAll(trx, [
      { ...entry, stream: own.reviewer, act: 'preference/said', details: { files: answers.length, conflicts: conflicts.length } },
      ...conflicts.map((application) => ({ ...entry, stream: application, act: 'conflict/declared' as const, details: { reviewer: own.reviewer } })),
    ])
    return ok({ said: answers.length - conflicts.length, conflicts: conflicts.length })
  })
}

const isWish = (answer: PreferenceAnswer): answer is Wish => (WISHES as readonly string[]).includes(answer)

async function write(
  trx: Trx,
  organisation: string,
  { reviewer, edition }: OwnReviewer,
  { application, answer }: PreferencesInput['answers'][number],
  now: Date,
): Promise<void> {
  if (isWish(answer)) {
    const row = { wish: answer, said_at: now }
    await trx
      .insertInto('preference')
      .values({ organisation, edition, reviewer, application, ...row })
      .onConflict((already) => already.constraint('preference_key').doUpdateSet(row))
      .execute()
    return
  }
  await trx
    .deleteFrom('preference')
    .where('organisation', '=', organisation)
    .where('reviewer', '=', reviewer)
    .where('application', '=', application)
    .execute()
}
