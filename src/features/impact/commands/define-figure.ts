/** Defining figures: giving an indicator of an edition the reference under which it is printed. */
import { defineFigure as define, mayDefineFigures, referenceNumber, referenceOf } from '../../../domain/figure.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { PARAMETERS, type Parameters } from '../indicators/indicator.ts'
import { indicator, isIndicator } from '../indicators/indicators.ts'
import { STANDARD } from '../standard-figures.ts'

export interface NewFigure {
  readonly indicator: string
  readonly parameters: Parameters
}

/** Defines one figure. Answers its reference. Refuses `figure/unknown-indicator`, `figure/not-split-so`, `figure/unknown-parameter`, `figure/exists`, `figure/too-many`. */
export async function defineFigure(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: NewFigure,
  now: Date,
): Promise<Result<{ reference: string }>> {
  if (!mayDefineFigures(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    if (!(await lockOrganisation(trx, viewer.organisation, place.edition))) return refused('page/not-found')
    const made = await defineOne(trx, viewer, place.edition, input, now)
    if (!made.ok) return made
    const details = { references: [made.value.reference] }
    await audit(trx, { organisation: viewer.organisation, stream: place.edition, act: 'figure/defined', actor: viewer.person.id, at: now, details })
    return made
  })
}

/** Defines every figure of the standard list that the edition has not yet: the totals, then the splits by region. Answers how many; none is no refusal. */
export async function defineStandardFigures(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<{ references: string[] }>> {
  if (!mayDefineFigures(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    if (!(await lockOrganisation(trx, viewer.organisation, place.edition))) return refused('page/not-found')
    const regions = await trx
      .selectFrom('edition_region')
      .select('code')
      .where('organisation', '=', viewer.organisation)
      .where('edition', '=', place.edition)
      .where('places', '>', 0)
      .orderBy('position')
      .execute()
    const references: string[] = []
    for (const { code, byRegion } of STANDARD) {
      for (const parameters of byRegion ? regions.map((region) => ({ region: region.code })) : [{}]) {
        const made = await defineOne(trx, viewer, place.edition, { indicator: code, parameters }, now)
        if (made.ok) references.push(made.value.reference)
        else if (made.code !== 'figure/exists') return made
      }
    }
    if (references.length > 0) {
      const details = { references }
      await audit(trx, { organisation: viewer.organisation, stream: place.edition, act: 'figure/defined', actor: viewer.person.id, at: now, details })
    }
    return ok({ references })
  })
}

/** References follow each other in the whole organisation: two people defining at one instant come one after the other. */
async function lockOrganisation(trx: Trx, organisation: string, edition: string): Promise<boolean> {
  await trx.selectFrom('organisation').select('id').where('id', '=', organisation).forUpdate().execute()
  const row = await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', edition).executeTakeFirst()
  return row !== undefined
}

async function defineOne(trx: Trx, viewer: SignedIn, edition: string, input: NewFigure, now: Date): Promise<Result<{ reference: string }>> {
  const { organisation } = viewer
  if (!isIndicator(input.indicator)) return refused('figure/unknown-indicator')
  const { takes } = indicator(input.indicator)
  const parameters = Object.fromEntries(PARAMETERS.flatMap((name) => (input.parameters[name] === undefined ? [] : [[name, input.parameters[name]]])))
  const last = await trx
    .selectFrom('figure')
    .select(['reference', 'edition', 'indicator', 'parameters'])
    .where('organisation', '=', organisation)
    .execute()
  const next = Math.max(0, ...last.map(({ reference }) => referenceNumber(reference))) + 1
  const same = (one: (typeof last)[number]): boolean =>
    one.edition === edition && one.indicator === input.indicator && sameParameters(one.parameters as Parameters, parameters)
  const allowed = define({
    foreign: Object.keys(parameters).filter((name) => !(takes as readonly string[]).includes(name)),
    unknown: await unknownParameters(trx, organisation, edition, parameters),
    exists: last.some(same),
    next,
  })
  if (!allowed.ok) return allowed
  const reference = referenceOf(next)
  await trx
    .insertInto('figure')
    .values({
      organisation,
      id: newId(now),
      edition,
      reference,
      indicator: input.indicator,
      parameters: JSON.stringify(parameters),
      defined_at: now,
      defined_by: viewer.person.id,
    })
    .execute()
  return ok({ reference })
}

function sameParameters(one: Parameters, other: Parameters): boolean {
  return PARAMETERS.every((name) => one[name] === other[name])
}

async function unknownParameters(trx: Trx, organisation: string, edition: string, { region, sector, market }: Parameters): Promise<string[]> {
  const unknown: string[] = []
  const inEdition = (table: 'edition_region' | 'edition_sector', code: string) =>
    trx
      .selectFrom(table)
      .select('code')
      .where('organisation', '=', organisation)
      .where('edition', '=', edition)
      .where('code', '=', code)
      .executeTakeFirst()
  if (region !== undefined && (await inEdition('edition_region', region)) === undefined) unknown.push('region')
  if (sector !== undefined && (await inEdition('edition_sector', sector)) === undefined) unknown.push('sector')
  if (market !== undefined) {
    const rows = await trx.selectFrom('market').select('id').where('organisation', '=', organisation).where('edition', '=', edition).execute()
    if (!rows.some(({ id }) => id === market)) unknown.push('market')
  }
  return unknown
}
