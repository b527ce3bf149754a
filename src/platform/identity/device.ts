/** Which device it is, in two words that tell a person's own devices apart. The rest of what browsers say of themselves is not kept. */

const BROWSERS: readonly [name: string, mark: RegExp][] = [
  ['samsung', /SamsungBrowser\//],
  ['edge', /Edg(?:A|iOS)?\//],
  ['opera', /OPR\/|Opera/],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\/|Chromium\//],
  ['safari', /Safari\//],
]
const SYSTEMS: readonly [name: string, mark: RegExp][] = [
  ['iphone', /iPhone|iPod/],
  ['ipad', /iPad/],
  ['android', /Android/],
  ['windows', /Windows/],
  ['chromeos', /CrOS/],
  ['mac', /Macintosh|Mac OS X/],
  ['linux', /Linux/],
]

/** 'firefox android'; '' for what is no browser we know. */
export function deviceOf(userAgent: string | undefined): string {
  const name = (list: readonly [string, RegExp][]): string => list.find(([, mark]) => mark.test(userAgent ?? ''))?.[0] ?? ''
  const [browser, system] = [name(BROWSERS), name(SYSTEMS)]
  return browser === '' || system === '' ? '' : `${browser} ${system}`
}
