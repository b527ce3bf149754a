/** How far apart two readings may lie in an edition. */
import type { Place, Viewer } from '../../../domain/viewer.ts'
import { stagesIn } from './stages.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** Points of 100 in a stage (the first that is read, unless another is asked), or null where no third reader is asked; public, as every rule of an edition is. */
export async function divergenceOf(db: Reader, viewer: Viewer, place: Place, stage?: string): Promise<string | null> {
  const stages = await stagesIn(db, viewer.organisation, place.edition)
  return stages.find(({ code, happens }) => (stage === undefined ? happens === 'reading' : code === stage))?.divergence ?? null
}
