/** Reading the files of the agenda: before the session and in it, by whoever sits in it and is in no conflict with them. */
import { Hono } from 'hono'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { page } from '../../platform/web/respond.ts'
import { linkFiles, toFile } from '../files/index.ts'
import { publicFrame } from '../programme/index.ts'
import { type SharedDossier, sharedDossier } from '../reviews/index.ts'
import { DossierPage } from './pages/dossier.tsx'
import { juryView } from './queries/session.ts'

export const dossierRoutes = new Hono<AppEnv>()

const FILE = '/juries/:session/files/:application'

/** Null for whoever does not sit in the session nor prepares it, for who is in conflict with the file, and for a file that is not on its agenda. */
async function readable(c: AppContext): Promise<SharedDossier | null> {
  const { db, organisation, language } = request(c)
  const viewer = signedIn(c)
  const view = await juryView(db, viewer, c.req.param('session') ?? '', language)
  const item = view?.items.find(({ application }) => application === c.req.param('application'))
  if (item === undefined || item.inConflict.includes(viewer.person.id)) return null
  return sharedDossier(db, organisation, item.application, language)
}

dossierRoutes.get(FILE, async (c) => {
  const view = await readable(c)
  if (view === null) return c.notFound()
  const { db, organisation, language, path, now } = request(c)
  const { session, application } = c.req.param()
  const frame = await publicFrame(db, { organisation, viewer: signedIn(c), language, path, now })
  const here = `/juries/${session}/files/${application}`
  const files = await linkFiles(c, view.files, `/${language}${here}/files`)
  return page(c, <DossierPage language={language} frame={frame} path={here} session={session} view={view} files={files} />)
})

dossierRoutes.get(`${FILE}/files/:file`, async (c) => {
  const view = await readable(c)
  return view === null ? c.notFound() : toFile(c, view.files, true)
})
