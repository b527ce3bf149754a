/** What the routes of a reader's own pages share. */
import { inLanguage } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import type { Refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type AppContext, request } from '../../../platform/web/context.ts'
import { editionsOf } from '../../programme/index.ts'
import type { ReaderFrame } from '../pages/reader-page.tsx'
import { myReviews } from '../queries/my-reviews.ts'
import { words } from '../words/index.ts'

/** The sentence of `?said=…`. */
export function said(c: AppContext): string | undefined {
  const t = words(c.var.language)
  const key = `said.${c.req.query('said') ?? ''}`
  return t.has(key) ? t.any(key) : undefined
}

export function sentence(c: AppContext, refusal: Refused): string {
  return words(c.var.language).any(`refusal.${refusal.code}`, refusal.details)
}

export async function readerFrame(c: AppContext, viewer: SignedIn): Promise<ReaderFrame> {
  const { db, language } = request(c)
  const [files, [newest]] = await Promise.all([myReviews(db, viewer, language), editionsOf(db, viewer.organisation)])
  return {
    files,
    programme: newest === undefined ? words(language)('mine.bar') : inLanguage(newest.programmeName, language).text,
    person: { name: shortName(viewer.person, language) || words(language)('mine.title'), href: `/${language}/me` },
  }
}
