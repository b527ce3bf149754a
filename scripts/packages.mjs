// Which packages node_modules lacks, and installing them.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { node26, root } from './node26.mjs'
import { quietly, withProgress } from './progress.mjs'

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {})

/** npm writes this list last of all, so an install that was cut short has none. */
const installedPackages = () => read(join(root, 'node_modules', '.package-lock.json'))

/**
 * Paths of the packages of package-lock.json that are missing or of another version. Those for development count
 * when `development` is true; an optional one may be missing, since most are for other machines. Compares two lists
 * of npm's, so an install made by hand is seen too.
 */
export function missingPackages(development) {
  const installed = installedPackages()
  const missing = wantedPackages(development)
    .filter(([path, wanted]) => installed[path]?.version !== wanted.version && !(wanted.optional && installed[path] === undefined))
    .map(([path]) => path)
  return existsSync(node26) ? missing : [...missing, 'node_modules/node']
}

function wantedPackages(development) {
  return Object.entries(read(join(root, 'package-lock.json'))).filter(
    ([path, wanted]) => path !== '' && (development || !(wanted.dev || wanted.devOptional)),
  )
}

/**
 * Installs the versions of package-lock.json, which stays as it is. Keeps the development packages of someone who has
 * them. Not `npm ci`: it refuses a lock made where some optional package for another machine could not be had.
 */
export async function installPackages(development) {
  const keep = development || Object.values(installedPackages()).some((one) => one.dev)
  const wanted = wantedPackages(keep)
    .filter(([, one]) => !one.optional)
    .map(([path]) => join(root, path, 'package.json'))
  const [program, ...before] = npm()
  const args = [...before, 'install', '--no-save', keep ? '--include=dev' : '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error']
  await withProgress(
    'Installing packages',
    () => quietly(program, args, { cwd: root, env: withoutOurNode() }),
    () => `${wanted.filter((path) => existsSync(path)).length} of ${wanted.length}`,
  )
  const missing = missingPackages(development)
  if (missing.length > 0) {
    throw new Error(
      `npm has not installed ${missing.join(', ')}. Install scripts may be switched off: the package "node" needs its own (npm install --ignore-scripts=false).`,
    )
  }
}

/** The npm that called us, on the Node it runs on: the one in node_modules is about to be replaced. */
function npm() {
  const { npm_execpath, npm_node_execpath } = process.env
  if (npm_execpath?.endsWith('.js') && npm_node_execpath && !npm_node_execpath.startsWith(root)) return [npm_node_execpath, npm_execpath]
  return ['npm']
}

function withoutOurNode() {
  const ours = dirname(node26)
  const outside = (process.env.PATH ?? '').split(':').filter((path) => path !== ours && path !== join(root, 'node_modules', '.bin'))
  return { ...process.env, PATH: outside.join(':') }
}
