/** What publishing a communiqué now would print: its figures, and what a reader could misread in them. Nothing is decided by it. */
import { createHash } from 'node:crypto'
import type { CommuniqueText } from '../../../domain/communique.ts'
import { amountOf } from '../../../domain/money.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { faultsOf, referencesOf } from '../faults.ts'
import { typesetAll } from '../text.ts'
import type { FrozenFigure, PublicationPlan, PublishedCommunique, Warning } from '../views.ts'
import { brokenTotals, changedSince, countedOtherwise, type EditionParts, keyed, languagesDiffer, splitsOf, sumOf } from '../warnings.ts'
import { causesOf } from './causes.ts'
import { lastPublication, publishedCommuniques } from './communique.ts'
import { allFigureHeads, freeze } from './figure.ts'

export interface PlanAsked {
  readonly organisation: string
  readonly zone: string
  /** Id of the communiqué, for what it printed before; null for a text that was never kept. */
  readonly communique: string | null
  readonly text: CommuniqueText
  readonly now: Date
}

/** Computes the plan as of `now`. Asks no permission: the caller has. */
export async function publicationPlan(db: Reader, asked: PlanAsked): Promise<PublicationPlan> {
  const { organisation, now } = asked
  // As it is kept: a caller may hold the text as it was typed.
  const text = typesetAll(asked.text)
  const heads = new Map((await allFigureHeads(db, organisation)).map((head) => [head.reference, head]))
  const references = referencesOf(text)
  const figures: FrozenFigure[] = []
  for (const reference of references.keys()) {
    const head = heads.get(reference)
    if (head !== undefined) figures.push(await freeze(db, organisation, head, now))
  }
  const before = asked.communique === null ? null : await lastPublication(db, organisation, asked.communique)
  const others = (await publishedCommuniques(db, organisation)).filter(({ id }) => id !== asked.communique)
  const found = [
    ...(await totals(db, organisation, figures, now)),
    ...countedOtherwise(
      figures,
      others.flatMap((one) => one.figures),
    ),
    ...(before === null ? [] : changedSince(figures, before.figures, dayIn(before.at, asked.zone))),
    ...languagesDiffer(references),
  ]
  const warnings = found.map(keyed)
  return { figures, warnings, faults: faultsOf(text, new Set(heads.keys())), fingerprint: fingerprintOfPlan(text, figures, warnings) }
}

/** All that is shown before publishing: the text, each value with its records, each warning. */
function fingerprintOfPlan(text: CommuniqueText, figures: readonly FrozenFigure[], warnings: readonly { key: string }[]): string {
  const { title, body } = text
  const shown = {
    text: [title.ar, title.fr, title.en, body.ar, body.fr, body.en],
    figures: figures.map(({ reference, value, fingerprint }) => [reference, value, fingerprint]),
    // What changed since the last publication is in the values already: counted here, the same text could be published twice.
    warnings: warnings.filter((one) => !('warning' in one) || (one.warning as Warning).is !== 'changed').map(({ key }) => key),
  }
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex')
}

async function totals(db: Reader, organisation: string, figures: readonly FrozenFigure[], now: Date): Promise<Warning[]> {
  const parts = await editionParts(db, organisation, [...new Set(figures.map(({ edition }) => edition.id))])
  const splits = splitsOf(figures, (edition) => parts.get(edition) ?? { regions: [], sectors: [] })
  const warnings: Warning[] = []
  for (const { total, split } of brokenTotals(figures, splits)) {
    const sum = amountOf(sumOf(split.parts.map(({ value }) => value)))
    warnings.push({
      is: 'total',
      reference: total.reference,
      value: total.value,
      parts: split.parts.map(({ reference, value, region }) => ({ reference, value, region })),
      sum: total.unit === 'money' ? sum : sum.replace('.00', ''),
      counts: total.indicator,
      partsCount: [...new Set(split.parts.map(({ indicator }) => indicator))],
      causes: await causesOf(db, organisation, total, split, now),
    })
  }
  return warnings
}

/** Regions that have places, and sectors, of each edition. */
async function editionParts(db: Reader, organisation: string, editions: readonly string[]): Promise<Map<string, EditionParts>> {
  if (editions.length === 0) return new Map()
  const regions = await db
    .selectFrom('edition_region')
    .select(['edition', 'code'])
    .where('organisation', '=', organisation)
    .where('edition', 'in', editions)
    .where('places', '>', 0)
    .execute()
  const sectors = await db
    .selectFrom('edition_sector')
    .select(['edition', 'code'])
    .where('organisation', '=', organisation)
    .where('edition', 'in', editions)
    .execute()
  const of = (rows: typeof regions, edition: string): string[] => rows.filter((row) => row.edition === edition).map(({ code }) => code)
  return new Map(editions.map((edition) => [edition, { regions: of(regions, edition), sectors: of(sectors, edition) }]))
}

/** What has changed since a communiqué was published: figures whose value or records are no longer those printed. `known` are live already. */
export async function changesSince(
  db: Reader,
  asked: Pick<PlanAsked, 'organisation' | 'zone' | 'now'>,
  published: PublishedCommunique,
  known: readonly FrozenFigure[],
): Promise<Warning[]> {
  const live: FrozenFigure[] = []
  for (const figure of published.figures) {
    live.push(known.find(({ reference }) => reference === figure.reference) ?? (await freeze(db, asked.organisation, figure, asked.now)))
  }
  return changedSince(live, published.figures, dayIn(published.at, asked.zone))
}
