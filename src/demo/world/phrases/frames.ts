/** Sentences any application may use, by part of the form. Slots and choices as in `material.ts`. */
export interface Frames {
  /** Where it happens. */
  readonly place: readonly string[]
  /** What the six months are for. */
  readonly plan: readonly string[]
  /** Who pays: {client}, {client2}. */
  readonly payers: readonly string[]
  /** How they are reached. */
  readonly channels: readonly string[]
  readonly impact: readonly string[]
  /** The team, of a person alone, of several people ({role1} {role2} {team}), of a structure ({structure}). */
  readonly person: readonly string[]
  readonly team: readonly string[]
  readonly cso: readonly string[]
  /** What is needed, before and after the need of the sector. */
  readonly needOpening: readonly string[]
  readonly needClosing: readonly string[]
}
