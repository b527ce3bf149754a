/** What is told of a decision on eligibility, and what the pages of letters show. */
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'

/** A decision as its letter tells it. */
export interface ToldDecision {
  readonly application: string
  /** Which decision on this application. */
  readonly decision: number
  readonly number: string
  readonly title: string
  readonly region: string
  /** In the language the application was sent in, and so is its letter. */
  readonly language: Language
  /** As the letter addresses the holder. */
  readonly name: string
  readonly organisation: Trilingual
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly zone: string
  readonly eligible: boolean
  /** The rule that is not met, and what it says to an applicant. */
  readonly ground: { readonly name: Trilingual; readonly reason: Trilingual } | null
  /** Where the ground is a file that is not whole: the questions it asks for that the file decided on had left empty, in the order of the form. */
  readonly lacking: readonly Trilingual[]
  readonly reason: string
  readonly decidedAt: Date
  /** When the letter left; null while it has not. */
  readonly leftAt: Date | null
  /** Days of the term to appeal. */
  readonly appealDays: number
  readonly funders: readonly Trilingual[]
}

/** A letter that is not written yet, as it would be. */
export interface LetterDraft {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly language: Language
  readonly eligible: boolean
  /** False when the holder has no address: the decision is then read on the page alone. */
  readonly mailed: boolean
  readonly subject: string
  readonly paragraphs: readonly Paragraph[]
}

export interface LettersView {
  readonly ineligible: number
  readonly eligible: number
  readonly drafts: readonly LetterDraft[]
  /** Batches of this kind that wait for a second person. */
  readonly waiting: number
  readonly mayWrite: boolean
  /** Days to appeal, and whether they may still be set. */
  readonly appealDays: number
  /** Days the edition promised, of which none can be taken back; null where it says none. */
  readonly promisedDays: number | null
  readonly termOpen: boolean
}
