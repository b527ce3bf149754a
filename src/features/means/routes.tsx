/** Means at the desk: the money of an edition, of one project, and the files an auditor takes away. */
import { Hono } from 'hono'
import { isId } from '../../platform/database/id.ts'
import { writeCsv } from '../../platform/sheets/csv.ts'
import { writeXlsx } from '../../platform/sheets/xlsx.ts'
import { type AppEnv, request } from '../../platform/web/context.ts'
import { download } from '../../platform/web/respond.ts'
import { ledgerOf } from './queries/ledger.ts'
import { paymentsOf } from './queries/payments.ts'
import { actRoutes } from './routes/acts.tsx'
import { awardingRoutes } from './routes/awarding.tsx'
import { askedOf, meansPage, projectPage, roomOf } from './routes/room.tsx'
import { ledgerSheet, paymentsSheet } from './sheets.ts'
import { words } from './words/index.ts'

export const meansRoutes = new Hono<AppEnv>()

meansRoutes.get('/desk/:edition/means', async (c) => {
  const room = await roomOf(c)
  return room === null ? c.notFound() : meansPage(c, room)
})

meansRoutes.get('/desk/:edition/means/projects/:project', async (c) => {
  const id = c.req.param('project')
  const room = await roomOf(c, `/means/projects/${id}`)
  return room === null || !isId(id) ? c.notFound() : projectPage(c, room, id)
})

const MEDIA = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const

meansRoutes.get('/desk/:edition/means/:file{(?:payments|ledger)\\.(?:xlsx|csv)}', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, language } = request(c)
  const asked = askedOf(c, room)
  const [file, kind] = c.req.param('file').split('.') as ['payments' | 'ledger', keyof typeof MEDIA]
  const sheet = file === 'payments' ? paymentsSheet(await paymentsOf(db, asked), language) : ledgerSheet(await ledgerOf(db, asked), language)
  const { zone, slug } = room.edition
  const bytes = kind === 'csv' ? writeCsv(sheet, zone) : await writeXlsx({ sheets: [sheet], rtl: language === 'ar', zone })
  return download(c, bytes, MEDIA[kind], `${words(language)(`file.${file}`, { edition: slug })}.${kind}`)
})

meansRoutes.route('/', awardingRoutes)
meansRoutes.route('/', actRoutes)
