/** The eligibility desk: the machine's reading of every rule, what officers read otherwise, their decisions. */
import { inLanguage, type Trilingual } from '../../domain/language.ts'
import { recordVerdicts, runAutomaticChecks } from '../../features/eligibility/index.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { type AuditFacts, auditAll } from '../../platform/database/audit.ts'
import type { WorldApplication } from '../world/applications.ts'
import { addDays, addMinutes, instant } from '../world/clock.ts'
import { SCENARIO } from '../world/scenario.ts'
import { seeded } from '../world/seeded.ts'
import { sent } from './applications.ts'
import { inPortions, type Loading, teamMember } from './context.ts'
import { demoId } from './id.ts'
import { ORGANISATION } from './organisation.ts'

/** Officers of the eligibility desk. */
const DESK = ['nadia', 'youssef'] as const

/** The day after the deadline. */
export function checkedAt({ ids }: Loading): Date {
  return new Date(instant(`${addDays(SCENARIO[ids.key].calendar.deadlineDay, 1)}T09:30`))
}

/** Checks, verdicts and decisions. Decisions fall between the day after the deadline and the day eligibility is done. */
export async function loadEligibility(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  if (until < checkedAt(loading)) return
  const officer = await teamMember(db, 'nadia')
  const run = await runAutomaticChecks(db, officer, ids.place, checkedAt(loading))
  if (!run.ok) throw new Error(`demo: ${run.code}`)
  await readByOfficers(loading)
  await decide(loading)
}

/** What no machine can say: parts left unwritten, and which of two likenesses is a second application. */
async function readByOfficers(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  const all = sent(loading)
  const twins = new Set(all.flatMap((one) => (one.twin === null ? [] : [one.twin])))
  for (const one of all) {
    const at = new Date(addMinutes(decidedAt(loading, one).toISOString(), -6))
    if (at > until) continue
    const verdicts = [
      ...(one.ground === 'incomplete' ? [{ rule: 'incomplete', verdict: 'not-met' as const, reason: INCOMPLETE[one.language] }] : []),
      ...(one.ground === 'duplicate' ? [{ rule: 'duplicate', verdict: 'not-met' as const, reason: SECOND[one.language] }] : []),
      ...(twins.has(one.key) ? [{ rule: 'duplicate', verdict: 'met' as const, reason: FIRST[one.language] }] : []),
    ]
    if (verdicts.length === 0) continue
    const officer = await teamMember(db, deskOf(one))
    const outcome = await recordVerdicts(db, officer, ids.place, one.id, verdicts, at)
    if (!outcome.ok) throw new Error(`demo: ${one.key}: ${outcome.code}`)
  }
}

const INCOMPLETE = {
  ar: 'لم يُكتب الجزء الخاص بالمداخيل ولا الخاص بالتجربة.',
  fr: 'Les parties sur les revenus et sur l’expérience n’ont pas été écrites.',
  en: 'The parts on income and on experience were not written.',
} as const
const SECOND = {
  ar: 'ترشيح ثانٍ للشخص نفسه؛ يُحتفظ بالأول.',
  fr: 'Deuxième candidature de la même personne ; la première est gardée.',
  en: 'A second application by the same person; the first is kept.',
} as const
const FIRST = {
  ar: 'أول ترشيح لهذا الشخص، وهو الذي يُحتفظ به.',
  fr: 'Première candidature de cette personne : c’est elle qui est gardée.',
  en: 'The first application of this person: it is the one that is kept.',
} as const

function deskOf(one: WorldApplication): (typeof DESK)[number] {
  return seeded(`${one.key}/desk`).pick(DESK)
}

/** When an officer decides: in working hours, spread over the days of the desk. */
function decidedAt({ ids }: Loading, one: WorldApplication): Date {
  const { deadlineDay, eligibilityDone } = SCENARIO[ids.key].calendar
  const first = Date.parse(instant(`${addDays(deadlineDay, 1)}T11:00`))
  const last = Date.parse(instant(`${eligibilityDone}T16:00`))
  return new Date(first + Math.floor((seeded(`${one.key}/decided`).next() * (last - first)) / 1000) * 1000)
}

async function decide(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  const rules = await db
    .selectFrom('eligibility_rule')
    .select(['code', 'reason'])
    .where('organisation', '=', ORGANISATION)
    .where('edition', '=', ids.edition)
    .execute()
  const reasons = new Map(rules.map((rule) => [rule.code, rule.reason as Trilingual]))
  const decided = sent(loading).filter((one) => decidedAt(loading, one) <= until)
  const rows = decided.map((one) => ({
    organisation: ORGANISATION,
    application: one.id,
    seq: 1,
    eligible: one.ground === null,
    ground: one.ground,
    reason: one.ground === null ? '' : inLanguage(reasons.get(one.ground) as Trilingual, one.language).text,
    decided_at: decidedAt(loading, one),
    decided_by: demoId(`person:${deskOf(one)}`),
  }))
  await atomically(db, async (trx) => {
    await inPortions(rows, (portion) => trx.insertInto('eligibility_decision').values(portion).execute())
    await auditAll(
      trx,
      rows.map(
        (row): AuditFacts => ({
          organisation: ORGANISATION,
          stream: row.application,
          act: row.eligible ? 'eligibility/accepted' : 'eligibility/refused',
          actor: row.decided_by,
          at: row.decided_at,
          details: { seq: 1, ground: row.ground },
        }),
      ),
    )
  })
}
