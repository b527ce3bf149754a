/** A field of the edition editor: where its value stands in the document, and what may be written there. */

/** One of several values, named in words of the reader's language. */
export interface FieldOption {
  readonly value: string
  readonly name: string
}

interface Placed {
  /** Steps from the block or the item it belongs to. */
  readonly at: readonly (string | number)[]
  /** Key of its label: `field.<label>`; `hint.<label>` is its hint, where there is one. */
  readonly label: string
  /** What the label speaks of, where that is written in the edition itself: a criterion. */
  readonly of?: string
  /** May be left empty for good: then its value is the empty one of its kind. */
  readonly optional?: boolean
}

/** `closed`: its options are those of the format; what is none of them is not kept. Options that the edition itself lists may be taken out while one writes. */
export type FieldSpec = Placed &
  (
    | { readonly kind: 'trilingual'; readonly max: number; readonly long?: boolean }
    /** One line that is not in a language: `form` says how it is written. */
    | { readonly kind: 'line'; readonly max: number; readonly form?: 'code' | 'slug' | 'iso' | 'currency' | 'zone'; readonly nullable?: boolean }
    | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly unit?: string }
    /** `nullable`: left empty, the value is null. */
    | { readonly kind: 'decimal'; readonly places: number; readonly unit?: string; readonly nullable?: boolean }
    /** `none`: it may be decided that there is none; `none.<label>` says so beside a box. The value is null then. */
    | { readonly kind: 'day' | 'wall'; readonly none?: boolean }
    | { readonly kind: 'phone' }
    | { readonly kind: 'flag' }
    | {
        readonly kind: 'one'
        readonly options: readonly FieldOption[]
        readonly nullable?: boolean
        readonly look?: 'select' | 'radio'
        readonly closed?: true
      }
    /** `folded`: many, seldom chosen; shown once opened. */
    | { readonly kind: 'several'; readonly options: readonly FieldOption[]; readonly folded?: true; readonly closed?: true }
  )

/** The name of a field in its form: its steps in the document, joined. Faults name fields by the same steps. */
export function fieldName(steps: readonly PropertyKey[]): string {
  return steps.map(String).join('.')
}
