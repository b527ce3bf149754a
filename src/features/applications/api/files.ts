/** Files of an application: listed, given, taken back. Heavy ones go in pieces, by tus, at the same address as on the pages. */
import { randomBytes } from 'node:crypto'
import { unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileLimits } from '../../../domain/file.ts'
import { refused } from '../../../domain/result.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { type Api, endpoint, id, outcome, record, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { giveFile, isFullDisk, linkTo, removeFile } from '../../files/index.ts'
import { filesSeen } from '../queries/files-seen.ts'
import { fileSentence } from '../routes/around.ts'
import { heldQuestion } from '../routes/held-question.ts'
import { uploadRoutes } from '../routes/uploads.ts'

const TAG = 'Applications'
/** In base64, below what a body may weigh. */
const MOST = 4_000_000

export function fileApi(routes: Api): void {
  const application = z.object({ application: id() })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/applications/{application}/files',
      tag: TAG,
      summary: 'Files of my application: what each is, how it stands, and a link to read it for a quarter of an hour',
      params: application,
      answers: z.object({ files: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, config, organisation, language, now } = request(c)
      const files = await filesSeen(db, signedIn(c), params.application)
      if (files === null) return null
      const { secret } = await roomsOf(config)
      return { files: files.map((file) => ({ ...file, link: linkTo(file, { organisation, secret, language, now }) })) }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/questions/{question}/files',
      tag: TAG,
      summary: 'Give a file of up to 3 MB, in base64; a heavier one goes in pieces to …/uploads beside it (tus 1.0)',
      params: z.object({ application: id(), question: z.string().max(80) }),
      body: z.object({ name: z.string().max(500), content: z.base64().max(MOST) }),
      answers: z.object({ file: z.string() }),
    },
    async (c, { params, body }) => {
      const { db, config, language, now } = request(c)
      const held = await heldQuestion(c)
      if (held === null) return null
      const { uploads } = await roomsOf(config)
      const path = join(uploads, `form-${randomBytes(16).toString('hex')}`)
      const given = { ...params, limits: fileLimits(held.question), name: body.name, path }
      const says = (refusal: Parameters<typeof fileSentence>[0]) => fileSentence(refusal, language)
      try {
        await writeFile(path, Buffer.from(body.content, 'base64'), { mode: 0o600 })
        return outcome(c, await giveFile(db, signedIn(c), { given, places: config, log: c.var.services.log }, now), says)
      } catch (error) {
        if (isFullDisk(error)) return outcome(c, refused('file/no-room'), says)
        throw error
      } finally {
        await unlink(path).catch(() => {})
      }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/files/{file}/removal',
      tag: TAG,
      summary: 'Take a file back while answers may change',
      params: z.object({ application: id(), file: id() }),
      answers: record(),
    },
    async (c, { params }) => {
      const { db, language, now } = request(c)
      const files = await filesSeen(db, signedIn(c), params.application)
      const says = (refusal: Parameters<typeof fileSentence>[0]) => fileSentence(refusal, language)
      if (files?.some(({ id: one }) => one === params.file) !== true) return outcome(c, refused('file/unknown'), says)
      return outcome(c, await removeFile(db, signedIn(c), params, now), says)
    },
  )
  routes.route('/', uploadRoutes)
}
