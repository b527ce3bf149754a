/** Reasons, and appeals against what a selection decided. */
import { mayReadSelection } from '../../../domain/selection.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { type Api, endpoint, id, outcome, record, slug, words as text, z } from '../../../platform/web/api.ts'
import type { Refused } from '../../../domain/result.ts'
import { editionBySlug } from '../../programme/index.ts'
import { PLACE_CHOICES, READER_ANSWERS } from '../../../domain/selection-appeal.ts'
import { appealOr, LONGEST_APPEAL } from '../appeals/sentence.ts'
import { appealSelection } from '../commands/appeal.ts'
import { prepareSelectionAppealAnswer, saySelectionAppealAnswer } from '../commands/appeal-answer.ts'
import { chooseAppealPlace, LONGEST_REASON } from '../commands/appeal-place.ts'
import { appealReading, appealsToRead } from '../queries/appeal-answer.ts'
import { ownSelectionAppeal, selectionAppealsOf } from '../queries/appeals.ts'
import { reasonSheet } from '../queries/reason-sheet.ts'

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
      body: z.object({ text: text(LONGEST_APPEAL) }),
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
  readings(routes)
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
      summary:
        'Prepare the answer to an appeal, or another in its place, for a panel that had no part in the decision; it counts once all of them confirm it',
      params: z.object({ edition: slug(), application: id() }),
      body: z.object({
        panel: z.array(id()).max(50),
        upheld: z.boolean(),
        score: z
          .string()
          .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/)
          .nullable(),
        answer: text(LONGEST_APPEAL),
        seen: z.number().int().min(0).default(0).describe('The version of the prepared answer you have read; 0 where there is none'),
      }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, config, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      const input = { ...body, application: params.application }
      return outcome(c, await prepareSelectionAppealAnswer(db, signedIn(c), found.place, input, config.origin, now), says(c, found.zone))
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
      body: z.object({ choice: z.enum(PLACE_CHOICES), reason: text(LONGEST_REASON).default('') }),
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

/** The panel: what it is asked, and what each says. */
function readings(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/selection-appeals',
      tag: TAG,
      summary: 'Files I am asked to read again after an appeal',
      answers: z.object({ appeals: z.array(record()) }),
    },
    async (c) => ({ appeals: await appealsToRead(request(c).db, signedIn(c)) }),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/selection-appeals/{application}',
      tag: TAG,
      summary: 'The appeal, the file and the prepared answer, for a person of its panel',
      params: application,
      answers: record(),
    },
    async (c, { params }) => appealReading(request(c).db, signedIn(c), params.application, c.var.language),
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/selection-appeals/{application}/confirmation',
      tag: TAG,
      summary: 'Confirm the prepared answer, having read the file again, or send it back with a word; with the last confirmation it is the answer',
      params: application,
      body: z.object({
        says: z.enum(READER_ANSWERS),
        seen: z.number().int().min(1),
        read: z.boolean().default(false),
        word: text(LONGEST_APPEAL).default(''),
      }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, config, now } = request(c)
      return outcome(c, await saySelectionAppealAnswer(db, signedIn(c), { ...params, ...body }, config.origin, now), says(c, ''))
    },
  )
}
