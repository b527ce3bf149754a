/** People and roles: who holds which, given, corrected, ended. */
import { refusalIn } from '../../design/refusal.ts'
import { ROLES } from '../../domain/viewer.ts'
import { type Api, acts, api, endpoint, id, record, words as line, z } from '../../platform/web/api.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { correctPerson } from './commands/correct-person.ts'
import { endRole } from './commands/end-role.ts'
import { giveRole } from './commands/give-role.ts'
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
  return routes
}
