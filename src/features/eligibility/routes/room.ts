/** What the routes of the list share: the desk, sentences, and what an address asks for. */
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { readFilters } from '../filters.ts'
import { words as listWords } from '../list/words/index.ts'
import type { DeskFilters } from '../views.ts'
import { words } from '../words/index.ts'

/** The list whose views these are. */
export const LIST = 'applications'

export function roomOf(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
}

export function sentenceOf(c: AppContext, { code, details }: Refused): string {
  return words(c.var.language).any(`refusal.${code}`, details)
}

/** The sentence of `?said=…`, of the list or of the stage. */
export function saidOf(c: AppContext): string | undefined {
  const key = `said.${c.req.query('said') ?? ''}`
  const [l, t] = [listWords(c.var.language), words(c.var.language)]
  if (l.has(key)) return l.any(key, { count: Number(c.req.query('count') ?? 0) || 0 })
  return t.has(key) ? t.any(key) : undefined
}

export function askedFilters(c: AppContext, zone: string): DeskFilters {
  return readFilters((name) => c.req.queries(name), zone)
}

export const listPath = (at: StaffRoom): string => `/desk/${at.edition.slug}/applications`
