/** The markets of the world in bulk: stands given, taken back, taken part in, and visitors counted, as far as the clock of the stage. */
import { LANGUAGES, type Trilingual } from '../../domain/language.ts'
import type { VisitPart } from '../../domain/market.ts'
import { marketWords } from '../../features/markets/index.ts'
import { type AuditFacts, auditAll } from '../../platform/database/audit.ts'
import type { CohortProject } from '../world/cohort.ts'
import { idOf } from '../world/key.ts'
import { makeMarkets, type WorldMarket, type WorldStand } from '../world/markets.ts'
import type { EditionKey } from '../world/scenario.ts'
import { inPortions, type Trx } from './context.ts'
import { editionsPresent } from './editions-present.ts'
import { ORGANISATION } from './organisation.ts'
import { CLOCK, type DemoStage } from './stage.ts'

/** Inserts what was known by the clock of the stage. `without` leaves out stands that a story gives by hand. */
export async function loadMarkets(
  trx: Trx,
  stage: DemoStage,
  cohorts: Readonly<Record<EditionKey, readonly CohortProject[]>>,
  without: (market: WorldMarket, stand: WorldStand) => boolean = () => false,
): Promise<void> {
  const until = CLOCK[stage]
  for (const [key, edition] of await editionsPresent(trx)) {
    const markets = makeMarkets(key, cohorts[key])
      .filter((one) => new Date(one.plannedAt) <= until)
      .map((one) => ({ ...one, stands: one.stands.filter((stand) => !without(one, stand)) }))
    if (markets.length > 0) await loadMarketsOf(trx, edition.id, markets, until)
  }
}

async function loadMarketsOf(trx: Trx, edition: string, markets: readonly WorldMarket[], until: Date): Promise<void> {
  await trx
    .insertInto('market')
    .values(markets.map((one) => marketRow(edition, one)))
    .execute()
  const over = (market: WorldMarket): boolean => new Date(market.recordedAt) <= until
  const given = markets.flatMap((market) =>
    market.stands.filter((stand) => new Date(stand.givenAt) <= until).map((stand) => ({ market, stand, back: takenBack(stand, until) })),
  )
  const standing = given.filter(({ back }) => back === null).map(({ market, stand }) => standRow(edition, market, stand, over(market)))
  await inPortions(standing, (portion) => trx.insertInto('stand').values(portion).execute())
  const withdrawn = given.flatMap(({ market, stand, back }) => (back === null ? [] : [withdrawalRow(edition, market, stand, back)]))
  await inPortions(withdrawn, (portion) => trx.insertInto('stand_withdrawal').values(portion).execute())
  const counts = markets.filter((one) => new Date(one.counted.at) <= until).flatMap(visitRows)
  await inPortions(counts, (portion) => trx.insertInto('market_visit').values(portion).execute())
  await auditAll(
    trx,
    markets.flatMap((market) => trailOf(market, until)),
  )
}

type Back = NonNullable<WorldStand['withdrawn']>
function takenBack({ withdrawn }: WorldStand, until: Date): Back | null {
  return withdrawn !== null && new Date(withdrawn.at) <= until ? withdrawn : null
}

function marketRow(edition: string, one: WorldMarket) {
  return {
    organisation: ORGANISATION,
    id: marketId(one.key),
    edition,
    name: JSON.stringify(one.name),
    town: JSON.stringify(one.town),
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    places: one.places,
    planned_at: new Date(one.plannedAt),
    planned_by: one.plannedBy,
  }
}

function standRow(edition: string, market: WorldMarket, stand: WorldStand, over: boolean) {
  return {
    organisation: ORGANISATION,
    edition,
    market: marketId(market.key),
    project: stand.project,
    label: stand.label,
    reason: stand.reason,
    given_at: new Date(stand.givenAt),
    given_by: stand.givenBy,
    took_part: over ? stand.tookPart : null,
    recorded_at: over ? new Date(market.recordedAt) : null,
    recorded_by: over ? market.plannedBy : null,
  }
}

function withdrawalRow(edition: string, market: WorldMarket, stand: WorldStand, back: Back) {
  return {
    organisation: ORGANISATION,
    id: idOf(`${market.key}/${stand.project}/withdrawal`),
    edition,
    market: marketId(market.key),
    project: stand.project,
    given_at: new Date(stand.givenAt),
    given_by: stand.givenBy,
    withdrawn_at: new Date(back.at),
    withdrawn_by: market.plannedBy,
    reason: back.reason,
  }
}

function visitRows(market: WorldMarket) {
  return market.visits.map(({ part, visitors }) => ({
    organisation: ORGANISATION,
    market: marketId(market.key),
    part,
    name: JSON.stringify(nameOf(part)),
    visitors,
    source: market.counted.source,
    recorded_at: new Date(market.counted.at),
    recorded_by: market.counted.by,
  }))
}

function nameOf(part: VisitPart): Trilingual {
  return Object.fromEntries(LANGUAGES.map((language) => [language, marketWords(language)(`part.${part}`)])) as unknown as Trilingual
}

/** What the trail of a market says by now, as the commands would have written it. */
function trailOf(market: WorldMarket, until: Date): AuditFacts[] {
  const facts = (act: AuditFacts['act'], actor: string, at: string, details: Record<string, unknown>): AuditFacts => ({
    organisation: ORGANISATION,
    stream: marketId(market.key),
    act,
    actor,
    at: new Date(at),
    details,
  })
  const kept = market.stands.filter((one) => one.withdrawn === null)
  const trail = [
    facts('market/planned', market.plannedBy, market.plannedAt, { places: market.places }),
    ...market.stands.map((one) => facts('stand/given', one.givenBy, one.givenAt, { project: one.project })),
    ...market.stands.flatMap(({ project, withdrawn }) =>
      withdrawn === null ? [] : [facts('stand/withdrawn', market.plannedBy, withdrawn.at, { project })],
    ),
    ...(kept.length === 0 ? [] : [facts('market/participation-recorded', market.plannedBy, market.recordedAt, participation(kept))]),
    ...market.visits.map((one) => facts('market/visitors-recorded', market.counted.by, market.counted.at, { ...one })),
  ]
  return trail.filter((one) => one.at <= until)
}

function participation(kept: readonly WorldStand[]) {
  return { tookPart: kept.filter((one) => one.tookPart).length, marked: kept.length, changed: kept.length }
}

export function marketId(key: string): string {
  return idOf(`market/${key}`)
}
