/** Questions about a file: the reader asks, the office answers. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { CheckField, Form, TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatList } from '../../../platform/words/format.ts'
import type { DeskQuestion, ReaderQuestions } from '../questions/views.ts'
import { words } from '../questions/words/index.ts'
import { stageText } from '../stage-name.ts'
import { type DeskAround, DeskPage } from './desk-page.tsx'
import { type ReaderFrame, ReaderPage } from './reader-page.tsx'

export interface MyQuestionsProps {
  readonly language: Language
  readonly frame: ReaderFrame
  readonly path: string
  readonly view: ReaderQuestions
  readonly typed: string
  readonly errors: FormErrors
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function MyQuestionsPage({ language, frame, path, view, typed, errors, said, refusal }: MyQuestionsProps): Html {
  const t = words(language)
  const file = `/${language}/reviews/${view.assignment}`
  const wrong = errors.length > 0 || refusal !== undefined
  return (
    <ReaderPage
      language={language}
      title={t('mine.page', { number: view.number })}
      path={path}
      frame={frame}
      current={view.assignment}
      said={said}
      error={wrong}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <Head eyebrow={t('mine.file', { number: view.number })} title={t('mine.title')} lead={t('mine.lead')}>
        <ButtonLink kind="quiet" href={file}>
          {t('mine.back')}
        </ButtonLink>
      </Head>
      {view.questions.map((one) => (
        <section class="card stack stack--sm">
          <p class="xs muted">{t(one.own ? 'mine.own' : 'mine.other', { at: formatDateTime(one.askedAt, language, view.zone) })}</p>
          <Said text={one.text} />
          {one.answer === null ? (
            <p>
              <State is="wait">{t('waiting')}</State>
            </p>
          ) : (
            <>
              <p class="xs muted">
                {t(one.answer.shared ? 'mine.answered-all' : 'mine.answered', { at: formatDateTime(one.answer.at, language, view.zone) })}
              </p>
              <Said text={one.answer.text} />
            </>
          )}
        </section>
      ))}
      {view.open ? (
        <Form action={`${file}/questions`}>
          <TextArea
            name="text"
            label={t('mine.ask')}
            hint={t('mine.ask-hint')}
            value={typed}
            rows={4}
            language={language}
            error={errorOf(errors, 'text')}
          />
          <div class="actions">
            <Button kind="light">{t('mine.send')}</Button>
          </div>
        </Form>
      ) : (
        <p class="muted">{t('mine.closed')}</p>
      )}
    </ReaderPage>
  )
}

function Said({ text }: { text: string }): Html {
  return (
    <div class="prose" dir="auto">
      {text.split('\n').map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}

/** What was typed for one question and not taken. */
export interface TypedAnswer {
  readonly question: string
  readonly text: string
  readonly shared: boolean
  readonly errors: FormErrors
}

export interface DeskQuestionsProps {
  readonly around: DeskAround
  readonly questions: readonly DeskQuestion[]
  readonly typed?: TypedAnswer | undefined
}

/** Names of the fields of one question. */
export function answerField(name: 'text' | 'shared', question: string): string {
  return `${name}-${question}`
}

export function DeskQuestionsPage(props: DeskQuestionsProps): Html {
  const { around, questions, typed } = props
  const t = words(around.language)
  const errors = typed?.errors ?? []
  return (
    <DeskPage around={around} here="reviews" path="reader-questions" title={t('desk.title')} lead={t('desk.lead')} wrong={errors.length > 0}>
      <ErrorSummary language={around.language} errors={errors} />
      {questions.length === 0 && (
        <Empty title={t('desk.none')}>
          <p>{t('desk.none-hint')}</p>
        </Empty>
      )}
      {questions.map((one) => (
        <Question one={one} {...props} />
      ))}
    </DeskPage>
  )
}

function Question({ one, ...props }: DeskQuestionsProps & { one: DeskQuestion }): Html {
  const { around } = props
  const { language, slug, zone } = around
  const t = words(language)
  return (
    <Card title={`${one.number} · ${one.title}`}>
      <div class="stack stack--sm">
        <p class="sm">
          <a href={`/${language}/desk/${slug}/eligibility/${one.application}`}>{t('desk.open-file')}</a>
        </p>
        <p class="xs muted">
          {t('desk.asked', { reader: one.reader, stage: stageText(one.stage, language), at: formatDateTime(one.askedAt, language, zone) })}
        </p>
        <Said text={one.text} />
        {one.answer === null ? (
          <Answering one={one} {...props} />
        ) : (
          <>
            <p class="xs muted">
              {t(one.answer.shared ? 'desk.answered-all' : 'desk.answered', { by: one.answer.by, at: formatDateTime(one.answer.at, language, zone) })}
            </p>
            <Said text={one.answer.text} />
          </>
        )}
      </div>
    </Card>
  )
}

function Answering({ one, around, typed }: DeskQuestionsProps & { one: DeskQuestion }): Html {
  const { language, slug } = around
  const t = words(language)
  const own = typed?.question === one.id ? typed : undefined
  const names = { text: answerField('text', one.id), shared: answerField('shared', one.id) }
  const hint = one.hides.length === 0 ? t('desk.answer-hint-open') : t('desk.answer-hint', { list: formatList([...one.hides], language) })
  return (
    <Form action={`/${language}/desk/${slug}/reader-questions/${one.id}`} spaced={false}>
      <div class="stack">
        <TextArea
          name={names.text}
          label={t('desk.answer')}
          hint={hint}
          value={own?.text ?? ''}
          rows={3}
          language={language}
          error={errorOf(own?.errors, names.text)}
        />
        <CheckField
          name={names.shared}
          label={t('desk.who')}
          values={own?.shared === true ? ['yes'] : []}
          options={[{ value: 'yes', name: t('desk.share', { count: one.others }) }]}
        />
        <div class="actions">
          <Button kind="quiet">{t('desk.send')}</Button>
        </div>
      </div>
    </Form>
  )
}
