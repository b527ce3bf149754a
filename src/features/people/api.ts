/** People and roles: who holds which, given, corrected, ended. */
import { refusalIn } from '../../design/refusal.ts'
import { ROLES } from '../../domain/viewer.ts'
import { type Api, acts, api, endpoint, id, record, words as line, z } from '../../platform/web/api.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { contestVerification } from './commands/contest-verification.ts'
import { correctPerson } from './commands/correct-person.ts'
import { endRole } from './commands/end-role.ts'
import { giveRole } from './commands/give-role.ts'
import { removePasskey } from './commands/passkey.ts'
import { removePassword } from './commands/password.ts'
import { stopPhoneMessages, wantPhoneMessages } from './commands/phone-consent.ts'
import { endOtherSessions, endOwnSession } from './commands/sessions.ts'
import { entryView } from './queries/entry.ts'
import { phoneView } from './queries/phone.ts'
import { verificationsOf } from './queries/verifications.ts'
import { peopleList, personRecord } from './queries/people.ts'
import { words } from './words/index.ts'

const TAG = 'People'
const person = z.object({ person: id() })
const language = z.enum(['ar', 'fr', 'en'])
const names = { nameAr: line(120), nameLatin: line(120), language }

/** `origin` is where mails lead. */
export function peopleApi(origin: string): Api {
  const routes = api()
  const act = acts(routes, TAG, (says) => refusalIn(words(says), says))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/people',
      tag: TAG,
      summary: 'Who holds a role, or held one',
      query: z.object({
        q: z.string().max(200).optional(),
        role: z.enum(ROLES).optional(),
        state: z.enum(['now', 'before']).optional(),
        page: z.coerce.number().int().min(1).max(10_000).optional(),
      }),
      answers: record(),
    },
    (c, { query }) => {
      const filters = { query: query.q ?? '', role: query.role ?? ('' as const), state: query.state ?? ('now' as const), page: query.page ?? 1 }
      return peopleList(request(c).db, signedIn(c), filters, c.var.language)
    },
  )
  endpoint(
    routes,
    { method: 'get', path: '/people/{person}', tag: TAG, summary: 'One of them, with every role', params: person, answers: record() },
    (c, { params }) => personRecord(request(c).db, signedIn(c), params.person, c.var.language),
  )
  act(
    'post',
    '/roles',
    'Give a role to the person of an address; a new one is invited',
    {
      body: z.object({
        email: z.string().trim().toLowerCase().email().max(200),
        ...names,
        role: z.enum(ROLES),
        programme: id().nullable(),
        edition: id().nullable(),
        regions: z.array(z.string().max(40)).max(40),
      }),
    },
    ({ db, viewer, now }, input) => giveRole(db, viewer, input, origin, now),
  )
  act(
    'post',
    '/people/{person}/roles/end',
    'End roles of a person',
    { params: person, body: z.object({ grants: z.array(id()).min(1).max(40) }) },
    ({ db, viewer, now }, input) => endRole(db, viewer, input, now),
  )
  act(
    'put',
    '/people/{person}',
    'Correct the names and the language of letters',
    { params: person, body: z.object(names) },
    ({ db, viewer, now }, input) => correctPerson(db, viewer, input, now),
  )
  endpoint(
    routes,
    { method: 'get', path: '/me/entry', tag: TAG, summary: 'How you come in: passkeys, password, open sessions', answers: record() },
    (c) => entryView(request(c).db, signedIn(c), null, request(c).now),
  )
  act('post', '/me/passkeys/{passkey}/removal', 'Take a passkey off', { params: z.object({ passkey: id() }) }, ({ db, viewer, now }, { passkey }) =>
    removePasskey(db, viewer, passkey, now),
  )
  act('post', '/me/password/removal', 'Take the password away', {}, ({ db, viewer, now }) => removePassword(db, viewer, now))
  act('post', '/me/sessions/{session}/removal', 'Sign out one device', { params: z.object({ session: id() }) }, ({ db, viewer, now }, { session }) =>
    endOwnSession(db, viewer, session, now),
  )
  act('post', '/me/sessions/removal', 'Sign out every device', {}, ({ db, viewer, now }) => endOtherSessions(db, viewer, null, now))
  endpoint(
    routes,
    { method: 'get', path: '/me/phone', tag: TAG, summary: 'Whether you want messages on your phone, and on which', answers: record() },
    (c) => phoneView(request(c).db, signedIn(c)),
  )
  act(
    'post',
    '/me/phone',
    'Want messages on a mobile phone; sending it is the consent',
    { body: z.object({ phone: z.string().max(16).openapi({ example: '+212612345678' }) }) },
    ({ db, viewer, now }, { phone }) => wantPhoneMessages(db, viewer, phone, now),
  )
  act('post', '/me/phone/removal', 'Want no more messages on the phone', {}, ({ db, viewer, now }) => stopPhoneMessages(db, viewer, now))
  endpoint(
    routes,
    { method: 'get', path: '/me/facts', tag: TAG, summary: 'What was verified of you, on what basis, until when', answers: record() },
    async (c) => {
      const { organisation, person: own } = signedIn(c)
      return { facts: await verificationsOf(request(c).db, organisation, own.id) }
    },
  )
  act(
    'post',
    '/me/facts/{fact}/contest',
    'Say that what was verified is wrong',
    { params: z.object({ fact: id() }), body: z.object({ text: line(1000) }) },
    ({ db, viewer, now }, { fact, text }) => contestVerification(db, viewer, { verification: fact, text }, origin, now),
  )
  return routes
}
