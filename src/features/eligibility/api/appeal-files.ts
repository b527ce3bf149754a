/** Files given with an appeal, for programs: sent as a form, since they weigh more than a body of JSON may. */
import { Hono } from 'hono'
import { errorSentences, type FieldFault } from '../../../design/form/errors.ts'
import { parse } from '../../../platform/input/form.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { outcome } from '../../../platform/web/api.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { type FileView, linkTo } from '../../files/index.ts'
import { appealForm, withArrivedAppeal } from '../appeals/arriving.ts'
import { appealSentence, fileSentences } from '../appeals/sentence.ts'
import { lodgeAppeal } from '../commands/appeal.ts'
import { ownDecision } from '../queries/appeals.ts'

/** Stands before the endpoints, which take bodies of JSON and measure them: what is no form goes on to them. */
export function appealFileApi(origin: string): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.post('/applications/:application/appeal', async (c, next) => {
    if (!/^multipart\/form-data;/i.test(c.req.header('content-type') ?? '')) return next()
    const viewer = signedIn(c)
    const { db, config, language, now } = request(c)
    const view = await ownDecision(db, viewer, c.req.param('application'))
    if (view === null) return c.notFound()
    return withArrivedAppeal(c, async ({ body, names, files }) => {
      const form = parse(appealForm, body)
      if (!form.ok) return unreadable(c, form.errors)
      const { application, zone } = view.told
      const lodged = files.ok
        ? await lodgeAppeal(
            db,
            viewer,
            { application, ...form.value, with: { files: files.value, places: config, log: c.var.services.log } },
            origin,
            now,
          )
        : files
      return outcome(c, lodged, (refusal) => [appealSentence(refusal, language, zone), ...fileSentences(refusal, names, language)].join(' '))
    })
  })
  return routes
}

function unreadable(c: AppContext, faults: readonly FieldFault[]): Response {
  const fields = errorSentences(faults, c.var.language).map(({ field, message }) => ({ path: field, says: message }))
  return c.json({ refused: { code: 'api/unreadable-input', sentence: c.var.says('refusal.api/unreadable-input'), fields } }, 422)
}

/** Files with a link to read each for a quarter of an hour. */
export async function filesWithLinks(c: AppContext, files: readonly FileView[]): Promise<object[]> {
  if (files.length === 0) return []
  const { config, organisation, language, now } = request(c)
  const { secret } = await roomsOf(config)
  return files.map((one) => {
    const { question: _none, ...file } = one
    return { ...file, link: linkTo(one, { organisation, secret, language, now }) }
  })
}
