/** The choice of an edition, for who works in several. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { DeskEdition } from '../views.ts'
import { words } from '../words/index.ts'

export function DeskPage({
  language,
  frame,
  path,
  editions,
}: {
  language: Language
  frame: PublicFrame
  path: string
  editions: readonly DeskEdition[]
}): Html {
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('desk.title')}>
      <Head title={t('desk.title')} lead={editions.length === 0 ? t('desk.nothing') : t('desk.lead')} />
      {editions.length > 0 && (
        <Card>
          <ul class="rows">
            {editions.map((edition) => (
              <li>
                <a href={`/${language}/desk/${edition.slug}`}>{t('desk.open', { edition: inLanguage(edition.name, language).text })}</a>
                <span class="sm muted">{inLanguage(edition.programme, language).text}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </ReadingPage>
  )
}
