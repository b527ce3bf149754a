/** One topic of the form. Sent with a button; where scripts run, saved as one types (islands/draft.ts). */
import type { Child, Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Form, Hidden } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Saved } from '../../../design/saved.tsx'
import { type Answers, isAnswered, type Question } from '../../../domain/form.ts'
import { turnsWithin } from '../../../domain/form-asked.ts'
import { inLanguage } from '../../../domain/language.ts'
import type { LinkedFile } from '../../files/index.ts'
import type { Here } from '../presence/here.ts'
import { HereMark, presenceOf } from '../presence/pages/mark.tsx'
import { OriginMark } from '../profile/pages/origin.tsx'
import type { SectionView, UnmetRule } from '../views.ts'
import { words } from '../words/index.ts'
import { type Around, AsideNote, applicationPath, BackToList, closedSentence, Keep, leftText, savedText } from './around.tsx'
import { Assistance } from './assistance.tsx'
import { QuestionField } from './question.tsx'
import { UnmetNote } from './unmet.tsx'
import { WithheldField } from './withheld.tsx'

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
  /** Where the others of the team are; null for who writes alone. */
  readonly here: Here | null
  /** Rules of the call that the answers of this section do not meet. */
  readonly unmet: readonly UnmetRule[]
  /** A sentence beside a question whose answer was seen proved once. */
  readonly verified: Readonly<Record<string, string>>
  readonly fields: {
    readonly page: string
    readonly turn: string
    readonly from: string
    readonly go: string
    readonly told: string
    readonly mark: (question: string) => string
  }
}

export function SectionPage({ view, errors, refusal, ...props }: SectionProps): Html {
  const { language, frame, path } = props
  const title = inLanguage(view.section.title, language).text
  const closed = closedSentence(view, props)
  const writable = closed === null && refusal === undefined
  const has = (kind: Question['kind']): boolean => view.section.questions.some((question) => question.kind === kind)
  return (
    <ReadingPage
      language={language}
      frame={frame}
      path={path}
      title={title}
      error={errors.length > 0 || refusal !== undefined}
      said={props.said}
      islands={[
        'kept',
        ...(writable ? ['draft'] : []),
        ...(writable && has('file') ? ['upload'] : []),
        ...(writable && props.here !== null ? ['presence'] : []),
        // After the draft, which puts back what was typed here.
        ...(writable && has('province') && has('region') ? ['narrow'] : []),
      ]}
    >
      <div class="row row--between">
        <BackToList head={view} language={language} />
        <Saved text={isBegun(view) ? savedText(view.savedAt, props, view.call.zone) : words(language)('saved.nothing')} />
      </div>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {refusal === undefined && closed !== null && (
        <Note is="bad">
          <p>{closed}</p>
        </Note>
      )}
      {view.membership === 'helper' && <Assistance head={view} language={language} />}
      <ErrorSummary language={language} errors={errors} names={questionNames(view, language)} />
      <Topic view={view} language={language} />
      {props.here !== null && writable && (
        <HereMark at={`part:${view.section.code}`} here={props.here} island={presenceOf(view, language, props.page, view.section.code)} />
      )}
      <Form action={applicationPath(view, language, `/sections/${view.section.code}`)} {...(writable ? { island: islandOf(view, props) } : {})}>
        <Hidden name={props.fields.page} value={props.page} />
        <Hidden name={props.fields.turn} value={0} />
        {writable && (
          <p class="note" data-s="bad" role="alert" id="draft-ended" hidden>
            {words(language)('island.ended')}
          </p>
        )}
        {props.from !== null && <Hidden name={props.fields.from} value={props.from} />}
        {props.unmet.length > 0 && <Hidden name={props.fields.told} value={props.unmet.map(({ rule }) => rule.code).join(' ')} />}
        <Questions view={view} errors={errors} writable={writable} {...props} />
        {writable && <Actions view={view} around={props} from={props.from} go={props.fields.go} />}
      </Form>
      <Keep view={view} around={props} />
    </ReadingPage>
  )
}

/** Whether anything of this section was written: until then nothing of it is saved, whatever was of others. */
function isBegun({ section, answers, files, withheld }: SectionView): boolean {
  return section.questions.some(({ code }) => isAnswered(answers[code]) || withheld[code] === true || files.some(({ question }) => question === code))
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
      {view.section.questions.some(({ code }) => view.origins[code] !== undefined) && (
        <Note is="wait">
          <p>{t('known.check')}</p>
        </Note>
      )}
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
  here,
  verified,
  unmet,
  language,
  writable,
}: Omit<SectionProps, 'refusal'> & { writable: boolean }): Html {
  const filing = { files, base: applicationPath(view, language), writable }
  return (
    <>
      {view.section.questions.map((question) => (
        <WhenAsked question={question} view={view}>
          {view.withheld[question.code] !== undefined && (
            <WithheldField question={question} given={view.withheld[question.code]} language={language} />
          )}
          {view.withheld[question.code] === undefined && (
            <Beside question={question.code} here={writable ? here : null} origin={view.origins[question.code]} language={language}>
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
            </Beside>
          )}
          {view.aside.includes(question.code) && <AsideNote head={view} count={1} language={language} />}
          <UnmetNote unmet={unmet.filter((one) => one.question === question.code)} language={language} />
          {verified[question.code] !== undefined && <Note is="ok">{verified[question.code]}</Note>}
        </WhenAsked>
      ))}
    </>
  )
}

interface BesideProps {
  readonly question: string
  readonly here: Here | null
  /** Where the answer was taken over from. */
  readonly origin: string | undefined
  readonly language: Around['language']
  readonly children?: Child
}

/** A question with what stands below it: where its answer comes from, who else is in its field. */
function Beside({ question, here, origin, language, children }: BesideProps): Html {
  if (here === null && origin === undefined) return <>{children}</>
  return (
    <div class="stack stack--xs">
      {children}
      {origin !== undefined && <OriginMark origin={origin} language={language} />}
      {here !== null && <HereMark at={`question:${question}`} here={here} />}
    </div>
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
  const left = leftText(view.call, around)
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
      {left !== null && <p class="sm muted">{left}</p>}
    </div>
  )
}

/** Everything the island says, in the reader's language: it has no words of its own. */
function islandOf(view: SectionView, { language, owner }: Around): Record<`data-${string}`, string> {
  const t = words(language)
  return {
    'data-draft': applicationPath(view, language, '/draft'),
    'data-owner': owner,
    'data-saving': t('island.saving'),
    'data-offline': t('island.offline'),
    'data-full': t('island.full'),
    'data-back': t('island.back'),
    'data-versions': applicationPath(view, language, '/versions'),
    // The island adds the field one was writing in.
    'data-enter': `/${language}/sign-in?interrupted&return_to=${encodeURIComponent(`/applications/${view.id}/sections/${view.section.code}`)}`,
    // The island puts the count where {n} stands.
    'data-words': t('island.words', { written: '{n}' }),
  }
}
