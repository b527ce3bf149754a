/** Conflicts over the API: those that stand, those to be answered, and the answers. */
import { refusalIn } from '../../../design/refusal.ts'
import { TIE_KINDS } from '../../../domain/conflict.ts'
import { ok } from '../../../domain/result.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { judgeConflict } from '../commands/judge-tie.ts'
import { judgeMany } from '../commands/judge-many.ts'
import { lookForConflicts } from '../commands/look-for-ties.ts'
import { withdrawConflict } from '../commands/withdraw-conflict.ts'
import { readConflictFilters } from '../conflicts/filters.ts'
import { CONFLICT_KINDS } from '../conflicts/views.ts'
import { answersPlan, type ChosenTies } from '../queries/answers-plan.ts'
import { conflictsOf } from '../queries/conflicts.ts'
import { words } from '../words/index.ts'

/** Adds the endpoints of conflicts to `routes`, under `tag`. */
export function conflictsApi(routes: Api, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  const edition = z.object({ edition: slug() })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/conflicts',
      tag,
      summary: 'Conflicts declared and found, a page at a time: open, standing or dismissed',
      params: edition,
      query: z.object({ state: line(20).optional(), kind: line(20).optional(), page: line(5).optional() }),
      answers: record(),
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const filters = readConflictFilters((name) => query[name as keyof typeof query])
      return found === null ? null : conflictsOf(db, signedIn(c), found.place, filters, language)
    },
  )
  act(
    'post',
    '/editions/{edition}/conflicts/search',
    'Compare every reviewer with every application now',
    { params: edition },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : lookForConflicts(db, viewer, found.place, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/conflicts',
    'Say whether a tie that was found stands, with the reason; where it does, the reviewer gives the file back',
    {
      params: edition,
      body: z.object({
        reviewer: id(),
        application: id(),
        kind: z.enum(TIE_KINDS),
        stands: z.boolean(),
        reason: line(500),
        seen: z.number().int().min(0).openapi({ description: 'Number of the last answer you have read (`seq` of the tie); 0 when there was none.' }),
      }),
    },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : judgeConflict(db, viewer, found.place, input, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/conflicts/withdrawals',
    'Take back a conflict that a reviewer declared, with the reason',
    { params: edition, body: z.object({ reviewer: id(), application: id(), reason: line(500) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : withdrawConflict(db, viewer, found.place, input, now)
    },
  )
  together(act, edition)
}

/** Many questions, one answer: the plan, then the answer with its fingerprint. */
function together(act: ReturnType<typeof acts>, edition: z.ZodObject<{ edition: ReturnType<typeof slug> }>): void {
  const chosen = {
    ties: z
      .array(line(120))
      .max(2000)
      .openapi({ description: 'Questions as `reviewer.application.kind`; leave empty and send `all` for all of a kind.' })
      .default([]),
    all: z.enum([...CONFLICT_KINDS, 'every']).optional(),
    stands: z.boolean(),
  }
  const chosenOf = ({ ties, all }: { ties: string[]; all?: (typeof CONFLICT_KINDS)[number] | 'every' | undefined }): ChosenTies =>
    all === undefined ? { ties } : { all: all === 'every' ? null : all }
  act(
    'post',
    '/editions/{edition}/conflicts/answers/plan',
    'What one answer to many questions would do, with the fingerprint',
    { params: edition, body: z.object(chosen) },
    async ({ db, viewer, organisation, language }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      const plan = found === null ? null : await answersPlan(db, viewer, found.place, chosenOf(input), input.stands, language)
      return plan === null ? null : ok(plan)
    },
  )
  act(
    'post',
    '/editions/{edition}/conflicts/answers',
    'Give one answer to the questions that the plan showed, with one reason',
    { params: edition, body: z.object({ ...chosen, reason: line(500), fingerprint: line(64) }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      const { stands, reason, fingerprint } = input
      return found === null ? null : judgeMany(db, viewer, found.place, { chosen: chosenOf(input), stands, reason, fingerprint }, now)
    },
  )
}
