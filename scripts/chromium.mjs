// The browser of the tests: the system's, else Debian's package when that can be installed, else a clear message.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { quietly, withProgress } from './progress.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ON_MACOS = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** Path of a browser that runs, or null. KAWALISS_CHROMIUM, when set, is the only one tried. */
export function findChromium() {
  const named = process.env.KAWALISS_CHROMIUM
  const inPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const candidates = named ? [named] : [...inPath, ...ON_MACOS]
  return candidates.find(runs) ?? null
}

/** Asked, not only found: on Ubuntu "chromium-browser" may be a note that says to install a snap. */
function runs(path) {
  return existsSync(path) && /^(Chromium|Google Chrome) \d/.test(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '')
}

/** As `findChromium`, installing Debian's package when there is none and we may. Throws with what to do. */
export async function ensureChromium() {
  const found = findChromium()
  if (found !== null) return found
  if (process.env.KAWALISS_CHROMIUM)
    throw new Error(`KAWALISS_CHROMIUM names ${process.env.KAWALISS_CHROMIUM}, which is not a Chromium that runs here.`)
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await withProgress('Installing Chromium (Debian package)', async () => {
      await quietly('apt-get', ['update'], { env })
      await quietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
    })
    const installed = findChromium()
    if (installed !== null) return installed
  }
  throw new Error(
    'The tests need Chromium. Install it (on Debian: apt install chromium) or set KAWALISS_CHROMIUM to the path of a Chromium or Chrome.',
  )
}
