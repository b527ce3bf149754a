/** Opening slots as they were shown, and taking back those nobody holds. */
import { type Span, openSlots as mayOpen, slotsWithin } from '../../../../domain/interview-slot.ts'
import type { Language } from '../../../../domain/language.ts'
import { mayArrangeReviews } from '../../../../domain/review.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { Place, SignedIn } from '../../../../domain/viewer.ts'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../../platform/database/database.ts'
import { isId, newId } from '../../../../platform/database/id.ts'
import { isSealed, lockEdition } from '../../commands/assign.ts'
import { type Opening, slotPlan } from '../queries/clashes.ts'
import type { SlotPlan } from '../views.ts'

export interface SlotTerms {
  /** Code of a region of the edition; null for all. */
  readonly region: string | null
  readonly place: string
  readonly days: readonly Span[]
  readonly minutes: number
  readonly pause: number
  /** Ids of reviewers of the edition. */
  readonly panel: readonly string[]
  readonly languages: readonly Language[]
  readonly changeHours: number
}

/** What opening would make, with every clash by name. Refuses `slot/not-allowed` and what `openSlots` of the domain does. */
export async function planSlots(
  db: Reader,
  viewer: SignedIn,
  place: Place,
  terms: SlotTerms,
  language: Language,
  now: Date,
): Promise<Result<SlotPlan>> {
  if (!mayArrangeReviews(viewer, place)) return refused('slot/not-allowed')
  if (await isSealed(db, viewer.organisation, place.edition)) return refused('slot/sealed')
  const slots = slotsWithin(terms.days, terms.minutes, terms.pause)
  const panel = terms.panel.filter(isId)
  const outcome = mayOpen({ days: terms.days, slots, panel, languages: terms.languages }, now)
  if (!outcome.ok) return outcome
  const opening: Opening = {
    region: terms.region,
    place: terms.place,
    panel,
    slots,
    terms: [terms.minutes, terms.pause, terms.languages, terms.changeHours],
  }
  const plan = await slotPlan(db, viewer.organisation, place.edition, opening, language)
  return plan.panel.length === 0 ? refused('slot/no-panel') : ok(plan)
}

/**
 * Opens those of the planned slots that were ticked (`starts`, the instants they begin). Refuses as the plan does, and
 * `slot/changed` when the plan is no longer what was shown, `slot/clash` with the names when a ticked slot clashes,
 * `slot/none-ticked`, `slot/region`.
 */
export async function openSlots(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: SlotTerms & {
    readonly starts: readonly string[]
    readonly fingerprint: string /** In which names are told. */
    readonly language: Language
  },
  now: Date,
): Promise<Result<{ opened: number }>> {
  return atomically(db, async (trx) => {
    await lockEdition(trx, viewer.organisation, place.edition)
    const planned = await planSlots(trx, viewer, place, input, input.language, now)
    if (!planned.ok) return planned
    if (planned.value.fingerprint !== input.fingerprint) return refused('slot/changed')
    if (!(await isRegion(trx, viewer.organisation, place.edition, input.region))) return refused('slot/region')
    const ticked = new Set(input.starts)
    const chosen = planned.value.slots.filter((slot) => ticked.has(slot.from.toISOString()))
    if (chosen.length === 0) return refused('slot/none-ticked')
    const names = new Set(chosen.flatMap((slot) => slot.clashes.map((clash) => clash.name)))
    if (names.size > 0) return refused('slot/clash', { names: [...names].join(' · ') })
    const panel = planned.value.panel.map((one) => one.reviewer)
    const opening = await writeOpening(trx, viewer, place, input, chosen, panel, now)
    await audit(trx, {
      organisation: viewer.organisation,
      stream: place.edition,
      act: 'slot/opened',
      actor: viewer.person.id,
      at: now,
      details: { opening, slots: chosen.length, panel },
    })
    return ok({ opened: chosen.length })
  })
}

async function isRegion(trx: Trx, organisation: string, edition: string, region: string | null): Promise<boolean> {
  if (region === null) return true
  const found = await trx
    .selectFrom('edition_region')
    .select('code')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('code', '=', region)
    .executeTakeFirst()
  return found !== undefined
}

async function writeOpening(
  trx: Trx,
  { organisation, person }: SignedIn,
  { edition }: Place,
  terms: SlotTerms,
  slots: readonly Span[],
  panel: readonly string[],
  now: Date,
): Promise<string> {
  const opening = newId(now)
  const { region, place, changeHours } = terms
  const row = { organisation, id: opening, edition, region, place, languages: [...new Set(terms.languages)] }
  await trx
    .insertInto('interview_opening')
    .values({ ...row, change_hours: changeHours, opened_at: now, opened_by: person.id })
    .execute()
  const spans = slots.map(({ from, to }) => ({ id: newId(now), during: `[${from.toISOString()},${to.toISOString()})` }))
  await trx
    .insertInto('interview_slot')
    .values(spans.map(({ id, during }) => ({ organisation, id, edition, opening, place, during })))
    .execute()
  await trx
    .insertInto('interview_seat')
    .values(spans.flatMap(({ id, during }) => panel.map((reviewer) => ({ organisation, edition, slot: id, reviewer, during }))))
    .execute()
  return opening
}

/** Takes back a slot that nobody holds. Refuses `slot/not-allowed`, `…/unknown`, `…/held`. */
export async function endSlot(db: Database, viewer: SignedIn, place: Place, slot: string, now: Date): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('slot/not-allowed')
  if (!isId(slot)) return refused('slot/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const row = await trx
      .selectFrom('interview_slot')
      .select(['id', 'ended_at'])
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('id', '=', slot)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return refused('slot/unknown')
    if (row.ended_at !== null) return ok(null)
    const held = await trx
      .selectFrom('interview_booking')
      .select('id')
      .where('organisation', '=', organisation)
      .where('slot', '=', slot)
      .where('released_at', 'is', null)
      .executeTakeFirst()
    if (held !== undefined) return refused('slot/held')
    await trx
      .updateTable('interview_slot')
      .set({ ended_at: now, ended_by: person.id })
      .where('organisation', '=', organisation)
      .where('id', '=', slot)
      .execute()
    await trx.updateTable('interview_seat').set({ ended_at: now }).where('organisation', '=', organisation).where('slot', '=', slot).execute()
    await audit(trx, { organisation, stream: place.edition, act: 'slot/ended', actor: person.id, at: now, details: { slot } })
    return ok(null)
  })
}
