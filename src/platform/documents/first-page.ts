/**
 * The first page of a PDF that somebody gave, as a drawing. Typst reads PDF by code that nothing in the file can make
 * write where it should not, and runs no script of it; it works in a process apart, which is killed when it takes too long.
 */
import { DocumentError, drawGiven } from './typesetter.ts'

/** Heavier, it is named and not drawn. */
export const MOST_DRAWN = 30_000_000
/** A page of more lines than that is a map of a town: to draw it would take the memory of the server. */
const MOST_LINES = 24_000_000
const PATIENCE = 10_000

const SOURCE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("/pictures/given.pdf", page: 1, width: 640pt)'

/** As SVG, in points; null when there is no first page that can be drawn. */
export async function firstPage(pdf: Uint8Array): Promise<Uint8Array | null> {
  const job = { template: { source: SOURCE }, data: '{}', language: 'en', seconds: 0, as: 'picture' as const }
  try {
    const drawn = await drawGiven({ ...job, files: new Map([['given.pdf', pdf]]) }, PATIENCE)
    return drawn.length > MOST_LINES ? null : drawn
  } catch (error) {
    if (error instanceof DocumentError) return null
    throw error
  }
}
