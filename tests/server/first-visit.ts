/** What a browser that comes for the first time fetches to show a page, weighed as it was sent. */
import { get } from 'node:http'

export interface Weighed {
  readonly path: string
  /** Bytes of the body, compressed as served. */
  readonly bytes: number
}

export interface FirstVisit {
  /** All of it, without fonts. */
  readonly bytes: number
  readonly page: Weighed
  /** Styles, scripts, pictures, and what the styles fetch in turn. */
  readonly files: readonly Weighed[]
}

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, deflate, br' }
const FONT = /\.woff2?(?:$|\?)/

interface Sent {
  readonly bytes: number
  readonly text: () => Promise<string>
}

async function fetched(url: string, headers: Readonly<Record<string, string>>): Promise<Sent> {
  const bytes = await new Promise<number>((resolve, reject) => {
    get(url, { headers: { ...BROWSER, ...headers }, agent: false }, async (answer) => {
      let sum = 0
      for await (const part of answer) sum += (part as Buffer).length
      if (answer.statusCode === 200) resolve(sum)
      else reject(new Error(`${url}: ${answer.statusCode}`))
    }).on('error', reject)
  })
  return { bytes, text: async () => (await fetch(url, { headers })).text() }
}

/** Addresses a page makes a browser fetch by itself: links of its head that are files, scripts, pictures, drawings of another file. */
function filesOf(html: string): string[] {
  const tags = [...html.matchAll(/<(link|script|img|source|use|image|video|audio|iframe|embed|object)\b[^>]*>/g)]
  const fetchedByTag = tags.flatMap(([tag, name]) => {
    if (name === 'link' && !/ rel="(?:stylesheet|icon|preload|modulepreload|manifest)"/.test(tag)) return []
    return [...tag.matchAll(/ (?:src|href|poster|data)="([^"#]+)/g)].map(([, address]) => address as string)
  })
  const sets = [...html.matchAll(/ srcset="([^"]+)"/g)].flatMap(([, set]) =>
    (set as string).split(',').map((one) => one.trim().split(' ')[0] as string),
  )
  return [...fetchedByTag, ...sets]
}

function filesOfStyle(css: string): string[] {
  return [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address]) => address as string)
}

const isFile = (address: string): boolean => !address.startsWith('data:') && !FONT.test(address)

/** Fetches a page of this origin and everything it asks for, each once. Rejects where an answer is not 200. */
export async function firstVisit(origin: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<FirstVisit> {
  const page = await fetched(origin + path, headers)
  const files = new Map<string, number>()
  const waiting = filesOf(await page.text()).filter(isFile)
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const url = new URL(address, origin + path).href
    if (files.has(url)) continue
    const file = await fetched(url, headers)
    files.set(url, file.bytes)
    if (new URL(url).pathname.endsWith('.css'))
      waiting.push(
        ...filesOfStyle(await file.text())
          .filter(isFile)
          .map((one) => new URL(one, url).href),
      )
  }
  const weighed = [...files].map(([url, bytes]) => ({ path: new URL(url).pathname, bytes }))
  const sum = weighed.reduce((all, { bytes }) => all + bytes, page.bytes)
  return { bytes: sum, page: { path, bytes: page.bytes }, files: weighed }
}
