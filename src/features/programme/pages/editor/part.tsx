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
import { faultText } from '../../editor/fault-text.ts'
import { faultHref } from './fault-list.tsx'
import { placeText } from './place-text.ts'
import { Blocks, type Theirs } from './blocks.tsx'
import { EditorForm } from './editor-form.tsx'
import type { Sent } from './field.tsx'
import { Outline } from './outline.tsx'

/** So many are read at a glance; more are opened. */
const FEW = 6

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
  /** When the draft was kept last. */
  readonly saved: string
  /** Whether what is in the fields was not kept. */
  readonly unsaved: boolean
  /** What each rule would have done last year, on the page of rules. */
  readonly notes?: readonly (string | null)[] | undefined
  /** What was saved meanwhile by somebody else, when this was written over an older version. */
  readonly theirs?: (Theirs & { readonly note: string }) | undefined
}

export function PartPage(props: PartPageProps): Html {
  const { language, frame, state, part, errors, refusal, theirs } = props
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}`
  const missing = state.faults.filter((fault) => fault.missing && partAt(fault.steps) === part.code)
  const title = t(`part.${part.code}`)
  const wrong = refusal !== undefined || errors.length > 0
  return (
    <StaffPage
      language={language}
      frame={frame}
      path={`/desk/editions/${state.draft.id}/${part.code}`}
      title={title}
      error={wrong}
      said={props.said}
      islands={['editor', 'pasting', 'reorder']}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {theirs !== undefined && <RefusalNote sentence={theirs.note} />}
      <ErrorSummary language={language} errors={errors} names={props.names} focused={theirs === undefined} />
      <div class="stack stack--sm">
        <BackLink href={base}>{draftName(state.draft, language)}</BackLink>
        <Head title={title} lead={t(`part-hint.${part.code}`)}>
          {missing.length > 0 && <a href="#left">{t('part.missing', { count: missing.length })}</a>}
        </Head>
      </div>
      <div class="builder">
        <Outline language={language} state={state} current={part.code} />
        <EditorForm
          language={language}
          action={`${base}/${part.code}`}
          mark={props.mark}
          back={base}
          saveAndBack={t('save-and-list')}
          saved={theirs === undefined ? props.saved : null}
          unsaved={props.unsaved}
        >
          <Blocks {...props} blocks={part.blocks} document={state.draft.document} moment={state.draft.moment} />
          <Advice language={language} document={state.draft.document} advice={state.advice.filter((one) => partAt(one.steps) === part.code)} />
          {part.code === 'call' && <OtherDates language={language} state={state} />}
          <Missing language={language} state={state} missing={missing} />
        </EditorForm>
      </div>
    </StaffPage>
  )
}

/** What is perhaps not meant of this part. */
function Advice({
  language,
  document,
  advice,
}: {
  language: Language
  document: DraftState['draft']['document']
  advice: DraftState['advice']
}): Html {
  return (
    <>
      {advice.map((one) => (
        <Note is="wait">
          <p>{faultText(one, language, document)}</p>
        </Note>
      ))}
    </>
  )
}

/** Dates of the calendar that contradict the call: they are mended there or here. */
function OtherDates({ language, state }: { language: Language; state: DraftState }): Html {
  const { draft, faults } = state
  const other = faults.filter(({ code }) => code === 'not-the-call')
  if (other.length === 0) return <></>
  return (
    <Note is="wait">
      <p>{words(language)('call.other-dates')}</p>
      <ul class="rows">
        {other.map((fault) => (
          <li>
            <a href={faultHref(language, draft, fault)}>{placeText(fault.steps, draft.document, language)}</a>
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** What is still to be written, each leading to its field. */
function Missing({ language, state, missing }: { language: Language; state: DraftState; missing: DraftState['faults'] }): Html {
  if (missing.length === 0) return <></>
  const named = missing.map((fault) => ({
    href: faultHref(language, state.draft, fault),
    place:
      placeText(fault.steps, state.draft.document, language).split(' › ').slice(1).join(' › ') || faultText(fault, language, state.draft.document),
  }))
  return (
    <Note is="wait">
      <details class="more" id="left" open={missing.length <= FEW}>
        <summary>{words(language)('part.missing', { count: missing.length })}</summary>
        <ul class="rows">
          {named.map(({ href, place }) => (
            <li>
              <a href={href}>{place}</a>
            </li>
          ))}
        </ul>
      </details>
    </Note>
  )
}
