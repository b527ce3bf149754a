/** A condition, built row by row and said in words; as an expression for those who want more than rows can say. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { errorOf, type FormErrors, idOf } from '../../../../design/form/field.tsx'
import { Note } from '../../../../design/note.tsx'
import type { Language } from '../../../../domain/language.ts'
import type { FieldOption } from '../../editor/field.ts'
import { words } from '../../editor/words/index.ts'

export interface ConditionRowView {
  readonly name: string
  readonly relation: string
  readonly value: string
  readonly relations: readonly FieldOption[]
  /** What may be answered, for a question that is chosen; else the value is typed. */
  readonly options: readonly FieldOption[]
}

export interface ConditionProps {
  /** Null when the expression says more than rows can show. */
  readonly rows: readonly ConditionRowView[] | null
  readonly joined: 'and' | 'or'
  /** Questions a row may look at. */
  readonly questions: readonly FieldOption[]
  /** The expression as written, and the one the page was opened with. */
  readonly text: string
  /** What it says; null while it is empty or cannot be read. */
  readonly says: string | null
  /** What it would have concerned last year; null where nothing can be said. */
  readonly past?: string | null
  /** Why it can never be so; null where it can, as far as that is known. */
  readonly never?: string | null
  /** Name of its field. */
  readonly name: string
}

export function ConditionCard(props: ConditionProps & { language: Language; errors: FormErrors }): Html {
  const { language, rows, says, text, name, errors } = props
  const t = words(language)
  const error = errorOf(errors, name)
  // What is wrong stands over the rows where they say it, else beside the expression that says more.
  const ofRows = error !== undefined && rows !== null
  const box = ofRows ? `${idOf(name)}-expression` : idOf(name)
  return (
    <section class="card stack" aria-labelledby="condition-title">
      <h2 id="condition-title">{t('condition.title')}</h2>
      {ofRows && (
        <p class="err" id={idOf(name)} tabindex={-1}>
          {error}
        </p>
      )}
      {rows !== null && <Rows {...props} rows={rows} />}
      {says !== null && (
        <Note>
          <p>{t('condition.says', { says })}</p>
          {props.past != null && <p class="sm">{props.past}</p>}
        </Note>
      )}
      {props.never != null && (
        <Note is="wait">
          <p>{props.never}</p>
          <p>{t(rows !== null && rows.length > 1 && props.joined === 'and' ? 'condition.mend-rows' : 'condition.mend-value')}</p>
        </Note>
      )}
      <details class="more" open={rows === null}>
        <summary>{t('condition.expression')}</summary>
        <div class="field">
          <label for={box}>{t('condition.expression-label')}</label>
          <p class="hint" id="condition-hint">
            {t('condition.hint')} <bdi class="ltr mono xs">applicant_kind = "cso" and budget.total &gt; 50000</bdi>
          </p>
          {error !== undefined && !ofRows && (
            <p class="err" id="condition-error">
              {error}
            </p>
          )}
          <textarea
            class="input input--short mono"
            id={box}
            name={name}
            dir="ltr"
            spellcheck="false"
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={error === undefined ? 'condition-hint' : `condition-hint ${ofRows ? idOf(name) : 'condition-error'}`}
          >
            {text}
          </textarea>
          <input type="hidden" name={`${name}.before`} value={text} />
        </div>
      </details>
    </section>
  )
}

function Rows({
  language,
  rows,
  joined,
  questions,
  errors,
}: ConditionProps & { language: Language; rows: readonly ConditionRowView[]; errors: FormErrors }): Html {
  const t = words(language)
  const shown: readonly ConditionRowView[] = rows.length === 0 ? [{ name: '', relation: '=', value: '', relations: [], options: [] }] : rows
  return (
    <>
      <input type="hidden" name="cond.count" value={String(shown.length)} />
      {shown.map((row, place) => (
        <div class="cond">
          {errorOf(errors, `cond.${place}.value`) !== undefined && (
            <p class="err" id={`cond-${place}-value-error`}>
              {errorOf(errors, `cond.${place}.value`)}
            </p>
          )}
          <span>
            {place === 0 ? (
              t('condition.when')
            ) : place === 1 ? (
              <>
                <label class="vh" for="cond-joined">
                  {t('condition.joined')}
                </label>
                <select class="input" id="cond-joined" name="cond.joined">
                  {(['and', 'or'] as const).map((one) => (
                    <option value={one} selected={one === joined}>
                      {t(`condition.${one}`)}
                    </option>
                  ))}
                </select>
              </>
            ) : (
              t(`condition.${joined}`)
            )}
          </span>
          <Select label={t('condition.question')} name={`cond.${place}.name`} value={row.name} options={questions} empty={t('field.choose')} />
          {row.name !== '' && (
            <>
              <Select label={t('condition.relation')} name={`cond.${place}.relation`} value={row.relation} options={row.relations} />
              {row.relation !== 'answered' &&
                row.relation !== 'unanswered' &&
                (row.options.length > 0 ? (
                  <Select
                    label={t('condition.value')}
                    name={`cond.${place}.value`}
                    value={row.value}
                    options={row.options}
                    empty={t('field.choose')}
                  />
                ) : (
                  <>
                    <label class="vh" for={`cond-${place}-value`}>
                      {t('condition.value')}
                    </label>
                    <input class="input input--m" id={`cond-${place}-value`} name={`cond.${place}.value`} value={row.value} dir="auto" />
                  </>
                ))}
              <Button kind="quiet" size="sm" name="act" value={`condition:${place}`}>
                {t('act.remove')}
                <span class="vh"> {t('condition.row', { place: place + 1 })}</span>
              </Button>
            </>
          )}
        </div>
      ))}
      <div class="row">
        <Button kind="quiet" size="sm" name="act" value="condition:more">
          {t(rows.length === 0 ? 'condition.choose' : 'condition.more')}
        </Button>
      </div>
    </>
  )
}

function Select(props: { label: string; name: string; value: string; options: readonly FieldOption[]; empty?: string }): Html {
  const id = props.name.replaceAll('.', '-')
  return (
    <>
      <label class="vh" for={id}>
        {props.label}
      </label>
      <select class="input" id={id} name={props.name}>
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.name}
          </option>
        ))}
      </select>
    </>
  )
}
