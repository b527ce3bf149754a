/** Sessions of the jury over the API, by the same commands as on their pages. */
import { refusalIn } from '../../design/refusal.ts'
import { JURY_GROUNDS, JURY_OUTCOMES, JURY_VOTES, mayReadJury } from '../../domain/jury.ts'
import { type Api, acts, api, endpoint, id, instant, record, slug, words as line, z } from '../../platform/web/api.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { editionBySlug } from '../programme/index.ts'
import { closeSession, decide, openFile, openSession } from './commands/lead.ts'
import { addToAgenda, inviteMembers, moveOnAgenda, planSession } from './commands/prepare.ts'
import { markPresence, recuse, say } from './commands/room.ts'
import { takeOffAgenda } from './commands/take-off.ts'
import { LONGEST_NOTE } from './forms.ts'
import { juryView, sessionsOf } from './queries/session.ts'
import { words } from './words/index.ts'

const TAG = 'Juries'
const edition = z.object({ edition: slug() })
const session = z.object({ session: id() })
const application = z.object({ application: id() })

/** `origin` is where mails lead. */
export function juryApi(origin: string): Api {
  const routes = api()
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  reading(routes)
  act(
    'post',
    '/editions/{edition}/juries',
    'Plan a session and invite its members',
    {
      params: edition,
      body: z.object({
        beginsAt: instant(),
        place: line(200).pipe(z.string().min(1)),
        quorum: z.number().int().min(1).max(50),
        members: z.array(id()).max(50),
      }),
    },
    async ({ db, viewer, organisation, now }, { edition: where, beginsAt, ...terms }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : planSession(db, viewer, found.place, { ...terms, beginsAt: new Date(beginsAt) }, origin, now)
    },
  )
  act(
    'post',
    '/juries/{session}/members',
    'Invite more members',
    { params: session, body: z.object({ members: z.array(id()).min(1).max(50) }) },
    ({ db, viewer, now }, input) => inviteMembers(db, viewer, input, origin, now),
  )
  act(
    'post',
    '/juries/{session}/agenda',
    'Put files on the agenda: borderline, divergent, of a region, or one by its number',
    { params: session, body: z.object({ ground: z.enum(JURY_GROUNDS), which: line(60).default('') }) },
    ({ db, viewer, now }, input) => addToAgenda(db, viewer, input, now),
  )
  act(
    'post',
    '/juries/{session}/order',
    'Move a file one place up or down',
    { params: session, body: application.extend({ up: z.boolean() }) },
    ({ db, viewer, now }, input) => moveOnAgenda(db, viewer, input, now),
  )
  act(
    'post',
    '/juries/{session}/agenda/removal',
    'Take a file that was not opened off the agenda',
    { params: session, body: application },
    ({ db, viewer, now }, input) => takeOffAgenda(db, viewer, input, now),
  )
  room(routes)
  return routes
}

function room(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  act('post', '/juries/{session}/opening', 'Open the session', { params: session }, ({ db, viewer, now }, input) =>
    openSession(db, viewer, input.session, now),
  )
  act(
    'post',
    '/juries/{session}/closing',
    'Close the session; its minutes are sealed. `leaving` says that files of the agenda that were never opened are left so',
    { params: session, body: z.object({ leaving: z.boolean() }) },
    ({ db, viewer, now }, input) => closeSession(db, viewer, input, now),
  )
  act(
    'post',
    '/juries/{session}/presence',
    'Say that a member came in or went out',
    { params: session, body: z.object({ person: id(), present: z.boolean() }) },
    ({ db, viewer, now }, input) => markPresence(db, viewer, input, now),
  )
  act(
    'post',
    '/juries/{session}/recusals',
    'Tell a conflict of a member with a file of the agenda',
    { params: session, body: application.extend({ person: id() }) },
    ({ db, viewer, now }, input) => recuse(db, viewer, input, now),
  )
  act(
    'post',
    '/juries/{session}/files',
    'Open a file, once whoever is in conflict with it is out of the room',
    { params: session, body: application },
    ({ db, viewer, language, now }, input) => openFile(db, viewer, { ...input, language }, now),
  )
  act(
    'post',
    '/juries/{session}/notes',
    'Vote, or note, about the open file',
    { params: session, body: application.extend({ vote: z.enum(JURY_VOTES).nullable(), note: line(LONGEST_NOTE) }) },
    ({ db, viewer, now }, input) => say(db, viewer, input, now),
  )
  act(
    'post',
    '/juries/{session}/decisions',
    'Note what is decided of the open file and close it',
    { params: session, body: application.extend({ outcome: z.enum(JURY_OUTCOMES), note: line(LONGEST_NOTE) }) },
    ({ db, viewer, now }, input) => decide(db, viewer, input, now),
  )
}

function reading(routes: Api): void {
  endpoint(
    routes,
    { method: 'get', path: '/editions/{edition}/juries', tag: TAG, summary: 'Sessions of the jury', params: edition, answers: record() },
    async (c, { params }) => {
      const { db, organisation } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null || !mayReadJury(signedIn(c), found.place) ? null : { sessions: await sessionsOf(db, organisation, found.id) }
    },
  )
  endpoint(
    routes,
    { method: 'get', path: '/juries/{session}', tag: TAG, summary: 'A session as I may see it', params: session, answers: record() },
    (c, { params }) => juryView(request(c).db, signedIn(c), params.session, c.var.language),
  )
}
