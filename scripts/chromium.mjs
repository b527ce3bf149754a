// The browser of the tests: Chromium without a window where there is one, since it draws the same pages for a third of the
// processor time; else Debian's package of it when that can be installed; else any Chromium; else a clear message.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { quietly, withProgress } from './progress.mjs'

const WINDOWLESS = 'chromium-headless-shell'
const NAMES = [WINDOWLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
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

/** As `findChromium`, installing Debian's package of the one without a window when it is missing and we may. Throws with what to do. */
export async function ensureChromium() {
  const found = findChromium()
  if (process.env.KAWALISS_CHROMIUM || found?.endsWith(WINDOWLESS)) {
    if (found !== null) return found
    throw new Error(`KAWALISS_CHROMIUM names ${process.env.KAWALISS_CHROMIUM}, which is not a Chromium that runs here.`)
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      await installed(WINDOWLESS)
    } catch (error) {
      // A machine without a network, or an older Debian: any Chromium that is here does as well, only slower.
      if (found === null) throw error
    }
  }
  const browser = findChromium()
  if (browser !== null) return browser
  throw new Error(
    `The tests need Chromium. Install it (on Debian: apt install ${WINDOWLESS}) or set KAWALISS_CHROMIUM to the path of a Chromium or Chrome.`,
  )
}

async function installed(debianPackage) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await withProgress('Installing Chromium (Debian package)', async () => {
    await quietly('apt-get', ['update'], { env })
    await quietly('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], { env })
  })
}
