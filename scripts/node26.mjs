// The Node that Kawaliss runs on comes as the npm package `node`. The scripts in this folder start under whatever Node
// the machine has (20 or newer, nothing but built-ins) and hand over to that one.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
export const node26 = join(root, 'node_modules', 'node', 'bin', 'node')

const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies.node

/** Whether this very process runs on the Node of package.json. */
export const onNode26 = process.versions.node === wanted

/** The environment in which `node` and every installed tool are those of node_modules. */
export function toolEnvironment() {
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` }
}

/** Whether a script was started by name, and not imported. */
export const isMain = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url)

/**
 * Runs a script of ours on Node 26, with the options of Node this process was given, and ends with its exit code. Ctrl-C
 * reaches a whole group of processes, and npm passes it on once more; the child stands in a group of its own so that it
 * hears each signal from here, once.
 */
export async function handOver(script, args) {
  if (!existsSync(node26)) throw new Error('Node 26 is not installed: run npm start, which installs what is missing.')
  const child = spawn(node26, [...process.execArgv, script, ...args], { stdio: 'inherit', detached: true })
  const told = {}
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - (told[signal] ?? 0) > 1000) child.kill(signal)
      told[signal] = Date.now()
    })
  }
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (...ending) => resolve(ending))
  })
  if (signal !== null) console.error(`Ended by ${signal}.`)
  process.exitCode = code ?? 1
}
