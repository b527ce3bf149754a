/** The frame of a field: label, hint, error, wired together for eyes and screen readers. Errors say how to mend. */
import type { Child, Html } from '#html'

export interface FieldErrorText {
  readonly field: string
  readonly message: string
}
export type FormErrors = readonly FieldErrorText[]

/** Id of the control of a field: error summaries link to it. */
export function idOf(name: string): string {
  return name.replace(/[^\w-]/g, '-')
}

export function errorOf(errors: FormErrors | undefined, name: string): string | undefined {
  return errors?.find((error) => error.field === name)?.message
}

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Id of an error that stands above several fields which answer one question together. */
  readonly sharedError?: string | undefined
  /** Said after the label of what may be left out: 'facultatif'. What must be answered says nothing. */
  readonly optionalLabel?: string | undefined
  /** The question is the only one of its page: shown as its heading. */
  readonly question?: boolean
  readonly note?: Child
}

/** What a control needs of its frame. */
export function controlOf(props: Pick<FieldProps, 'name' | 'hint' | 'error' | 'sharedError'>): {
  id: string
  'aria-invalid': 'true' | undefined
  'aria-describedby': string | undefined
} {
  const id = idOf(props.name)
  const error = props.error === undefined ? (props.sharedError ?? '') : `${id}-error`
  const described = [error, props.hint === undefined ? '' : `${id}-hint`].filter(Boolean).join(' ')
  return { id, 'aria-invalid': error === '' ? undefined : 'true', 'aria-describedby': described === '' ? undefined : described }
}

/** One control with its label. */
export function Field(props: FieldProps & { children?: Child }): Html {
  const id = idOf(props.name)
  return (
    <div class="field">
      <label for={id} class={props.question ? 'q' : undefined}>
        <Label {...props} />
      </label>
      <FieldWords {...props} />
      {props.children}
      {props.note}
    </div>
  )
}

/** Several controls that answer one question. The first control's id is the field's, so that the error summary leads there. */
export function FieldGroup(props: FieldProps & { children?: Child }): Html {
  const { 'aria-describedby': described } = controlOf(props)
  return (
    <fieldset class="field" aria-describedby={described}>
      <legend class={props.question ? 'q' : undefined}>
        <Label {...props} />
      </legend>
      <FieldWords {...props} />
      {props.children}
      {props.note}
    </fieldset>
  )
}

function Label({ label, optionalLabel }: FieldProps): Html {
  if (optionalLabel === undefined) return <>{label}</>
  return (
    <>
      {label} <span class="muted">({optionalLabel})</span>
    </>
  )
}

function FieldWords({ name, hint, error }: FieldProps): Html {
  const id = idOf(name)
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="err" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}
