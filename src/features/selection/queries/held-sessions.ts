/** Sessions of the jury that were closed: what the minutes of the selection say of each, from its sealed record. */
import type { JuryOutcome } from '../../../domain/jury.ts'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayReadSelection } from '../../../domain/selection.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { jurySessions, sealedMinutes } from '../../juries/index.ts'

export interface HeldSession {
  readonly session: string
  readonly openedAt: Date
  readonly closedAt: Date
  readonly place: string
  readonly quorum: number
  /** Names of those who were in the room at some time, and of those who never came. */
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly files: readonly {
    readonly number: string
    readonly outcome: JuryOutcome
    readonly note: string
    /** Names of those who were out of the room for it. */
    readonly recused: readonly string[]
  }[]
  readonly notOpened: readonly string[]
  readonly hash: string
}

/** Closed before a moment, the first first; none for who may not read the selection. */
export async function heldSessions(db: Reader, viewer: Viewer, place: Place, language: Language, before: Date | null = null): Promise<HeldSession[]> {
  if (!mayReadSelection(viewer, place)) return []
  const { organisation } = viewer
  const all = await jurySessions(db, organisation, place.edition)
  const closed = all.filter(({ closedAt }) => closedAt !== null && (before === null || closedAt <= before))
  const found = await Promise.all(closed.map(({ session }) => heldSession(db, organisation, session, language)))
  return found.flatMap((one) => (one === null ? [] : [one])).sort((one, other) => one.openedAt.getTime() - other.openedAt.getTime())
}

async function heldSession(db: Reader, organisation: string, session: string, language: Language): Promise<HeldSession | null> {
  const sealed = await sealedMinutes(db, organisation, session)
  if (sealed === null) return null
  const { record, hash } = sealed
  const names = new Map(record.members.map((one) => [one.person, nameFor({ nameAr: one.ar, nameLatin: one.latin }, language)]))
  const named = (people: readonly string[]): string[] => people.map((one) => names.get(one) ?? '')
  const came = record.members.filter(({ movements }) => movements.some(({ present }) => present)).map(({ person }) => person)
  return {
    session,
    openedAt: new Date(record.openedAt),
    closedAt: new Date(record.closedAt),
    place: record.place,
    quorum: record.quorum,
    present: named(came),
    absent: named(record.members.flatMap(({ person }) => (came.includes(person) ? [] : [person]))),
    files: record.files.map(({ number, outcome, note, recused }) => ({ number, outcome, note, recused: named(recused) })),
    notOpened: record.notOpened,
    hash,
  }
}
