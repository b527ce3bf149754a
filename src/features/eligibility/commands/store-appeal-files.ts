/** The files of an appeal, examined and put into the store before anything of it is written. */
import { APPEAL_FILES } from '../../../domain/appeal.ts'
import { ok, type Refused, type RefusalDetails, type Result, refused } from '../../../domain/result.ts'
import type { Log } from '../../../platform/log/log.ts'
import { type ArrivingFile, dropStored, type FilePlaces, type StoredFile, storeFile } from '../../files/index.ts'

/** A file that was not taken: which of those given, counted from 0, and why. */
export interface FileFault {
  readonly place: number
  readonly refusal: Refused
}

/**
 * Puts them into the store, all or none. Refuses `appeal/files-refused` as `filesRefused`, `appeal/no-room` (the disk is
 * full), `appeal/store-away`; every file is looked at first, so that all faults are told at once.
 */
export async function storeAppealFiles(files: readonly ArrivingFile[], places: FilePlaces, log?: Log): Promise<Result<StoredFile[]>> {
  const stored: StoredFile[] = []
  const faults: FileFault[] = []
  for (const [place, file] of files.entries()) {
    const outcome = await storeFile(file, APPEAL_FILES, { places, log }).catch(async (error) => {
      await dropStored(places, stored)
      throw error
    })
    if (outcome.ok) stored.push(outcome.value)
    else faults.push({ place, refusal: outcome })
  }
  if (faults.length === 0) return ok(stored)
  await dropStored(places, stored)
  return filesRefused(faults)
}

/**
 * Refuses `appeal/files-refused { places, codes, … }`: the files that were not taken, why each, and the bounds they broke.
 * What is no fault of a file refuses as such: `appeal/no-room`, `appeal/store-away`.
 */
export function filesRefused(faults: readonly FileFault[]): Refused {
  const codes = faults.map(({ refusal }) => refusal.code)
  if (codes.includes('file/no-room')) return refused('appeal/no-room')
  if (codes.includes('file/store-away')) return refused('appeal/store-away')
  const bounds: RefusalDetails = Object.assign({}, ...faults.map(({ refusal }) => refusal.details))
  return refused('appeal/files-refused', { ...bounds, places: faults.map(({ place }) => String(place)), codes })
}
