/** A file to choose, with what its hint says of kinds and weight. A browser never gives a chosen file back after a refusal, so what was kept is named. */
import type { Html } from '#html'
import { controlOf, Field, type FieldProps } from './field.tsx'

export interface FileFieldProps extends FieldProps {
  /** Kinds offered by the browser; the reader of the form checks again. */
  readonly accept?: readonly string[]
  readonly multiple?: boolean
  /** The phone's camera or microphone, where there is one. */
  readonly capture?: 'user' | 'environment'
  /** The file already there, and where it can be read. */
  readonly kept?: { readonly name: string; readonly href: string }
}

/** Stands in a `<Form files>`. */
export function FileField(props: FileFieldProps): Html {
  return (
    <Field {...props}>
      {props.kept !== undefined && (
        <p class="sm">
          <a href={props.kept.href}>
            <bdi>{props.kept.name}</bdi>
          </a>
        </p>
      )}
      <input
        class="input"
        type="file"
        name={props.name}
        accept={props.accept?.join(',')}
        multiple={props.multiple}
        capture={props.capture}
        {...controlOf(props)}
      />
    </Field>
  )
}
