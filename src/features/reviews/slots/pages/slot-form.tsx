/** The form that plans slots. It changes nothing: it leads to the plan. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { CheckField, DateField, SelectField, TextField } from '../../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../../design/form/field.tsx'
import { inLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../../../domain/language.ts'
import { type DeskAround, DeskPage } from '../../pages/desk-page.tsx'
import { words } from '../words/index.ts'

export interface SlotFormProps {
  readonly around: DeskAround
  readonly reviewers: readonly { readonly reviewer: string; readonly name: string }[]
  readonly typed: (name: string) => string
  readonly panel: readonly string[]
  readonly languages: readonly string[]
  readonly errors: FormErrors
}

const NAMES = ['first', 'last', 'from', 'to', 'minutes', 'pause', 'change_hours', 'place', 'region', 'languages', 'panel'] as const

export function SlotFormPage(props: SlotFormProps): Html {
  const { around, errors } = props
  const { language, slug } = around
  const t = words(language)
  const base = `/desk/${slug}/interviews/slots`
  const names = Object.fromEntries(NAMES.map((name) => [name, t.any(`form.${name}`)]))
  return (
    <DeskPage around={around} here="interviews" path={`${base}/new`} title={t('form.title')} lead={t('form.lead')} wrong={errors.length > 0}>
      <form class="card stack" method="get" action={`/${language}${base}/plan`} novalidate>
        <ErrorSummary language={language} errors={errors} names={names} />
        <Hours {...props} />
        <Where {...props} />
        <div class="actions">
          <Button kind="light">{t('form.show')}</Button>
        </div>
      </form>
    </DeskPage>
  )
}

function Hours({ around, typed, errors }: SlotFormProps): Html {
  const { language } = around
  const t = words(language)
  const day = (name: string) => ({ day: typed(`${name}.day`), month: typed(`${name}.month`), year: typed(`${name}.year`) })
  const short = (name: 'from' | 'to' | 'minutes' | 'pause' | 'change_hours', hint?: string): Html => (
    <TextField
      name={name}
      kind={name === 'from' || name === 'to' ? 'text' : 'integer'}
      label={t(`form.${name}`)}
      {...(hint === undefined ? {} : { hint })}
      value={typed(name)}
      width="s"
      dir="ltr"
      error={errorOf(errors, name)}
      autocomplete="off"
    />
  )
  return (
    <>
      <DateField name="first" label={t('form.first')} value={day('first')} language={language} error={errorOf(errors, 'first')} />
      <DateField
        name="last"
        label={t('form.last')}
        hint={t('form.last-hint')}
        value={day('last')}
        language={language}
        error={errorOf(errors, 'last')}
      />
      <div class="row row--tight">
        {short('from', t('form.time-hint'))}
        {short('to', t('form.time-hint'))}
      </div>
      <div class="row row--tight">
        {short('minutes')}
        {short('pause')}
      </div>
      {short('change_hours', t('form.change-hint'))}
    </>
  )
}

function Where({ around, reviewers, typed, panel, languages, errors }: SlotFormProps): Html {
  const { language } = around
  const t = words(language)
  return (
    <>
      <TextField
        name="place"
        label={t('form.place')}
        hint={t('form.place-hint')}
        value={typed('place')}
        error={errorOf(errors, 'place')}
        autocomplete="off"
      />
      <SelectField
        name="region"
        label={t('form.region')}
        value={typed('region')}
        empty={t('slots.every-region')}
        groups={[{ options: around.regions.map((one) => ({ value: one.code, name: inLanguage(one.name, language).text })) }]}
        error={errorOf(errors, 'region')}
      />
      <CheckField
        name="languages"
        label={t('form.languages')}
        hint={t('form.languages-hint')}
        values={languages}
        look="row"
        options={LANGUAGES.map((value) => ({ value, name: LANGUAGE_NAMES[value] }))}
        error={errorOf(errors, 'languages')}
      />
      <CheckField
        name="panel"
        label={t('form.panel')}
        hint={t('form.panel-hint')}
        values={panel}
        look="2"
        options={reviewers.map((one) => ({ value: one.reviewer, name: one.name }))}
        error={errorOf(errors, 'panel')}
      />
    </>
  )
}
