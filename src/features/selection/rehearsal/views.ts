/** What the page of rehearsals shows. */
export interface RehearsalView {
  readonly number: number
  readonly at: Date
  readonly by: string
  readonly pool: { readonly edition: string } | { readonly size: number }
  readonly places: number
  readonly draws: number
  readonly possible: number
  readonly candidates: number
  readonly rules: readonly { readonly name: string; readonly binding: number; readonly costs: number; readonly price: number }[]
  readonly conflicts: readonly { readonly names: readonly string[]; readonly times: number }[]
}

/** A value of an attribute, with how many candidates of it the form proposes. */
export interface ValueRow {
  readonly attribute: string
  readonly value: string
  readonly name: string
  readonly proposed: number
}

export interface RehearsalsView {
  /** While one is computed; headway from 0 to 1, null before it begins. */
  readonly underway: { readonly askedAt: Date; readonly headway: number | null } | null
  readonly rehearsals: readonly RehearsalView[]
  readonly editions: readonly { readonly id: string; readonly name: string }[]
  readonly values: readonly ValueRow[]
}
