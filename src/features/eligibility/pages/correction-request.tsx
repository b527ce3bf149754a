/** Asking for corrections: which answers, what is wrong with them, until which day. And putting that day off. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import { CheckField, DateField, TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { EligibilityView } from '../views.ts'
import { words } from '../words/index.ts'

export interface RequestTyped {
  readonly questions: readonly string[]
  readonly reason: string
  readonly day: { readonly day: string; readonly month: string; readonly year: string }
}

export interface RequestProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly view: EligibilityView
  readonly typed: RequestTyped
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function CorrectionRequestPage(props: RequestProps): Html {
  const { language, view, slug, typed, errors } = props
  const t = words(language)
  const base = `/${language}/desk/${slug}/eligibility/${view.application}`
  return (
    <DeskPage {...props} title={t('corrections.ask-title')} lead={t('corrections.ask-lead')}>
      <form class="stack stack--xl" method="post" action={`${base}/correction`} novalidate>
        <Questions {...props} />
        <TextArea
          name="reason"
          label={t('corrections.reason')}
          hint={t('corrections.reason-hint', { language: t(`language.${view.language}`) })}
          value={typed.reason}
          language={view.language}
          rows={5}
          error={errorOf(errors, 'reason')}
        />
        <DateField
          language={language}
          name="day"
          label={t('corrections.day')}
          hint={t('corrections.day-hint')}
          error={errorOf(errors, 'day')}
          value={typed.day}
        />
        <Note>
          <p>{t('corrections.told')}</p>
        </Note>
        <div class="actions">
          <Button kind="light">{t('corrections.send')}</Button>
          <ButtonLink kind="text" href={base}>
            {t('corrections.leave')}
          </ButtonLink>
        </div>
      </form>
    </DeskPage>
  )
}

/** The first box: where an error about all of them leads. */
export const QUESTIONS = 'questions.0'
const QUESTIONS_ERROR = 'questions-error'

/** The answers of the applicant with a box each, under the titles of the form. */
function Questions({ view, typed, errors, language }: RequestProps): Html {
  const t = words(language)
  const error = errorOf(errors, QUESTIONS)
  return (
    <div class="stack">
      {error !== undefined && (
        <p class="err" id={QUESTIONS_ERROR}>
          {error}
        </p>
      )}
      {view.sheet.map((group, place) => (
        <CheckField
          name={`questions.${place}`}
          label={group.title}
          values={typed.questions}
          sharedError={error === undefined ? undefined : QUESTIONS_ERROR}
          options={group.rows.map((row) => ({
            value: row.question.code,
            name: row.label,
            hint: brief(row.text) || t('file.no-answer'),
            hintDir: row.text === '' ? undefined : 'auto',
          }))}
        />
      ))}
    </div>
  )
}

const BRIEF = 120

/** The beginning of an answer, enough to recognise it. */
function brief(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length <= BRIEF ? letters.join('') : `${letters.slice(0, BRIEF).join('')}…`
}

export function CorrectionDayPage(props: RequestProps & { readonly standing: string }): Html {
  const { language, view, slug, typed, errors } = props
  const t = words(language)
  const base = `/${language}/desk/${slug}/eligibility/${view.application}`
  return (
    <DeskPage
      {...props}
      title={t('corrections.put-off-title')}
      lead={t('corrections.put-off-lead', { date: formatDate(props.standing, language, 'full') })}
    >
      <form class="stack stack--lg" method="post" action={`${base}/correction/day`} novalidate>
        <DateField
          language={language}
          name="day"
          label={t('corrections.new-day')}
          hint={t('corrections.day-hint')}
          error={errorOf(errors, 'day')}
          value={typed.day}
        />
        <div class="actions">
          <Button kind="light">{t('corrections.put-off-send')}</Button>
          <ButtonLink kind="text" href={base}>
            {t('corrections.leave')}
          </ButtonLink>
        </div>
      </form>
    </DeskPage>
  )
}

function DeskPage({
  language,
  frame,
  path,
  slug,
  view,
  errors,
  refusal,
  title,
  lead,
  children,
}: Omit<RequestProps, 'typed'> & { title: string; lead: string; children: Html }): Html {
  const t = words(language)
  const base = `/${language}/desk/${slug}`
  const crumbs = [
    { name: t('desk.page'), href: `${base}/applications` },
    { name: view.number, href: `${base}/eligibility/${view.application}` },
    { name: title, href: '', current: true },
  ]
  const names = { [QUESTIONS]: t('corrections.questions'), reason: t('corrections.reason'), day: t('corrections.day') }
  return (
    <StaffPage language={language} title={title} path={path} frame={frame} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={names} />
      <div class="stack stack--sm">
        <Crumbs label={t('file.path')} path={crumbs} />
        <Head title={title} lead={lead} />
      </div>
      {children}
    </StaffPage>
  )
}
