/** Saying that a page of a draft is open: one statement, which answers who else is there. No act, so no entry in the trail. */
import { PRESENT_SECONDS } from '../../../../domain/presence.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import type { Database } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import { send, type Statement } from '../../../../platform/database/statement.ts'
import type { Present } from '../here.ts'

export interface Presence {
  readonly application: string
  /** Id of the opened page. */
  readonly page: string
  /** Null on the list of parts. */
  readonly section: string | null
  /** Null outside a field. */
  readonly question: string | null
  /** Number of the saying, counted by the page: a smaller one than the last that came is late, and changes nothing. */
  readonly turn: number
}

interface Row {
  person: string | null
  name_ar: string
  name_latin: string
  section: string | null
  question: string | null
}

/** Those who may say it: the members of an application that is still a draft. */
const OWN = `own as (
    select m.person from application_member m
    join draft d on d.organisation = m.organisation and d.application = m.application
    where m.organisation = $1 and m.application = $2 and m.person = $3
  )`

/*
 * $1 organisation, $2 application, $3 person, $4 page, $5 turn, $6 section, $7 question, $8 now, $9 since when a page counts.
 * What is over goes at the same time. The own row is written first (the count asks for it before anything is swept), and a
 * row that somebody else is writing or sweeping is left to them: who sweeps waits for nobody, so no two wait for each other.
 */
const PRESENCE: Statement = {
  name: 'presence',
  text: `with ${OWN}, said as (
    insert into presence (organisation, application, page, person, turn, section, question, seen_at)
    select $1, $2, $4, person, $5, $6, $7, $8 from own
    on conflict on constraint presence_key do update
      set turn = excluded.turn, section = excluded.section, question = excluded.question, seen_at = excluded.seen_at
      where presence.person = excluded.person and presence.turn <= excluded.turn
    returning 1
  ), swept as (
    delete from presence where (organisation, application, page) in (
      select organisation, application, page from presence
      where (select count(*) from said) >= 0 and organisation = $1 and application = $2 and page <> $4 and seen_at < $9 for update skip locked)
  )
  select h.person, h.name_ar, h.name_latin, h.section, h.question
  from own left join (
    select e.person, p.name_ar, p.name_latin, e.section, e.question from presence e
    join person p on p.organisation = e.organisation and p.id = e.person
    where e.organisation = $1 and e.application = $2 and e.person <> $3 and e.seen_at >= $9
  ) h on true
  order by h.person, h.section, h.question`,
}

const GONE: Statement = {
  name: 'presence-gone',
  text: `with ${OWN}
  insert into presence (organisation, application, page, person, turn, seen_at)
  select $1, $2, $4, person, $5, '-infinity' from own
  on conflict on constraint presence_key do update
    set turn = excluded.turn, seen_at = excluded.seen_at
    where presence.person = excluded.person and presence.turn <= excluded.turn`,
}

/** Keeps that the viewer has this page open; answers who else has the draft open, or null when there is no draft of theirs. */
export async function sayPresent(db: Database, viewer: SignedIn, at: Presence, now: Date): Promise<Present[] | null> {
  if (!isId(at.application) || !isId(at.page)) return null
  const since = new Date(now.getTime() - PRESENT_SECONDS * 1000)
  const values = [viewer.organisation, at.application, viewer.person.id, at.page, at.turn, at.section, at.question, now, since]
  const rows = await send<Row>(db, PRESENCE, values)
  if (rows.length === 0) return null
  return rows.flatMap(({ person, name_ar, name_latin, section, question }) =>
    person === null ? [] : [{ person, nameAr: name_ar, nameLatin: name_latin, section, question }],
  )
}

/** A page was closed: nobody is there any more, even when something it said before is still on its way. */
export async function sayGone(db: Database, viewer: SignedIn, at: Pick<Presence, 'application' | 'page' | 'turn'>): Promise<void> {
  if (isId(at.application) && isId(at.page)) await send(db, GONE, [viewer.organisation, at.application, viewer.person.id, at.page, at.turn])
}

/** Takes away what was left by pages that nobody closed and nobody looked after. */
export async function sweepPresence(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('presence')
    .where('seen_at', '<', new Date(now.getTime() - PRESENT_SECONDS * 1000))
    .execute()
}
