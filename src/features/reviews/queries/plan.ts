/** The plan of an assignment as it would be applied now, with what each option changes; nothing is written. */
import { NO_OPTIONS, pairParts, type PlanOptions } from '../../../domain/assignment.ts'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { AssignmentInput } from '../../../engines/assignment/index.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type Plan, type PlanFacts, planAssignment } from '../plan.ts'
import { figuresOf } from '../plan-figures.ts'
import type { PlanAsk } from '../plan-options.ts'
import type { PlanView } from '../views.ts'
import { type AssignmentFacts, assignmentFacts } from './assignment-facts.ts'
import { allTies } from './conflicts.ts'

type Pair = readonly [application: string, reviewer: string]

/** The plan of the readings of a stage (the first that is read, unless another is asked), or of its third readers; null for who may not arrange reviews, and where nothing is read so. */
export async function planOf(
  db: Reader,
  viewer: Viewer,
  place: Place,
  which: 'reading' | 'third',
  language: Language,
  at: Date,
  { options = NO_OPTIONS, stage }: PlanAsk = {},
): Promise<PlanView | null> {
  if (!mayArrangeReviews(viewer, place)) return null
  const facts = await assignmentFacts(db, viewer.organisation, place.edition, at, stage)
  if (stage !== undefined && facts.stage !== stage) return null
  const asked: PlanFacts = { ...facts[which], options }
  const plan = await planAssignment(asked)
  const isPlain = JSON.stringify(options) === JSON.stringify(NO_OPTIONS)
  const plain = isPlain ? plan : await planAssignment({ ...asked, options: NO_OPTIONS })
  // As the page of conflicts counts them, whose link stands beside the number.
  const questions = (await allTies(db, viewer.organisation, place.edition, language)).filter(({ state }) => state === 'open').length
  const names = new Map(facts.reviewers.map((one) => [one.id, nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language)]))
  return {
    fingerprint: plan.fingerprint,
    applications: asked.applications.length,
    pairs: plan.pairs.length,
    standing: asked.standing.length,
    loads: loadsOf(asked, plan, names),
    options,
    figures: figuresOf(asked, plan),
    plain: figuresOf(asked, plain),
    links: plan.links.length,
    seed: asked.seed ?? null,
    questions,
    rows: rowsOf(facts, asked, plan, names),
    conflict: plan.conflict,
    names: Object.fromEntries([...names, ...facts.applications.map((one): [string, string] => [one.id, one.number])]),
    certificate: plan.certificate,
    applied: which === 'reading' ? await appliedPlans(db, viewer.organisation, place.edition, language) : [],
  }
}

/** What the engine is asked for a plan, to ask it again elsewhere (`kawaliss solve assignment`); null for who may not arrange reviews. */
export async function planInput(
  db: Reader,
  viewer: Viewer,
  place: Place,
  at: Date,
  { options = NO_OPTIONS, stage }: PlanAsk,
): Promise<AssignmentInput | null> {
  if (!mayArrangeReviews(viewer, place)) return null
  const facts = await assignmentFacts(db, viewer.organisation, place.edition, at, stage)
  if (stage !== undefined && facts.stage !== stage) return null
  return (await planAssignment({ ...facts.reading, options })).input
}

function loadsOf(asked: PlanFacts, plan: Plan, names: ReadonlyMap<string, string>): PlanView['loads'] {
  const held = new Map<string, number>()
  for (const [, reviewer] of asked.standing) held.set(reviewer, (held.get(reviewer) ?? 0) + 1)
  return asked.reviewers.map((one) => {
    const now = held.get(one.id) ?? 0
    return { reviewer: one.id, name: names.get(one.id) ?? '', region: one.region, now, planned: plan.loads[one.id] ?? now, maxLoad: one.maxLoad }
  })
}

/** Applications that gain a reader, each with those who stand and those who are added, and why. */
function rowsOf(facts: AssignmentFacts, asked: PlanFacts, plan: Plan, names: ReadonlyMap<string, string>): PlanView['rows'] {
  const applications = new Map(facts.applications.map((one) => [one.id, one]))
  const reviewers = new Map(asked.reviewers.map((one) => [one.id, one]))
  const keyOf = (pair: Pair): string => pair.join(' ')
  const links = new Set(plan.links.map(keyOf))
  const doubts = new Set((asked.doubtful ?? []).map(keyOf))
  const wishes = new Map((asked.wishes ?? []).map(([application, reviewer, wish]) => [`${application} ${reviewer}`, wish]))
  const byApplication = (pairs: readonly Pair[]): Map<string, string[]> => {
    const held = new Map<string, string[]>()
    for (const [application, reviewer] of pairs) held.set(application, [...(held.get(application) ?? []), reviewer])
    return held
  }
  const standing = byApplication(asked.standing)
  return [...byApplication(plan.pairs)].map(([id, added]) => {
    const application = applications.get(id)
    const readerOf = (reviewer: string, isAdded: boolean) => {
      const [key, one] = [`${id} ${reviewer}`, reviewers.get(reviewer)]
      const pair = { wish: wishes.get(key), doubtful: doubts.has(key) }
      const parts = application === undefined || one === undefined ? [] : (pairParts(application, one, pair) ?? [])
      return { name: names.get(reviewer) ?? '', added: isAdded, parts, link: links.has(key) }
    }
    const readers = [...(standing.get(id) ?? []).map((one) => readerOf(one, false)), ...added.map((one) => readerOf(one, true))]
    return { application: id, number: application?.number ?? '', title: application?.title ?? '', language: application?.language ?? '', readers }
  })
}

async function appliedPlans(db: Reader, organisation: string, edition: string, language: Language): Promise<PlanView['applied']> {
  const rows = await db
    .selectFrom('assignment_plan as l')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'l.organisation').onRef('p.id', '=', 'l.applied_by'))
    .select(['l.applied_at', 'l.options', 'l.figures', 'p.name_ar', 'p.name_latin'])
    .where('l.organisation', '=', organisation)
    .where('l.edition', '=', edition)
    .where('l.kind', '=', 'reading')
    .orderBy('l.applied_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    at: row.applied_at,
    by: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    readings: (row.figures as { added: number }).added,
    options: row.options as PlanOptions & object,
  }))
}
