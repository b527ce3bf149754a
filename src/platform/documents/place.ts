/** Where templates, fonts and the typesetting program lie, from the sources as from the bundle in dist. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../root.ts'

const HERE = 'src/platform/documents'

/** Folder of the typst files: the only one a template can read. */
export const templates = join(root, HERE, 'templates')

/** The program of the typesetting process. Always the source: Node runs TypeScript, and the bundle stays one file. */
export const program = join(root, HERE, 'typesetter-process.ts')

const FACES = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri/700Bold/Amiri_700Bold.ttf',
  'noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  'noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
]

/**
 * The font files of every document, whole TTF under the Open Font License. Given to the typesetter as bytes, they come
 * before any font of the machine, so the same document has the same bytes everywhere.
 */
export const faces: readonly string[] = FACES.map((face) => createRequire(join(root, 'package.json')).resolve(`@expo-google-fonts/${face}`))
