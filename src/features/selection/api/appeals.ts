/** Reasons, and appeals against what a selection decided. */
import { mayReadSelection } from '../../../domain/selection.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { type Api, endpoint, id, outcome, record, slug, z } from '../../../platform/web/api.ts'
import type { Refused } from '../../../domain/result.ts'
import { editionBySlug } from '../../programme/index.ts'
import { PLACE_CHOICES } from '../../../domain/selection-appeal.ts'
import { answerSelectionAppeal, appealSelection } from '../commands/appeal.ts'
import { chooseAppealPlace, LONGEST_REASON } from '../commands/appeal-place.ts'
import { ownSelectionAppeal, selectionAppealsOf } from '../queries/appeals.ts'
import { reasonSheet } from '../queries/reason-sheet.ts'
import { appealOr, LONGEST_APPEAL } from '../routes/appeals.tsx'

const TAG = 'Selection'
const application = z.object({ application: id() })
const says = (c: AppContext, zone: string) => (refusal: Refused) => appealOr(refusal, c.var.language, zone)

export function selectionAppeals(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/applications/{application}/reasons',
      tag: TAG,
      summary: 'Why it was selected or not',
      params: application,
      answers: record(),
    },
    async (c, { params }) => reasonSheet(request(c).db, signedIn(c), params.application, c.var.language),
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/selection-appeal',
      tag: TAG,
      summary: 'Appeal against what the selection decided, once, within the term',
      params: application,
      body: z.object({ text: z.string().max(LONGEST_APPEAL) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, config, now } = request(c)
      const own = await ownSelectionAppeal(db, signedIn(c), params.application)
      if (own === null) return null
      return outcome(c, await appealSelection(db, signedIn(c), { ...params, ...body }, config.origin, now), says(c, own.zone))
    },
  )
  answers(routes)
}

function answers(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/selection/appeals',
      tag: TAG,
      summary: 'Appeals against the selection, those without an answer first',
      params: z.object({ edition: slug() }),
      answers: z.object({ appeals: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null || !mayReadSelection(signedIn(c), found.place)) return null
      return { appeals: (await selectionAppealsOf(db, signedIn(c), found.place, language)) ?? [] }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/applications/{application}/selection-appeal-answer',
      tag: TAG,
      summary: 'Answer an appeal by a panel that had no part in the decision; upheld, the selection is made again with the new score',
      params: z.object({ edition: slug(), application: id() }),
      body: z.object({
        panel: z.array(id()).max(50),
        upheld: z.boolean(),
        score: z
          .string()
          .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/)
          .nullable(),
        answer: z.string().max(LONGEST_APPEAL),
      }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, config, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      const input = { ...body, application: params.application }
      return outcome(c, await answerSelectionAppeal(db, signedIn(c), found.place, input, config.origin, now), says(c, found.zone))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/applications/{application}/selection-appeal-place',
      tag: TAG,
      summary: 'Where an appeal upheld earns a place and none is free: it waits as first of its reserve, or the direction opens a place for it alone',
      params: z.object({ edition: slug(), application: id() }),
      body: z.object({ choice: z.enum(PLACE_CHOICES), reason: z.string().max(LONGEST_REASON).default('') }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      const input = { ...body, application: params.application }
      return outcome(c, await chooseAppealPlace(db, signedIn(c), found.place, input, now), says(c, found.zone))
    },
  )
}
