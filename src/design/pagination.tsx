/** Pages of a list, as links; nothing when there is one page. */
import type { Html } from '#html'
import type { Language } from '../domain/language.ts'
import { words } from './words/index.ts'

export function Pagination({
  language,
  page,
  pages,
  href,
}: {
  language: Language
  page: number
  pages: number
  href: (page: number) => string
}): Html {
  const t = words(language)
  if (pages <= 1) return <></>
  return (
    <nav class="row row--between" aria-label={t('pages.label')}>
      <span>{page > 1 && <a href={href(page - 1)}>{t('pages.before')}</a>}</span>
      <span class="sm muted">{t('pages.place', { page, pages })}</span>
      <span>{page < pages && <a href={href(page + 1)}>{t('pages.after')}</a>}</span>
    </nav>
  )
}
