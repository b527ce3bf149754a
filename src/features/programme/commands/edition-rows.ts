/** The rows of an edition, from its file. Called in the transaction of the import. */
import type { EditionFile } from '../../../domain/edition.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'

interface Keys {
  readonly organisation: string
  readonly edition: string
}

export interface CallInstants {
  readonly opensAt: Date
  readonly deadlineAt: Date
}

/** Whether two texts say the same in every language. */
export function same(a: Trilingual, b: Trilingual): boolean {
  return a.ar === b.ar && a.fr === b.fr && a.en === b.en
}

const json = (value: unknown): string => JSON.stringify(value)

export async function insertEdition(
  trx: Trx,
  { organisation, edition, programme }: Keys & { programme: string },
  { edition: terms }: EditionFile,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('edition')
    .values({
      organisation,
      id: edition,
      programme,
      slug: terms.slug,
      ordinal: terms.ordinal,
      year: terms.year,
      name: json(terms.name),
      currency: terms.currency,
      places: terms.places,
      support_months: terms.supportMonths,
      scale_min: terms.scale.min,
      scale_max: terms.scale.max,
      pass_mark: terms.passMark,
      divergence: terms.divergence,
      interview_weight: terms.interviewWeight,
      reviews_per_application: terms.reviewsPerApplication,
      reserve_per_region: terms.reservePerRegion,
      seed_ceiling: terms.seedCeiling,
      created_at: now,
    })
    .execute()
}

/** Funders belong to the organisation: one already known under its code must say the same. Answers their ids by code. */
export async function insertFunders(
  trx: Trx,
  organisation: string,
  funders: EditionFile['funders'],
  now: Date,
): Promise<Result<ReadonlyMap<string, string>>> {
  const known = await trx.selectFrom('funder').select(['id', 'code', 'name', 'emblem', 'sentence']).where('organisation', '=', organisation).execute()
  const ids = new Map(known.map((row) => [row.code, row.id]))
  for (const funder of funders) {
    const before = known.find((row) => row.code === funder.code)
    if (before !== undefined) {
      if (!(same(before.name, funder.name) && same(before.sentence, funder.sentence) && before.emblem === funder.emblem))
        return refused('edition/funder-differs', { funder: funder.code })
      continue
    }
    const id = newId(now)
    await trx
      .insertInto('funder')
      .values({ organisation, id, code: funder.code, name: json(funder.name), emblem: funder.emblem, sentence: json(funder.sentence) })
      .execute()
    ids.set(funder.code, id)
  }
  return ok(ids)
}

/** Regions, sectors, kinds, criteria, rules, dates, funders and budget lines, each in the order of the file. */
export async function insertLists(
  trx: Trx,
  keys: Keys,
  file: EditionFile,
  funders: ReadonlyMap<string, string>,
  done: { at: Date; by: string | null },
): Promise<void> {
  await insertPlaces(trx, keys, file)
  await insertRules(trx, keys, file)
  await insertDates(trx, keys, file)
  const funderOf = (code: string): string => funders.get(code) as string
  if (file.funders.length > 0)
    await trx
      .insertInto('edition_funder')
      .values(file.funders.map(({ code }, position) => ({ ...keys, funder: funderOf(code), position })))
      .execute()
  if (file.budgetLines.length > 0) {
    const lines = file.budgetLines.map(({ code, funder, name, currency, amount }) => ({
      ...keys,
      id: newId(done.at),
      funder: funderOf(funder),
      code,
      name: json(name),
      currency,
      amount,
      recorded_at: done.at,
      recorded_by: done.by,
    }))
    await trx.insertInto('budget_line').values(lines).execute()
  }
}

async function insertPlaces(trx: Trx, keys: Keys, file: EditionFile): Promise<void> {
  await trx
    .insertInto('edition_region')
    .values(file.regions.map(({ code, iso, name, mark, places }, position) => ({ ...keys, code, iso, name: json(name), mark, places, position })))
    .execute()
  await trx
    .insertInto('edition_sector')
    .values(file.sectors.map(({ code, name }, position) => ({ ...keys, code, name: json(name), position })))
    .execute()
  await trx
    .insertInto('applicant_kind')
    .values(file.applicantKinds.map(({ code, name, structure }, position) => ({ ...keys, code, name: json(name), structure, position })))
    .execute()
}

async function insertRules(trx: Trx, keys: Keys, file: EditionFile): Promise<void> {
  const criteria = file.criteria.map(({ code, name, question, weight, anchors }, position) => ({
    ...keys,
    code,
    name: json(name),
    question: json(question),
    weight,
    anchors: json(anchors),
    position,
  }))
  await trx.insertInto('criterion').values(criteria).execute()
  if (file.eligibilityRules.length > 0) {
    const rules = file.eligibilityRules.map(({ code, kind, parameters, name, reason }, position) => ({
      ...keys,
      code,
      kind,
      parameters: json(parameters),
      name: json(name),
      reason: json(reason),
      position,
    }))
    await trx.insertInto('eligibility_rule').values(rules).execute()
  }
  if (file.selectionRules.length > 0) {
    const rules = file.selectionRules.map(({ code, attribute, value, minimum, maximum, name }, position) => ({
      ...keys,
      code,
      attribute,
      value,
      minimum,
      maximum,
      name: json(name),
      position,
    }))
    await trx.insertInto('selection_rule').values(rules).execute()
  }
}

async function insertDates(trx: Trx, keys: Keys, { calendar }: EditionFile): Promise<void> {
  if (calendar.length === 0) return
  await trx
    .insertInto('edition_date')
    .values(
      calendar.map(({ code, name, from, to, public: shown }) => ({ ...keys, code, name: json(name), starts_on: from, ends_on: to, public: shown })),
    )
    .execute()
}

/** The call, not yet public, and the first version of its form. */
export async function insertCall(
  trx: Trx,
  { organisation, edition }: Keys,
  { call, form }: EditionFile,
  { opensAt, deadlineAt }: CallInstants,
  now: Date,
): Promise<void> {
  const { title, summary, opens, deadline, zone, graceSeconds, ageOn, ...texts } = call
  const id = newId(now)
  await trx
    .insertInto('call')
    .values({
      organisation,
      id,
      edition,
      title: json(title),
      summary: json(summary),
      texts: json(texts),
      opens_at: opensAt,
      opens_wall: opens,
      deadline_at: deadlineAt,
      deadline_wall: deadline,
      zone,
      grace_seconds: graceSeconds,
      age_on: ageOn,
      created_at: now,
    })
    .execute()
  await trx
    .insertInto('form_version')
    .values({ organisation, id: newId(now), call: id, version: 1, definition: json(form), frozen_at: now })
    .execute()
}
