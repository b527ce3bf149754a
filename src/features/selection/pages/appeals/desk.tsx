/** Appeals against the selection at the desk: the appeal, who may read the file again, and the answer. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { CheckField, ChoiceField, Hidden, TextArea, TextField } from '../../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { More } from '../../../../design/more.tsx'
import { State } from '../../../../design/state.tsx'
import type { Language } from '../../../../domain/language.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import { formatList } from '../../../../platform/words/list.ts'
import type { SelectionAppealLine } from '../../appeals/views.ts'
import { words } from '../../appeals/words/index.ts'
import { PreparedOf } from './prepared.tsx'
import { EarnedPlace, type TypedPlace } from './place.tsx'

export interface TypedAnswer {
  readonly application: string
  readonly upheld: string
  readonly score: string
  readonly panel: readonly string[]
  readonly answer: string
  readonly errors: FormErrors
}

export interface SelectionAppealsProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly appeals: readonly SelectionAppealLine[]
  readonly typed?: TypedAnswer | undefined
  readonly place?: TypedPlace | undefined
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function SelectionAppealsPage(props: SelectionAppealsProps): Html {
  const { language, frame, slug, appeals, typed, refusal } = props
  const t = words(language)
  const errors = typed?.errors ?? props.place?.errors ?? []
  const base = `/desk/${slug}/selection`
  return (
    <StaffPage language={language} title={t('desk.title')} path={`${base}/appeals`} frame={frame} said={props.said} error={refusal !== undefined}>
      {refusal !== undefined && errors.length === 0 && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <Head title={t('desk.title')} lead={t('desk.lead')}>
        <ButtonLink kind="quiet" href={`/${language}${base}`}>
          {t('desk.back')}
        </ButtonLink>
      </Head>
      {appeals.length === 0 ? (
        <Empty title={t('desk.none')}>
          <p>{t('desk.none-hint')}</p>
        </Empty>
      ) : (
        appeals.map((appeal) => <One appeal={appeal} props={props} />)
      )}
    </StaffPage>
  )
}

function One({ appeal, props }: { appeal: SelectionAppealLine; props: SelectionAppealsProps }): Html {
  const { language, zone, typed } = props
  const t = words(language)
  const when = (at: Date): string => formatDateTime(at, language, zone, { style: 'day-month' })
  const { answer } = appeal
  const lost = !appeal.mayAnswer && typed?.application === appeal.application && typed.answer !== ''
  return (
    <section class="card stack stack--sm" aria-labelledby={`appeal-${appeal.number}`}>
      <div class="card__head">
        <h2 class="h3" id={`appeal-${appeal.number}`}>
          <a href={`/${language}/applications/${appeal.application}/reasons`}>
            <bdi class="ltr">{appeal.number}</bdi>
          </a>{' '}
          · <bdi>{appeal.title}</bdi>
        </h2>
        {answer === null ? (
          <Waits appeal={appeal} language={language} />
        ) : (
          <State is={answer.upheld ? 'yes' : 'no'}>{t(answer.upheld ? 'own.upheld' : 'own.rejected')}</State>
        )}
      </div>
      <p class="sm muted">
        <bdi>{appeal.holderName}</bdi> · {t('desk.lodged', { at: when(appeal.lodgedAt) })}
        {appeal.score !== null && ` · ${t('desk.score', { score: formatNumber(appeal.score, language, { decimals: 2 }) })}`}
      </p>
      <h3>{t('desk.text')}</h3>
      <p dir="auto">{appeal.text}</p>
      {answer !== null && <Answered appeal={appeal} answer={answer} language={language} at={when(answer.at)} />}
      {answer?.next === true && <EarnedPlace appeal={appeal} language={language} slug={props.slug} zone={zone} typed={props.place} />}
      {appeal.prepared !== null && <PreparedOf prepared={appeal.prepared} language={language} zone={zone} />}
      {appeal.asked && (
        <p>
          <a href={`/${language}/selection-appeals/${appeal.application}`}>{t('desk.to-reading')}</a>
        </p>
      )}
      {appeal.own && answer === null && <p class="hint">{t('desk.own')}</p>}
      {appeal.mayAnswer &&
        (appeal.prepared === null ? (
          <Answer appeal={appeal} props={props} />
        ) : (
          <More summary={t('desk.change')} open={typed?.application === appeal.application}>
            <p class="hint">{t('desk.change-hint')}</p>
            <Answer appeal={appeal} props={props} />
          </More>
        ))}
      {lost && (
        <div class="note stack stack--xs" data-s="wait">
          <h3>{t('desk.not-sent')}</h3>
          <p dir="auto">{typed?.answer}</p>
        </div>
      )}
    </section>
  )
}

interface AnsweredProps {
  readonly appeal: SelectionAppealLine
  readonly answer: NonNullable<SelectionAppealLine['answer']>
  readonly language: Language
  readonly at: string
}

/** How an appeal without an answer stands. */
function Waits({ appeal, language }: { appeal: SelectionAppealLine; language: Language }): Html {
  const t = words(language)
  if (appeal.prepared === null) return <State is="wait">{t('own.waiting')}</State>
  const back = appeal.prepared.panel.some(({ said }) => said === 'sent-back')
  return <State is={back ? 'alert' : 'wait'}>{t(back ? 'desk.was-sent-back' : 'desk.waits')}</State>
}

function Answered({ appeal, answer, language, at }: AnsweredProps): Html {
  const t = words(language)
  return (
    <>
      <h3>{t('desk.answer')}</h3>
      {answer.score !== null && (
        <p>
          {t('answer.score', { score: formatNumber(answer.score, language, { decimals: 2 }) })}{' '}
          {t(answer.next ? 'desk.next' : appeal.hash === null ? 'desk.below' : 'desk.not-in-list')}
        </p>
      )}
      <p dir="auto">{answer.text}</p>
      <p class="xs muted">
        {t('desk.by', { by: appeal.answeredBy ?? '', at })} {t('desk.panel-was', { people: formatList(appeal.panel, language) })}
        {appeal.hash !== null && (
          <>
            {' '}
            {t('desk.hash')} <code class="mono ltr">{appeal.hash}</code>
          </>
        )}
      </p>
    </>
  )
}

function Answer({ appeal, props }: { appeal: SelectionAppealLine; props: SelectionAppealsProps }): Html {
  const { language, slug, typed } = props
  const t = words(language)
  const { prepared } = appeal
  const own = typed?.application === appeal.application ? typed : preparedAsTyped(prepared, language)
  const name = (of: string): string => `${of}-${appeal.application}`
  const field = (of: string) => ({ name: name(of), error: errorOf(own?.errors, name(of)) })
  return (
    <form method="post" action={`/${language}/desk/${slug}/selection/appeals`} novalidate class="stack">
      <Hidden name="application" value={appeal.application} />
      <Hidden name={name('seen')} value={prepared?.version ?? 0} />
      <CheckField
        {...field('panel')}
        label={t('desk.panel')}
        hint={t('desk.panel-hint')}
        values={own?.panel ?? []}
        options={appeal.known.map((one) => ({ value: one.person, name: one.name }))}
        look="row"
      />
      <ChoiceField
        {...field('upheld')}
        label={t('desk.choice')}
        value={own?.upheld ?? ''}
        options={[
          { value: 'no', name: t('desk.reject') },
          { value: 'yes', name: t('desk.uphold'), hint: t('desk.uphold-hint') },
        ]}
      />
      <TextField
        {...field('score')}
        label={t('desk.new-score')}
        hint={t('desk.new-score-hint', { mark: formatNumber(Number(appeal.passMark), language) })}
        value={own?.score ?? ''}
        kind="money"
        width="s"
      />
      <TextArea
        {...field('answer')}
        label={t('desk.answer-text')}
        hint={t(`desk.write-in-${appeal.language}`)}
        value={own?.answer ?? ''}
        rows={4}
        short
        language={language}
      />
      <div class="actions">
        <Button kind="quiet">{t('desk.send')}</Button>
      </div>
    </form>
  )
}

/** What was prepared, as it may be changed. */
function preparedAsTyped(prepared: SelectionAppealLine['prepared'], language: Language): Omit<TypedAnswer, 'application'> | undefined {
  if (prepared === null) return undefined
  const { upheld, score, answer, panel } = prepared
  return {
    upheld: upheld ? 'yes' : 'no',
    score: score === null ? '' : formatNumber(score, language, { decimals: 2 }),
    answer,
    panel: panel.map(({ person }) => person),
    errors: [],
  }
}
