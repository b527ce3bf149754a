/** The list of the desk and what is taken away of it. */
import { Hono } from 'hono'
import { mayShareViews } from '../../../domain/list-view.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { OFFICERS } from '../../../domain/viewer.ts'
import { csvParts } from '../../../platform/sheets/csv.ts'
import { xlsxParts } from '../../../platform/sheets/xlsx-parts.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { downloadParts, page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { runAutomaticChecks } from '../commands/run-automatic-checks.ts'
import { FILTER_NAMES, filtersOf, listQuery } from '../filters.ts'
import { lineSheet, tableSheets } from '../list/sheet.ts'
import { words as listWords } from '../list/words/index.ts'
import { DeskListPage } from '../pages/desk-list.tsx'
import { PrintedListPage } from '../pages/list/printed.tsx'
import { deskList, PAGE } from '../queries/desk-list.ts'
import { deskExport } from '../queries/list/export.ts'
import { printedList } from '../queries/list/printed.ts'
import { keptViews } from '../queries/list/views.ts'
import type { DeskFilters } from '../views.ts'
import { askedFilters, LIST, listPath, roomOf, saidOf, sentenceOf } from './room.ts'

export const listRoutes = new Hono<AppEnv>()

async function listPage(c: AppContext, at: StaffRoom, refusal?: string): Promise<Response> {
  const { db, language, path, now } = request(c)
  const { place, slug, zone } = at.edition
  const filters = askedFilters(c, zone)
  const [list, views] = await Promise.all([deskList(db, at.viewer, place, filters), keptViews(db, at.viewer, place, LIST)])
  if (list === null || views === null) return c.notFound()
  const first = opensOn(c, views.find((view) => view.first)?.query)
  if (first !== null) return seeOther(c, `${listPath(at)}?${first}`)
  const around = { language, frame: at.frame, path: path.replace('/checks', ''), slug, zone, now, views, mayShare: mayShareViews(at.viewer, place) }
  const mayCheck = scopeOf(at.viewer, OFFICERS, place).length > 0
  return page(
    c,
    <DeskListPage {...around} list={list} filters={filters} pageSize={PAGE} mayCheck={mayCheck} said={saidOf(c)} refusal={refusal} />,
    refusal === undefined ? 200 : 422,
  )
}

/** The view to go to when the list is opened and nothing of it is asked for; null to stay. */
function opensOn(c: AppContext, first: string | undefined): string | null {
  const asked = Object.keys(c.req.query())
  const wants = asked.some((name) => name === 'view' || name === 'said' || (FILTER_NAMES as readonly string[]).includes(name))
  return first === undefined || first === '' || wants || c.req.method !== 'GET' ? null : first
}

listRoutes.get('/desk/:edition/applications', async (c) => {
  const at = await roomOf(c)
  return at === null ? c.notFound() : listPage(c, at)
})

interface Wanted {
  readonly kind: 'csv' | 'xlsx'
  readonly filters: DeskFilters
  readonly answers: boolean
  readonly only?: readonly string[]
}

async function takenAway(c: AppContext, at: StaffRoom, { kind, filters, answers, only }: Wanted): Promise<Response> {
  const { db, language } = request(c)
  const { place, zone, slug } = at.edition
  const [found, list] = await Promise.all([
    deskExport(db, at.viewer, place, filters, c.var.now, { answers, ...(only === undefined ? {} : { only }) }),
    deskList(db, at.viewer, place, filters),
  ])
  if (found === null || list === null) return c.notFound()
  const l = listWords(language)
  const { columns, rows } = lineSheet(list, found, filters, language)
  const name = l('export.file', { edition: slug })
  if (kind === 'csv') return downloadParts(c, csvParts(columns, rows(), zone), 'text/csv; charset=utf-8', `${name}.csv`)
  const tables = tableSheets(found, language).map((table) => ({ ...table, rows: table.rows() }))
  const sheets = [{ name: l('export.sheet'), columns, rows: rows() }, ...tables]
  const parts = xlsxParts({ sheets, rtl: language === 'ar', zone })
  return downloadParts(c, parts, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', `${name}.xlsx`)
}

for (const kind of ['csv', 'xlsx'] as const)
  listRoutes.get(`/desk/:edition/applications.${kind}`, async (c) => {
    const at = await roomOf(c)
    if (at === null) return c.notFound()
    return takenAway(c, at, { kind, filters: askedFilters(c, at.edition.zone), answers: c.req.query('answers') === 'yes' })
  })

listRoutes.get('/desk/:edition/applications/print', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const { place, zone, slug } = at.edition
  const filters = askedFilters(c, zone)
  const list = await printedList(db, at.viewer, place, filters)
  if (list === null) return c.notFound()
  const around = { language, path: `${listPath(at)}/print`, programme: at.frame.programme, edition: at.frame.edition, slug, zone, now }
  return page(
    c,
    <PrintedListPage {...around} back={`/${language}${listPath(at)}${listQuery(filters) || '?view=all'}`} list={list} filters={filters} />,
  )
})

/** Of the rows ticked, or of all that the list finds, with the columns it shows. */
listRoutes.get('/desk/:edition/applications/export', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const filters = filtersOf(c.req.query('query') ?? '', at.edition.zone)
  const only = c.req.query('all') === 'yes' ? {} : { only: c.req.queries('application') ?? [] }
  return takenAway(c, at, { kind: 'xlsx', filters, answers: false, ...only })
})

listRoutes.post('/desk/:edition/applications/checks', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const outcome = await runAutomaticChecks(request(c).db, at.viewer, at.edition.place, c.var.now)
  return outcome.ok ? seeOther(c, listPath(at), 'checks-run') : listPage(c, at, sentenceOf(c, outcome))
})
