/** The ghost light: the lamp left burning in an empty theatre, for pages that are not there. It needs no frame and no database. */
import { type Child, type Html, trusted } from '#html'
import type { Language } from '../../domain/language.ts'
import { GHOST_LIGHT } from '../drawings.ts'
import { Brand } from '../mark.tsx'
import { words } from '../words/index.ts'
import { Document, Languages } from './document.tsx'

export interface GhostPageProps {
  readonly language: Language
  readonly path: string
  readonly title: string
  readonly sentence: string
  readonly children?: Child
}

/** One sentence, the way home, and the promise about what was written. */
export function GhostPage({ language, path, title, sentence, children }: GhostPageProps): Html {
  const t = words(language)
  return (
    <Document
      language={language}
      title={title}
      programme={t('frame.product')}
      path={path}
      bodyClass="night"
      body={
        <>
          <header class="top top--night">
            <div class="wrap">
              <Brand name={t('frame.product')} href={`/${language}`} night />
              <div class="top__end">
                <Languages language={language} path={path} />
              </div>
            </div>
          </header>
          <main id="main" class="wrap wrap--read section">
            <div class="empty onghost">
              {trusted(`<svg viewBox="0 0 72 96" aria-hidden="true">${GHOST_LIGHT}</svg>`)}
              <h1>{title}</h1>
              <p class="lead">{sentence}</p>
              {children}
              <div class="actions">
                <a class="btn btn--light" href={`/${language}`}>
                  {t('frame.home')}
                </a>
              </div>
              <p class="sm">{t('frame.kept')}</p>
            </div>
          </main>
        </>
      }
    />
  )
}
