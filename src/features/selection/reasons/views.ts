/** What a sheet of reasons shows. */
import type { Language } from '../../../domain/language.ts'
import type { Invitation, Stop } from '../invitation.ts'
import type { ReasonFigures } from './figures.ts'

export interface ReasonSheet {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  /** The language the application was sent in: that of what its team wrote. */
  readonly language: Language
  readonly organisation: string
  readonly edition: string
  readonly slug: string
  readonly zone: string
  /** Null while the list is sealed and not yet public. */
  readonly publishedAt: Date | null
  readonly sealedAt: Date
  readonly hash: string
  readonly outcome: 'selected' | 'reserve' | 'not-selected'
  readonly reserveRank: number | null
  readonly region: string
  readonly figures: ReasonFigures
  /** Where it was no candidate for want of an interview, or kept out by a stage: the numbers that say why. */
  readonly invitation?: Invitation
  readonly stop?: Stop
  readonly isCalibrated: boolean
  readonly interviewWeight: string
  readonly passMark: string
  readonly scaleMax: number
  readonly criteria: readonly { readonly name: string; readonly weight: number; readonly step: number }[]
  /** Names of the rules that decided. */
  readonly rules: readonly string[]
  /** By criterion; none where the edition keeps them to itself. */
  readonly comments: readonly { readonly criterion: string; readonly texts: readonly string[] }[]
}
