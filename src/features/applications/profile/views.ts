/** What a person may begin another application with. */
import type { Answer, Question } from '../../../domain/form.ts'
import type { EditionLists } from '../views.ts'

/** 'record' for the record of the person; else the year of the edition whose application it comes from. */
export type Origin = string

export interface KnownAnswer {
  readonly question: Question
  /** Canonical. */
  readonly answer: Answer
  readonly from: Origin
}

export interface Known {
  readonly answers: readonly KnownAnswer[]
  readonly lists: EditionLists
}
