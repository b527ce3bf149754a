/** An appeal as it comes with its files: read as it arrives, each file stopped at its limit; what lies in the folder of uploads goes with the answer. */
import { unlink } from 'node:fs/promises'
import { APPEAL_FILES } from '../../../domain/appeal.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { z } from 'zod'
import { type Body, text } from '../../../platform/input/form.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { type Arrived, readArrival } from '../../../platform/upload/multipart.ts'
import { type AppContext, request } from '../../../platform/web/context.ts'
import { DROPPED_FILES, readForm } from '../../../platform/web/form.ts'
import { type ArrivingFile, isFullDisk } from '../../files/index.ts'
import { filesRefused } from '../commands/store-appeal-files.ts'

/** Characters of an appeal, and of its answer. */
export const LONGEST_APPEAL = 5000

export const appealForm = z.object({ text: text({ max: LONGEST_APPEAL }) })

export interface ArrivedAppeal {
  readonly body: Body
  /** What the files are called, in the order they came; for the page that asks for them again. */
  readonly names: readonly string[]
  /** The files, or why they did not come whole. */
  readonly files: Result<readonly ArrivingFile[]>
}

/** Reads the form of the request and answers it; a form without files may come urlencoded. */
export async function withArrivedAppeal(c: AppContext, answer: (arrived: ArrivedAppeal) => Promise<Response>): Promise<Response> {
  const { uploads } = await roomsOf(request(c).config)
  // One more than is taken, to tell that there are too many.
  const { maxBytes: bytes, maxFiles } = APPEAL_FILES
  const arrived = await readArrival(c.req.raw, { folder: uploads, bytes, files: maxFiles + 1 })
  if (arrived === null) return answer(withoutFiles(await readForm(c)))
  try {
    if (arrived.refused !== null && !isFullDisk(arrived.refused)) throw arrived.refused
    return await answer({ body: arrived.body, names: [...arrived.files.map(({ name }) => name), ...arrived.unkept], files: filesOf(arrived) })
  } finally {
    for (const { path } of arrived.files) await unlink(path).catch(() => {})
  }
}

/** A form that comes back after its session had ended says which files it left behind: they are asked for again. */
function withoutFiles(body: Body): ArrivedAppeal {
  const names = [body[DROPPED_FILES] ?? []].flat()
  return { body, names, files: names.length === 0 ? ok([]) : refused('appeal/files-dropped') }
}

function filesOf({ files, whole, refused: disk }: Arrived): Result<readonly ArrivingFile[]> {
  if (disk !== null) return refused('appeal/no-room')
  const heavy = files.flatMap(({ tooLarge }, place) =>
    tooLarge ? [{ place, refusal: refused('file/too-heavy', { max: APPEAL_FILES.maxBytes }) }] : [],
  )
  if (heavy.length > 0) return filesRefused(heavy)
  return whole ? ok(files) : refused('appeal/files-broken-off')
}
