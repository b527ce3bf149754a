/** One topic of the form. Sent with a button; where scripts run, saved as one types (islands/draft.ts). */
import type { Child, Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Form, Hidden } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Saved } from '../../../design/saved.tsx'
import type { Answers, Question } from '../../../domain/form.ts'
import { turnsWithin } from '../../../domain/form-asked.ts'
import { inLanguage } from '../../../domain/language.ts'
import type { LinkedFile } from '../../files/index.ts'
import type { SectionView } from '../views.ts'
import { words } from '../words/index.ts'
import { type Around, AsideNote, applicationPath, BackToList, closedSentence, deadlineText, savedText, timeLeft } from './around.tsx'
import { QuestionField } from './question.tsx'

export interface SectionProps extends Around {
  readonly view: SectionView
  /** What the fields show: the draft, or what was just sent. */
  readonly typed: Answers
  /** Marks of what is kept, by question. */
  readonly marks: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly doubts: FormErrors
  /** A "no" to what was just sent. */
  readonly refusal?: string
  /** Id of this opened page. */
  readonly page: string
  /** Where the reader came from, to go back there: the check page. */
  readonly from: 'check' | null
  readonly said?: string | undefined
  readonly files: readonly LinkedFile[]
  readonly fields: {
    readonly page: string
    readonly turn: string
    readonly from: string
    readonly go: string
    readonly mark: (question: string) => string
  }
}

export function SectionPage({ view, errors, refusal, ...props }: SectionProps): Html {
  const { language, frame, path } = props
  const title = inLanguage(view.section.title, language).text
  const closed = closedSentence(view, props)
  const writable = closed === null && refusal === undefined
  const takes = view.section.questions.some((question) => question.kind === 'file')
  return (
    <ReadingPage
      language={language}
      frame={frame}
      path={path}
      title={title}
      error={errors.length > 0 || refusal !== undefined}
      said={props.said}
      islands={writable ? (takes ? ['draft', 'upload'] : ['draft']) : []}
    >
      <div class="row row--between">
        <BackToList head={view} language={language} />
        <Saved text={savedText(view.savedAt, props, view.call.zone)} />
      </div>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {refusal === undefined && closed !== null && (
        <Note is="bad">
          <p>{closed}</p>
        </Note>
      )}
      <ErrorSummary language={language} errors={errors} names={questionNames(view, language)} />
      <Topic view={view} language={language} />
      <Form action={applicationPath(view, language, `/sections/${view.section.code}`)} {...(writable ? { island: islandOf(view, props) } : {})}>
        <Hidden name={props.fields.page} value={props.page} />
        <Hidden name={props.fields.turn} value={0} />
        {props.from !== null && <Hidden name={props.fields.from} value={props.from} />}
        <Questions view={view} errors={errors} writable={writable} {...props} />
        {writable && <Actions view={view} around={props} from={props.from} go={props.fields.go} />}
      </Form>
    </ReadingPage>
  )
}

function Topic({ view, language }: { view: SectionView; language: Around['language'] }): Html {
  const t = words(language)
  const place = { group: inLanguage(view.group, language).text, position: view.position, total: view.total }
  return (
    <>
      <div class="stack stack--xs">
        <p class="eyebrow">{t('section.place', place)}</p>
        <h1>{inLanguage(view.section.title, language).text}</h1>
        {view.section.intro !== undefined && <p class="lead">{inLanguage(view.section.intro, language).text}</p>}
      </div>
      <AsideNote head={view} count={view.section.questions.filter((question) => view.aside.includes(question.code)).length} language={language} />
    </>
  )
}

function Questions({
  view,
  typed,
  marks,
  errors,
  doubts,
  fields,
  files,
  language,
  writable,
}: Omit<SectionProps, 'refusal'> & { writable: boolean }): Html {
  const filing = { files, base: applicationPath(view, language), writable }
  return (
    <>
      {view.section.questions.map((question) => (
        <WhenAsked question={question} view={view}>
          <QuestionField
            question={question}
            answer={typed[question.code]}
            answers={typed}
            lists={view.lists}
            language={language}
            mark={{ name: fields.mark(question.code), value: marks[question.code] ?? '' }}
            error={errorOf(errors, question.code)}
            doubt={errorOf(doubts, question.code)}
            errors={errors}
            filing={filing}
          />
        </WhenAsked>
      ))}
    </>
  )
}

/** A question that may come to be asked waits out of sight, and sends nothing, until the answers it depends on are saved. */
function WhenAsked({ question, view, children }: { question: Question; view: SectionView; children?: Child }): Html {
  const asked = view.reading.asked.has(question.code)
  if (!turnsWithin(view.section).includes(question.code)) return <>{asked ? children : ''}</>
  return (
    <fieldset class="stack" data-when={question.code} hidden={!asked} disabled={!asked}>
      {children}
    </fieldset>
  )
}

/** What each question is called, for the summary. */
function questionNames(view: SectionView, language: Around['language']): Record<string, string> {
  return Object.fromEntries(view.section.questions.map((question) => [question.code, inLanguage(question.label, language).text]))
}

function Actions({ view, around, from, go }: { view: SectionView; around: Around; from: 'check' | null; go: string }): Html {
  const t = words(around.language)
  const left = timeLeft(view.call, around)
  return (
    <div class="stack stack--sm">
      <div class="actions">
        <Button kind="light" size="lg" name={go} value="next">
          {t(from === 'check' ? 'section.save-check' : 'section.save')}
        </Button>
        {view.section.questions.some((question) => question.kind === 'people' || question.kind === 'budget') && (
          <Button name={go} value="more">
            {t('table.more-button')}
          </Button>
        )}
        <Button kind="text" name={go} value="list">
          {t('section.save-list')}
        </Button>
      </div>
      {left !== null && <p class="sm muted">{t('list.left', { left, deadline: deadlineText(view.call, around.language) })}</p>}
    </div>
  )
}

/** Everything the island says, in the reader's language: it has no words of its own. */
function islandOf(view: SectionView, { language }: Around): Record<`data-${string}`, string> {
  const t = words(language)
  return {
    'data-draft': applicationPath(view, language, '/draft'),
    'data-saving': t('island.saving'),
    'data-offline': t('island.offline'),
    'data-back': t('island.back'),
    'data-versions': applicationPath(view, language, '/versions'),
    // The island puts the count where {n} stands.
    'data-words': t('island.words', { written: '{n}' }),
  }
}
