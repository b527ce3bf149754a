/** Corrections that the foundation asked for: only the answers concerned are open, and one button sends them. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { ChoiceField, ConsentField, Form, Hidden, TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Saved } from '../../../design/saved.tsx'
import type { Membership } from '../../../domain/application.ts'
import { DECLARATION_WAYS } from '../../../domain/assistance.ts'
import { correctionState } from '../../../domain/correction.ts'
import type { Answers, Question } from '../../../domain/form.ts'
import { inLanguage } from '../../../domain/language.ts'
import { clockLabel, formatDate, formatDateTime } from '../../../platform/time/time.ts'
import type { LinkedFile } from '../../files/index.ts'
import type { CorrectionView, ReceiptView, UnmetRule } from '../views.ts'
import { words } from '../words/index.ts'
import { type Around, applicationPath, NumberLine, savedText } from './around.tsx'
import { Assistance, HOW_FIELD } from './assistance.tsx'
import { QuestionField } from './question.tsx'
import { UnmetNote } from './unmet.tsx'
import { WithheldField } from './withheld.tsx'

/** A dot keeps our own fields apart from the codes of questions. */
export const NOTE_FIELD = 'correction.note'
export const TRUE_FIELD = 'correction.true'

export interface CorrectionProps extends Around {
  readonly view: CorrectionView
  /** What the fields show: what is kept, or what was just sent. */
  readonly typed: Answers
  readonly note: string
  /** How the holder declared, as told by who sends for them. */
  readonly how: string
  readonly marks: Readonly<Record<string, string>>
  /** Rules that what is kept does not meet. */
  readonly unmet: readonly UnmetRule[]
  readonly errors: FormErrors
  /** A "no" to what was just sent. */
  readonly refusal?: string | undefined
  /** Why nothing can be written any more; null while it can. */
  readonly closed: string | null
  /** Id of this opened page. */
  readonly page: string
  readonly said?: string | undefined
  readonly files: readonly LinkedFile[]
  readonly fields: { readonly page: string; readonly turn: string; readonly told: string; readonly mark: (question: string) => string }
}

export function CorrectionPage({ view, errors, refusal, closed, ...props }: CorrectionProps): Html {
  const { language, frame, path } = props
  const t = words(language)
  const writable = closed === null
  const has = (kind: Question['kind']): boolean => view.open.questions.some((question) => question.kind === kind)
  return (
    <ReadingPage
      language={language}
      frame={frame}
      path={path}
      title={t('correction.title')}
      error={errors.length > 0 || refusal !== undefined}
      said={props.said}
      islands={writable ? ['draft', ...(has('file') ? ['upload'] : []), ...(has('province') && has('region') ? ['narrow'] : [])] : []}
    >
      <div class="row row--between">
        <BackLink href={applicationPath(view, language, '/receipt')}>{t('correction.back')}</BackLink>
        {view.savedAt !== null && <Saved text={savedText(view.savedAt, props, view.call.zone)} />}
        {view.savedAt === null && writable && <Saved text={t('correction.nothing-kept')} />}
      </div>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {refusal === undefined && closed !== null && (
        <Note is="bad">
          <p>{closed}</p>
        </Note>
      )}
      {view.membership === 'helper' && <Assistance head={view} language={language} />}
      <ErrorSummary language={language} errors={errors} names={fieldNames(view, language)} />
      <div class="stack stack--xs">
        <NumberLine head={view} language={language} />
        <h1>{t('correction.title')}</h1>
        <p class="lead">{t('correction.lead')}</p>
      </div>
      <Asked view={view} around={props} />
      <Form action={applicationPath(view, language, '/correction')} {...(writable ? { island: islandOf(view, props) } : {})}>
        <Hidden name={props.fields.page} value={props.page} />
        <Hidden name={props.fields.turn} value={0} />
        {props.unmet.length > 0 && <Hidden name={props.fields.told} value={props.unmet.map(({ rule }) => rule.code).join(' ')} />}
        <Questions {...props} view={view} errors={errors} closed={closed} />
        {writable && <Sending view={view} errors={errors} props={props} />}
      </Form>
    </ReadingPage>
  )
}

function Asked({ view, around: { language } }: { view: CorrectionView; around: Around }): Html {
  const t = words(language)
  return (
    <Card title={t('correction.asked')}>
      <div class="stack">
        <p dir="auto">{view.reason}</p>
        <dl class="kv">
          <div>
            <dt>{t('correction.last-day')}</dt>
            <dd>
              <time datetime={view.day}>{formatDate(view.day, language, 'full')}</time>
              <br />
              <span class="sm muted">{t('correction.until-end', { clock: clockLabel(view.askedAt, view.call.zone, language) })}</span>
            </dd>
          </div>
          <div>
            <dt>{t('correction.asked-on')}</dt>
            <dd>{formatDateTime(view.askedAt, language, view.call.zone)}</dd>
          </div>
        </dl>
      </div>
    </Card>
  )
}

function Questions({ view, typed, marks, unmet, errors, fields, files, language, closed }: Omit<CorrectionProps, 'refusal'>): Html {
  const filing = { files, base: applicationPath(view, language, '/correction'), writable: closed === null }
  const opened = view.open.questions.filter((question) => !view.requested.includes(question.code))
  return (
    <>
      {view.open.questions.map((question) => (
        <>
          <QuestionField
            question={question}
            answer={typed[question.code]}
            answers={typed}
            lists={view.lists}
            language={language}
            mark={{ name: fields.mark(question.code), value: marks[question.code] ?? '' }}
            error={errorOf(errors, question.code)}
            errors={errors}
            filing={filing}
          />
          <UnmetNote unmet={unmet.filter((one) => one.question === question.code)} language={language} />
        </>
      ))}
      {view.withheld.map((question) => (
        <WithheldField question={question} language={language} />
      ))}
      {opened.length > 0 && <p class="sm muted">{words(language)('correction.opened', { count: opened.length })}</p>}
    </>
  )
}

function Sending({
  view,
  errors,
  props,
}: {
  view: CorrectionView
  errors: FormErrors
  props: Pick<CorrectionProps, 'language' | 'note' | 'how'>
}): Html {
  const { language } = props
  const t = words(language)
  const holder = view.membership === 'holder' || view.membership === 'helper'
  return (
    <>
      {holder && (
        <>
          <TextArea
            name={NOTE_FIELD}
            label={t('correction.note')}
            hint={t('correction.note-hint')}
            value={props.note}
            language={language}
            rows={3}
            short
            error={errorOf(errors, NOTE_FIELD)}
          />
          <Declared {...props} errors={errors} membership={view.membership} />
        </>
      )}
      {!holder && (
        <Note is="wait">
          <p>{t('correction.holder-sends')}</p>
        </Note>
      )}
      <div class="actions">
        {holder && (
          <Button kind="light" size="lg">
            {t('correction.send')}
          </Button>
        )}
        <Button kind="text" formaction={applicationPath(view, language, '/correction/draft')}>
          {t('correction.keep')}
        </Button>
      </div>
      <p class="sm muted">{t('correction.before-stays')}</p>
    </>
  )
}

/** The holder ticks that it is true; who sends for them says how they declared it. */
function Declared({ membership, errors, language, how }: Pick<CorrectionProps, 'errors' | 'language' | 'how'> & { membership: Membership }): Html {
  const t = words(language)
  if (membership === 'holder')
    return <ConsentField name={TRUE_FIELD} label={t('correction.true')} given={false} error={errorOf(errors, TRUE_FIELD)} />
  return (
    <ChoiceField
      name={HOW_FIELD}
      label={t('assistance.how-corrected')}
      value={how}
      options={DECLARATION_WAYS.map((way) => ({ value: way, name: t(`assistance.how.${way}`) }))}
      error={errorOf(errors, HOW_FIELD)}
    />
  )
}

/** What each field is called, for the summary. */
function fieldNames(view: CorrectionView, language: Around['language']): Record<string, string> {
  const t = words(language)
  const questions = view.open.questions.map((question): [string, string] => [question.code, inLanguage(question.label, language).text])
  return {
    ...Object.fromEntries(questions),
    [NOTE_FIELD]: t('correction.note'),
    [TRUE_FIELD]: t('correction.true'),
    [HOW_FIELD]: t('assistance.how-corrected'),
  }
}

/** Everything the island says, in the reader's language: it has no words of its own. */
function islandOf(view: CorrectionView, { language, owner }: Around): Record<`data-${string}`, string> {
  const t = words(language)
  return {
    'data-draft': applicationPath(view, language, '/correction/draft'),
    'data-owner': owner,
    'data-saving': t('island.saving'),
    'data-offline': t('island.offline'),
    'data-full': t('island.full'),
    'data-back': t('island.back'),
    'data-versions': applicationPath(view, language, '/correction'),
    'data-enter': `/${language}/sign-in?interrupted&return_to=${encodeURIComponent(`/applications/${view.id}/correction`)}`,
    'data-words': t('island.words', { written: '{n}' }),
  }
}

/** What a team is told at the top of its receipt about corrections that were asked for; nothing when there is nothing to say. */
export function CorrectionNotice({ view, around }: { view: ReceiptView; around: Around }): Html {
  const { language, now } = around
  const t = words(language)
  const state = view.correction === null || view.withdrawnAt !== null ? null : correctionState(view.correction, now)
  if (view.correction === null || (state !== 'open' && state !== 'lapsed')) return <></>
  const { day, count } = view.correction
  const open = state === 'open'
  return (
    <Note is={open ? 'wait' : 'bad'}>
      <div class="stack stack--sm">
        <p>{t(open ? 'correction.expected' : 'correction.not-sent', { count, date: formatDate(day, language, 'full') })}</p>
        <div class="actions">
          <ButtonLink kind={open ? 'action' : 'quiet'} size="sm" href={applicationPath(view, language, '/correction')}>
            {t(open ? 'correction.open' : 'correction.read')}
          </ButtonLink>
        </div>
      </div>
    </Note>
  )
}
