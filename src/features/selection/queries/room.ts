/** The selection room: a plan of the edition, the seal, the publication, and what the viewer may do. */
import { inLanguage, type Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayPlanSelection, mayPrepareLetters, mayPublishSelection, mayReadSelection, maySealSelection } from '../../../domain/selection.ts'
import { isSignedIn, type Place, type Viewer } from '../../../domain/viewer.ts'
import type { Changes } from '../../../domain/what-if.ts'
import type { SelectionInput, SelectionOutput } from '../../../engines/selection/index.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { runHeadway } from '../asked-run.ts'
import { engineInput, fingerprintOf, standings } from '../engine-input.ts'
import type { UnfinishedJury } from '../../juries/index.ts'
import { planView } from '../plan-view.ts'
import type { Influence } from '../influence/reckon.ts'
import type { PlanLine, RoomView, SealView, WeightsView } from '../views.ts'
import { underChanges } from '../what-if/under-changes.ts'
import { isInvited, meansOf } from '../invitation.ts'
import { type SelectionFacts, selectionFacts } from './selection-facts.ts'

export interface Room extends RoomView {
  readonly facts: SelectionFacts
}

/** The room with one plan (the newest, the one sealed, or the one of a number); null when the viewer may not read it or there is no such plan. */
export async function selectionRoom(
  db: Reader,
  viewer: Viewer,
  place: Place,
  currency: string,
  language: Language,
  number: number | null = null,
): Promise<Room | null> {
  if (!mayReadSelection(viewer, place)) return null
  const { organisation } = viewer
  const [facts, plans, seal, run] = await Promise.all([
    selectionFacts(db, organisation, place.edition),
    planLines(db, organisation, place.edition, language),
    sealOf(db, viewer, place, language),
    runHeadway(db, { table: 'selection_run', organisation, edition: place.edition }),
  ])
  if (facts === null) return null
  const wanted = number ?? seal?.plan ?? plans.find((one) => !one.otherRules)?.number ?? null
  const row = wanted === null ? undefined : await planOf(db, organisation, place.edition, wanted)
  if (number !== null && row === undefined) return null
  const by = nameFor({ nameAr: row?.name_ar ?? '', nameLatin: row?.name_latin ?? '' }, language)
  const changes = (row?.changes ?? null) as Changes | null
  const head = row === undefined ? null : { id: row.id, number: row.number, fingerprint: row.fingerprint, plannedAt: row.planned_at, plannedBy: by }
  const shown = await underChanges(facts, changes)
  return {
    facts,
    eligible: facts.applications.length,
    ...facts.reviews,
    places: shown.terms.places,
    currency,
    seedCeiling: facts.terms.seedCeiling,
    others: othersOf(shown),
    plan:
      head === null || row === undefined
        ? null
        : planView({ ...head, note: row.note, changes }, row.input as SelectionInput, row.output as SelectionOutput, shown, language),
    plans,
    weights: weightsOf(row, facts, language),
    run,
    seal,
    stale: seal === null && row !== undefined && row.fingerprint !== currentFingerprint(shown),
    may: {
      plan: seal === null && mayPlanSelection(viewer, place),
      try: mayPlanSelection(viewer, place),
      seal: seal === null && maySealSelection(viewer, place),
      publish: mayPublishSelection(viewer, place),
      letters: mayPrepareLetters(viewer, place),
    },
  }
}

function weightsOf(row: Awaited<ReturnType<typeof planOf>>, { terms }: SelectionFacts, language: Language): WeightsView {
  if (row === undefined || row.asked_at === null) return { is: 'none' }
  if (row.influence === null) return { is: 'under-way', headway: row.steps_of === null ? null : (row.steps_done ?? 0) / row.steps_of }
  const { weights } = row.influence as Influence
  if (weights === undefined || !('each' in weights)) return { is: 'none' }
  const name = (code: string): string => {
    const found = terms.criteria.find((one) => one.code === code)
    return found === undefined ? code : inLanguage(found.name, language).text
  }
  const each = weights.each.map(({ id, share, from, to }) => ({ name: name(id), share: Number(share), from: Number(from), to: Number(to) }))
  return { is: 'there', weights: each }
}

function currentFingerprint(facts: SelectionFacts): string | null {
  const input = engineInput(facts)
  return input === null ? null : fingerprintOf(input)
}

async function planLines(db: Reader, organisation: string, edition: string, language: Language): Promise<PlanLine[]> {
  const rows = await db
    .selectFrom('selection_plan as s')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 's.organisation').onRef('p.id', '=', 's.planned_by'))
    .select(['s.number', 's.note', 's.own_rules', 's.planned_at', 'p.name_ar', 'p.name_latin'])
    .where('s.organisation', '=', organisation)
    .where('s.edition', '=', edition)
    .orderBy('s.number', 'desc')
    .execute()
  return rows.map(({ number, note, own_rules, planned_at, name_ar, name_latin }) => ({
    number,
    note,
    otherRules: !own_rules,
    plannedAt: planned_at,
    plannedBy: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language),
  }))
}

function planOf(db: Reader, organisation: string, edition: string, number: number) {
  return db
    .selectFrom('selection_plan as s')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 's.organisation').onRef('p.id', '=', 's.planned_by'))
    .leftJoin('selection_influence as f', (join) => join.onRef('f.organisation', '=', 's.organisation').onRef('f.plan', '=', 's.id'))
    .select(['s.id', 's.number', 's.fingerprint', 's.input', 's.output', 's.note', 's.changes', 's.planned_at', 'p.name_ar', 'p.name_latin'])
    .select(['f.asked_at', 'f.output as influence', 'f.steps_done', 'f.steps_of'])
    .where('s.organisation', '=', organisation)
    .where('s.edition', '=', edition)
    .where('s.number', '=', number)
    .executeTakeFirst()
}

/** The seal of an edition and its publication; null before. Asked only for viewers who may read the selection. */
export async function sealOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<SealView | null> {
  const row = await db
    .selectFrom('selection_seal as s')
    .innerJoin('selection_plan as n', (join) => join.onRef('n.organisation', '=', 's.organisation').onRef('n.id', '=', 's.plan'))
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 's.organisation').onRef('p.id', '=', 's.sealed_by'))
    .leftJoin('publication as u', (join) => join.onRef('u.organisation', '=', 's.organisation').onRef('u.seal', '=', 's.id'))
    .leftJoin('person as v', (join) => join.onRef('v.organisation', '=', 'u.organisation').onRef('v.id', '=', 'u.published_by'))
    .select([
      's.id',
      's.hash',
      's.sealed_by',
      's.sealed_at',
      's.unfinished',
      's.reason',
      'n.number',
      'p.name_ar',
      'p.name_latin',
      'u.published_at',
      'v.name_ar as publisher_ar',
      'v.name_latin as publisher_latin',
    ])
    .where('s.organisation', '=', viewer.organisation)
    .where('s.edition', '=', place.edition)
    .executeTakeFirst()
  if (row === undefined) return null
  const counts = await db
    .selectFrom('decision')
    .select((all) => ['outcome', all.fn.countAll<string>().as('n')])
    .where('organisation', '=', viewer.organisation)
    .where('seal', '=', row.id)
    .groupBy('outcome')
    .execute()
  const count = (outcome: string): number => Number(counts.find((one) => one.outcome === outcome)?.n ?? 0)
  return {
    hash: row.hash,
    sealedAt: row.sealed_at,
    sealedBy: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    own: isSignedIn(viewer) && viewer.person.id === row.sealed_by,
    plan: row.number,
    nevertheless: neverthelessIn(row),
    publishedAt: row.published_at,
    publishedBy: row.published_at === null ? null : nameFor({ nameAr: row.publisher_ar ?? '', nameLatin: row.publisher_latin ?? '' }, language),
    counts: { selected: count('selected'), reserve: count('reserve'), 'not-selected': count('not-selected') },
  }
}

function neverthelessIn({ unfinished, reason }: { unfinished: unknown; reason: string | null }): SealView['nevertheless'] {
  if (unfinished === null || reason === null) return null
  // Those sealed before files never opened were told apart have no `notOpened`.
  type Kept = Pick<UnfinishedJury, 'again'> & Partial<Pick<UnfinishedJury, 'notOpened'>>
  const { sessions, again, notOpened = [] } = unfinished as Kept & { sessions: { session: string; beginsAt: string; open: boolean }[] }
  return { unfinished: { sessions: sessions.map((one) => ({ ...one, beginsAt: new Date(one.beginsAt) })), again, notOpened }, reason }
}

function othersOf(facts: SelectionFacts): RoomView['others'] {
  const at = standings(facts)
  const all = facts.applications.flatMap((file) => {
    const one = at.get(file.application)
    return one === undefined || one.candidate
      ? []
      : [{ file, why: one.why === 'not-interviewed' && !isInvited(file) ? ('not-invited' as const) : one.why }]
  })
  const others = (['withdrawn', 'unread', 'not-invited', 'not-interviewed', 'below-pass-mark'] as const).map((why) => {
    const files = all.filter((one) => one.why === why).map(({ file }) => file)
    const means = why === 'not-invited' ? meansOf(files) : null
    return { why, count: files.length, ...(means === null ? {} : { means }) }
  })
  return others.filter(({ count }) => count > 0)
}

/** The text of the sealed record, byte for byte; null when there is none or the viewer may not read it. */
export async function sealedRecord(db: Reader, viewer: Viewer, place: Place): Promise<string | null> {
  if (!mayReadSelection(viewer, place)) return null
  const row = await db
    .selectFrom('selection_seal')
    .select('record')
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', place.edition)
    .executeTakeFirst()
  return row?.record ?? null
}

/** Names of those who sign the minutes: chairs and directors of the edition. */
export async function signatories(
  db: Reader,
  viewer: Viewer,
  place: Place,
  language: Language,
): Promise<{ name: string; role: 'chair' | 'director' }[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'g.organisation').onRef('p.id', '=', 'g.person'))
    .select(['p.id', 'p.name_ar', 'p.name_latin', 'g.role'])
    .where('g.organisation', '=', viewer.organisation)
    .where('g.role', 'in', ['chair', 'director'])
    .where('g.ended_at', 'is', null)
    .where((any) => any.or([any('g.edition', '=', place.edition), any('g.edition', 'is', null)]))
    .where((any) => any.or([any('g.programme', '=', place.programme), any('g.programme', 'is', null)]))
    .orderBy('g.role')
    .orderBy('p.name_latin')
    .execute()
  return rows.map((row) => ({
    name: inLanguage({ ar: row.name_ar, fr: row.name_latin, en: row.name_latin }, language).text,
    role: row.role === 'chair' ? 'chair' : 'director',
  }))
}
