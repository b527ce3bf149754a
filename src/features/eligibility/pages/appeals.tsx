/** Appeals at the desk: what was decided and by whom, what the applicant says, and the answer, which somebody else gives. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { ChoiceField, Hidden, TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { Files, type LinkedFile } from '../../files/index.ts'
import type { AppealLine } from '../appeals/views.ts'
import { words } from '../appeals/words/index.ts'
import { words as eligibilityWords } from '../words/index.ts'
import { EligibilityTabs } from './eligibility-tabs.tsx'

export interface TypedAnswer {
  readonly application: string
  readonly upheld: string
  readonly answer: string
  readonly errors: FormErrors
}

/** An appeal with the addresses of those of its files that this reader may open. */
export type ShownAppeal = AppealLine & { readonly files: readonly LinkedFile[] }

export interface AppealsProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly appeals: readonly ShownAppeal[]
  readonly typed?: TypedAnswer | undefined
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function AppealsPage(props: AppealsProps): Html {
  const { language, frame, slug, appeals, typed, refusal } = props
  const t = words(language)
  const errors = typed?.errors ?? []
  return (
    <StaffPage
      language={language}
      title={t('desk.title')}
      path={`/desk/${slug}/appeals`}
      frame={frame}
      said={props.said}
      error={errors.length > 0 || refusal !== undefined}
    >
      {refusal !== undefined && errors.length === 0 && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <EligibilityTabs language={language} slug={slug} current="appeals" />
      <Head title={t('desk.title')} lead={t('desk.lead')} />
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

function One({ appeal, props }: { appeal: ShownAppeal; props: AppealsProps }): Html {
  const { language, slug, zone } = props
  const t = words(language)
  const when = (at: Date): string => formatDateTime(at, language, zone, { style: 'day-month' })
  const by = (person: string, at: Date): string => eligibilityWords(language)('rules.by', { by: person, at: when(at) })
  return (
    <section class="card stack stack--sm" aria-labelledby={`appeal-${appeal.number}`}>
      <div class="card__head">
        <h2 class="h3" id={`appeal-${appeal.number}`}>
          <a href={`/${language}/desk/${slug}/eligibility/${appeal.application}`}>
            <bdi class="ltr">{appeal.number}</bdi>
          </a>{' '}
          · <bdi>{appeal.title}</bdi>
        </h2>
        <AppealState appeal={appeal} language={language} />
      </div>
      <p class="sm muted">
        <bdi>{appeal.holderName}</bdi> · {t('desk.lodged', { at: when(appeal.lodgedAt) })}
      </p>
      <h3>{t('desk.decision')}</h3>
      <p>
        <b>{appeal.ground}</b>
      </p>
      <p dir="auto">{appeal.reason}</p>
      <p class="xs muted">{by(appeal.decidedBy, appeal.decidedAt)}</p>
      <h3>{t('desk.text')}</h3>
      <p dir="auto">{appeal.text}</p>
      <Given appeal={appeal} language={language} />
      {appeal.answer !== null && (
        <>
          <h3>{t('desk.answer')}</h3>
          <p dir="auto">{appeal.answer.text}</p>
          <p class="xs muted">{by(appeal.answeredBy ?? '', appeal.answer.at)}</p>
        </>
      )}
      {appeal.own && appeal.answer === null && <p class="hint">{t('desk.own')}</p>}
      {appeal.mayAnswer && <Answer appeal={appeal} props={props} />}
      {!appeal.mayAnswer && props.typed?.application === appeal.application && props.typed.answer !== '' && (
        <div class="note stack stack--xs" data-s="wait">
          <h3>{t('desk.not-sent')}</h3>
          <p dir="auto">{props.typed.answer}</p>
        </div>
      )}
    </section>
  )
}

function Given({ appeal: { files, filesGiven }, language }: { appeal: ShownAppeal; language: Language }): Html {
  const t = words(language)
  if (filesGiven === 0) return <></>
  if (files.length === 0) return <p class="hint">{t('desk.files-kept', { count: filesGiven })}</p>
  return (
    <>
      <h3>{t('desk.files')}</h3>
      <Files files={files} language={language} desk />
    </>
  )
}

function AppealState({ appeal: { answer }, language }: { appeal: AppealLine; language: Language }): Html {
  const t = words(language)
  if (answer === null) return <State is="wait">{t('own.waiting')}</State>
  return <State is={answer.upheld ? 'yes' : 'no'}>{t(answer.upheld ? 'own.upheld' : 'own.rejected')}</State>
}

function Answer({ appeal, props }: { appeal: AppealLine; props: AppealsProps }): Html {
  const { language, slug, typed } = props
  const t = words(language)
  const own = typed?.application === appeal.application ? typed : undefined
  const names = { upheld: `upheld-${appeal.application}`, answer: `answer-${appeal.application}` }
  return (
    <form method="post" action={`/${language}/desk/${slug}/appeals`} novalidate class="stack">
      <Hidden name="application" value={appeal.application} />
      <ChoiceField
        name={names.upheld}
        label={t('desk.choice')}
        value={own?.upheld ?? ''}
        options={[
          { value: 'yes', name: t('desk.uphold'), hint: t('desk.uphold-hint') },
          { value: 'no', name: t('desk.reject') },
        ]}
        error={errorOf(own?.errors, names.upheld)}
      />
      <TextArea
        name={names.answer}
        label={t('desk.answer-text')}
        hint={eligibilityWords(language)('appeal.write-in', { language: eligibilityWords(language)(`language.${appeal.language}`) })}
        value={own?.answer ?? ''}
        rows={4}
        short
        language={language}
        error={errorOf(own?.errors, names.answer)}
      />
      <div class="actions">
        <Button kind="quiet">{t('desk.send')}</Button>
      </div>
    </form>
  )
}
