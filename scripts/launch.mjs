// From the command line to the built program: on Node 26, set up when something is missing.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { handOver, onNode26, root } from './node26.mjs'
import { setup } from './setup.mjs'

/** Runs `kawaliss <args>`; the exit code is that of the command. */
export async function launch(args) {
  try {
    await setup()
    if (!onNode26) return await handOver(join(root, 'bin', 'kawaliss'), args)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
    return
  }
  const { main } = await import(pathToFileURL(join(root, 'dist', 'cli.mjs')).href)
  process.exitCode = await main(args)
}
