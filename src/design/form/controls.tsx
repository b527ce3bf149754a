/** The controls of forms. Names, values and errors come from the reader of the form; what was typed always comes back. */
import type { Child, Html } from '#html'
import type { Language } from '../../domain/language.ts'
import { words } from '../words/index.ts'
import { controlOf, Field, FieldGroup, type FieldProps, idOf } from './field.tsx'
import { unbroken } from '../unbroken.tsx'
import type { ChoiceOption } from './select-field.tsx'

export { type ChoiceOption, SelectField, type SelectFieldProps } from './select-field.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly kind?: 'text' | 'email' | 'tel' | 'url' | 'integer' | 'money' | 'search' | 'code' | 'password'
  readonly width?: 'xs' | 's' | 'm'
  readonly autocomplete?: string | undefined
  /** After the box: a currency, a unit. */
  readonly unit?: string
  readonly dir?: 'auto' | 'ltr' | 'rtl'
  readonly autofocus?: boolean
}

const INPUT_MODE: Partial<Record<NonNullable<TextFieldProps['kind']>, 'search' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal'>> = {
  search: 'search',
  email: 'email',
  tel: 'tel',
  url: 'url',
  integer: 'numeric',
  money: 'decimal',
  code: 'numeric',
}

/** One line. Addresses, numbers and links are written left to right in every language. */
export function TextField(props: TextFieldProps): Html {
  const kind = props.kind ?? 'text'
  const leftToRight = kind !== 'text' && kind !== 'search' && kind !== 'password'
  const input = (
    <input
      class={['input', props.width === undefined ? '' : `input--${props.width}`, leftToRight && kind !== 'email' && kind !== 'url' ? 'num' : '']
        .filter(Boolean)
        .join(' ')}
      type={kind === 'integer' || kind === 'money' || kind === 'code' ? 'text' : kind}
      name={props.name}
      value={props.value}
      inputmode={INPUT_MODE[kind]}
      autocomplete={props.autocomplete}
      dir={props.dir ?? (leftToRight ? 'ltr' : 'auto')}
      autofocus={props.autofocus}
      spellcheck={leftToRight ? 'false' : undefined}
      {...controlOf(props)}
    />
  )
  return (
    <Field {...props}>
      {props.unit === undefined ? (
        input
      ) : (
        <div class="row row--tight nowrapflex">
          {input}
          <span class="muted">{props.unit}</span>
        </div>
      )}
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  readonly value: string
  readonly rows?: number
  /** Words at most: shown below, counted while one types where scripts run. */
  readonly maxWords?: number | undefined
  readonly language: Language
  readonly short?: boolean
}

export function TextArea(props: TextAreaProps): Html {
  const id = idOf(props.name)
  const control = controlOf(props)
  const counted = props.maxWords === undefined ? undefined : `${id}-count`
  return (
    <Field {...props}>
      <textarea
        class={props.short ? 'input input--short' : 'input'}
        name={props.name}
        rows={props.rows ?? 6}
        dir="auto"
        data-words={props.maxWords}
        {...control}
        aria-describedby={[control['aria-describedby'], counted].filter(Boolean).join(' ') || undefined}
      >
        {startsWithNewline(props.value)}
      </textarea>
      {counted !== undefined && (
        <p class="hint" id={counted}>
          {words(props.language)('form.words-at-most', { max: props.maxWords as number })}
        </p>
      )}
    </Field>
  )
}

/** HTML drops a first newline of a textarea: one more keeps what was typed. */
function startsWithNewline(value: string): string {
  return value.startsWith('\n') ? `\n${value}` : value
}

export interface DateFieldProps extends FieldProps {
  readonly language: Language
  readonly value: { readonly day: string; readonly month: string; readonly year: string }
  readonly birth?: boolean
  /** A time of day besides, in a fourth box named `name.time`. */
  readonly time?: { readonly label: string; readonly value: string }
}

/** A date in three boxes, named `name.day`, `name.month`, `name.year`. */
export function DateField(props: DateFieldProps): Html {
  const t = words(props.language)
  const { id, 'aria-invalid': invalid } = controlOf(props)
  return (
    <FieldGroup {...props}>
      <div class="row row--tight">
        {(['day', 'month', 'year'] as const).map((part, place) => (
          <div class="field">
            <label for={place === 0 ? id : `${id}-${part}`}>{t(`form.${part}`)}</label>
            <input
              class={`input num ${part === 'year' ? 'input--year' : 'input--xs'}`}
              id={place === 0 ? id : `${id}-${part}`}
              type="text"
              inputmode="numeric"
              dir="ltr"
              name={`${props.name}.${part}`}
              value={props.value[part]}
              autocomplete={props.birth ? `bday-${part}` : undefined}
              aria-invalid={invalid}
            />
          </div>
        ))}
        {props.time !== undefined && (
          <div class="field">
            <label for={`${id}-time`}>{props.time.label}</label>
            <input
              class="input input--xs num"
              id={`${id}-time`}
              type="text"
              dir="ltr"
              name={`${props.name}.time`}
              value={props.time.value}
              aria-invalid={invalid}
            />
          </div>
        )}
      </div>
    </FieldGroup>
  )
}

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly ChoiceOption[]
  readonly value: string
  readonly look?: 'row' | '2'
}

/** One of several, as radios. */
export function ChoiceField(props: ChoiceFieldProps): Html {
  return (
    <FieldGroup {...props}>
      <Options {...props} type="radio" chosen={[props.value]} />
    </FieldGroup>
  )
}

/** Any of several, as checkboxes of one name. */
export function CheckField(props: Omit<ChoiceFieldProps, 'value'> & { values: readonly string[] }): Html {
  return (
    <FieldGroup {...props}>
      <Options {...props} type="checkbox" chosen={props.values} />
    </FieldGroup>
  )
}

function Options(
  props: Pick<ChoiceFieldProps, 'name' | 'options' | 'look' | 'error' | 'sharedError'> & { type: 'radio' | 'checkbox'; chosen: readonly string[] },
): Html {
  const { id, 'aria-invalid': invalid } = controlOf(props)
  return (
    <div class={props.look === undefined ? 'choices' : `choices choices--${props.look}`}>
      {props.options.map((option, place) => (
        <label class="choice">
          <input
            type={props.type}
            id={place === 0 ? id : `${id}-${idOf(option.value)}`}
            name={props.name}
            value={option.value}
            checked={props.chosen.includes(option.value)}
            aria-invalid={invalid}
          />
          <span>
            {unbroken(option.name)}
            {option.hint !== undefined && <small dir={option.hintDir}>{option.hint}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

/** A statement one agrees to. Never ticked beforehand. Its value is 'yes'. */
export function ConsentField(props: FieldProps & { given: boolean }): Html {
  const control = controlOf(props)
  return (
    <div class="field">
      {props.error !== undefined && (
        <p class="err" id={`${control.id}-error`}>
          {props.error}
        </p>
      )}
      <div class="choices">
        <label class="choice">
          <input type="checkbox" name={props.name} value="yes" checked={props.given} {...control} />
          <span>
            {props.label}
            {props.hint !== undefined && <small id={`${control.id}-hint`}>{props.hint}</small>}
          </span>
        </label>
      </div>
    </div>
  )
}

/** Values carried along unseen: versions, fingerprints, where to return. */
export function Hidden({ name, value }: { name: string; value: string | number }): Html {
  return <input type="hidden" name={name} value={value} />
}

/** A form that writes. Checks are ours, in the reader's language, so the browser's are off. */
export function Form({
  action,
  children,
  id,
  spaced = true,
  files = false,
  island,
}: {
  action: string
  children?: Child
  id?: string
  spaced?: boolean
  /** It holds a field for files. */
  files?: boolean
  island?: Readonly<Record<`data-${string}`, string | number>>
}): Html {
  return (
    <form
      method="post"
      action={action}
      id={id}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      class={spaced ? 'stack stack--xl' : undefined}
      {...island}
    >
      {children}
    </form>
  )
}
