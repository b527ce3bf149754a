/** Pages of a list, as links: the first, the last, those around, and the next. Nothing when there is one page. */
import type { Html } from '#html'
import type { Language } from '../domain/language.ts'
import { Icon } from './icons.tsx'
import { words } from './words/index.ts'

export interface PaginationProps {
  readonly language: Language
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

export function Pagination({ language, page, pages, href }: PaginationProps): Html {
  const t = words(language)
  if (pages <= 1) return <></>
  return (
    <nav class="chips" aria-label={t('pages.label')}>
      {page > 1 && (
        <a class="chip" href={href(page - 1)} rel="prev">
          <Icon name="back" flip />
          {t('pages.before')}
        </a>
      )}
      {shownPages(page, pages).map((one) =>
        one === null ? (
          <span aria-hidden="true">…</span>
        ) : (
          <a class="chip num" href={href(one)} aria-label={t('pages.page', { page: one })} aria-current={one === page ? 'page' : undefined}>
            {one}
          </a>
        ),
      )}
      {page < pages && (
        <a class="chip" href={href(page + 1)} rel="next">
          {t('pages.after')}
          <Icon name="chev" flip />
        </a>
      )}
    </nav>
  )
}

/** The first, the last, and one each side of the page; null where some are left out. */
export function shownPages(page: number, pages: number): readonly (number | null)[] {
  const near = new Set([1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages))
  const sorted = [...near].sort((one, other) => one - other)
  return sorted.flatMap((one, place) => {
    const before = sorted[place - 1]
    if (before === undefined || one === before + 1) return [one]
    return one === before + 2 ? [one - 1, one] : [null, one]
  })
}
