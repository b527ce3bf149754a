/** Acts on a call: made public, its deadline put off, or given one. */
import { refusalIn } from '../../design/refusal.ts'
import { LONGEST_ANSWER, LONGEST_QUESTION } from '../../domain/call-question.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { type Api, acts, api, endpoint, id, record, slug, trilingual, words as line, z } from '../../platform/web/api.ts'
import { mayBuildEditions } from '../../domain/edition.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { editionBySlug, programmeWords, publishCall } from '../programme/index.ts'
import { extraTimeApi } from './api/extra-time.ts'
import { askAlert, confirmAlert, endAlert } from './commands/alerts.ts'
import { closeCall } from './commands/close-call.ts'
import { deadlineFingerprint, extendCall } from './commands/extend-call.ts'
import { answerQuestion, askQuestion } from './commands/questions.ts'
import { deadlineView } from './queries.ts'
import { words } from './words/index.ts'

const TAG = 'Calls'
const edition = z.object({ edition: slug() })
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

/** `origin` is where mails lead. */
export function callApi(origin: string): Api {
  const routes = api()
  const act = acts(routes, TAG, (says) => refusalIn(words(says), says))
  const alert = z.object({ address: z.string().email().max(200).toLowerCase(), language: z.enum(LANGUAGES) })
  const one = z.object({ alert: id() })
  const publish = acts(routes, TAG, (says) => refusalIn(programmeWords(says), says))
  publish('post', '/editions/{edition}/call/publication', 'Make the call of an edition public', { params: edition }, ({ db, viewer, now }, input) =>
    publishCall(db, viewer, input.edition, now),
  )
  act(
    'post',
    '/calls/{edition}/questions',
    'Ask about a call; the answer comes by mail',
    {
      params: edition,
      body: z.object({ address: z.string().email().max(200), language: z.enum(LANGUAGES), question: line(LONGEST_QUESTION).min(10) }),
    },
    ({ db, viewer, organisation, now }, input) => askQuestion(db, organisation, { ...input, client: viewer.person.id }, now),
  )
  act(
    'post',
    '/editions/{edition}/call/questions/{question}/answer',
    'Answer a question: to its writer, and to everybody where it is published',
    {
      params: edition.extend({ question: id() }),
      body: z.object({
        answer: line(LONGEST_ANSWER),
        published: z.object({ question: trilingual(LONGEST_QUESTION), answer: trilingual(LONGEST_ANSWER) }).nullable(),
      }),
    },
    async ({ db, viewer, organisation, now }, input) => {
      const room = await editionBySlug(db, organisation, input.edition)
      return room === null ? null : answerQuestion(db, viewer, { ...room.place, slug: room.slug }, input, origin, now)
    },
  )
  extraTimeApi(routes, origin)
  act(
    'post',
    '/calls/{edition}/alerts',
    'Be told about the calls of a programme: a mail leaves whose link confirms',
    { params: edition, body: alert },
    ({ db, viewer, organisation, now }, input) => askAlert(db, organisation, { ...input, client: viewer.person.id }, origin, now),
  )
  act(
    'post',
    '/alerts',
    'Be told about any call of the organisation: a mail leaves whose link confirms',
    { body: alert },
    ({ db, viewer, organisation, now }, input) => askAlert(db, organisation, { ...input, edition: null, client: viewer.person.id }, origin, now),
  )
  act('post', '/alerts/{alert}/confirmation', 'Confirm an alert by the id its mail holds', { params: one }, ({ db, organisation, now }, input) =>
    confirmAlert(db, organisation, input.alert, now),
  )
  act('post', '/alerts/{alert}/removal', 'Stop an alert and erase its address', { params: one }, ({ db, organisation, now }, input) =>
    endAlert(db, organisation, input.alert, now),
  )
  const change = z.object({ deadline: wall, reason: trilingual(600) })
  const plan = (name: 'extension' | 'closing', summary: string): void =>
    endpoint(
      routes,
      { method: 'post', path: `/editions/{edition}/call/${name}/plan`, tag: TAG, summary, params: edition, body: change, answers: record() },
      async (c, { params, body }) => {
        const { db, organisation, language } = request(c)
        const room = await editionBySlug(db, organisation, params.edition)
        if (room === null || !mayBuildEditions(signedIn(c), room.place.programme)) return null
        const view = await deadlineView(db, organisation, params.edition, language)
        if (view === null) return null
        const { wall: standing, zone, before, holders } = view
        return { deadline: standing, zone, extendedBefore: before, told: holders, fingerprint: deadlineFingerprint({ ...params, ...body }, standing) }
      },
    )
  plan('extension', 'What putting the deadline off would do: whom it tells, and the fingerprint to apply it with')
  plan('closing', 'What announcing the closing of a call without a deadline would do: whom it tells, and the fingerprint to apply it with')
  act(
    'post',
    '/editions/{edition}/call/extension',
    'Put the deadline of a call off, and tell everybody who holds a draft',
    { params: edition, body: change.extend({ fingerprint: z.string().max(64) }) },
    ({ db, viewer, now }, input) => extendCall(db, viewer, input, origin, now),
  )
  act(
    'post',
    '/editions/{edition}/call/closing',
    'Announce when a call without a deadline closes, and tell everybody who holds a draft',
    { params: edition, body: change.extend({ fingerprint: z.string().max(64) }) },
    ({ db, viewer, now }, input) => closeCall(db, viewer, input, origin, now),
  )
  return routes
}
