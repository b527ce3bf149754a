/** Changes the rows of an edition to what its new file says. What may change has been decided before; what others need cannot be taken out. */
import type { EditionFile } from '../../../domain/edition.ts'
import { differences } from '../../../domain/edition-difference.ts'
import { ok, type Refused, type Result, refused } from '../../../domain/result.ts'
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
import { type CallInstants, keepFunders } from './edition-rows.ts'
import { instantsOf, updateProgramme } from './import-edition.ts'

export interface EditionKeys {
  readonly organisation: string
  readonly edition: string
  readonly programme: string
  /** Who changes it. */
  readonly person: string
}

interface Versions {
  readonly current: EditionFile
  readonly file: EditionFile
}

/** Refuses `edition/slug-taken`, `edition/ordinal-taken`, `edition/time-skipped`. Throws the database's own refusal when a row that others need is taken out. */
export async function changeEdition(trx: Trx, keys: EditionKeys, versions: Versions, now: Date): Promise<Result<null>> {
  const { file } = versions
  const taken = await placeTaken(trx, keys, file)
  if (taken !== null) return taken
  const times = instantsOf(file)
  if (!times.ok) return times
  await updateProgramme(trx, keys.organisation, keys.programme, file)
  const funders = await keepFunders(trx, keys.organisation, file.funders, now, 'update')
  if (!funders.ok) return funders
  const { organisation, edition } = keys
  // The desk may have given more days than the edition said: they stand while it says the same.
  const term = file.edition.appealDays === versions.current.edition.appealDays ? {} : { appeal_days: appealDaysOf(file) }
  await trx
    .updateTable('edition')
    .set({ ...termValues(file), ...term })
    .where('organisation', '=', organisation)
    .where('id', '=', edition)
    .execute()
  await changePlaces(trx, keys, file)
  await changeRules(trx, keys, file, funders.value)
  await changeLines(trx, keys, file, funders.value, now)
  await changeCall(trx, keys, file, times.value)
  if (differences(versions.current.form, file.form).length > 0) await changeForm(trx, keys, file, now)
  return ok(null)
}

async function placeTaken(trx: Trx, { organisation, edition, programme }: EditionKeys, file: EditionFile): Promise<Refused | null> {
  const others = await trx
    .selectFrom('edition')
    .select(['slug', 'ordinal', 'programme'])
    .where('organisation', '=', organisation)
    .where('id', '!=', edition)
    .execute()
  const { slug, ordinal } = file.edition
  if (others.some((row) => row.slug === slug)) return refused('edition/slug-taken', { slug })
  return others.some((row) => row.programme === programme && row.ordinal === ordinal) ? refused('edition/ordinal-taken', { ordinal }) : null
}

/** Regions and sectors are named by other records: they are changed where they stand. */
async function changePlaces(trx: Trx, keys: EditionKeys, file: EditionFile): Promise<void> {
  const { organisation, edition } = keys
  for (const [table, rows] of [
    ['edition_region', regionRows(keys, file)],
    ['edition_sector', sectorRows(keys, file)],
  ] as const) {
    await trx
      .deleteFrom(table)
      .where('organisation', '=', organisation)
      .where('edition', '=', edition)
      .where(
        'code',
        'not in',
        rows.map(({ code }) => code),
      )
      .execute()
    for (const row of rows) {
      const { organisation: _organisation, edition: _edition, code: _code, ...values } = row
      await trx
        .insertInto(table)
        .values(row)
        .onConflict((conflict) => conflict.columns(['organisation', 'edition', 'code']).doUpdateSet(values))
        .execute()
    }
  }
}

/** Nothing points at these rows: they are written anew, in their order. */
async function changeRules(trx: Trx, keys: EditionKeys, file: EditionFile, funders: ReadonlyMap<string, string>): Promise<void> {
  const { organisation, edition } = keys
  const { criteria, eligibility, selection } = ruleRows(keys, file)
  const tables = [
    ['applicant_kind', kindRows(keys, file)],
    ['edition_strand', strandRows(keys, file)],
    ['criterion', criteria],
    ['review_stage', stageRows(keys, file)],
    ['eligibility_rule', eligibility],
    ['selection_rule', selection],
    ['edition_date', dateRows(keys, file)],
    ['edition_funder', funderRows(keys, file, funders)],
  ] as const
  for (const [table, rows] of tables) {
    await trx.deleteFrom(table).where('organisation', '=', organisation).where('edition', '=', edition).execute()
    if (rows.length > 0) await trx.insertInto(table).values(rows).execute()
  }
}

/** Budget lines keep their ids: awards are charged to them. */
async function changeLines(trx: Trx, keys: EditionKeys, file: EditionFile, funders: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const { organisation, edition, person } = keys
  const codes = file.budgetLines.map(({ code }) => code)
  let gone = trx.deleteFrom('budget_line').where('organisation', '=', organisation).where('edition', '=', edition)
  if (codes.length > 0) gone = gone.where('code', 'not in', codes)
  await gone.execute()
  for (const { code, funder, name, currency, amount } of file.budgetLines) {
    const values = { funder: funders.get(funder) as string, name: JSON.stringify(name), currency, amount }
    await trx
      .insertInto('budget_line')
      .values({ organisation, edition, id: newId(now), code, ...values, recorded_at: now, recorded_by: person })
      .onConflict((conflict) => conflict.columns(['organisation', 'edition', 'code']).doUpdateSet(values))
      .execute()
  }
}

async function changeCall(trx: Trx, { organisation, edition }: EditionKeys, { call }: EditionFile, times: CallInstants) {
  const { title, summary, opens, deadline, zone, graceSeconds, ageOn, ...texts } = call
  await trx
    .updateTable('call')
    .set({
      title: JSON.stringify(title),
      summary: JSON.stringify(summary),
      texts: JSON.stringify(texts),
      opens_at: times.opensAt,
      opens_wall: opens,
      deadline_at: times.deadlineAt,
      deadline_wall: deadline,
      zone,
      grace_seconds: graceSeconds,
      age_on: ageOn,
    })
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .execute()
}

/** A version that the public has seen stays as it is, and so does one that somebody answers: the form goes on in the next one. */
async function changeForm(trx: Trx, { organisation, edition }: EditionKeys, { form }: EditionFile, now: Date): Promise<void> {
  const last = await trx
    .selectFrom('form_version as v')
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'v.organisation').onRef('c.id', '=', 'v.call'))
    .select((any) => [
      'v.id',
      'v.call',
      'v.version',
      'c.published_at as published',
      any
        .exists(
          any
            .selectFrom('draft as d')
            .select('d.application')
            .whereRef('d.organisation', '=', 'v.organisation')
            .whereRef('d.form_version', '=', 'v.id'),
        )
        .as('drafted'),
      any
        .exists(
          any
            .selectFrom('submission as s')
            .select('s.application')
            .whereRef('s.organisation', '=', 'v.organisation')
            .whereRef('s.form_version', '=', 'v.id'),
        )
        .as('submitted'),
    ])
    .where('v.organisation', '=', organisation)
    .where('c.edition', '=', edition)
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const definition = JSON.stringify(form)
  if (last.published !== null || last.drafted || last.submitted) {
    const next = { organisation, id: newId(now), call: last.call, version: last.version + 1, definition, frozen_at: now }
    await trx.insertInto('form_version').values(next).execute()
  } else
    await trx
      .updateTable('form_version')
      .set({ definition, frozen_at: now })
      .where('organisation', '=', organisation)
      .where('id', '=', last.id)
      .execute()
}
