/** A part of an edition, to be written: its fields, or its list with an item after another. One form, so that nothing typed is lost by a button. */
import type { Html } from '#html'
import { BackLink } from '../../../../design/crumbs.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import type { FormErrors } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { Note } from '../../../../design/note.tsx'
import type { Language } from '../../../../domain/language.ts'
import { type Part, partAt } from '../../editor/parts.ts'
import type { DraftState } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { draftName } from './draft-name.ts'
import { Blocks } from './blocks.tsx'
import { EditorForm } from './editor-form.tsx'
import type { Sent } from './field.tsx'
import { Outline } from './outline.tsx'

export interface PartPageProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly state: DraftState
  readonly part: Part
  /** Mark of the part as it is shown. */
  readonly mark: string
  readonly sent: Sent
  readonly errors: FormErrors
  /** What each field is called above the form. */
  readonly names: Readonly<Record<string, string>>
  readonly refusal?: string | undefined
  readonly said?: string | undefined
  /** What was saved meanwhile by somebody else, when this was written over an older version. */
  readonly theirs?: { readonly document: unknown; readonly note: string } | undefined
}

export function PartPage(props: PartPageProps): Html {
  const { language, frame, state, part, errors, refusal, theirs } = props
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}`
  const missing = state.faults.filter((fault) => fault.missing && partAt(fault.steps) === part.code)
  const title = t(`part.${part.code}`)
  const wrong = refusal !== undefined || errors.length > 0
  return (
    <StaffPage language={language} frame={frame} path={`/desk/editions/${state.draft.id}/${part.code}`} title={title} error={wrong} said={props.said}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {theirs !== undefined && <RefusalNote sentence={theirs.note} />}
      <ErrorSummary language={language} errors={errors} names={props.names} focused={theirs === undefined} />
      <div class="stack stack--sm">
        <BackLink href={base}>{draftName(state.draft, language)}</BackLink>
        <Head title={title} lead={t(`part-hint.${part.code}`)} />
      </div>
      <div class="builder">
        <Outline language={language} state={state} current={part.code} />
        <EditorForm language={language} action={`${base}/${part.code}`} mark={props.mark} back={base} saveAndBack={t('save-and-list')}>
          <Blocks {...props} blocks={part.blocks} document={state.draft.document} moment={state.draft.moment} />
          <Missing language={language} count={missing.length} />
        </EditorForm>
      </div>
    </StaffPage>
  )
}

function Missing({ language, count }: { language: Language; count: number }): Html {
  if (count === 0) return <></>
  return (
    <Note is="wait">
      <p>{words(language)('part.missing', { count })}</p>
    </Note>
  )
}
