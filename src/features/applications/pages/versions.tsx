/** Answers written twice: both versions whole, what differs underlined, a third way to keep both. Leaving loses nothing. */
import { type Html, trusted } from '#html'
import { Button } from '../../../design/button.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Note } from '../../../design/note.tsx'
import { Saved } from '../../../design/saved.tsx'
import type { Question } from '../../../domain/form.ts'
import { inLanguage } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { answerText } from '../answer-text.ts'
import { differenceOf, type Piece } from '../difference.ts'
import type { AnswerVersion, VersionsView } from '../views.ts'
import { words } from '../words/index.ts'
import { type Around, applicationPath, BackToList, closedSentence, Keep, WidePage } from './around.tsx'

export interface VersionsProps extends Around {
  readonly view: VersionsView
  /** Mark of the current answer, by question. */
  readonly marks: Readonly<Record<string, string>>
  readonly markField: (question: string) => string
  readonly canMerge: (question: Question) => boolean
  readonly refusal?: string
}

export function VersionsPage({ view, refusal, ...props }: VersionsProps): Html {
  const { language } = props
  const t = words(language)
  const closed = refusal === undefined ? closedSentence(view, props) : null
  return (
    <WidePage around={props} title={t('versions.title')} error={refusal !== undefined} islands={['kept']}>
      <div class="row row--between">
        <BackToList head={view} language={language} />
        <Saved text={t('versions.kept')} />
      </div>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <div class="stack stack--sm">
        <p class="eyebrow">{t('list.title', { number: view.number })}</p>
        <h1>{t('versions.heading', { count: view.questions.length })}</h1>
        {closed === null && <p>{t('versions.lead')}</p>}
      </div>
      {closed !== null && (
        <Note is="bad">
          <p>{closed}</p>
        </Note>
      )}
      <form class="stack stack--lg" method="post" action={applicationPath(view, language, '/versions')} novalidate>
        {view.questions.map((one) => (
          <QuestionVersions one={one} view={view} props={props} open={closed === null} />
        ))}
        {closed === null && <Choosing view={view} language={language} />}
      </form>
      <Keep view={view} around={props} />
    </WidePage>
  )
}

function Choosing({ view, language }: { view: VersionsView; language: Around['language'] }): Html {
  const t = words(language)
  return (
    <>
      <p class="sm muted">{t('versions.legend')}</p>
      <div class="actions">
        <Button kind="light" size="lg">
          {t('versions.keep')}
        </Button>
        <a class="btn btn--text" href={applicationPath(view, language)}>
          {t('versions.later')}
        </a>
      </div>
    </>
  )
}

type Written = VersionsView['questions'][number]

interface QuestionVersionsProps {
  readonly one: Written
  readonly view: VersionsView
  readonly props: Omit<VersionsProps, 'view' | 'refusal'>
  /** Whether one may still be chosen. */
  readonly open: boolean
}

function QuestionVersions({ one, view, props, open }: QuestionVersionsProps): Html {
  const { language } = props
  const t = words(language)
  const question = one.section.questions.find((asked) => asked.code === one.code) as Question
  const texts = one.versions.map((version) => answerText(question, version.answer, view.lists, language))
  // The newest version is the likeliest to be wanted.
  const newest = [...one.versions].sort((a, b) => (b.writtenAt?.getTime() ?? 0) - (a.writtenAt?.getTime() ?? 0))[0]?.key
  const name = `keep.${one.code}`
  return (
    <fieldset class="stack stack--lg">
      <legend class="q">{inLanguage(question.label, language).text}</legend>
      <Hidden name={props.markField(one.code)} value={props.marks[one.code] ?? ''} />
      <div class="pair pair--half">
        {one.versions.map((version, at) => (
          <Version
            version={version}
            pieces={piecesOf(texts, at)}
            name={name}
            chosen={open ? version.key === newest : null}
            id={`${one.code}-${at}`}
            view={view}
            language={language}
          />
        ))}
      </div>
      {open && props.canMerge(question) && (
        <label class="choice">
          <input type="radio" name={name} value="merge" />
          <span>
            {t('versions.merge')}
            <small>{t('versions.merge-text')}</small>
          </span>
        </label>
      )}
    </fieldset>
  )
}

/** Each version beside the first; the first beside the second. */
function piecesOf(texts: readonly string[], at: number): readonly Piece[] {
  const [first = '', second = ''] = texts
  return at === 0 ? differenceOf(first, second)[0] : differenceOf(first, texts[at] ?? '')[1]
}

interface VersionProps {
  readonly version: AnswerVersion
  readonly pieces: readonly Piece[]
  readonly name: string
  /** Null when none may be chosen any more. */
  readonly chosen: boolean | null
  readonly id: string
  readonly view: VersionsView
  readonly language: Around['language']
}

function Version({ version, pieces, name, chosen, id, view, language }: VersionProps): Html {
  const t = words(language)
  const author = version.by === null ? '' : version.by.own ? t('versions.you') : nameFor(version.by, language) || t('versions.teammate')
  return (
    <section class="card stack stack--sm" aria-labelledby={id}>
      <div class="card__head">
        <h2 class="h3" id={id}>
          {t(version.key === 'current' ? 'versions.current' : 'versions.aside')}
        </h2>
        {author !== '' && (
          <span class="tag">
            <bdi>{author}</bdi>
          </span>
        )}
      </div>
      {version.writtenAt !== null && <p class="sm muted">{formatDateTime(version.writtenAt, language, view.call.zone)}</p>}
      <p dir="auto">{pieces.length === 0 ? <span class="muted">{t('check.not-answered')}</span> : pieces.map((piece) => <Text piece={piece} />)}</p>
      {chosen !== null && (
        <label class="choice">
          <input type="radio" name={name} value={version.key} checked={chosen} />
          <span>{t('versions.choose')}</span>
        </label>
      )}
    </section>
  )
}

function Text({ piece }: { piece: Piece }): Html {
  const lines = piece.text.split('\n').map((line, at) => (
    <>
      {at > 0 && trusted('<br>')}
      {line}
    </>
  ))
  return piece.differs ? <mark class="dif">{lines}</mark> : <span>{lines}</span>
}
