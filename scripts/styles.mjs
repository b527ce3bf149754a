// Builds what a browser needs to look right: one stylesheet, the fonts, the mark. Every file is named by its content.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Features, transform } from 'lightningcss'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '..')
const design = join(root, 'src', 'design')

const ARABIC = 'U+0600-06FF, U+0750-077F, U+200C-200E, U+2010-2011, U+FB50-FDFF, U+FE70-FEFC'
const LATIN = 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-200B, U+200F, U+2012-206F, U+20AC, U+2122, U+2212'
const TIFINAGH = Array.from({ length: 0x50 }, (_one, place) => String.fromCodePoint(0x2d30 + place)).join('')
/** Cut from larger fonts: only the pages that hold one of their letters load them. */
const CUTS = [
  // Missing in Readex Pro, and standing in Moroccan names; the joined forms come along (GSUB closure).
  {
    family: 'Kawaliss Gaf',
    weight: '100 900',
    name: 'kawaliss-gaf.woff2',
    letters: '\u06a8\u06ad\u06af\u0763',
    range: 'U+06A8, U+06AD, U+06AF, U+0763',
    package: '@fontsource-variable/noto-sans-arabic',
    file: 'files/noto-sans-arabic-arabic-wght-normal.woff2',
    licence: 'LICENSE',
  },
  {
    family: 'Noto Sans Tifinagh',
    weight: '400',
    name: 'noto-sans-tifinagh.woff2',
    letters: TIFINAGH,
    range: 'U+2D30-2D7F',
    package: '@expo-google-fonts/noto-sans-tifinagh',
    file: '400Regular/NotoSansTifinagh_400Regular.ttf',
    licence: 'LICENSE_FONT',
  },
]

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
  for (const cut of CUTS) faces.push(fontFace(cut.family, cut.weight, await keep(cut.name, await subset(cut)), cut.range))
  await writeFile(join(outdir, 'OFL.txt'), await licences())
  await keep('mark.svg', await readFile(join(design, 'mark.svg')))
  const css = await Promise.all((await sheets()).map((file) => readFile(file, 'utf8')))
  await keep('app.css', stylesheet([...css, ...faces].join('\n'), minify))
  return manifest
}

/**
 * Plain values before light-dark() and logical properties are written by hand, so neither is lowered. Media ranges are:
 * phones that stay on iOS 15 read @layer but neither `(width >= 56rem)` nor `not (min-width: 56rem)`.
 */
function stylesheet(css, minify) {
  if (!minify) return Buffer.from(css)
  const { code } = transform({
    filename: 'app.css',
    code: Buffer.from(css.replace(/@media \(width < (\d+)rem\)/g, (_range, rem) => `@media (max-width: ${rem - 0.01}rem)`)),
    minify: true,
    include: Features.MediaRangeSyntax,
    exclude: Features.LightDark | Features.LogicalProperties,
  })
  return Buffer.from(code)
}

/** Tokens name the layers; after them the order of the files counts only within a layer. */
async function sheets() {
  const css = (name) => join(design, 'css', `${name}.css`)
  return [join(design, 'tokens.css'), ...['reset', 'base', 'layout'].map(css), ...(await components()), css('utilities')]
}

async function components() {
  const files = await readdir(join(design, 'css'))
  return files
    .filter((file) => /^\d\d-/.test(file))
    .sort()
    .map((file) => join(design, 'css', file))
}

function folderOf(name) {
  return dirname(require.resolve(`${name}/package.json`))
}

function fontFace(family, weight, file, range) {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url("/assets/${file}") format("woff2");unicode-range:${range}}`
}

/** Cutting takes a second, so cuts are kept beside the packages, named by what they were cut from. */
async function subset(cut) {
  const whole = await readFile(join(folderOf(cut.package), cut.file))
  const key = createHash('sha256').update(whole).update(cut.letters).digest('hex').slice(0, 10)
  const kept = join(root, 'node_modules', '.cache', cut.name.replace('.', `-${key}.`))
  const known = await readFile(kept).catch(() => null)
  if (known !== null) return known
  const made = await subsetFont(whole, cut.letters, { targetFormat: 'woff2' })
  await mkdir(dirname(kept), { recursive: true })
  await writeFile(kept, made)
  return made
}

/** Every face is under the SIL Open Font License, which asks that its text travel with the files. */
async function licences() {
  const files = new Map([...FACES.map((face) => [face.package, 'LICENSE']), ...CUTS.map((cut) => [cut.package, cut.licence])])
  const texts = await Promise.all(
    [...files].map(async ([name, file]) => `${name}\n\n${(await readFile(join(folderOf(name), file), 'utf8')).trim()}\n`),
  )
  return texts.join('\n\n')
}
