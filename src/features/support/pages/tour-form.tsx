/** A tour, planned or changed: its days, its road, who receives. Its activities are added from its page. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { DateField, Hidden, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'

export interface TourFormProps extends Around {
  /** The tour that is changed; null for a new one. */
  readonly tour: string | null
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly values: Readonly<Record<string, string>>
  /** Carried unseen: the id of a new tour, or the version of the one changed. */
  readonly hidden: { readonly name: 'id' | 'version'; readonly value: string }
  readonly errors: FormErrors
  readonly refusal?: string
}

const LANGUAGES = ['ar', 'fr', 'en'] as const

/** What each field is called above the form. */
function labelsOf(language: Language): Record<string, string> {
  const t = words(language)
  const threefold = (['name', 'theme', 'stops'] as const).flatMap((name) =>
    LANGUAGES.map((one) => [`${name}_${one}`, t(`tour.${name}-${one}`)] as const),
  )
  return {
    ...Object.fromEntries(threefold),
    starts_on: t('tour.starts_on'),
    ends_on: t('tour.ends_on'),
    region: t('activity.region'),
    host: t('tour.host'),
  }
}

export function TourFormPage(props: TourFormProps): Html {
  const { language, errors, values, tour } = props
  const t = words(language)
  const title = t(tour === null ? 'tour.new-title' : 'tour.change-title')
  const tours = `/${language}/desk/${props.edition}/tours`
  const text = (name: string): string => values[name] ?? ''
  const day = (name: string) => ({ day: text(`${name}.day`), month: text(`${name}.month`), year: text(`${name}.year`) })
  const threefold = (name: 'name' | 'theme' | 'stops', optionalLabel?: string): Html => (
    <div class="trio">
      {LANGUAGES.map((one) => (
        <TextField
          name={`${name}_${one}`}
          label={t(`tour.${name}-${one}`)}
          optionalLabel={optionalLabel}
          value={text(`${name}_${one}`)}
          error={errorOf(errors, `${name}_${one}`)}
          dir={one === 'ar' ? 'rtl' : 'ltr'}
        />
      ))}
    </div>
  )
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={title} error={errors.length > 0 || props.refusal !== undefined}>
      <ErrorSummary language={language} errors={errors} names={labelsOf(language)} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head title={title} lead={t('tour.lead')} />
      <form class="card stack stack--lg" method="post" action={tour === null ? tours : `${tours}/${tour}`} novalidate>
        {threefold('name')}
        <div class="trio">
          {(['starts_on', 'ends_on'] as const).map((name) => (
            <DateField language={language} name={name} label={t(`tour.${name}`)} value={day(name)} error={errorOf(errors, name)} />
          ))}
        </div>
        <div class="trio">
          <SelectField
            name="region"
            label={t('activity.region')}
            empty={t('calendar.national')}
            value={text('region')}
            error={errorOf(errors, 'region')}
            groups={[{ options: props.regions.map((one) => ({ value: one.code, name: one.name })) }]}
          />
          <TextField name="host" label={t('tour.host')} optionalLabel={t('tour.optional')} value={text('host')} error={errorOf(errors, 'host')} />
        </div>
        {threefold('theme', t('tour.optional'))}
        <p class="muted sm">{t('tour.stops-hint')}</p>
        {threefold('stops', t('tour.optional'))}
        <div class="actions">
          <Button kind="light">{t(tour === null ? 'tour.do' : 'change.do')}</Button>
          <ButtonLink kind="text" href={tour === null ? tours : `${tours}/${tour}`}>
            {t('change.leave')}
          </ButtonLink>
        </div>
        <Hidden {...props.hidden} />
      </form>
    </StaffPage>
  )
}
