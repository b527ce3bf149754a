/** One question or one part of the form, open beside the list of all of them. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import type { FormErrors } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import type { EditionDocument } from '../../../../domain/edition-document.ts'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import type { Block, List } from '../../editor/parts.ts'
import type { DraftState } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { Blocks } from './blocks.tsx'
import { ConditionCard, type ConditionProps } from './condition.tsx'
import type { Sent } from './field.tsx'

export interface FormItemProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly state: DraftState
  /** Path of the page and of its form, without the language. */
  readonly path: string
  readonly title: string
  readonly lead: string
  /** Code of what is open; null for something new. */
  readonly current: string | null
  readonly blocks: readonly (Block | List)[]
  /** The document with what is open in it, at `question` or `section`. */
  readonly document: EditionDocument
  readonly mark: string
  readonly sent: Sent
  readonly errors: FormErrors
  readonly names: Readonly<Record<string, string>>
  readonly condition: Omit<ConditionProps, 'language' | 'errors'>
  readonly refusal?: string | undefined
  readonly said?: string | undefined
  readonly theirs?: { readonly document: unknown; readonly note: string } | undefined
}

export function FormItemPage(props: FormItemProps): Html {
  const { language, frame, state, errors, refusal, theirs } = props
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}/form`
  return (
    <StaffPage
      language={language}
      frame={frame}
      path={props.path}
      title={props.title}
      error={refusal !== undefined || errors.length > 0}
      said={props.said}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {theirs !== undefined && <RefusalNote sentence={theirs.note} />}
      <ErrorSummary language={language} errors={errors} names={props.names} focused={theirs === undefined && refusal === undefined} />
      <div class="stack stack--sm">
        <BackLink href={base}>{t('part.form')}</BackLink>
        <Head title={props.title} lead={props.lead} />
      </div>
      <div class="builder">
        <FormOutline language={language} state={state} current={props.current} />
        <form method="post" action={`/${language}${props.path}`} novalidate>
          <button class="vh" name="act" value="save" tabindex={-1} aria-hidden="true">
            {t('save')}
          </button>
          <input type="hidden" name="known" value={props.mark} />
          <div class="stack stack--lg">
            <Blocks {...props} moment={state.draft.moment} />
            <ConditionCard {...props.condition} language={language} errors={errors} />
            <div class="dock actions">
              <Button name="act" value="save">
                {t('save')}
              </Button>
              <Button kind="quiet" name="act" value="list">
                {t('form.save-and-list')}
              </Button>
              <ButtonLink kind="text" href={base}>
                {t('leave')}
              </ButtonLink>
            </div>
          </div>
        </form>
      </div>
    </StaffPage>
  )
}

function FormOutline({ language, state, current }: Pick<FormItemProps, 'language' | 'state' | 'current'>): Html {
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}/form`
  return (
    <nav class="card card--tight wide-only" aria-label={t('form.outline')}>
      {state.draft.document.form.sections.map((section, place) => (
        <>
          <h3>
            <a href={`${base}/sections/${section.code}`} aria-current={section.code === current ? 'page' : undefined}>
              {place + 1}. {inLanguage(section.title, language).text || section.code}
            </a>
          </h3>
          <ul class="outline">
            {section.questions.map((question, number) => (
              <li>
                <a href={`${base}/questions/${question.code}`} aria-current={question.code === current ? 'page' : undefined}>
                  <span dir="auto">
                    {place + 1}.{number + 1} {inLanguage(question.label, language).text || question.code}
                  </span>
                  <span class="xs muted">{t(`kind.${question.kind}`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  )
}
