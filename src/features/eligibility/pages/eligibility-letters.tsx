/** Letters that tell decisions on eligibility: those not written yet, as they would be, and those that wait for a second person. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Facts } from '../../../design/facts.tsx'
import { CheckField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { State } from '../../../design/state.tsx'
import { direction, type Language } from '../../../domain/language.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import type { LetterDraft, LettersView } from '../letters/views.ts'
import { words } from '../letters/words/index.ts'
import { EligibilityTabs } from './eligibility-tabs.tsx'

export interface EligibilityLettersProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly view: LettersView
  readonly page: number
  readonly pages: number
  readonly said?: string | undefined
  readonly refusal?: string | undefined
  /** A term that could not be kept, and why. */
  readonly term?: string | undefined
  readonly errors?: FormErrors
}

export function EligibilityLettersPage(props: EligibilityLettersProps): Html {
  const { language, frame, slug, view, page, pages, said, refusal, term, errors = [] } = props
  const t = words(language)
  const path = `/desk/${slug}/eligibility-letters`
  const base = `/${language}${path}`
  return (
    <StaffPage language={language} title={t('desk.title')} path={path} query={page === 1 ? '' : `?page=${page}`} frame={frame} said={said}>
      {refusal !== undefined && errors.length === 0 && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <EligibilityTabs language={language} slug={slug} current="eligibility-letters" />
      <Head title={t('desk.title')} lead={t('desk.lead')} />
      {view.waiting > 0 && (
        <Note is="wait">
          <p>
            {t('desk.waiting', { count: view.waiting })} {view.mayWrite && <a href={`/${language}/desk/${slug}/letters`}>{t('desk.approve')}</a>}
          </p>
        </Note>
      )}
      {view.drafts.length === 0 ? (
        <Empty title={t('desk.none')}>
          <p>{t('desk.none-hint')}</p>
        </Empty>
      ) : (
        <>
          <p>{t('desk.count', { ineligible: view.ineligible, eligible: view.eligible })}</p>
          {view.mayWrite && <Write language={language} view={view} action={base} />}
          <h2>{t('desk.drafts')}</h2>
          {view.drafts.map((draft) => (
            <Draft draft={draft} language={language} slug={slug} />
          ))}
        </>
      )}
      <Term language={language} view={view} action={`${base}/term`} typed={term} errors={errors} />
      <Pagination language={language} page={page} pages={pages} href={(to) => `${base}${to === 1 ? '' : `?page=${to}`}`} />
    </StaffPage>
  )
}

function Term({
  language,
  view,
  action,
  typed,
  errors,
}: {
  language: Language
  view: LettersView
  action: string
  typed: string | undefined
  errors: FormErrors
}): Html {
  const t = words(language)
  if (!view.mayWrite || !view.termOpen) return <p class="sm muted">{t('term.is', { days: view.appealDays })}</p>
  return (
    <form method="post" action={action} novalidate class="card stack">
      <TextField
        name="days"
        kind="integer"
        width="xs"
        label={t('term.label')}
        hint={view.promisedDays === null ? t('term.hint') : t('term.promised', { days: view.promisedDays })}
        unit={t('term.unit')}
        value={typed ?? String(view.appealDays)}
        error={errorOf(errors, 'days')}
      />
      <div class="actions">
        <Button kind="quiet">{t('term.set')}</Button>
      </div>
    </form>
  )
}

function Write({ language, view, action }: { language: Language; view: LettersView; action: string }): Html {
  const t = words(language)
  return (
    <form method="post" action={action} class="card stack">
      {view.eligible > 0 && (
        <CheckField
          name="with"
          label={t('desk.with')}
          values={[]}
          options={[{ value: 'eligible', name: t('desk.with-eligible', { count: view.eligible }) }]}
        />
      )}
      <div class="row row--tight">
        <Button>{t('desk.write')}</Button>
        <span class="sm muted">{t('desk.write-hint')}</span>
      </div>
    </form>
  )
}

function Draft({ draft, language, slug }: { draft: LetterDraft; language: Language; slug: string }): Html {
  const t = words(language)
  return (
    <details class="more card card--tight">
      <summary>
        <bdi class="ltr num">{draft.number}</bdi> · <bdi>{draft.title}</bdi>{' '}
        <State is={draft.eligible ? 'yes' : 'no'}>{t(draft.eligible ? 'state.eligible' : 'state.ineligible')}</State>
      </summary>
      <p class="row row--tight xs muted">
        <a href={`/${language}/desk/${slug}/eligibility-letters/${draft.application}.pdf`} download>
          {t('desk.pdf')}
        </a>
        {!draft.mailed && <span>{t('desk.no-address')}</span>}
      </p>
      <div lang={draft.language} dir={direction(draft.language)} class="stack">
        {draft.paragraphs.map((paragraph) => (
          <LetterPart paragraph={paragraph} />
        ))}
      </div>
    </details>
  )
}

function LetterPart({ paragraph }: { paragraph: Paragraph }): Html {
  if (typeof paragraph === 'string') return <p>{paragraph}</p>
  if ('heading' in paragraph) return <h3>{paragraph.heading}</h3>
  if ('facts' in paragraph) return <Facts facts={paragraph.facts.map(([name, value]) => ({ name, value }))} />
  if ('action' in paragraph) return <p>{paragraph.action.label}</p>
  if ('hash' in paragraph) return <p class="mono ltr">{paragraph.hash.value}</p>
  return (
    <ul>
      {paragraph.list.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
