/** What the pages of the programme show. */
import type { PosterMotif } from '../../design/poster.tsx'
import type { CallState } from '../../domain/call.ts'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { Reader } from '../../platform/database/database.ts'

/** Who asks for a block of the home page, and in which language. */
export interface Asked {
  readonly db: Reader
  readonly organisation: string
  readonly language: Language
  readonly now: Date
}

/** A block of the home page that a later stage brings. */
export type Provider<Block> = (asked: Asked) => Promise<Block>

/** A project that agreed to be shown. */
export interface ShowcaseItem {
  readonly title: string
  /** Language of the title, for readers aloud. */
  readonly language: Language
  /** Sector and town, in words. */
  readonly hint: string
  readonly href: string
  /** Mark of its region. */
  readonly region: string
  /** Names the project for ever: its id. */
  readonly seed: string
  readonly motif: PosterMotif
  readonly letter?: string
}

export interface HomeFigure {
  /** Already written for the reader. */
  readonly value: string
  readonly says: string
  readonly reference: string | null
  readonly href?: string
}

export interface HomeProviders {
  readonly showcase: Provider<readonly ShowcaseItem[]>
  readonly figures: Provider<readonly HomeFigure[]>
}

export interface HomeSession {
  /** Its place in the edition, from 1. */
  readonly number: number
  readonly place: Trilingual
  readonly region: { readonly name: Trilingual; readonly mark: string }
  /** Wall time, 'YYYY-MM-DDTHH:MM'. */
  readonly at: string
}

/** The call as the home page tells it. */
export interface HomeCall {
  readonly slug: string
  readonly edition: Trilingual
  readonly tagline: Trilingual
  readonly summary: Trilingual
  readonly state: CallState
  readonly results: boolean
  readonly opensAt: Date
  /** Null: no deadline. */
  readonly deadlineAt: Date | null
  readonly zone: string
  readonly age: { readonly min: number; readonly max: number /** Null: the day each application is sent. */; readonly on: string | null } | null
  readonly places: number
  /** Places of each region when all have the same. */
  readonly placesEach: number | null
  readonly offers: readonly { readonly title: Trilingual; readonly text: Trilingual }[]
  readonly months: number
  /** First and last day of the support, when the calendar says. */
  readonly support: { readonly from: string; readonly to: string } | null
  /** Those still to come. */
  readonly sessions: readonly HomeSession[]
}

export interface HomeView {
  readonly call: HomeCall | null
  readonly showcase: readonly ShowcaseItem[]
  readonly figures: readonly HomeFigure[]
}

/** An edition the viewer has a place in. */
export interface DeskEdition {
  readonly slug: string
  readonly name: Trilingual
  readonly programme: Trilingual
}
