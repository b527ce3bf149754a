// Builds what a browser needs to look right: one stylesheet, the fonts, the mark. Every file is named by its content.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { transform } from 'lightningcss'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '..')
const design = join(root, 'src', 'design')

const ARABIC = 'U+0600-06FF, U+0750-077F, U+200C-200E, U+2010-2011, U+FB50-FDFF, U+FE70-FEFC'
const LATIN = 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-200B, U+200F, U+2012-206F, U+20AC, U+2122, U+2212'
/** ڨ ڭ گ ݣ are missing in Readex Pro and stand in Moroccan names; their joined forms come along. */
const GAF = '\u06a8\u06ad\u06af\u0763'

const FACES = [
  { family: 'Readex Pro', weight: '160 700', package: '@fontsource-variable/readex-pro', file: 'readex-pro-arabic-wght-normal.woff2', range: ARABIC },
  { family: 'Readex Pro', weight: '160 700', package: '@fontsource-variable/readex-pro', file: 'readex-pro-latin-wght-normal.woff2', range: LATIN },
  { family: 'Fustat', weight: '200 800', package: '@fontsource-variable/fustat', file: 'fustat-arabic-wght-normal.woff2', range: ARABIC },
  { family: 'Fustat', weight: '200 800', package: '@fontsource-variable/fustat', file: 'fustat-latin-wght-normal.woff2', range: LATIN },
]

/** Writes app.css, the fonts with their licence, and the mark into `outdir`; answers logical name → file name. */
export async function buildStyles({ outdir, minify = true }) {
  await mkdir(outdir, { recursive: true })
  const manifest = {}
  const keep = async (name, bytes) => {
    const dot = name.lastIndexOf('.')
    const file = `${name.slice(0, dot)}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}${name.slice(dot)}`
    await writeFile(join(outdir, file), bytes)
    manifest[name] = file
    return file
  }
  const faces = []
  for (const face of FACES) {
    const file = await keep(face.file, await readFile(join(folderOf(face.package), 'files', face.file)))
    faces.push(fontFace(face.family, face.weight, file, face.range))
  }
  faces.push(fontFace('Kawaliss Gaf', '100 900', await keep('kawaliss-gaf.woff2', await gafSubset()), 'U+06A8, U+06AD, U+06AF, U+0763'))
  await writeFile(join(outdir, 'OFL.txt'), await licences())
  await keep('mark.svg', await readFile(join(design, 'mark.svg')))
  const sheets = [join(design, 'tokens.css'), ...['reset', 'base', 'layout'].map((name) => join(design, 'css', `${name}.css`)), ...(await components()), join(design, 'css', 'utilities.css')]
  const css = (await Promise.all(sheets.map((file) => readFile(file, 'utf8')))).join('\n') + faces.join('\n')
  const built = minify ? transform({ filename: 'app.css', code: Buffer.from(css), minify: true, exclude: LEAVE }).code : Buffer.from(css)
  await keep('app.css', built)
  return manifest
}

/** Our fallbacks for light-dark() and logical properties are written by hand: nothing is lowered. */
const LEAVE = (1 << 9) | (1 << 20) | (1 << 21)

async function components() {
  const files = await readdir(join(design, 'css'))
  return files.filter((file) => /^\d\d-/.test(file)).sort().map((file) => join(design, 'css', file))
}

function folderOf(name) {
  return dirname(require.resolve(`${name}/package.json`))
}

function fontFace(family, weight, file, range) {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url("/assets/${file}") format("woff2");unicode-range:${range}}`
}

async function gafSubset() {
  const cache = join(root, 'node_modules', '.cache', 'kawaliss-gaf.woff2')
  const kept = await readFile(cache).catch(() => null)
  if (kept !== null) return kept
  const whole = await readFile(join(folderOf('@fontsource-variable/noto-sans-arabic'), 'files', 'noto-sans-arabic-arabic-wght-normal.woff2'))
  const subset = await subsetFont(whole, GAF, { targetFormat: 'woff2' })
  await mkdir(dirname(cache), { recursive: true })
  await writeFile(cache, subset)
  return subset
}

async function licences() {
  const names = [...new Set(FACES.map((face) => face.package)), '@fontsource-variable/noto-sans-arabic']
  const texts = await Promise.all(names.map((name) => readFile(join(folderOf(name), 'LICENSE'), 'utf8')))
  return names.map((name, place) => `${name}\n\n${texts[place].trim()}\n`).join('\n\n')
}
