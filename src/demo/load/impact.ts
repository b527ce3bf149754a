/** Figures of the editions and the communiqués that printed them, written and published by the commands of the desk. */
import type { CommuniqueText } from '../../domain/communique.ts'
import type { Language } from '../../domain/language.ts'
import { defineStandardFigures, figureHeads, publicationPlan, publishCommunique, writeCommunique } from '../../features/impact/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { instant } from '../world/clock.ts'
import { COMMUNIQUES, type WorldCommunique } from '../world/communiques.ts'
import { EDITIONS, SCENARIO } from '../world/scenario.ts'
import { type EditionIds, editionIds, teamMember } from './context.ts'
import { ORGANISATION } from './organisation.ts'
import { must } from './readings.ts'
import { CLOCK, type DemoStage } from './stage.ts'

const ZONE = 'Africa/Casablanca'

/**
 * Called last, when the cohorts, activities, markets and money of the stage are there: communiqués print what the
 * records say. Figures are defined when the support of an edition begins, in the order of the editions, so that those
 * of the first have the first references. Nothing later than the clock of the stage is written.
 */
export async function loadImpact(db: Database, stage: DemoStage): Promise<void> {
  const until = CLOCK[stage]
  for (const key of EDITIONS) {
    const defined = new Date(instant(`${SCENARIO[key].calendar.kickoff}T12:00`))
    if (until < defined) continue
    const ids = await editionIds(db, key)
    must(await defineStandardFigures(db, await teamMember(db, 'communication'), ids.place, defined))
  }
  for (const communique of COMMUNIQUES) {
    if (until < new Date(instant(communique.publishedAt))) continue
    await publish(db, await editionIds(db, communique.edition), communique)
  }
}

async function publish(db: Database, { edition, place }: EditionIds, communique: WorldCommunique): Promise<void> {
  const { slug } = communique
  const [writtenAt, publishedAt] = [communique.writtenAt, communique.publishedAt].map((wall) => new Date(instant(wall))) as [Date, Date]
  const text = withReferences(communique.text, await referencesOf(db, edition))
  const writer = await teamMember(db, 'communication')
  must(await writeCommunique(db, writer, place, { slug, text, version: 0 }, writtenAt))
  const kept = await db
    .selectFrom('communique')
    .select(['id', 'title', 'body'])
    .where('organisation', '=', ORGANISATION)
    .where('edition', '=', edition)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const asKept = { title: kept.title, body: kept.body as CommuniqueText['body'] }
  const plan = await publicationPlan(db, { organisation: ORGANISATION, zone: ZONE, communique: kept.id, text: asKept, now: publishedAt })
  const director = await teamMember(db, 'director')
  const accepted = plan.warnings.map(({ key }) => key)
  must(await publishCommunique(db, director, place, { slug, fingerprint: plan.fingerprint, accepted }, publishedAt))
}

/** 'admitted' and 'active-at-end SM' to their references in an edition. */
export async function referencesOf(db: Database, edition: string): Promise<ReadonlyMap<string, string>> {
  const heads = await figureHeads(db, ORGANISATION, edition)
  return new Map(heads.map(({ indicator, parameters, reference }) => [[indicator, parameters.region ?? ''].join(' ').trim(), reference]))
}

/** Names of figures replaced by their references. */
export function withReferences({ title, body }: CommuniqueText, references: ReadonlyMap<string, string>): CommuniqueText {
  const put = (source: string): string =>
    source.replace(/\{([a-z]+(?:-[a-z]+)*(?: [A-Z]+)?)(?=[,}])/g, (_all, name: string) => {
      const reference = references.get(name)
      if (reference === undefined) throw new Error(`the demo has no figure for ${name}`)
      return `{${reference}`
    })
  const each = <Value>(of: (language: Language) => Value) => ({ ar: of('ar'), fr: of('fr'), en: of('en') })
  return { title: each((one) => put(title[one])), body: each((one) => body[one].map(put)) }
}
