/** What every page shares: the head, the skip link, the icons it uses. */
import type { Html } from '#html'
import { direction, LANGUAGES, type Language } from '../../domain/language.ts'
import { assetUrl } from '../assets.ts'
import { iconSheet } from '../icons.tsx'
import { words } from '../words/index.ts'

export interface DocumentProps {
  readonly language: Language
  /** Name of the page; the document title adds the programme. */
  readonly title: string
  readonly programme: string
  /** Path without the language and without its query: '/calls/2024'. */
  readonly path: string
  readonly description?: string
  /** Set when the page shows errors of a form: its title says so first. */
  readonly error?: boolean
  /** Islands of this page by name: 'draft' loads draft.js. */
  readonly islands?: readonly string[]
  /** Public pages name their translations for search engines; others ask not to be listed. */
  readonly listed?: boolean
  /** Where the site is reached ('https://kawaliss.ma'): search engines take no relative address of a translation. */
  readonly origin?: string
  readonly compact?: boolean
  /** A person's choice; without one the theme follows the device. */
  readonly theme?: 'light' | 'dark'
}

export function Document(props: DocumentProps & { body: Html; bodyClass?: string }): Html {
  const { language, title, programme, body } = props
  const t = words(language)
  const shown = title === programme ? title : `${title} · ${programme}`
  return (
    <html lang={language} dir={direction(language)} data-density={props.compact ? 'compact' : undefined} data-theme={props.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.error ? `${t('frame.error')} ${shown}` : shown}</title>
        {props.description !== undefined && <meta name="description" content={props.description} />}
        <meta name="theme-color" content="#14153a" />
        {!props.listed && <meta name="robots" content="noindex" />}
        <link
          rel="preload"
          href={assetUrl(`readex-pro-${language === 'ar' ? 'arabic' : 'latin'}-wght-normal.woff2`)}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={assetUrl('app.css')} />
        <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
        {props.listed &&
          LANGUAGES.map((other) => (
            <link rel="alternate" hreflang={other} href={`${props.origin ?? ''}/${other}${props.path === '/' ? '' : props.path}`} />
          ))}
        {(props.islands ?? []).map((island) => (
          <script type="module" src={assetUrl(`${island}.js`)}></script>
        ))}
      </head>
      <body class={props.bodyClass}>
        <a class="skip" href="#main">
          {t('frame.skip')}
        </a>
        {iconSheet(body)}
        {body}
      </body>
    </html>
  )
}

/** The same page in the other languages, each named in itself; the one being read is not a link. */
export function Languages({ language, path, query = '' }: { language: Language; path: string; query?: string }): Html {
  return (
    <nav class="langs" aria-label={words(language)('frame.languages')}>
      {LANGUAGES.map((other) =>
        other === language ? (
          <span lang={other} aria-current="true">
            {words(other)('frame.language')}
          </span>
        ) : (
          <a href={`/${other}${path === '/' ? '' : path}${query}`} lang={other} hreflang={other}>
            {words(other)('frame.language')}
          </a>
        ),
      )}
    </nav>
  )
}

/** A sentence about what was just done, above the page. */
export function Said({ said }: { said?: string | undefined }): Html {
  if (said === undefined) return <></>
  return (
    <div class="wrap">
      <p class="note" data-s="ok" role="status">
        {said}
      </p>
    </div>
  )
}
