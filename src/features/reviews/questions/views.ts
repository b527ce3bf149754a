/** Questions about files, as their reader and as the office see them. */
import type { StageName } from '../views.ts'

export interface ReaderQuestion {
  readonly id: string
  /** Whether the reader of the page asked it; who asked any other is not told. */
  readonly own: boolean
  /** Without what is hidden from the reader of the page. */
  readonly text: string
  readonly askedAt: Date
  readonly answer: { readonly text: string; readonly shared: boolean; readonly at: Date } | null
}

export interface ReaderQuestions {
  readonly assignment: string
  readonly number: string
  readonly title: string
  readonly zone: string
  /** Whether another may be asked. */
  readonly open: boolean
  readonly questions: readonly ReaderQuestion[]
}

export interface DeskQuestion {
  readonly id: string
  readonly application: string
  readonly number: string
  readonly title: string
  readonly reader: string
  readonly stage: Pick<StageName, 'name' | 'happens'>
  readonly text: string
  readonly askedAt: Date
  readonly answer: { readonly text: string; readonly shared: boolean; readonly at: Date; readonly by: string } | null
  /** How many others read the file now: whom a shared answer reaches. */
  readonly others: number
  /** What the asker does not see of the file, as the names of what is hidden. */
  readonly hides: readonly string[]
}
