/** Walks the demo as one of its audiences: every kind of page that can be reached by links, one page of each kind a language. */
import type { Visitor } from '../server/visitor.ts'

export interface FoundPage {
  /** '/desk/:edition/applications': the path with its names and ids taken out. */
  readonly kind: string
  /** With its language. */
  readonly path: string
  readonly status: number
  readonly markup: string
  readonly headers: Headers
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The kind of a path: ids, years and names of records are written as ':…', and what follows '?' counts by its names only. */
export function kindOf(path: string): string {
  const [way = '', query = ''] = path
    .replace(/#.*$/, '')
    .replace(/^\/(ar|fr|en)(?=\/|$|\?)/, '')
    .split('?')
  const parts = way.split('/').map((part, index, all) => {
    if (ID.test(part)) return ':id'
    if (/^20\d\d$/.test(part)) return ':edition'
    if (/^F-\d+$/.test(part)) return ':figure'
    if (/^\d+$/.test(part)) return ':number'
    if (all[index - 2] === 'projects' || all[index - 2] === 'communiques' || (all[index - 1] === 'communiques' && part !== 'new')) return ':slug'
    return part
  })
  const names = [...new Set([...new URLSearchParams(query).keys()])].sort()
  return parts.join('/') + (names.length === 0 ? '' : `?${names.join('&')}`)
}

/** Files and feeds are not pages. */
const FILE = /\.(pdf|csv|xlsx|json|ics|svg|png|jpg|webp|txt|xml)(\?|$)/

export async function crawl(visitor: Visitor, language: string, starts: readonly string[], most = 400): Promise<FoundPage[]> {
  const waiting = starts.map((path) => `/${language}${path}`)
  const seen = new Set(waiting.map(kindOf))
  const found: FoundPage[] = []
  for (let path = waiting.shift(); path !== undefined && found.length < most; path = waiting.shift()) {
    const answer = await visitor.get(path)
    const type = answer.headers.get('content-type') ?? ''
    if (answer.status >= 300 && answer.status < 400) {
      const to = new URL(answer.headers.get('location') ?? '/', 'http://here')
      add(to.pathname + to.search)
      continue
    }
    if (!type.startsWith('text/html')) continue
    const markup = await answer.text()
    found.push({ kind: kindOf(path), path, status: answer.status, markup, headers: answer.headers })
    for (const link of linksOf(markup)) add(link)
  }
  return found

  function add(link: string): void {
    const kind = kindOf(link)
    if (!link.startsWith(`/${language}`) || FILE.test(link) || seen.has(kind)) return
    seen.add(kind)
    waiting.push(link)
  }
}

function linksOf(markup: string): string[] {
  return [...markup.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)]
    .map((match) => (match[1] as string).replaceAll('&amp;', '&'))
    .filter((link) => link.startsWith('/'))
}
