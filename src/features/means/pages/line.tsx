/** Writing a budget line. */
import type { Child, Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { words as designWords } from '../../../design/words/index.ts'
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'

export interface FormPageProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export interface LinePageProps extends FormPageProps {
  readonly funders: readonly { readonly id: string; readonly name: string }[]
}

export function LinePage(props: LinePageProps): Html {
  const { language, values, errors } = props
  const t = words(language)
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errorOf(errors, name) })
  const labels = {
    funder: t('col.funder'),
    name_ar: t('line.name-ar'),
    name_fr: t('line.name-fr'),
    name_en: t('line.name-en'),
    code: t('line.code'),
    amount: t('col.line-amount'),
    currency: t('line.currency'),
  }
  return (
    <FormPage {...props} title={t('line.title')} lead={t('line.lead')} labels={labels}>
      <form class="card stack stack--lg" method="post" action={`/${language}/desk/${props.slug}/means/lines`} novalidate>
        <SelectField
          {...field('funder')}
          label={t('col.funder')}
          width="m"
          empty={designWords(language)('form.choose')}
          groups={[{ options: props.funders.map((one) => ({ value: one.id, name: one.name })) }]}
        />
        <div class="trio">
          <TextField {...field('name_ar')} label={t('line.name-ar')} dir="rtl" />
          <TextField {...field('name_fr')} label={t('line.name-fr')} dir="ltr" />
          <TextField {...field('name_en')} label={t('line.name-en')} dir="ltr" />
        </div>
        <TextField {...field('code')} label={t('line.code')} hint={t('line.code-hint')} width="s" dir="ltr" />
        <TextField {...field('amount')} label={t('col.line-amount')} kind="money" width="s" />
        <TextField {...field('currency')} label={t('line.currency')} hint={t('line.currency-hint')} width="xs" dir="ltr" />
        <Button>{t('line.do')}</Button>
      </form>
    </FormPage>
  )
}

/** A page of means that holds one form. */
export function FormPage(props: FormPageProps & { title: string; lead: string; labels?: Readonly<Record<string, string>>; children?: Child }): Html {
  const { language, errors } = props
  const t = words(language)
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={props.title} error={errors.length > 0 || props.refusal !== undefined}>
      <BackLink href={`/${language}/desk/${props.slug}/means`}>{t('money.back')}</BackLink>
      <ErrorSummary language={language} errors={errors} names={props.labels ?? {}} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head title={props.title} lead={props.lead} />
      {props.children}
    </StaffPage>
  )
}
