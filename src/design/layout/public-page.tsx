/** Public and applicant pages: header with the programme's places, footer with help and funders. */
import type { Child, Html } from '#html'
import { FunderMark, type FunderView } from '../funder.tsx'
import { Icon } from '../icons.tsx'
import { Brand, Mark } from '../mark.tsx'
import { words } from '../words/index.ts'
import { Document, type DocumentProps, Languages, Said } from './document.tsx'

export interface NavigationItem {
  readonly href: string
  readonly name: string
  readonly current?: boolean
}

/** What a programme puts around every public page; made once a request by the programme feature. */
export interface PublicFrame {
  /** Where the site is reached, for the pages search engines list. */
  readonly origin?: string
  readonly programme: string
  readonly navigation: readonly NavigationItem[]
  /** Short name of who is signed in and the address of their page; null for a visitor. */
  readonly person: { readonly name: string; readonly href: string } | null
  readonly signIn: { readonly href: string; readonly name: string }
  readonly about: string
  readonly footer: readonly { readonly title: string; readonly links: readonly NavigationItem[] }[]
  readonly funders: readonly FunderView[]
}

export interface PublicPageProps extends Omit<DocumentProps, 'programme'> {
  readonly frame: PublicFrame
  readonly children?: Child
  /** The header is part of the night of a hero. */
  readonly night?: boolean
  readonly said?: string | undefined
  /** Query of the address, kept when the language changes ('?region=MA-03'). */
  readonly query?: string
}

export function PublicPage(props: PublicPageProps): Html {
  return (
    <Document
      {...props}
      {...(props.frame.origin === undefined ? {} : { origin: props.frame.origin })}
      programme={props.frame.programme}
      body={
        <>
          <Top {...props} />
          <main id="main">
            <Said said={props.said} />
            {props.children}
          </main>
          <Foot frame={props.frame} whole end={words(props.language)('frame.software')} />
        </>
      }
    />
  )
}

/** A page to read or write on, one column wide: every page of an application. `main` is the stack itself. */
export function ReadingPage(props: PublicPageProps): Html {
  return (
    <Document
      {...props}
      programme={props.frame.programme}
      body={
        <>
          <Top {...props} />
          <main id="main" class="wrap wrap--read section section--tight stack stack--lg">
            {props.said !== undefined && (
              <p class="note" data-s="ok" role="status">
                {props.said}
              </p>
            )}
            {props.children}
          </main>
          <Foot frame={props.frame} whole={false} />
        </>
      }
    />
  )
}

export function Top({ frame, language, path, query, night = false }: Pick<PublicPageProps, 'frame' | 'language' | 'path' | 'query' | 'night'>): Html {
  const t = words(language)
  const entry = frame.person ?? frame.signIn
  return (
    <header class={night ? 'top top--night' : 'top'}>
      <div class="wrap">
        <Brand name={frame.programme} href={`/${language}`} night={night} />
        <nav class="top__nav" aria-label={t('frame.main-menu')}>
          <ul>
            {frame.navigation.map((item) => (
              <li>
                <Item item={item} />
              </li>
            ))}
          </ul>
        </nav>
        <div class="top__end">
          <Languages language={language} path={path} query={query ?? ''} />
          <a class={night ? 'btn btn--sm btn--night wide-only' : 'btn btn--sm btn--quiet wide-only'} href={entry.href}>
            {entry.name}
          </a>
          <details class="menu">
            <summary aria-label={t('frame.menu')}>
              <Icon name="menu" />
            </summary>
            <ul>
              {[...frame.navigation, entry].map((item) => (
                <li>
                  <Item item={item} />
                </li>
              ))}
            </ul>
          </details>
        </div>
      </div>
    </header>
  )
}

function Item({ item }: { item: NavigationItem }): Html {
  return (
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      {item.name}
    </a>
  )
}

/** `whole` on public pages; on the others, which leave room for work, the funders alone. `end` closes the last line. */
export function Foot({ frame, whole, end }: { frame: PublicFrame; whole: boolean; end?: Child }): Html {
  return (
    <footer class="foot">
      <div class="wrap">
        {whole && (
          <div class="stack stack--sm">
            <span class="brand">
              <Mark night />
              <span>{frame.programme}</span>
            </span>
            <p>{frame.about}</p>
          </div>
        )}
        {whole &&
          frame.footer.map((column) => (
            <div>
              <h2>{column.title}</h2>
              <ul>
                {column.links.map((item) => (
                  <li>
                    <a href={item.href}>{item.name}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        <div class="foot--line row row--between">
          {frame.funders.map((funder) => (
            <FunderMark funder={funder} />
          ))}
          {end !== undefined && <p>{end}</p>}
        </div>
      </div>
    </footer>
  )
}
