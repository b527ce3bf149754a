/** Conflicts of members with their hours, and what is set aside of a file for those told once it had been opened. */
import { sql } from 'kysely'
import type { JuryVote } from '../../../domain/jury.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { conflictsOf } from './session.ts'

export interface DatedConflict {
  readonly application: string
  readonly person: string
  /** When it was told; null for one that nobody told, of somebody found to be close to the project. */
  readonly at: Date | null
}

/** Conflicts of the members of a session, with the hour at which each was first told. */
export async function datedConflicts(db: Reader, organisation: string, session: string): Promise<DatedConflict[]> {
  const [conflicts, told] = await Promise.all([
    conflictsOf(db, organisation, session),
    sql<{ application: string; person: string; at: Date }>`
      select application, person, min(at) as at from (
        select r.application, r.person, r.declared_at as at from jury_recusal r where r.organisation = ${organisation} and r.session = ${session}
        union all select c.application, v.person, c.declared_at from conflict c
          join reviewer v on v.organisation = c.organisation and v.id = c.reviewer
          join jury_session s on s.organisation = c.organisation and s.edition = c.edition and s.id = ${session}
          join jury_member m on m.organisation = v.organisation and m.person = v.person and m.session = s.id
          where c.organisation = ${organisation}) one
      group by application, person`.execute(db),
  ])
  const hours = new Map(told.rows.map(({ application, person, at }) => [`${application} ${person}`, at]))
  return [...conflicts].flatMap(([application, people]) =>
    people.map((person) => ({ application, person, at: hours.get(`${application} ${person}`) ?? null })),
  )
}

/** A file as it was opened and decided, with what each member said last of it. */
export interface Discussed {
  readonly application: string
  readonly ended: Date
  readonly present: readonly string[]
  readonly recused: readonly string[]
  /** Who came in while it was open. */
  readonly came: readonly string[]
  readonly voices: readonly { readonly person: string; readonly vote: JuryVote | null }[]
}

export interface Heard {
  /** Who was in the room when it was opened and in no conflict by the time it was decided. */
  readonly present: readonly string[]
  readonly recused: readonly string[]
  /** Conflicts told once it had been opened, of members who were there; `after` once it had been decided. */
  readonly declared: readonly { readonly person: string; readonly at: string | null; readonly after: boolean }[]
  /** Whose vote or remark counts no longer. */
  readonly setAside: readonly string[]
  readonly votes: Readonly<Record<JuryVote, number>>
}

/** Who heard a file and what counts of what they said, once every conflict is known. */
export function heard(file: Discussed, conflicts: readonly DatedConflict[]): Heard {
  const there = new Set([...file.present, ...file.came, ...file.voices.map(({ person }) => person)])
  const declared = conflicts
    .filter(({ application, person }) => application === file.application && there.has(person) && !file.recused.includes(person))
    .map(({ person, at }) => ({ person, at: at?.toISOString() ?? null, after: at !== null && at > file.ended }))
  const [late, aside] = [declared.filter(({ after }) => !after), new Set(declared.map(({ person }) => person))]
  const left = new Set(late.map(({ person }) => person))
  const counted = file.voices.filter(({ person }) => !aside.has(person))
  const count = (vote: JuryVote): number => counted.filter((one) => one.vote === vote).length
  return {
    present: file.present.filter((one) => !left.has(one)),
    recused: [...file.recused, ...left],
    declared,
    setAside: file.voices.flatMap(({ person }) => (aside.has(person) ? [person] : [])),
    votes: { for: count('for'), against: count('against'), abstain: count('abstain') },
  }
}
