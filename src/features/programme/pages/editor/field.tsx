/** One field of the editor, in the control of its kind; texts stand side by side in the three languages, Arabic first. */
import type { Html } from '#html'
import { CheckField, ChoiceField, DateField, SelectField, TextField } from '../../../../design/form/controls.tsx'
import { errorOf, type FormErrors, idOf } from '../../../../design/form/field.tsx'
import { More } from '../../../../design/more.tsx'
import { State } from '../../../../design/state.tsx'
import { direction, LANGUAGES, type Language, type Trilingual, LANGUAGE_NAMES } from '../../../../domain/language.ts'
import type { FieldSpec } from '../../editor/field.ts'
import { labelOf } from '../../editor/label.ts'
import { words } from '../../editor/words/index.ts'
import { fieldTexts, valueText } from './field-text.ts'

/** Fields as they were sent, when they come back with a fault. */
export type Sent = Readonly<Record<string, string | readonly string[]>> | null

export interface EditorFieldProps {
  readonly language: Language
  readonly spec: FieldSpec
  readonly name: string
  readonly value: unknown
  readonly sent: Sent
  readonly errors: FormErrors
  /** Shown, no longer to be changed. */
  readonly locked: boolean
  /** What somebody else saved meanwhile, where it differs. */
  readonly theirs?: unknown
}

export function EditorField(props: EditorFieldProps & { step?: number }): Html {
  const { language, spec, locked, value } = props
  const label = labelOf(spec, language, props.step)
  if (locked) return <LockedField language={language} label={label} text={valueText(spec, value, language)} />
  return (
    <>
      <Control {...props} label={label} />
      {props.theirs !== undefined && (
        <p class="hint">
          {words(language)('field.theirs')} <bdi>{valueText(spec, props.theirs, language)}</bdi>
        </p>
      )}
    </>
  )
}

function LockedField({ language, label, text }: { language: Language; label: string; text: string }): Html {
  return (
    <div class="field">
      <b>{label}</b>
      <p dir="auto">{text}</p>
      <State is="lock" bare>
        {words(language)('field.locked')}
      </State>
    </div>
  )
}

function Control(props: EditorFieldProps & { label: string }): Html {
  const { language, spec, name, label } = props
  const t = words(language)
  const hintKey = `hint.${spec.label}`
  const common = {
    name,
    label,
    hint: t.has(hintKey) ? t.any(hintKey) : undefined,
    error: errorOf(props.errors, name),
    optionalLabel: spec.optional === true ? t('field.optional') : undefined,
  }
  const text = fieldTexts(spec, name, props.value, props.sent)
  switch (spec.kind) {
    case 'trilingual':
      return <Trilingue {...props} hint={common.hint} />
    case 'day':
    case 'wall':
      return (
        <>
          <DateField
            {...common}
            language={language}
            value={{ day: text('day'), month: text('month'), year: text('year') }}
            {...(spec.kind === 'wall' ? { time: { label: t('field.time'), value: text('time') } } : {})}
          />
          {spec.none === true && <NoneBox name={name} label={t.any(`none.${spec.label}`)} given={text('none') === 'yes'} />}
        </>
      )
    case 'flag':
      return <Flag {...props} given={text('') === 'yes'} hint={common.hint} />
    case 'one':
      return spec.look === 'select' ? (
        <SelectField
          {...common}
          value={text('')}
          groups={[{ options: spec.options }]}
          empty={t.has(`empty.${spec.label}`) ? t.any(`empty.${spec.label}`) : t('field.choose')}
          width="m"
        />
      ) : (
        <ChoiceField {...common} value={text('')} options={spec.options} look="row" />
      )
    case 'several': {
      const boxes = <CheckField {...common} values={chosen(props)} options={spec.options} look="row" />
      return (
        <>
          <input type="hidden" name={`${name}.shown`} value="1" />
          {spec.folded === true ? (
            <More summary={label} open={chosen(props).length > 0}>
              {boxes}
            </More>
          ) : (
            boxes
          )}
        </>
      )
    }
    case 'phone':
      return <TextField {...common} kind="tel" width="m" value={text('')} />
    case 'integer':
      return <TextField {...common} kind="integer" width="s" value={text('')} {...(spec.unit === undefined ? {} : { unit: spec.unit })} />
    case 'decimal':
      return <TextField {...common} kind="money" width="s" value={text('')} {...(spec.unit === undefined ? {} : { unit: spec.unit })} />
    default:
      return <TextField {...common} dir="ltr" width={spec.max <= 10 ? 's' : 'm'} value={text('')} />
  }
}

function chosen({ sent, name, value }: EditorFieldProps): readonly string[] {
  const from = sent === null ? value : (sent[name] ?? [])
  return typeof from === 'string' ? [from] : ((from as readonly string[] | null | undefined) ?? [])
}

function Flag({ name, label, hint, given }: EditorFieldProps & { label: string; hint: string | undefined; given: boolean }): Html {
  return (
    <div class="field">
      <input type="hidden" name={`${name}.shown`} value="1" />
      <label class="choice">
        <input type="checkbox" id={idOf(name)} name={name} value="yes" checked={given} />
        <span>
          {label}
          {hint !== undefined && <small>{hint}</small>}
        </span>
      </label>
    </div>
  )
}

/** That there is none, and that it was not merely forgotten. */
function NoneBox({ name, label, given }: { name: string; label: string; given: boolean }): Html {
  return (
    <label class="choice">
      <input type="checkbox" id={idOf(`${name}.none`)} name={`${name}.none`} value="yes" checked={given} />
      <span>{label}</span>
    </label>
  )
}

/** A text in three columns; what is not written yet in one of them says so. */
function Trilingue(props: EditorFieldProps & { label: string; hint: string | undefined }): Html {
  const { language, spec, name, label, hint } = props
  const t = words(language)
  const text = fieldTexts(spec, name, props.value, props.sent)
  const written = (props.value ?? {}) as Partial<Trilingual>
  const begun = LANGUAGES.some((one) => (written[one] ?? '') !== '')
  return (
    <fieldset class="field w100">
      <legend>{label}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <div class="cells cells--three" data-languages="">
        {LANGUAGES.map((one) => {
          const field = `${name}.${one}`
          const error = errorOf(props.errors, field)
          return (
            <div class="field">
              <label for={idOf(field)} class="row row--between w100">
                <span lang={one}>{LANGUAGE_NAMES[one]}</span>
                {begun && (written[one] ?? '') === '' && (
                  <State is="alert" bare>
                    {t('field.to-write')}
                  </State>
                )}
              </label>
              {error !== undefined && (
                <p class="err" id={`${idOf(field)}-error`}>
                  {error}
                </p>
              )}
              {spec.kind === 'trilingual' && (spec.long === true || spec.max > 240) ? (
                <textarea
                  class="input input--short"
                  id={idOf(field)}
                  name={field}
                  lang={one}
                  dir={direction(one)}
                  rows={spec.long === true ? 4 : 2}
                  aria-invalid={error === undefined ? undefined : 'true'}
                  aria-describedby={error === undefined ? undefined : `${idOf(field)}-error`}
                >
                  {text(one)}
                </textarea>
              ) : (
                <input
                  class="input"
                  id={idOf(field)}
                  name={field}
                  lang={one}
                  dir={direction(one)}
                  value={text(one)}
                  aria-invalid={error === undefined ? undefined : 'true'}
                  aria-describedby={error === undefined ? undefined : `${idOf(field)}-error`}
                />
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
