/** Trying other rules: the terms and every limit of the edition, to be changed for one simulation. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { ChoiceField, Form, TextField } from '../../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors, idOf } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { Note } from '../../../../design/note.tsx'
import { type Column, Table } from '../../../../design/table.tsx'
import type { Language } from '../../../../domain/language.ts'
import { currencyName } from '../../../../platform/words/format.ts'
import { words as roomWords } from '../../words/index.ts'
import { words } from '../../what-if/words/index.ts'

/** A value whose limits can be changed. */
export interface LimitRow {
  readonly attribute: string
  readonly name: string
  readonly min: string
  readonly max: string
}

export interface WhatIfProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly currency: string
  /** The simulation whose changes stand in the form; null where the edition does. */
  readonly from: number | null
  /** Every field by name, as it stands or as it was typed. */
  readonly fields: Readonly<Record<string, string>>
  readonly limits: readonly LimitRow[]
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function WhatIfPage(props: WhatIfProps): Html {
  const { language, frame, slug, from, limits, errors, refusal } = props
  const t = words(language)
  const base = `/desk/${slug}/selection`
  const wrong = errors.length > 0 || refusal !== undefined
  const attributes = [...new Set(limits.map((one) => one.attribute))]
  return (
    <StaffPage
      language={language}
      title={t('form.title')}
      path={`${base}/what-if`}
      query={from === null ? '' : `?from=${from}`}
      frame={frame}
      error={wrong}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={namesOf(props)} />
      <Head title={t('form.title')} lead={t('form.lead')} />
      {from !== null && <Note>{t('form.from', { number: String(from) })}</Note>}
      <Form action={`/${language}${base}/what-if`}>
        <Terms {...props} />
        {attributes.map((attribute) => (
          <Limits {...props} attribute={attribute} />
        ))}
        <TextField name="note" label={t('form.note')} hint={t('form.note-hint')} value={props.fields.note ?? ''} error={errorOf(errors, 'note')} />
        <div class="actions">
          <Button kind="light">{t('form.run')}</Button>
          <ButtonLink kind="text" href={`/${language}${base}`}>
            {t('form.back')}
          </ButtonLink>
        </div>
      </Form>
    </StaffPage>
  )
}

function namesOf({ language, limits }: WhatIfProps): Record<string, string> {
  const t = words(language)
  return {
    places: t('form.places'),
    passMark: t('form.pass-mark'),
    scoreBasis: t('form.basis'),
    budget: t('form.budget'),
    note: t('form.note'),
    ...Object.fromEntries(
      limits.flatMap((one) => [
        [one.min, t('form.min-of', { value: one.name })],
        [one.max, t('form.max-of', { value: one.name })],
      ]),
    ),
  }
}

function Terms({ language, fields, errors, currency }: WhatIfProps): Html {
  const t = words(language)
  const field = (name: string) => ({ name, value: fields[name] ?? '', error: errorOf(errors, name) })
  return (
    <Card title={t('form.terms')}>
      <div class="stack">
        <div class="trio">
          <TextField {...field('places')} label={t('form.places')} kind="integer" width="s" />
          <TextField {...field('passMark')} label={t('form.pass-mark')} kind="money" width="s" />
          <TextField
            {...field('budget')}
            label={t('form.budget')}
            hint={t('form.budget-hint')}
            kind="money"
            width="m"
            unit={currencyName(currency, language)}
          />
        </div>
        <ChoiceField
          {...field('scoreBasis')}
          label={t('form.basis')}
          look="row"
          options={[
            { value: 'raw', name: t('form.raw') },
            { value: 'calibrated', name: t('form.calibrated'), hint: t('form.calibrated-hint') },
          ]}
        />
      </div>
    </Card>
  )
}

function Limits(props: WhatIfProps & { readonly attribute: string }): Html {
  const { language, limits, attribute } = props
  const t = words(language)
  const title = t('form.limits', { attribute: roomWords(language).any(`attribute.${attribute}`) })
  const columns: Column<LimitRow>[] = [
    { name: t('form.value'), head: true, cell: (one) => one.name },
    { name: t('form.min'), cell: (one) => <Limit {...props} name={one.min} label={t('form.min-of', { value: one.name })} /> },
    { name: t('form.max'), cell: (one) => <Limit {...props} name={one.max} label={t('form.max-of', { value: one.name })} /> },
  ]
  return (
    <Card flush title={title} aside={<span class="xs muted">{t('form.limits-hint')}</span>}>
      <Table caption={title} columns={columns} rows={limits.filter((one) => one.attribute === attribute)} />
    </Card>
  )
}

function Limit({ name, label, fields, errors }: WhatIfProps & { readonly name: string; readonly label: string }): Html {
  const error = errorOf(errors, name)
  const id = idOf(name)
  return (
    <div class="field">
      <label class="vh" for={id}>
        {label}
      </label>
      {error !== undefined && (
        <p class="err" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        class="input input--xs num"
        id={id}
        type="text"
        inputmode="numeric"
        dir="ltr"
        name={name}
        value={fields[name] ?? ''}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
    </div>
  )
}
