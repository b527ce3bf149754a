/** A file that comes with a form, without script: read as it arrives, kept if it may be, and what was typed beside it kept with it. */
import { unlink } from 'node:fs/promises'
import { type Refused, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Body } from '../../../platform/input/form.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { type ArrivedFile, readArrival } from '../../../platform/upload/multipart.ts'
import { type AppContext, request } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { type GivenFile, giveFile, isFullDisk, mayGiveNow } from '../../files/index.ts'
import { fileField } from '../pages/file-question.tsx'

/** Where the file goes. */
export type FilePlace = Pick<GivenFile, 'application' | 'question' | 'limits' | 'to'>

export interface Arriving {
  readonly place: FilePlace
  /** Keeps what was typed on the page, whatever becomes of the file. */
  readonly keepTyped: (body: Body) => Promise<void>
  /** The page again with what was typed, and why the file was not taken. */
  readonly refuse: (body: Body, refusal: Refused) => Promise<Response>
  /** Back to the question. */
  readonly taken: () => Response
}

/** Reads the request and answers it. */
export async function takeArrivingFile(c: AppContext, viewer: SignedIn, { place, keepTyped, refuse, taken }: Arriving): Promise<Response> {
  const { db, config, now } = request(c)
  const allowed = await mayGiveNow(db, viewer, place, now)
  const { uploads } = await roomsOf(config)
  const arrived = await readArrival(c.req.raw, { folder: uploads, bytes: place.limits.maxBytes, files: 1 })
  // A form that comes back after its session had ended has its texts and no file.
  if (arrived === null) {
    const body = await readForm(c)
    await keepTyped(body)
    return refuse(body, refused('file/none-chosen'))
  }
  try {
    const { body, files, whole } = arrived
    if (arrived.refused !== null && !isFullDisk(arrived.refused)) throw arrived.refused
    if (whole) await keepTyped(body)
    if (arrived.refused !== null) return refuse(body, refused('file/no-room'))
    const file = files.find((one) => one.field === fileField(place.question))
    const outcome = allowed.ok ? await keep(c, viewer, place, file, whole) : allowed
    return outcome.ok ? taken() : refuse(body, outcome)
  } finally {
    for (const { path } of arrived.files) await unlink(path).catch(() => {})
  }
}

async function keep(c: AppContext, viewer: SignedIn, place: FilePlace, file: ArrivedFile | undefined, whole: boolean): Promise<Result<unknown>> {
  const { db, config, now } = request(c)
  if (file?.tooLarge) return refused('file/too-heavy', { max: place.limits.maxBytes })
  if (!whole) return refused('file/broken-off')
  if (file === undefined) return refused('file/none-chosen')
  return giveFile(db, viewer, { given: { ...place, name: file.name, path: file.path }, places: config, log: c.var.services.log }, now)
}

/** Statuses of refusals that are not 422. */
export const FILE_STATUS: Readonly<Record<string, 409 | 413 | 507>> = {
  'file/no-room': 507,
  'file/store-away': 507,
  'file/too-heavy': 413,
  'file/too-many': 409,
}
