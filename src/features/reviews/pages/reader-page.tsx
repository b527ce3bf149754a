/** What stands around a reader's pages: the night bar with their progress, and the list of their files. */
import type { Child, Html } from '#html'
import { Document, type DocumentProps, Languages } from '../../../design/layout/document.tsx'
import { Brand } from '../../../design/mark.tsx'
import { Icon } from '../../../design/icons.tsx'
import { State, type StateShape } from '../../../design/state.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { stageText } from '../stage-name.ts'
import type { MyReview, ReviewState } from '../views.ts'
import { words as paperWords } from '../paper/words/index.ts'
import { words } from '../words/index.ts'

export interface ReaderFrame {
  readonly programme: string
  readonly person: { readonly name: string; readonly href: string }
  readonly files: readonly MyReview[]
}

export const REVIEW_SHAPES: Readonly<Record<ReviewState, StateShape>> = {
  todo: 'none',
  draft: 'draft',
  done: 'done',
  conflict: 'wait',
  ended: 'lock',
  closed: 'lock',
}

export interface ReaderPageProps extends Omit<DocumentProps, 'programme' | 'compact' | 'listed'> {
  readonly frame: ReaderFrame
  /** The file being read. */
  readonly current?: string
  readonly said?: string | undefined
  readonly children?: Child
}

export function ReaderPage(props: ReaderPageProps): Html {
  const { frame, language } = props
  const t = words(language)
  const counted = filesOfNow(frame.files).filter(mayOpen)
  return (
    <Document
      {...props}
      compact
      programme={frame.programme}
      body={
        <>
          <header class="bar">
            <div>
              <Brand name={frame.programme} href={`/${language}/reviews`} night />
              <span class="bar__prog">{t('mine.bar')}</span>
              <div class="bar__end">
                {counted.length > 0 && (
                  <span>{t('mine.lead', { count: counted.length, done: counted.filter((file) => file.state === 'done').length })}</span>
                )}
                <Languages language={language} path={props.path} />
                <a href={frame.person.href}>{frame.person.name}</a>
              </div>
            </div>
          </header>
          <div class="desk">
            <nav class="rail" aria-label={t('mine.title')}>
              <h2>{t('mine.title')}</h2>
              <ul>{counted.map((file) => fileItem(file, props.current, language))}</ul>
              <PaperLinks {...props} />
            </nav>
            <main id="main">
              <div class="stack stack--lg">
                {props.said !== undefined && (
                  <p class="note" data-s="ok" role="status">
                    {props.said}
                  </p>
                )}
                {props.children}
              </div>
            </main>
          </div>
        </>
      }
    />
  )
}

/** Files of the editions in which something is left to read; where nothing is, of the newest, which comes first. */
export function filesOfNow(files: readonly MyReview[]): readonly MyReview[] {
  const open = files.filter(({ state }) => state === 'todo' || state === 'draft')
  const now = new Set((open.length > 0 ? open : files.slice(0, 1)).map(({ edition }) => edition.slug))
  return files.filter(({ edition }) => now.has(edition.slug))
}

/** A file can be opened while its assignment stands. */
export const mayOpen = (file: MyReview): boolean => file.state !== 'conflict' && file.state !== 'ended'

export function fileTitle(file: Pick<MyReview, 'title'>, language: Language): string {
  return file.title === '' ? words(language)('mine.untitled') : file.title
}

function fileItem(file: MyReview, current: string | undefined, language: Language): Html {
  const t = words(language)
  return (
    <li>
      <a href={`/${language}/reviews/${file.assignment}`} aria-current={file.assignment === current ? 'page' : undefined}>
        <span>
          <b class="num">{file.number}</b> <bdi class="rail__name">{fileTitle(file, language)}</bdi>
          <br />
          <State bare is={REVIEW_SHAPES[file.state]}>
            {t(`state.${file.state}`)}
          </State>
          {/* The same file may be read in several stages. */}
          {file.stage.name !== null && <span class="xs muted"> {stageText(file.stage, language)}</span>}
        </span>
      </a>
    </li>
  )
}

/** The guide and the grids to take away, of each edition with something left to score. */
function PaperLinks({ frame, language, path }: ReaderPageProps): Html {
  const open = frame.files.filter(({ state, stage }) => (state === 'todo' || state === 'draft') && stage.mode === 'score')
  const editions = new Map(open.map(({ edition }) => [edition.slug, edition]))
  if (editions.size === 0) return <></>
  return (
    <ul>
      {[...editions.values()].map((edition) => (
        <li>
          <a href={`/${language}/reviews/paper/${edition.slug}`} aria-current={path === `/reviews/paper/${edition.slug}` ? 'page' : undefined}>
            <Icon name="doc" />
            <span>
              {paperWords(language)('rail.link')}
              {editions.size > 1 && ` · ${inLanguage(edition.name, language).text}`}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The name of an edition, for lists that hold files of several. */
export function editionName(file: Pick<MyReview, 'edition'>, language: Language): string {
  return inLanguage(file.edition.name, language).text
}
