/** People as the desk reads them. */
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/viewer.ts'
import type { PlaceNames } from './place-text.ts'

/** A role somebody holds or held. */
export interface HeldRole {
  readonly id: string
  readonly role: Role
  readonly place: PlaceNames
  /** Days in the zone of the organisation. */
  readonly since: string
  /** Name of who gave it; null for the command line. */
  readonly givenBy: string | null
  readonly until: string | null
  readonly endedBy: string | null
}

export interface DeskPerson {
  readonly id: string
  /** In the reader's script, else in the other; '' when nobody wrote it. */
  readonly name: string
  /** The name in the other script, when there are two. */
  readonly otherName: string
  readonly email: string | null
  /** What they hold now, and what they held. */
  readonly holds: readonly HeldRole[]
  readonly held: readonly HeldRole[]
}

export interface PeopleFilters {
  readonly query: string
  readonly role: Role | ''
  /** Those who hold a role now, or those who hold none any more. */
  readonly state: 'now' | 'before'
  /** From 1. */
  readonly page: number
}

export interface PeopleList {
  /** A page of the list. */
  readonly people: readonly DeskPerson[]
  readonly counts: Readonly<Record<PeopleFilters['state'], number>>
  readonly pages: number
}

export interface PersonRecord extends DeskPerson {
  readonly nameAr: string
  readonly nameLatin: string
  readonly language: Language
}

/** Where a role may be given: programmes with their editions, the newest first, and the regions of all of them. */
export interface RolePlaces {
  readonly programmes: readonly {
    readonly id: string
    readonly name: string
    readonly editions: readonly { readonly id: string; readonly name: string }[]
  }[]
  readonly regions: readonly { readonly code: string; readonly name: string }[]
}

/** The value of the field `place` for the whole organisation; a programme is 'p:<id>', an edition 'e:<id>'. */
export const EVERYWHERE = 'everywhere'
