/** A page on which somebody writes one text about a file of theirs: what about, until when, the field, the way back. */
import type { Child, Html } from '#html'
import type { Language } from '../../domain/language.ts'
import { Button, ButtonLink } from '../button.tsx'
import { TextArea } from '../form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../form/error-summary.tsx'
import { errorOf, type FormErrors } from '../form/field.tsx'
import { type PublicFrame, ReadingPage } from './public-page.tsx'

export interface WritingPageProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly title: string
  /** The file it is about. */
  readonly about: { readonly number: string; readonly title: string }
  /** What to write, until when. */
  readonly lead: readonly string[]
  /** What to read again before writing. */
  readonly children?: Child
  readonly action: string
  /** The field is named `text`. */
  readonly label: string
  readonly hint: string
  readonly text: string
  /** Files that may be given with the text: their fields, and what each is called in errors. */
  readonly files?: { readonly fields: Html; readonly names: Readonly<Record<string, string>> } | undefined
  readonly send: string
  readonly back: { readonly name: string; readonly href: string }
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function WritingPage(props: WritingPageProps): Html {
  const { language, frame, path, title, about, errors, refusal, back, files } = props
  return (
    <ReadingPage language={language} frame={frame} path={path} title={title} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ text: props.label, ...files?.names }} />
      <div class="stack stack--sm">
        <p class="muted">
          <bdi class="ltr num">{about.number}</bdi> · <bdi>{about.title}</bdi>
        </p>
        <h1>{title}</h1>
      </div>
      {props.lead.map((one) => (
        <p>{one}</p>
      ))}
      {props.children}
      <form class="stack stack--lg" method="post" action={props.action} enctype={files === undefined ? undefined : 'multipart/form-data'} novalidate>
        <TextArea name="text" label={props.label} hint={props.hint} value={props.text} language={language} rows={8} error={errorOf(errors, 'text')} />
        {files?.fields}
        <div class="actions">
          <Button kind="light">{props.send}</Button>
          <ButtonLink kind="text" href={back.href}>
            {back.name}
          </ButtonLink>
        </div>
      </form>
    </ReadingPage>
  )
}
