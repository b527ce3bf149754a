// Builds dist/: the program (cli.mjs and what it loads when needed), the islands, the styles, and the list of their names.
//
//   dist/cli.mjs, dist/*-<hash>.mjs   the program; packages stay in node_modules
//   dist/<name>.worker.mjs            every src/**/<name>.worker.ts, to be started as a thread
//   dist/assets/<name>-<hash>.*       islands, styles, fonts: kept by browsers for ever
//   dist/assets/manifest.json         { "app.css": "app-3f2a….css", "draft.js": "draft-91bc….js", … }
//   dist/build.json                   what it was built from
import { existsSync, statSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { build as esbuild } from 'esbuild'
import { inputsHash, lastBuild, stampFile } from './inputs.mjs'
import { isMain, root } from './node26.mjs'

const dist = join(root, 'dist')
const assets = join(dist, 'assets')

/** Builds everything. An interrupted build leaves no stamp, so the next start builds again. */
export async function build() {
  const began = Date.now()
  const inputs = inputsHash()
  const before = lastBuild()
  await rm(stampFile, { force: true })
  await mkdir(assets, { recursive: true })
  const program = await buildProgram()
  const manifest = { ...(await buildIslands()), ...(await buildStyles()) }
  await writeFile(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const named = [...program, ...Object.values(manifest).map((name) => `assets/${name}`)]
  const files = await prune(new Set(named), new Set(before?.files ?? []), began)
  await writeFile(stampFile, JSON.stringify({ inputs, files }))
  console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

async function buildProgram() {
  const workers = await sourcesEndingIn('.worker.ts')
  const { metafile } = await esbuild({
    entryPoints: [join(root, 'src', 'cli.ts'), ...workers],
    outdir: dist,
    // Every part lies in dist/ itself, so `new URL('./x.worker.mjs', import.meta.url)` holds wherever the code went.
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: '#html',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
    absWorkingDir: root,
  })
  return Object.keys(metafile.outputs).map((path) => relative('dist', path))
}

/** Each island is one small file, loaded by the pages that have it; answers { 'draft.js': 'draft-<hash>.js' }. */
async function buildIslands() {
  const entryPoints = (await sourcesEndingIn('.ts', 'src/islands')).filter((path) => !/(\.test|\.d)\.ts$/.test(path))
  if (entryPoints.length === 0) return {}
  const { metafile } = await esbuild({
    entryPoints,
    outdir: assets,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome90', 'firefox90', 'safari15'],
    metafile: true,
    logLevel: 'warning',
    absWorkingDir: root,
  })
  return Object.fromEntries(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [basename(entryPoint).replace(/\.ts$/, '.js'), basename(path)]),
  )
}

async function buildStyles() {
  if (!existsSync(join(root, 'scripts', 'styles.mjs'))) return {}
  const styles = await import('./styles.mjs')
  return (await styles.buildStyles({ outdir: assets })) ?? {}
}

async function sourcesEndingIn(ending, folder = 'src') {
  const entries = await readdir(join(root, folder), { recursive: folder === 'src' })
  return entries.filter((name) => name.endsWith(ending)).map((name) => join(root, folder, name))
}

/**
 * Removes what neither this build nor the one before made: a server that still runs on that one may load its parts.
 * What is newer than `began` was made by this build, named or not (licences). Answers the files of this build.
 */
async function prune(named, before, began) {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const ours = paths.filter((path) => named.has(relative(dist, path)) || statSync(path).mtimeMs >= began)
  const old = paths.filter((path) => !ours.includes(path) && !before.has(relative(dist, path)))
  await Promise.all(old.map((path) => rm(path)))
  return ours.map((path) => relative(dist, path)).sort()
}

if (isMain(import.meta.url)) await build()
