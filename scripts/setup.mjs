// Makes a fresh clone ready: packages, then the build. Quick when there is nothing to do.
import { installPackages, missingPackages } from './packages.mjs'
import { isMain, node26, onNode26, root } from './node26.mjs'
import { quietly } from './progress.mjs'
import { isBuilt } from './inputs.mjs'

/** Installs missing packages (those for development too when asked) and builds when a source has changed. */
export async function setup({ development = false } = {}) {
  if (missingPackages(development).length > 0) await installPackages(development)
  if (isBuilt()) return
  if (onNode26) {
    const { build } = await import('./build.mjs')
    await build()
  } else {
    console.log((await quietly(node26, ['scripts/build.mjs'], { cwd: root })).trimEnd())
  }
}

if (isMain(import.meta.url)) await setup({ development: !process.argv.includes('--production') })
