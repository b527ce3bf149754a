/** A list one chooses from, where the options are too many to stand on the page. */
import type { Html } from '#html'
import { controlOf, Field, type FieldProps } from './field.tsx'

export interface ChoiceOption {
  readonly value: string
  readonly name: string
  readonly hint?: string | undefined
  /** 'auto' when the hint is what somebody wrote, in whatever language. */
  readonly hintDir?: 'auto' | undefined
}

export interface SelectFieldProps extends FieldProps {
  readonly value: string
  /** Options in groups; one group without a name for a plain list. `of`: the answer to another question that it belongs to. */
  readonly groups: readonly { readonly name?: string; readonly options: readonly ChoiceOption[]; readonly of?: string }[]
  /** What stands first and answers nothing. */
  readonly empty: string
  readonly width?: 's' | 'm'
  /** Name of the field whose answer says which groups are offered, where a script can leave the others out (islands/narrow.ts). */
  readonly within?: string
}

export function SelectField(props: SelectFieldProps): Html {
  const option = (one: ChoiceOption): Html => (
    <option value={one.value} selected={one.value === props.value}>
      {one.name}
    </option>
  )
  return (
    <Field {...props}>
      <select
        class={props.width === undefined ? 'input' : `input input--${props.width}`}
        name={props.name}
        data-within={props.within}
        {...controlOf(props)}
      >
        <option value="">{props.empty}</option>
        {props.groups.map((group) =>
          group.name === undefined ? (
            group.options.map(option)
          ) : (
            <optgroup label={group.name} data-of={group.of}>
              {group.options.map(option)}
            </optgroup>
          ),
        )}
      </select>
    </Field>
  )
}
