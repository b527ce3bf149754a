/** The list of the desk for programs: what it finds, the views kept of it, and acts on many applications by plan. */
import { refusalIn } from '../../../design/refusal.ts'
import { BULK_ACTS, LONGEST_BULK_TEXT, MOST_AT_ONCE, NO_INPUT } from '../../../domain/bulk-act.ts'
import { VERDICTS } from '../../../domain/eligibility.ts'
import { LONGEST_VIEW_NAME, LONGEST_VIEW_QUERY } from '../../../domain/list-view.ts'
import { type Api, acts, endpoint, id, record, slug, trilingual, words as line, z } from '../../../platform/web/api.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { type EditionView, editionBySlug } from '../../programme/index.ts'
import { doAct } from '../commands/do-act.ts'
import { keepView, removeView, renameView, showViewFirst } from '../commands/list-view.ts'
import { planAct } from '../commands/plan-act.ts'
import { filtersOf, readFilters, viewQuery } from '../filters.ts'
import { deskList } from '../queries/desk-list.ts'
import { plannedAct } from '../queries/list/planned.ts'
import { keptViews } from '../queries/list/views.ts'
import { LIST } from '../routes/room.ts'
import { words } from '../words/index.ts'

const TAG = 'Eligibility'
const edition = z.object({ edition: slug() })
const view = z.object({ edition: slug(), view: id() })
const plan = z.object({ edition: slug(), plan: id() })
/** One value, or several by repeating the name. */
const some = z.union([line(100), z.array(line(100)).max(80)]).optional()
const filters = z.object({
  q: line(100).optional(),
  ...{ region: some, province: some, sector: some, strand: some, kind: some, state: some, language: some, gender: some, age: some, ground: some },
  from: z.string().date().optional(),
  to: z.string().date().optional(),
  files: z.enum(['yes', 'no']).optional(),
  unclear: z.enum(['yes', 'no']).optional(),
  again: z
    .enum(['yes', 'no'])
    .optional()
    .openapi({ description: 'Corrected since the decision, so that a rule reads otherwise: to be looked at again.' }),
  checker: line(36).optional().openapi({ description: "'me', 'none', or the id of a person" }),
  sort: line(20).optional(),
  order: line(4).optional(),
  page: line(5).optional(),
})
const planned = z.object({
  act: z.enum(BULK_ACTS),
  applications: z.array(id()).max(MOST_AT_ONCE).optional(),
  query: line(LONGEST_VIEW_QUERY).optional().openapi({ description: 'Instead of ids: all that the list finds by this query of its address.' }),
  rule: line(60).default(''),
  verdict: z.enum(VERDICTS).or(z.literal('')).default(''),
  reason: line(2000).default(''),
  person: id().or(z.literal('')).default(''),
  subject: trilingual(300).default(NO_INPUT.subject),
  text: trilingual(LONGEST_BULK_TEXT).default(NO_INPUT.text),
})

function editionOf(c: AppContext, asked: string): Promise<EditionView | null> {
  const { db, organisation } = request(c)
  return editionBySlug(db, organisation, asked)
}

export function listApi(routes: Api): void {
  readings(routes)
  viewActs(routes)
  bulkActs(routes)
}

function readings(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/applications',
      tag: TAG,
      summary: 'Applications sent, filtered and sorted as at the desk, a page at a time',
      params: edition,
      query: filters,
      answers: record(),
    },
    async (c, { params, query }) => {
      const found = await editionOf(c, params.edition)
      const asked = (name: string) => {
        const value = query[name as keyof typeof query]
        return value === undefined ? undefined : [value].flat()
      }
      return found === null ? null : deskList(request(c).db, signedIn(c), found.place, readFilters(asked, found.zone))
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/application-views',
      tag: TAG,
      summary: 'Views of the list that you keep or that are shared with the desk',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const found = await editionOf(c, params.edition)
      const views = found === null ? null : await keptViews(request(c).db, signedIn(c), found.place, LIST)
      return views === null ? null : { views }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/application-acts/{plan}',
      tag: TAG,
      summary: 'A plan of an act on many applications: what becomes of each, and whether it was done',
      params: plan,
      answers: record(),
    },
    async (c, { params }) => {
      const found = await editionOf(c, params.edition)
      return found === null ? null : plannedAct(request(c).db, signedIn(c), found.place, params.plan)
    },
  )
}

function viewActs(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  const name = z.object({ name: line(LONGEST_VIEW_NAME * 2) })
  const kept = name.extend({ query: line(LONGEST_VIEW_QUERY), shared: z.boolean() })
  act('post', '/editions/{edition}/application-views', 'Keep a view of the list', { params: edition, body: kept }, async (acting, input) => {
    const found = await editionBySlug(acting.db, acting.organisation, input.edition)
    if (found === null) return null
    const query = viewQuery(filtersOf(input.query, found.zone))
    return keepView(acting.db, acting.viewer, found.place, LIST, { name: input.name, shared: input.shared, query }, acting.now)
  })
  act('patch', '/editions/{edition}/application-views/{view}', 'Rename a view', { params: view, body: name }, async (acting, input) => {
    const found = await editionBySlug(acting.db, acting.organisation, input.edition)
    return found === null ? null : renameView(acting.db, acting.viewer, found.place, input.view, input.name, acting.now)
  })
  const first = z.object({ first: z.boolean() })
  act('put', '/editions/{edition}/application-views/{view}/first', 'See a view first', { params: view, body: first }, async (acting, input) => {
    const found = await editionBySlug(acting.db, acting.organisation, input.edition)
    return found === null ? null : showViewFirst(acting.db, acting.viewer, found.place, input.view, input.first, acting.now)
  })
  act('post', '/editions/{edition}/application-views/{view}/removal', 'Remove a view', { params: view }, async (acting, input) => {
    const found = await editionBySlug(acting.db, acting.organisation, input.edition)
    return found === null ? null : removeView(acting.db, acting.viewer, found.place, input.view, acting.now)
  })
}

function bulkActs(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  const summary = 'Plan an act on many applications; nothing is written to them yet'
  act('post', '/editions/{edition}/application-acts', summary, { params: edition, body: planned }, async (acting, input) => {
    const found = await editionBySlug(acting.db, acting.organisation, input.edition)
    if (found === null) return null
    const { act: which, applications, query, edition: _, ...needs } = input
    const chosen = query === undefined ? { applications: applications ?? [] } : { query: viewQuery(filtersOf(query, found.zone)) }
    return planAct(acting.db, acting.viewer, found.place, { act: which, chosen, input: needs, zone: found.zone }, acting.now)
  })
  const done = z.object({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) })
  act(
    'post',
    '/editions/{edition}/application-acts/{plan}',
    'Do what was planned, all of it or nothing',
    { params: plan, body: done },
    async (acting, input) => {
      const found = await editionBySlug(acting.db, acting.organisation, input.edition)
      if (found === null) return null
      return doAct(acting.db, acting.viewer, found.place, { plan: input.plan, fingerprint: input.fingerprint, zone: found.zone }, acting.now)
    },
  )
}
