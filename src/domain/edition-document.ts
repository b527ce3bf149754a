/** An edition while it is written: the shape of its file, with what is not said yet left empty. */
import { EDITION_FORMAT, type EditionFile } from './edition.ts'
import type { Trilingual } from './language.ts'

/** A text may be empty, a number or a choice may be missing; lists and groups are always there. */
export type Unfinished<T> = T extends string
  ? string
  : T extends number
    ? number | null
    : T extends readonly (infer Item)[]
      ? readonly Unfinished<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Unfinished<T[Key]> }
        : T

/** The form keeps its own type: its builder never leaves a question without its kind. */
export type EditionDocument = Unfinished<Omit<EditionFile, 'form'>> & Pick<EditionFile, 'form'>

export const NO_TEXT: Trilingual = { ar: '', fr: '', en: '' }

/** What a new edition begins with: nothing of its programme, the form alone given. */
export function emptyDocument(form: EditionFile['form'], zone: string): EditionDocument {
  return {
    format: EDITION_FORMAT,
    programme: { slug: '', name: NO_TEXT, tagline: NO_TEXT, summary: NO_TEXT },
    edition: {
      slug: '',
      ordinal: null,
      year: null,
      name: NO_TEXT,
      currency: '',
      places: null,
      supportMonths: null,
      scale: { min: null, max: null },
      passMark: '',
      divergence: '',
      interviewWeight: '',
      reviewsPerApplication: null,
      reservePerRegion: null,
      seedCeiling: '',
    },
    regions: [],
    sectors: [],
    applicantKinds: [],
    criteria: [],
    eligibilityRules: [],
    selectionRules: [],
    calendar: [],
    funders: [],
    budgetLines: [],
    call: {
      title: NO_TEXT,
      summary: NO_TEXT,
      opens: '',
      deadline: '',
      zone,
      graceSeconds: null,
      ageOn: '',
      minutes: null,
      offers: [],
      prepare: [],
      questions: [],
      help: { phone: '', hours: NO_TEXT },
      sessions: [],
    },
    form,
  }
}

/** The value at the end of some steps; undefined where one of them leads nowhere. */
export function valueAt(document: unknown, steps: readonly PropertyKey[]): unknown {
  return steps.reduce<unknown>(
    (value, step) => (value === null || typeof value !== 'object' ? undefined : (value as Record<PropertyKey, unknown>)[step]),
    document,
  )
}

/** The document with another value at the end of some steps; all the rest is the same. Lists and groups on the way are made where there are none. */
export function withValue<Whole>(document: Whole, steps: readonly PropertyKey[], value: unknown): Whole {
  const [step, ...rest] = steps
  if (step === undefined) return value as Whole
  const inner = withValue((document as Record<PropertyKey, unknown> | undefined)?.[step], rest, value)
  if (typeof step === 'number') {
    const list = [...((document as readonly unknown[] | undefined) ?? [])]
    list[step] = inner
    return list as Whole
  }
  return { ...document, [step]: inner }
}
