/** What visitors asked about a call: answered to their writer, and to everybody where it helps others. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Empty } from '../../../design/empty.tsx'
import { TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { State } from '../../../design/state.tsx'
import { LANGUAGES, type Language, LANGUAGE_NAMES } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { AskedQuestion } from '../views.ts'
import { words } from '../words/index.ts'

export interface QuestionsProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly edition: string
  readonly zone: string
  readonly questions: readonly AskedQuestion[]
  /** The question whose answer came back, with what was typed. */
  readonly came: {
    readonly question: string
    readonly values: Readonly<Record<string, string>>
    readonly errors: FormErrors
    readonly refusal?: string
  } | null
  readonly said?: string | undefined
}

export function QuestionsPage(props: QuestionsProps): Html {
  const { language, frame, edition, questions, came } = props
  const t = words(language)
  const waiting = questions.filter(({ answeredAt }) => answeredAt === null)
  const answered = questions.filter(({ answeredAt }) => answeredAt !== null)
  return (
    <StaffPage
      language={language}
      frame={frame}
      path={`/desk/${edition}/call/questions`}
      title={t('questions.title')}
      error={came !== null}
      said={props.said}
    >
      {came?.refusal !== undefined && <RefusalNote sentence={came.refusal} />}
      <ErrorSummary language={language} errors={came?.errors ?? []} names={came === null ? {} : fieldNames(came.question, language)} />
      <div class="stack stack--sm">
        <BackLink href={`/${language}/desk/${edition}/call`}>{t('extension.back')}</BackLink>
        <Head title={t('questions.title')} lead={t('questions.waiting', { count: waiting.length })} />
      </div>
      {questions.length === 0 && <Empty title={t('questions.none')} />}
      {waiting.map((question) => (
        <Waiting {...props} question={question} />
      ))}
      {answered.map((question) => (
        <Answered {...props} question={question} />
      ))}
    </StaffPage>
  )
}

/** What the fields of a question are called in the list of faults. */
function fieldNames(question: string, language: Language): Readonly<Record<string, string>> {
  const t = words(language)
  const named = LANGUAGES.flatMap((one) => [
    [`question_${one}-${question}`, `${t('questions.public-question')} · ${LANGUAGE_NAMES[one]}`] as const,
    [`public_${one}-${question}`, `${t('questions.public-answer')} · ${LANGUAGE_NAMES[one]}`] as const,
  ])
  return Object.fromEntries(named)
}

function Asked({ language, zone, question }: QuestionsProps & { question: AskedQuestion }): Html {
  return (
    <>
      <p class="xs muted">
        {formatDateTime(question.askedAt, language, zone)} · <bdi class="ltr">{question.address}</bdi> · {LANGUAGE_NAMES[question.language]}
      </p>
      <p lang={question.language} dir="auto">
        <b>{question.question}</b>
      </p>
    </>
  )
}

function Waiting(props: QuestionsProps & { question: AskedQuestion }): Html {
  const { language, edition, question, came } = props
  const t = words(language)
  const own = came?.question === question.id ? came : null
  const typed = (name: string): string => own?.values[name] ?? ''
  const field = (name: string): string => `${name}-${question.id}`
  return (
    <Card>
      <form class="stack" method="post" action={`/${language}/desk/${edition}/call/questions`} novalidate id={`question-${question.id}`}>
        <Asked {...props} />
        <input type="hidden" name="id" value={question.id} />
        <TextArea
          language={language}
          name={field('answer')}
          label={t('questions.answer', { language: LANGUAGE_NAMES[question.language] })}
          value={typed('answer')}
          error={errorOf(own?.errors ?? [], field('answer'))}
          short
        />
        <details class="more" open={own !== null && own.values.publish === 'yes'}>
          <summary>{t('questions.publish')}</summary>
          <div class="stack">
            <label class="choice">
              <input type="checkbox" name="publish" value="yes" checked={typed('publish') === 'yes'} />
              <span>
                {t('questions.publish-too')}
                <small>{t('questions.publish-hint')}</small>
              </span>
            </label>
            {(['question', 'public'] as const).map((part) => (
              <div class="line__cells">
                {LANGUAGES.map((one) => (
                  <TextArea
                    language={language}
                    name={`${part}_${one}-${question.id}`}
                    label={`${t(part === 'question' ? 'questions.public-question' : 'questions.public-answer')} · ${LANGUAGE_NAMES[one]}`}
                    value={typed(`${part}_${one}`) || (part === 'question' && one === question.language ? question.question : '')}
                    error={errorOf(own?.errors ?? [], `${part}_${one}-${question.id}`)}
                    short
                  />
                ))}
              </div>
            ))}
          </div>
        </details>
        <div class="row">
          <Button>{t('questions.send')}</Button>
        </div>
      </form>
    </Card>
  )
}

function Answered(props: QuestionsProps & { question: AskedQuestion }): Html {
  const { language, zone, question } = props
  const t = words(language)
  return (
    <Card
      aside={<State is={question.published ? 'yes' : 'done'}>{t(question.published ? 'questions.published' : 'questions.answered')}</State>}
      title={question.answeredAt === null ? '' : formatDateTime(question.answeredAt, language, zone)}
    >
      <Asked {...props} />
      <p lang={question.language} dir="auto">
        {question.answer}
      </p>
    </Card>
  )
}
