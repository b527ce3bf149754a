/** Pictures drawn anew: only what is seen is kept, at the widths pages show. */
import sharp from 'sharp'

/** A photograph of a phone of today has 12 to 50 million pixels; beyond 60, drawing it would take the memory of the server. */
export const MOST_PIXELS = 60_000_000
export const WIDTHS = [320, 640, 1280] as const
export type Width = (typeof WIDTHS)[number]

export interface Picture {
  readonly size: Width
  readonly width: number
  readonly height: number
  readonly webp: Buffer
}

// One picture at a time takes one core: pages keep the other.
sharp.concurrency(1)
sharp.cache(false)

const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' as const }

/** Whether the head of the file says a picture that can be drawn; null when it is none. Draws nothing. */
export async function pictureSize(path: string): Promise<{ readonly pixels: number } | null> {
  try {
    // Looked at without the limit, so that its size can be said.
    const { width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata()
    return { pixels: width * height * pages }
  } catch {
    return null
  }
}

/**
 * The picture in each width, as WebP, turned as the camera was held, without anything the camera wrote beside it (place,
 * time, owner). A narrow one is not made wider. Throws when it cannot be drawn.
 */
export async function pictures(content: Uint8Array): Promise<Picture[]> {
  const drawn: Picture[] = []
  for (const size of WIDTHS) {
    const { data, info } = await sharp(content, options)
      .autoOrient()
      .resize({ width: size, height: size * 2, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true })
    drawn.push({ size, width: info.width, height: info.height, webp: data })
  }
  return drawn
}
