/** A project of a cohort as the rest of the world knows it: what support, markets and money are told of. */
import type { Language } from '../../domain/language.ts'
import type { EditionKey, RegionCode, SectorCode } from './scenario.ts'

export interface CohortProject {
  /** 'e2-app-017'; the ids of its records are made from it. */
  readonly key: string
  readonly edition: EditionKey
  readonly region: RegionCode
  /** Ids of the project and of the people of its team, the holder first. */
  readonly project: string
  readonly team: readonly string[]
  readonly title: string
  readonly sector: SectorCode
  readonly language: Language
  readonly kind: 'person' | 'team' | 'cso'
  readonly ledByWoman: boolean
  /** Instant of the acceptance of its place. */
  readonly acceptedAt: string
  /** Day on which it left, or null. */
  readonly leftOn: string | null
}
