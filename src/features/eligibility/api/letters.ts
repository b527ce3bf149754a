/** Letters that tell decisions, appeals against them, and their answers. */
import { refusalIn } from '../../../design/refusal.ts'
import { type Api, acts, endpoint, id, outcome, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { appealSentence } from '../appeals/sentence.ts'
import { answerAppeal, lodgeAppeal } from '../commands/appeal.ts'
import { setAppealTerm, writeEligibilityLetters } from '../commands/letters.ts'
import { filesWithLinks } from './appeal-files.ts'
import { appealsOf, ownDecision } from '../queries/appeals.ts'
import { lettersToWrite } from '../queries/eligibility-letters.ts'
import { words } from '../words/index.ts'

const TAG = 'Eligibility'
const edition = z.object({ edition: slug() })
const application = z.object({ application: id() })

/** `origin` is where the links of mails lead. */
export function letterApi(routes: Api, origin: string): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/eligibility-letters',
      tag: TAG,
      summary: 'Letters not written yet, as they would be, a page at a time',
      params: edition,
      query: z.object({ page: line(5).optional() }),
      answers: record(),
    },
    async (c, { params, query }) => {
      const { db, organisation } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const page = /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : 1
      return found === null ? null : lettersToWrite(db, signedIn(c), found.place, page, origin)
    },
  )
  act(
    'post',
    '/editions/{edition}/eligibility-letters',
    'Write the letters of all decisions that have none; they leave when somebody else approves the batch',
    { params: edition, body: z.object({ withEligible: z.boolean() }) },
    async ({ db, viewer, organisation, now }, { edition: slugOf, withEligible }) => {
      const found = await editionBySlug(db, organisation, slugOf)
      return found === null ? null : writeEligibilityLetters(db, viewer, found.place, { withEligible }, origin, now)
    },
  )
  act(
    'put',
    '/editions/{edition}/appeal-term',
    'Set the days to appeal, before the first letter is written',
    { params: edition, body: z.object({ days: z.int() }) },
    async ({ db, viewer, organisation, now }, { edition: slugOf, days }) => {
      const found = await editionBySlug(db, organisation, slugOf)
      return found === null ? null : setAppealTerm(db, viewer, found.place, days, now)
    },
  )
  appeals(routes, origin)
}

function appeals(routes: Api, origin: string): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/applications/{application}/decision',
      tag: TAG,
      summary: 'The decision on my application, once its letter has left, and my appeal with its files, each with a link for a quarter of an hour',
      params: application,
      answers: record(),
    },
    async (c, { params }) => {
      const view = await ownDecision(request(c).db, signedIn(c), params.application)
      if (view === null) return null
      return { ...view, appeal: view.appeal === null ? null : { ...view.appeal, files: await filesWithLinks(c, view.appeal.files) } }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/appeal',
      tag: TAG,
      summary:
        'Appeal against the decision that my application is not eligible. With files (three at most, PDF or pictures, 5 MB each) it is sent as multipart/form-data: text first, then files',
      params: application,
      body: z.object({ text: line(5000) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, language, now } = request(c)
      const view = await ownDecision(db, signedIn(c), params.application)
      if (view === null) return null
      const lodged = await lodgeAppeal(db, signedIn(c), { application: params.application, text: body.text }, origin, now)
      return outcome(c, lodged, (refusal) => appealSentence(refusal, language, view.told.zone))
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/appeals',
      tag: TAG,
      summary:
        'Appeals of an edition, those without an answer first; of their files those the reader may open, each with a link for a quarter of an hour',
      params: edition,
      answers: z.object({ appeals: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const all = found === null ? null : await appealsOf(db, signedIn(c), found.place, language)
      return all === null ? null : { appeals: await Promise.all(all.map(async (one) => ({ ...one, files: await filesWithLinks(c, one.files) }))) }
    },
  )
  acts(routes, TAG, (language) => refusalIn(words(language), language))(
    'post',
    '/editions/{edition}/applications/{application}/appeal-answer',
    'Answer an appeal against somebody else’s decision; upheld, the application is eligible from then on',
    { params: z.object({ edition: slug(), application: id() }), body: z.object({ upheld: z.boolean(), answer: line(5000) }) },
    async ({ db, viewer, organisation, now }, { edition: slugOf, application: of, upheld, answer }) => {
      const found = await editionBySlug(db, organisation, slugOf)
      return found === null ? null : answerAppeal(db, viewer, found.place, { application: of, upheld, answer }, origin, now)
    },
  )
}
