/** A file of the agenda, whole, for those who sit in the session. */
import type { Html } from '#html'
import { BackLink } from '../../../design/crumbs.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { unbroken } from '../../../design/unbroken.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { LinkedFile } from '../../files/index.ts'
import { Dossier, type SharedDossier } from '../../reviews/index.ts'
import { words } from '../words/index.ts'

export interface DossierProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly session: string
  readonly view: SharedDossier
  readonly files: readonly LinkedFile[]
}

export function DossierPage({ language, frame, path, session, view, files }: DossierProps): Html {
  const t = words(language)
  const title = t('dossier.title', { number: view.number })
  return (
    <ReadingPage language={language} frame={frame} path={path} title={title}>
      <BackLink href={`/${language}/juries/${session}`}>{t('dossier.back')}</BackLink>
      <div class="stack stack--sm">
        <p class="eyebrow">{unbroken(title)}</p>
        <h1 dir="auto">{unbroken(view.title === '' ? title : view.title)}</h1>
        <p class="row row--tight">
          {view.region !== null && <Region mark={view.region.mark}>{inLanguage(view.region.name, language).text}</Region>}
          {[view.sector, view.kind].map((name) => name !== null && <span class="tag">{inLanguage(name, language).text}</span>)}
        </p>
        <Note>
          <p>{t('dossier.blind')}</p>
        </Note>
      </div>
      <Dossier parts={view.parts} files={files} language={language} />
    </ReadingPage>
  )
}
