/** Reading a call: for anyone once it is public, and for the desk. */
import { callState } from '../../domain/call.ts'
import { mayReadEdition } from '../../domain/edition.ts'
import { completeness } from '../../domain/edition-texts.ts'
import { scopeOf } from '../../domain/scope.ts'
import { STAFF, type Viewer } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'
import { dayIn, daysBetween, promisedInstant } from '../../platform/time/time.ts'
import { type EditionView, editionContent, publicEdition } from '../programme/index.ts'
import type { CallView, SettingsView } from './views.ts'

/** The public call of an edition at `now`; null when there is none, or not yet. */
export async function callView(db: Reader, organisation: string, slug: string, now: Date): Promise<CallView | null> {
  const found = await publicEdition(db, organisation, slug, now)
  if (found === null) return null
  const { call } = found.content
  const today = dayIn(now, call.zone)
  return {
    ...found,
    state: callState(found.times, now),
    today,
    daysLeft: daysBetween(today, call.deadline.slice(0, 10)),
    session: call.sessions.filter(({ at }) => isAhead(at, call.zone, now)).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null,
  }
}

function isAhead(wall: string, zone: string, now: Date): boolean {
  const promised = promisedInstant({ wall, zone })
  return promised.ok && promised.instant > now
}

/** The configuration of an edition, for who has a place at its desk; whoever serves some of its regions reads it without its money. */
export async function settingsOf(db: Reader, viewer: Viewer, edition: EditionView, now: Date): Promise<SettingsView | null> {
  const scope = scopeOf(viewer, STAFF, edition.place)
  if (scope !== 'all' && scope.length === 0) return null
  const [content, call] = await Promise.all([
    editionContent(db, viewer.organisation, edition.id),
    db
      .selectFrom('call')
      .select(['published_at', 'opens_at', 'deadline_at', 'grace_seconds'])
      .where('organisation', '=', viewer.organisation)
      .where('edition', '=', edition.id)
      .executeTakeFirst(),
  ])
  if (content === null || call === undefined) return null
  const whole = mayReadEdition(viewer, edition.place)
  return {
    content: whole ? content : { ...content, budgetLines: [] },
    state: callState({ publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: call.deadline_at, graceSeconds: call.grace_seconds }, now),
    opensAt: call.opens_at,
    deadlineAt: call.deadline_at,
    completeness: completeness(content),
    questions: content.form.sections.reduce((sum, section) => sum + section.questions.length, 0),
    whole,
  }
}
