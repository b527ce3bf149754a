/** The rows of an edition, from its file. Called in the transaction of the import. */
import type { EditionFile } from '../../../domain/edition.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import {
  dateRows,
  funderRows,
  kindRows,
  regionRows,
  ruleRows,
  sectorRows,
  stageRows,
  strandRows,
  termValues,
  appealDaysOf,
} from './edition-values.ts'

interface Keys {
  readonly organisation: string
  readonly edition: string
}

export interface CallInstants {
  readonly opensAt: Date
  readonly deadlineAt: Date | null
}

/** Whether two texts say the same in every language. */
export function same(a: Trilingual, b: Trilingual): boolean {
  return a.ar === b.ar && a.fr === b.fr && a.en === b.en
}

const json = (value: unknown): string => JSON.stringify(value)

export async function insertEdition(
  trx: Trx,
  { organisation, edition, programme }: Keys & { programme: string },
  file: EditionFile,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('edition')
    .values({ organisation, id: edition, programme, ...termValues(file), appeal_days: appealDaysOf(file), created_at: now })
    .execute()
}

/** Funders belong to the organisation: one already known under its code must say the same, or says the new from now on. Answers their ids by code. */
export async function keepFunders(
  trx: Trx,
  organisation: string,
  funders: EditionFile['funders'],
  now: Date,
  shared: 'refuse' | 'update',
): Promise<Result<ReadonlyMap<string, string>>> {
  const known = await trx.selectFrom('funder').select(['id', 'code', 'name', 'emblem', 'sentence']).where('organisation', '=', organisation).execute()
  const ids = new Map(known.map((row) => [row.code, row.id]))
  for (const funder of funders) {
    const before = known.find((row) => row.code === funder.code)
    if (before !== undefined) {
      if (same(before.name, funder.name) && same(before.sentence, funder.sentence) && before.emblem === funder.emblem) continue
      if (shared === 'refuse') return refused('edition/funder-differs', { funder: funder.code })
      await trx
        .updateTable('funder')
        .set({ name: json(funder.name), emblem: funder.emblem, sentence: json(funder.sentence) })
        .where('organisation', '=', organisation)
        .where('id', '=', before.id)
        .execute()
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
      .values(funderRows(keys, file, funders))
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
  await trx.insertInto('edition_region').values(regionRows(keys, file)).execute()
  await trx.insertInto('edition_sector').values(sectorRows(keys, file)).execute()
  await trx.insertInto('applicant_kind').values(kindRows(keys, file)).execute()
  const strands = strandRows(keys, file)
  if (strands.length > 0) await trx.insertInto('edition_strand').values(strands).execute()
}

async function insertRules(trx: Trx, keys: Keys, file: EditionFile): Promise<void> {
  const { criteria, eligibility, selection } = ruleRows(keys, file)
  const stages = stageRows(keys, file)
  await trx.insertInto('criterion').values(criteria).execute()
  if (stages.length > 0) await trx.insertInto('review_stage').values(stages).execute()
  if (eligibility.length > 0) await trx.insertInto('eligibility_rule').values(eligibility).execute()
  if (selection.length > 0) await trx.insertInto('selection_rule').values(selection).execute()
}

async function insertDates(trx: Trx, keys: Keys, file: EditionFile): Promise<void> {
  const dates = dateRows(keys, file)
  if (dates.length > 0) await trx.insertInto('edition_date').values(dates).execute()
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
