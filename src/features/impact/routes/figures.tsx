/** Figures at the desk: the list with its values, the files, the definition of one more. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { isReference, mayDefineFigures, maySeeFigures } from '../../../domain/figure.ts'
import { type Body, parse } from '../../../platform/input/form.ts'
import { writeCsv } from '../../../platform/sheets/csv.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { defineFigure, defineStandardFigures } from '../commands/define-figure.ts'
import { figureForm } from '../forms.ts'
import { FiguresPage } from '../pages/figures.tsx'
import { publishedCommuniques } from '../queries/communique.ts'
import { askedOf, figureHead, figureHeads, valuesOf } from '../queries/figure.ts'
import { lineFor } from '../queries/figure-page.ts'
import { indicatorRecords } from '../queries/indicator.ts'
import { parameterLists, standardLeft } from '../queries/parameters.ts'
import { figuresSheet, recordsSheet } from '../sheet.ts'
import { words } from '../words/index.ts'
import { deskOf, isHidden, saidOf, sentence } from './around.ts'

export const figureRoutes = new Hono<AppEnv>()

const CSV = 'text/csv; charset=utf-8'

/** The desk for those who may see figures. */
async function roomOf(c: AppContext): Promise<StaffRoom | null> {
  const room = await deskOf(c, '/figures')
  return room === null || !maySeeFigures(room.viewer, room.edition.place) ? null : room
}

figureRoutes.get('/desk/:edition/figures', async (c) => {
  const room = await roomOf(c)
  return room === null ? c.notFound() : figuresPage(c, room, {})
})

figureRoutes.get('/desk/:edition/figures.csv', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, organisation, language, now } = request(c)
  const { id, zone, slug } = room.edition
  const figures = await valuesOf(db, organisation, await figureHeads(db, organisation, id), now)
  return download(c, writeCsv(figuresSheet(figures, now, language), zone), CSV, words(language)('figures.file', { edition: slug }))
})

figureRoutes.get('/desk/:edition/figures/:file{F-[0-9]{3,4}\\.csv}', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, organisation, language, now } = request(c)
  const reference = c.req.param('file').replace('.csv', '')
  const head = isReference(reference) ? await figureHead(db, organisation, reference) : null
  if (head === null || head.edition.id !== room.edition.id) return c.notFound()
  const [figure] = await valuesOf(db, organisation, [head], now)
  if (figure === undefined) return c.notFound()
  const records = await indicatorRecords(db, head.indicator, askedOf(organisation, head, now))
  const lines = records.map((record) => lineFor(record, room.viewer, room.edition.place))
  return download(c, writeCsv(recordsSheet(figure, lines, language), room.edition.zone), CSV, `${reference}.csv`)
})

figureRoutes.post('/desk/:edition/figures', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, now, language } = request(c)
  const body = await readForm(c)
  const form = parse(figureForm, body)
  if (!form.ok) return figuresPage(c, room, { errors: errorSentences(form.errors, language), values: texts(body) })
  const { indicator, ...given } = form.value
  const parameters = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const outcome = await defineFigure(db, room.viewer, room.edition.place, { indicator, parameters }, now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/figures`, 'defined')
  return isHidden(outcome) ? c.notFound() : figuresPage(c, room, { refusal: sentence(c, outcome), values: texts(body) })
})

figureRoutes.post('/desk/:edition/figures/standard', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, now } = request(c)
  const outcome = await defineStandardFigures(db, room.viewer, room.edition.place, now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/figures`, 'standard')
  return isHidden(outcome) ? c.notFound() : figuresPage(c, room, { refusal: sentence(c, outcome) })
})

interface More {
  readonly errors?: FormErrors
  readonly values?: Readonly<Record<string, string>>
  readonly refusal?: string
}

async function figuresPage(c: AppContext, room: StaffRoom, more: More): Promise<Response> {
  const { db, organisation, language, now } = request(c)
  const { edition, viewer } = room
  const heads = await figureHeads(db, organisation, edition.id)
  const [figures, published, lists] = await Promise.all([
    valuesOf(db, organisation, heads, now),
    publishedCommuniques(db, organisation),
    parameterLists(db, organisation, edition.id, language),
  ])
  const printed = new Set(published.flatMap((one) => one.figures.map(({ reference }) => reference)))
  const props = {
    language,
    frame: room.frame,
    path: `/desk/${edition.slug}/figures`,
    slug: edition.slug,
    figures,
    printed,
    lists,
    standardLeft: standardLeft(heads, lists.placed),
    mayDefine: mayDefineFigures(viewer, edition.place),
    said: saidOf(c),
    values: {},
    errors: [],
    ...more,
  }
  return page(c, <FiguresPage {...props} />, more.refusal !== undefined || (more.errors?.length ?? 0) > 0 ? 422 : 200)
}

function texts(body: Body): Record<string, string> {
  return Object.fromEntries(Object.keys(body).map((name) => [name, fieldText(body, name)]))
}
