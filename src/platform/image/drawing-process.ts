/** A process of its own that draws pictures anew: what decodes them is native code, and they come from strangers. */
import sharp, { type Sharp } from 'sharp'
import { answerJobs } from '../apart/answering.ts'
import { type Drawing, MOST_PIXELS, type Picture, type Width, WIDTHS } from './pictures.ts'

// One picture at a time takes one core, and the process ends soon after the last.
sharp.concurrency(1)
sharp.cache(false)

const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' as const }

/** Points of an inch, and at most so many pixels of it: a page of a stamp's size stays small. */
const POINTS = 72
const MOST_DENSITY = 600

answerJobs(async ({ content, of }: Drawing): Promise<Picture[]> => {
  const { width } = await sharp(content, options).metadata()
  const drawn: Picture[] = []
  for (const size of WIDTHS) drawn.push(await picture(of === 'page' ? page(content, size, width) : sharp(content, options).autoOrient(), size))
  return drawn
})

/** Lines have no pixels of their own: as many as the width needs, on white. */
function page(content: Uint8Array, size: Width, width: number): Sharp {
  const density = Math.min(MOST_DENSITY, Math.max(1, (POINTS * size) / width))
  return sharp(content, { ...options, density }).flatten({ background: '#fff' })
}

async function picture(drawing: Sharp, size: Width): Promise<Picture> {
  const { data, info } = await drawing
    .resize({ width: size, height: size * 2, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true })
  return { size, width: info.width, height: info.height, webp: new Uint8Array(data) }
}
