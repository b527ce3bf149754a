/** The selection: simulated, sealed, published; the public results and the sealed record. */
import { refusalIn } from '../../design/refusal.ts'
import { mayReadSelection } from '../../domain/selection.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, acts, api, endpoint, id, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { readyingLetters } from '../eligibility/index.ts'
import { approveBatch, lettersOf, messageWords } from '../messages/index.ts'
import { selectionAppeals } from './api/appeals.ts'
import { rehearsals } from './api/rehearsal.ts'
import { whatIfs } from './api/what-if.ts'
import { prepareResultLetters } from './commands/letters.ts'
import { askSelection, cancelRun } from './commands/run.ts'
import { notePresence } from './commands/presence.ts'
import { publishSelection } from './commands/publish.ts'
import { LONGEST_SEAL_REASON, sealSelection } from './commands/seal.ts'
import { presenceOf } from './queries/presence.ts'
import { publishedResults } from './queries/results.ts'
import { selectionRoom } from './queries/room.ts'
import { words } from './words/index.ts'

const TAG = 'Selection'
const edition = z.object({ edition: slug() })

export function selectionApi(): Api {
  const routes = api()
  endpoint(
    routes,
    { method: 'get', path: '/results/{edition}', tag: TAG, summary: 'The published list', params: edition, answers: record(), open: true },
    (c, { params }) => publishedResults(request(c).db, c.var.organisation, params.edition, c.var.language),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/selection',
      tag: TAG,
      summary: 'The room of the selection with its last simulation',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : selectionRoom(db, signedIn(c), found.place, found.currency, language, null)
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/selection/plans',
      tag: TAG,
      summary: 'Simulate: decides nothing',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null
        ? null
        : outcome(c, await askSelection(db, signedIn(c), found.place, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/selection/run/removal',
      tag: TAG,
      summary: 'Give up the simulation under way',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const says = refusalIn(words(c.var.language), c.var.language)
      return found === null ? null : outcome(c, await cancelRun(db, signedIn(c), found.place, now), says)
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/selection/seal',
      tag: TAG,
      summary: 'Seal the simulation that was shown; while the jury has not finished, only with the reason to seal nevertheless',
      params: edition,
      body: z.object({ plan: id(), fingerprint: line(64), nevertheless: line(LONGEST_SEAL_REASON).nullable().default(null) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      if ((await editionBySlug(db, organisation, params.edition)) === null) return null
      return outcome(
        c,
        await sealSelection(db, signedIn(c), body.plan, body.fingerprint, now, body.nevertheless),
        refusalIn(words(c.var.language), c.var.language),
      )
    },
  )
  endpoint(
    routes,
    { method: 'post', path: '/editions/{edition}/publication', tag: TAG, summary: 'Publish the sealed list', params: edition, answers: record() },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null
        ? null
        : outcome(c, await publishSelection(db, signedIn(c), found.place, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  letters(routes)
  presence(routes)
  whatIfs(routes)
  rehearsals(routes)
  selectionAppeals(routes)
  return routes
}

/** Who sat in the deliberation. */
function presence(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/selection/presence',
      tag: TAG,
      summary: 'Who sat in the deliberation, and what each was recused from',
      params: edition,
      answers: z.object({ present: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null || !mayReadSelection(signedIn(c), found.place)) return null
      return { present: await presenceOf(db, signedIn(c), found.place, language) }
    },
  )
  act(
    'put',
    '/editions/{edition}/selection/presence',
    'Note who sits in the deliberation, until the list is public',
    { params: edition, body: z.object({ people: z.array(id()).max(200) }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : notePresence(db, viewer, found.place, input.people, now)
    },
  )
}

/** Letters are prepared by one person and leave by the word of another. */
function letters(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/letters',
      tag: TAG,
      summary: 'Batches of letters and where they stand',
      params: edition,
      answers: z.object({ batches: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null || !mayReadSelection(signedIn(c), found.place)) return null
      return { batches: await lettersOf(db, organisation, found.id) }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/letters',
      tag: TAG,
      summary: 'Prepare the letters of the published results',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, config, organisation, language, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      return outcome(c, await prepareResultLetters(db, signedIn(c), found.place, config.origin, now), refusalIn(words(language), language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/letters/{batch}/approval',
      tag: TAG,
      summary: 'Approve a batch somebody else prepared: its letters leave',
      params: z.object({ batch: id() }),
      answers: record(),
    },
    async (c, { params }) => {
      const { db, config, language, now } = request(c)
      const approved = await approveBatch(db, signedIn(c), params.batch, now, readyingLetters(config.origin))
      return outcome(c, approved, refusalIn(messageWords(language), language))
    },
  )
}
