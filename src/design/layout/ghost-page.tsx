/** The ghost light: the lamp left burning in an empty theatre, for pages that are not there. It can do without a frame, thus without the database. */
import { type Child, type Html, trusted } from '#html'
import type { Language } from '../../domain/language.ts'
import { ButtonLink } from '../button.tsx'
import { GHOST_LIGHT } from '../drawings.ts'
import { Brand } from '../mark.tsx'
import { words } from '../words/index.ts'
import { Document, Languages } from './document.tsx'
import { Foot, type PublicFrame, Top } from './public-page.tsx'

export interface GhostPageProps {
  readonly language: Language
  readonly path: string
  readonly title: string
  readonly sentence: string
  /** The whole header and the funders, where they can be had. */
  readonly frame?: PublicFrame
  /** Ways out beside the way home: quiet buttons. */
  readonly ways?: readonly { readonly href: string; readonly name: string }[]
  readonly islands?: readonly string[]
  /** False where what was written does not stay: when the demo begins anew. */
  readonly kept?: boolean
  /** The page has a better way on than the way home, which then is not lit. */
  readonly quiet?: boolean
  readonly children?: Child
}

/** One sentence, the way home, and the promise about what was written. */
export function GhostPage(props: GhostPageProps): Html {
  const { language, path, title, frame } = props
  const t = words(language)
  return (
    <Document
      language={language}
      title={title}
      programme={frame?.programme ?? t('frame.product')}
      path={path}
      islands={props.islands ?? []}
      body={
        <>
          {frame === undefined ? <BareTop language={language} path={path} /> : <Top frame={frame} language={language} path={path} />}
          <main id="main" class="night door">
            <div class="wrap wrap--read section">
              <div class="empty onghost">
                {trusted(`<svg viewBox="0 0 72 96" aria-hidden="true">${GHOST_LIGHT}</svg>`)}
                <h1>{title}</h1>
                <p class="lead">{props.sentence}</p>
                {props.children}
                <div class="actions">
                  <ButtonLink kind={props.quiet ? 'night' : 'light'} href={`/${language}`}>
                    {t('frame.home')}
                  </ButtonLink>
                  {(props.ways ?? []).map((way) => (
                    <ButtonLink kind="night" href={way.href}>
                      {way.name}
                    </ButtonLink>
                  ))}
                </div>
                {props.kept !== false && <p class="sm">{t('frame.kept')}</p>}
              </div>
            </div>
          </main>
          {frame !== undefined && <Foot frame={frame} whole={false} />}
        </>
      }
    />
  )
}

export function BareTop({ language, path }: { language: Language; path: string }): Html {
  return (
    <header class="top">
      <div class="wrap">
        <Brand name={words(language)('frame.product')} href={`/${language}`} night={false} />
        <div class="top__end">
          <Languages language={language} path={path} />
        </div>
      </div>
    </header>
  )
}
