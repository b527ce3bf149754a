/** What-ifs: simulations under other rules, and two simulations compared. */
import { refusalIn } from '../../../design/refusal.ts'
import { LONGEST_NOTE } from '../../../domain/what-if.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { type Api, acts, endpoint, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { editionBySlug } from '../../programme/index.ts'
import { askInfluence, cancelInfluence } from '../commands/influence.ts'
import { askWhatIf } from '../commands/run.ts'
import { influenceOf } from '../queries/influence.ts'
import { selectionRoom } from '../queries/room.ts'
import { compared } from '../what-if/comparison.ts'
import { words } from '../words/index.ts'

const TAG = 'Selection'
const params = z.object({ edition: slug() })
const limit = z.number().int().min(0).max(10_000).nullable()
const number = z.coerce.number().int().min(1).max(999_999)
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/)
const changes = z.strictObject({
  places: z.number().int().min(1).max(10_000).optional(),
  passMark: z
    .string()
    .regex(/^(100|\d{1,2})(\.\d{1,2})?$/)
    .optional(),
  scoreBasis: z.enum(['raw', 'calibrated']).optional(),
  budget: decimal.optional(),
  rules: z
    .array(z.strictObject({ attribute: line(40), value: line(80), min: limit, max: limit }))
    .max(500)
    .optional(),
})

export function whatIfs(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  act(
    'post',
    '/editions/{edition}/selection/what-ifs',
    'Simulate under other rules: kept with a number, never sealed',
    { params, body: z.object({ changes, note: z.string().max(LONGEST_NOTE).default('') }) },
    async ({ db, viewer, organisation, now }, { edition, changes: asked, note }) => {
      const found = await editionBySlug(db, organisation, edition)
      const said = Object.fromEntries(Object.entries(asked).filter(([, one]) => one !== undefined))
      return found === null ? null : askWhatIf(db, viewer, found.place, { changes: said, note }, now)
    },
  )
  influence(routes)
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/selection/comparison',
      tag: TAG,
      summary: 'Two simulations beside each other: who comes in, who goes out, what each rule gives',
      params,
      query: z.object({ one: number, other: number }),
      answers: record(),
    },
    async (c, { params: { edition }, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, edition)
      if (found === null) return null
      const planOf = async (of: number) => (await selectionRoom(db, signedIn(c), found.place, found.currency, language, of))?.plan ?? null
      const [one, other] = await Promise.all([planOf(query.one), planOf(query.other)])
      return one === null || other === null ? null : compared(one, other)
    },
  )
}

/** What a simulation hangs on: asked, computed by the worker, read when it is there. */
function influence(routes: Api): void {
  const of = z.object({ edition: slug(), number })
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  act(
    'post',
    '/editions/{edition}/selection/plans/{number}/influence',
    'Ask who would come in and go out without each reviewer, and under which weights the list stays',
    { params: of },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : askInfluence(db, viewer, found.place, input.number, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/selection/plans/{number}/influence/removal',
    'Give up what is being computed: it can be asked again',
    { params: of },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : cancelInfluence(db, viewer, found.place, input.number, now)
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/selection/plans/{number}/influence',
      tag: TAG,
      summary: 'Who would come in and go out without each reviewer, under which weights the list stays, and how far it is while it is computed',
      params: of,
      answers: record(),
    },
    async (c, { params: { edition, number: asked } }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, edition)
      return found === null ? null : influenceOf(db, signedIn(c), found.place, asked, language)
    },
  )
}
