/** The team of an application, by the same commands as on its page. */
import { refusalIn } from '../../../design/refusal.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { LONGEST_NAME } from '../../../domain/person.ts'
import { readEmail } from '../../../platform/input/contact.ts'
import { type Api, acts, endpoint, id, outcome, record, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { words } from '../words/index.ts'
import { leaveTeam, takeOutMember } from './commands/depart.ts'
import { endHolderOffer, offerHolderPart, takeHolderPart } from './commands/hand-over.ts'
import { invite, takeBackInvitation } from './commands/invite.ts'
import { joinTeam } from './commands/join.ts'
import { teamView } from './queries/team.ts'

const TAG = 'Applications'
const application = z.object({ application: id() })
const name = line(LONGEST_NAME).optional()
/** As on the page: what no server could take is no address. */
const address = z
  .string()
  .max(300)
  .refine((typed) => readEmail(typed).ok, 'not an e-mail address')
  .transform((typed) => {
    const read = readEmail(typed)
    return read.ok ? read.value.toLowerCase() : typed
  })

export function teamApi(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/applications/{application}/team',
      tag: TAG,
      summary: 'Who writes an application; for its holder also the open invitations',
      params: application,
      answers: z.object({ members: z.array(record()), invitations: z.array(record()), asked: z.string().nullable() }),
    },
    async (c, { params }) => {
      const { db, now } = request(c)
      const view = await teamView(db, signedIn(c), params.application, now)
      return view === null ? null : { members: view.members, invitations: view.invitations, asked: view.asked }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/team/invitations',
      tag: TAG,
      summary: 'Invite: by mail to an address, or without one by the link in the answer, which is told this once',
      params: application,
      body: z.object({ email: address.nullable().default(null), once: z.boolean().default(true), language: z.enum(LANGUAGES), name }),
      answers: z.object({ invitation: z.string(), link: z.string().nullable(), expiresAt: z.string() }),
    },
    async (c, { params, body }) => {
      const { db, config, language, now } = request(c)
      const { email, once, language: wanted } = body
      const input = { application: params.application, address: email, once, language: wanted, name: body.name ?? '' }
      const says = refusalIn(words(language), language)
      // A link that was mailed is for its receiver alone.
      const shown = (made: { invitation: string; link: string; expiresAt: Date }) => ({ ...made, link: email === null ? made.link : null })
      return outcome(c, await invite(db, signedIn(c), input, config.origin, now), says, shown)
    },
  )
  joining(routes)
  handingOver(routes)
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  act(
    'post',
    '/applications/{application}/team/invitations/{invitation}/removal',
    'Take an invitation back',
    { params: z.object({ application: id(), invitation: id() }) },
    ({ db, viewer, now }, input) => takeBackInvitation(db, viewer, input, now),
  )
  act(
    'post',
    '/applications/{application}/team/members/{person}/removal',
    'Take a member out of the team',
    { params: z.object({ application: id(), person: id() }) },
    ({ db, viewer, now }, input) => takeOutMember(db, viewer, input, now),
  )
  act('post', '/applications/{application}/team/departure', 'Leave the team', { params: application }, ({ db, viewer, now }, input) =>
    leaveTeam(db, viewer, input, now),
  )
}

function joining(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'post',
      path: '/invitations/{key}/joining',
      tag: TAG,
      summary: 'Join a team by the secret at the end of the link of an invitation',
      params: z.object({ key: z.string().max(100) }),
      body: z.object({ name }),
      answers: z.object({ application: z.string(), fresh: z.boolean() }),
    },
    async (c, { params, body }) => {
      const { db, config, language, now } = request(c)
      const joined = await joinTeam(db, signedIn(c), { key: params.key, name: body.name ?? '' }, config.origin, now)
      return outcome(c, joined, refusalIn(words(language), language))
    },
  )
}

function handingOver(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/team/holder-offer',
      tag: TAG,
      summary: 'Ask a member to hold the application',
      params: application,
      body: z.object({ person: id() }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, config, language, now } = request(c)
      const offered = await offerHolderPart(db, signedIn(c), { ...params, ...body }, config.origin, now)
      return outcome(c, offered, refusalIn(words(language), language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/team/holder',
      tag: TAG,
      summary: 'Accept to hold the application',
      params: application,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, config, language, now } = request(c)
      return outcome(c, await takeHolderPart(db, signedIn(c), params, config.origin, now), refusalIn(words(language), language))
    },
  )
  acts(routes, TAG, (language) => refusalIn(words(language), language))(
    'post',
    '/applications/{application}/team/holder-offer/removal',
    'Take back the request to hold the application, or decline it',
    { params: application },
    ({ db, viewer, now }, input) => endHolderOffer(db, viewer, input, now),
  )
}
