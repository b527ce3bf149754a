/** Looking at a file that has just arrived: what it is, whether the question takes it, and whether it is what it seems. */
import { acceptedType, type FileLimits, familyOf, mayLast } from '../../domain/file.ts'
import { ok, type Result, refused } from '../../domain/result.ts'
import { MOST_PIXELS, pictureSize } from '../../platform/image/pictures.ts'
import { archiveFault } from '../../platform/upload/archive.ts'
import { mediaSeconds } from '../../platform/media/length.ts'
import { hasSecondSignature, isLockedPdf, mediaTypeOf } from '../../platform/upload/media-type.ts'

export interface Examined {
  /** As found in the content. */
  readonly mediaType: string
  readonly bytes: number
  /** Of a sound or a film, if its content tells. */
  readonly seconds: number | null
}

const PACKED = /openxmlformats|opendocument/

/**
 * Examines the file at `path`. Refuses `file/empty`, `…/too-heavy { max }`, `…/kind { accept }`, `…/two-things`,
 * `…/locked`, `…/archive-damaged`, `…/archive-bomb`, `…/archive-nested`, `…/archive-macros`, `…/unreadable-picture`,
 * `…/too-many-pixels { millions }`, `…/too-long { max }`.
 */
export async function examine(path: string, name: string, limits: FileLimits): Promise<Result<Examined>> {
  const found = await mediaTypeOf(path)
  if (found.bytes === 0) return refused('file/empty')
  if (found.bytes > limits.maxBytes) return refused('file/too-heavy', { max: limits.maxBytes })
  const accepted = acceptedType(found.type, name, limits)
  if (!accepted.ok) return accepted
  const mediaType = accepted.value
  if (PACKED.test(mediaType)) {
    const fault = await archiveFault(path)
    if (fault !== null) return refusedArchive(fault)
  } else if (await hasSecondSignature(path, { ...found, type: mediaType })) return refused('file/two-things')
  if (mediaType === 'application/pdf' && (await isLockedPdf(path, found.bytes))) return refused('file/locked')
  if (familyOf(mediaType) === 'image') {
    const picture = await pictureSize(path)
    if (picture === null) return refused('file/unreadable-picture')
    if (picture.pixels > MOST_PIXELS) return refused('file/too-many-pixels', { millions: MOST_PIXELS / 1_000_000 })
  }
  const seconds = isPlayed(mediaType) ? await mediaSeconds(path, mediaType) : null
  const lasts = mayLast(seconds, limits)
  return lasts.ok ? ok({ mediaType, bytes: found.bytes, seconds }) : lasts
}

function isPlayed(mediaType: string): boolean {
  const family = familyOf(mediaType)
  return family === 'audio' || family === 'video'
}

function refusedArchive(fault: NonNullable<Awaited<ReturnType<typeof archiveFault>>>) {
  if (fault === 'encrypted') return refused('file/locked')
  if (fault === 'damaged') return refused('file/archive-damaged')
  if (fault === 'bomb') return refused('file/archive-bomb')
  return fault === 'nested' ? refused('file/archive-nested') : refused('file/archive-macros')
}
