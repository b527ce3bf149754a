/** A market, added or changed. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { CheckField, DateField, Hidden, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { NumberField } from '../../../design/form/written-fields.tsx'
import { Head } from '../../../design/head.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'

export interface MarketFormProps extends Around {
  /** The market that is changed; null for a new one. */
  readonly market: string | null
  readonly values: Readonly<Record<string, string>>
  /** Carried unseen: the id of a new market, or the version of the one changed. */
  readonly hidden: { readonly name: 'id' | 'version'; readonly value: string }
  readonly errors: FormErrors
  readonly refusal?: string
}

/** What each field is called above the form. */
function labelsOf(language: Language): Record<string, string> {
  const t = words(language)
  const threefold = (['name', 'town'] as const).flatMap((name) =>
    (['ar', 'fr', 'en'] as const).map((one) => [`${name}_${one}`, t(`market.${name}-${one}`)] as const),
  )
  return {
    ...Object.fromEntries(threefold),
    starts_on: t('market.starts_on'),
    ends_on: t('market.ends_on'),
    places: t('market.places'),
    public: t('market.agenda'),
  }
}

export function MarketFormPage(props: MarketFormProps): Html {
  const { language, errors, values, market } = props
  const t = words(language)
  const title = t(market === null ? 'market.new-title' : 'market.change-title')
  const markets = `/${language}/desk/${props.edition}/markets`
  const text = (name: string): string => values[name] ?? ''
  const threefold = (name: 'name' | 'town'): Html => (
    <div class="trio">
      {(['ar', 'fr', 'en'] as const).map((one) => (
        <TextField
          name={`${name}_${one}`}
          label={t(`market.${name}-${one}`)}
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
      <Head title={title} lead={t('market.lead')} />
      <form class="card stack stack--lg" method="post" action={market === null ? markets : `${markets}/${market}`} novalidate>
        {threefold('name')}
        {threefold('town')}
        <div class="trio">
          {(['starts_on', 'ends_on'] as const).map((name) => (
            <DateField
              language={language}
              name={name}
              label={t(`market.${name}`)}
              value={{ day: text(`${name}.day`), month: text(`${name}.month`), year: text(`${name}.year`) }}
              error={errorOf(errors, name)}
            />
          ))}
          <NumberField
            name="places"
            label={t('market.places')}
            hint={t('market.places-hint')}
            value={text('places')}
            error={errorOf(errors, 'places')}
          />
        </div>
        <CheckField
          name="public"
          label={t('market.agenda')}
          values={text('public') === 'yes' ? ['yes'] : []}
          error={errorOf(errors, 'public')}
          options={[{ value: 'yes', name: t('market.public') }]}
        />
        <div class="actions">
          <Button kind="light">{t(market === null ? 'market.do' : 'market.save')}</Button>
          <ButtonLink kind="text" href={market === null ? markets : `${markets}/${market}`}>
            {t('market.leave')}
          </ButtonLink>
        </div>
        <Hidden {...props.hidden} />
      </form>
    </StaffPage>
  )
}
