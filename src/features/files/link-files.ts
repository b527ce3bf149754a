/** Files on a page of some audience: what its view holds gets addresses, and nothing else is led to. */
import { roomsOf } from '../../platform/storage/rooms.ts'
import { type AppContext, request } from '../../platform/web/context.ts'
import { linked, linkTo } from './queries.ts'
import type { FileView, LinkedFile } from './views.ts'

/** Files with their addresses; `through` leads to `toFile` of the same audience. */
export async function linkFiles(c: AppContext, files: readonly FileView[], through: string): Promise<LinkedFile[]> {
  if (files.length === 0) return []
  const { config, organisation, language, now } = request(c)
  return linked(files, { organisation, secret: (await roomsOf(config)).secret, language, now, through })
}

/** Leads to the file the address names, if the view of this reader holds it and it may be read; else it is not found. `blind`: under a neutral name. */
export async function toFile(c: AppContext, files: readonly FileView[], blind = false): Promise<Response> {
  const { config, organisation, language, now } = request(c)
  const file = files.find((one) => one.id === c.req.param('file'))
  const link = file === undefined ? null : linkTo(file, { organisation, secret: (await roomsOf(config)).secret, language, now, blind })
  c.header('Cache-Control', 'private, no-store')
  return link === null ? c.notFound() : c.redirect(link, 302)
}
