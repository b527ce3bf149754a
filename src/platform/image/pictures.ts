/** Pictures drawn anew: only what is seen is kept, at the widths pages show. */
import { join } from 'node:path'
import sharp from 'sharp'
import { Apart, ApartError } from '../apart/apart.ts'
import { root } from '../root.ts'

/** A photograph of a phone of today has 12 to 50 million pixels; beyond 60, drawing it would take the memory of the machine. */
export const MOST_PIXELS = 60_000_000
export const WIDTHS = [320, 640, 1280] as const
export type Width = (typeof WIDTHS)[number]

export interface Picture {
  readonly size: Width
  readonly width: number
  readonly height: number
  readonly webp: Uint8Array
}

/** A picture that was given, or a page that was drawn as lines (SVG). */
export interface Drawing {
  readonly content: Uint8Array
  readonly of: 'picture' | 'page'
}

/** Milliseconds a drawing may take: a minute for what a phone needs a second for, on a machine that has much else to do. */
const PATIENCE = 60_000
/** Always the source: Node runs TypeScript, and the bundle stays one file. */
const drawer = new Apart<Drawing, Picture[]>(join(root, 'src/platform/image/drawing-process.ts'), { rest: 30_000, memory: 1_500_000_000 })

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
 * time, owner). A narrow one is not made wider. A page is drawn on white. Null when it cannot be drawn; rejects when the
 * process that draws was lost, and another may.
 */
export async function pictures(content: Uint8Array, of: Drawing['of'] = 'picture'): Promise<Picture[] | null> {
  try {
    return await drawer.ask({ content, of }, PATIENCE)
  } catch (error) {
    if (error instanceof ApartError && error.why !== 'lost') return null
    throw error
  }
}
