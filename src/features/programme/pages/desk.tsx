/** The choice of an edition, for who works in several. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
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
  doors,
}: {
  language: Language
  frame: PublicFrame
  path: string
  editions: readonly DeskEdition[]
  /** Pages of the organisation that are open to the viewer. */
  doors: { readonly people: boolean; readonly editions: boolean }
}): Html {
  const t = words(language)
  // A foundation begins with nothing: whoever is there first is led to what there is to do.
  const first = editions.length === 0 && (doors.people || doors.editions)
  const title = t(first ? 'desk.first-title' : 'desk.title')
  return (
    <ReadingPage language={language} frame={frame} path={path} title={title}>
      <Head title={title} lead={t(first ? 'desk.first' : editions.length === 0 ? 'desk.nothing' : 'desk.lead')} />
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
      {(doors.people || doors.editions) && (
        <div class="row">
          {doors.editions && first && <ButtonLink href={`/${language}/desk/editions/new`}>{t('desk.begin')}</ButtonLink>}
          {doors.editions && (
            <ButtonLink kind="quiet" href={`/${language}/desk/editions`}>
              {t('rail.editions')}
            </ButtonLink>
          )}
          {doors.people && (
            <ButtonLink kind="quiet" href={`/${language}/desk/people`}>
              {t('rail.people')}
            </ButtonLink>
          )}
        </div>
      )}
    </ReadingPage>
  )
}
