import { Hono } from 'hono'
import { fileLimits } from '../../../domain/file.ts'
import type { Refused } from '../../../domain/result.ts'
import { refused } from '../../../domain/result.ts'
import { isSignedIn, type SignedIn } from '../../../domain/viewer.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { answerUpload, removeUpload } from '../../../platform/upload/resumable.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { beginUpload, endUpload, type FileHolder, giveFile, mayGiveNow, maySendNow, uploadName } from '../../files/index.ts'
import { fileSentence } from './around.ts'
import { heldQuestion, openFileQuestion } from './held-question.ts'

/**
 * Files in pieces (tus 1.0): `POST …/uploads` begins one, `HEAD`, `PATCH` and `DELETE …/uploads/{upload}` ask how far it
 * came, send more, give up. The team and the deadline are asked at each. The last piece is answered with the file, or
 * with why it was not taken: `{ refused: { code, sentence } }`.
 */
export const uploadRoutes = new Hono<AppEnv>()

for (const to of ['draft', 'corrections'] as const) {
  const base = `/applications/:application${to === 'draft' ? '' : '/correction'}/questions/:question/uploads`
  uploadRoutes.post(base, (c) => withUpload(c, to, null))
  uploadRoutes.get(`${base}/:upload`, (c) => (c.req.raw.method === 'HEAD' ? withUpload(c, to, c.req.param('upload')) : c.notFound()))
  uploadRoutes.patch(`${base}/:upload`, (c) => withUpload(c, to, c.req.param('upload')))
  uploadRoutes.delete(`${base}/:upload`, (c) => withUpload(c, to, c.req.param('upload')))
}

async function withUpload(c: AppContext, to: FileHolder, known: string | null): Promise<Response> {
  const { db, config, organisation, viewer, now } = request(c)
  if (!isSignedIn(viewer)) return refuse(c, refused('application/unknown'), 401)
  const held = to === 'draft' ? await heldQuestion(c) : await openFileQuestion(c, viewer)
  if (held === null) return refuse(c, refused('application/unknown'))
  const place = { application: c.req.param('application') ?? '', question: held.question.code, limits: fileLimits(held.question), to }
  const allowed = known === null ? await mayGiveNow(db, viewer, place, now) : await maySendNow(db, viewer, place, now)
  if (!allowed.ok) return refuse(c, allowed)
  const name = known === null ? nameOf(c.req.header('upload-metadata')) : await uploadName(db, viewer, place, known, now)
  if (name === null) return refuse(c, refused('file/upload-gone'))
  if (known === null && Number(c.req.header('upload-length') ?? 0) > place.limits.maxBytes)
    return refuse(c, refused('file/too-heavy', { max: place.limits.maxBytes }))
  const { uploads } = await roomsOf(config)
  const upload = known ?? (await beginUpload(db, viewer, place, { name, folder: uploads }, now))
  const answer = await answerUpload(c.req.raw, {
    folder: uploads,
    path: c.req.path.replace(/\/uploads.*$/, '/uploads'),
    upload,
    limit: place.limits.maxBytes,
    arrived: (path) => keep(c, viewer, { ...place, name, path }, upload),
  })
  if ((known === null && answer.status >= 400) || (c.req.method === 'DELETE' && answer.ok)) await endUpload(db, organisation, upload)
  if (answer.status === 413) return refuse(c, refused('file/too-heavy', { max: place.limits.maxBytes }))
  if (answer.status !== 507) return answer
  // What came of it takes the room that others need.
  await removeUpload(uploads, upload)
  await endUpload(db, organisation, upload)
  return refuse(c, refused('file/no-room'))
}

/** The file as an answer, and the upload over. */
async function keep(c: AppContext, viewer: SignedIn, given: Parameters<typeof giveFile>[2]['given'], upload: string) {
  const { db, config, organisation, now } = request(c)
  const outcome = await giveFile(db, viewer, { given, places: config, log: c.var.services.log }, now)
  await endUpload(db, organisation, upload)
  if (outcome.ok) return { status: 200, body: JSON.stringify(outcome.value) }
  return { status: statusOf(outcome), body: JSON.stringify({ refused: { code: outcome.code, sentence: fileSentence(outcome, c.var.language) } }) }
}

/** `filename` of Upload-Metadata, in base64. */
function nameOf(metadata: string | undefined): string {
  const coded = /(?:^|,)\s*filename ([A-Za-z0-9+/=]{1,4000})/.exec(metadata ?? '')?.[1] ?? ''
  return Buffer.from(coded, 'base64').toString('utf8')
}

function statusOf({ code }: Refused): 404 | 409 | 410 | 413 | 422 | 507 {
  if (code === 'application/unknown' || code === 'file/upload-gone') return 404
  if (!code.startsWith('file/')) return 410
  if (code === 'file/too-many') return 409
  if (code === 'file/too-heavy') return 413
  return code === 'file/no-room' || code === 'file/store-away' ? 507 : 422
}

function refuse(c: AppContext, refusal: Refused, status?: 401): Response {
  c.header('Tus-Resumable', '1.0.0')
  return c.json({ refused: { code: refusal.code, sentence: fileSentence(refusal, c.var.language) } }, status ?? statusOf(refusal))
}
