/** One question or one part of the form, open beside the list of all of them. */
import type { Html } from '#html'
import { BackLink } from '../../../../design/crumbs.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import type { FormErrors } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { Note } from '../../../../design/note.tsx'
import type { EditionDocument } from '../../../../domain/edition-document.ts'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import type { Block, List } from '../../editor/parts.ts'
import type { DraftState } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { Blocks, type Theirs } from './blocks.tsx'
import { ConditionCard, type ConditionProps } from './condition.tsx'
import { EditorForm } from './editor-form.tsx'
import type { Sent } from './field.tsx'

export interface FormItemProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly state: DraftState
  /** Path of the page and of its form, without the language. */
  readonly path: string
  readonly title: string
  readonly lead: string
  readonly blocks: readonly (Block | List)[]
  /** What is perhaps not meant of it, beside its condition. */
  readonly advice: readonly string[]
  /** The document with what is open in it, at `question` or `section`. */
  readonly document: EditionDocument
  /** The kind of answer whose fields are shown; null for a section. */
  readonly shownKind: string | null
  readonly mark: string
  readonly sent: Sent
  readonly errors: FormErrors
  readonly names: Readonly<Record<string, string>>
  readonly condition: Omit<ConditionProps, 'language' | 'errors'>
  readonly refusal?: string | undefined
  readonly said?: string | undefined
  /** When the draft was kept last; null where it waits for a button. */
  readonly saved: string | null
  /** Whether what is in the fields was not kept. */
  readonly unsaved: boolean
  readonly theirs?: (Theirs & { readonly note: string }) | undefined
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
      islands={['editor', 'pasting', 'reorder']}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {theirs !== undefined && <RefusalNote sentence={theirs.note} />}
      <ErrorSummary language={language} errors={errors} names={props.names} focused={theirs === undefined && refusal === undefined} />
      <div class="stack stack--sm">
        <BackLink href={base}>{t('part.form')}</BackLink>
        <Head title={props.title} lead={props.lead} />
      </div>
      <div class="builder">
        <FormOutline language={language} state={state} path={props.path} />
        <EditorForm
          language={language}
          action={`/${language}${props.path}`}
          mark={props.mark}
          back={base}
          saveAndBack={t('form.save-and-list')}
          saved={theirs === undefined ? props.saved : null}
          unsaved={props.unsaved}
          unfinished={errors.length === 0 && refusal === undefined}
          waits={props.saved === null && theirs === undefined ? t('autosave.new') : undefined}
        >
          {props.shownKind !== null && <input type="hidden" name="shown-kind" value={props.shownKind} />}
          {props.advice.map((sentence) => (
            <Note is="wait">
              <p>{sentence}</p>
            </Note>
          ))}
          <Blocks {...props} moment={state.draft.moment} />
          <ConditionCard {...props.condition} language={language} errors={errors} />
        </EditorForm>
      </div>
    </StaffPage>
  )
}

function FormOutline({ language, state, path }: Pick<FormItemProps, 'language' | 'state' | 'path'>): Html {
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}/form`
  return (
    <nav class="card card--tight wide-only" aria-label={t('form.outline')}>
      {state.draft.document.form.sections.map((section, place) => (
        <>
          <h3>
            <a href={`${base}/sections/${section.code}`} aria-current={path.endsWith(`/sections/${section.code}`) ? 'page' : undefined}>
              {place + 1}. {inLanguage(section.title, language).text || section.code}
            </a>
          </h3>
          <ul class="outline">
            {section.questions.map((question, number) => (
              <li>
                <a href={`${base}/questions/${question.code}`} aria-current={path.endsWith(`/questions/${question.code}`) ? 'page' : undefined}>
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
