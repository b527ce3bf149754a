/** Giving a role: to whom, which, where. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import { CheckField, ChoiceField, Form, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { ROLES } from '../../../domain/viewer.ts'
import { EVERYWHERE, type PersonRecord, type RolePlaces } from '../desk-views.ts'
import { words } from '../words/index.ts'
import { calledName, NameFields } from './person.tsx'

export type GiveRoleValues = Readonly<Record<'email' | 'name_ar' | 'name_latin' | 'language' | 'role' | 'place', string>> & {
  readonly regions: readonly string[]
}

export interface GiveRoleProps {
  readonly language: Language
  readonly frame: StaffFrame
  /** Null when the address says who. */
  readonly person: PersonRecord | null
  readonly places: RolePlaces
  readonly values: GiveRoleValues
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function GiveRolePage(props: GiveRoleProps): Html {
  const { language, frame, person, errors, refusal } = props
  const t = words(language)
  const base = `/${language}/desk/people`
  const back = person === null ? base : `${base}/${person.id}`
  const of = person === null ? [] : [{ name: calledName(person, language), href: back }]
  const query = person === null ? '' : `?person=${person.id}`
  const wrong = errors.length > 0 || refusal !== undefined
  return (
    <StaffPage language={language} title={t('people.give')} path="/desk/people/new" query={query} frame={frame} error={wrong}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary
        language={language}
        errors={errors}
        names={{ email: t('people.email'), name_ar: t('people.name-ar'), name_latin: t('people.name-latin') }}
      />
      <div class="stack stack--sm">
        <Crumbs
          label={t('people.path')}
          path={[{ name: t('people.title'), href: base }, ...of, { name: t('people.give'), href: '', current: true }]}
        />
        <Head
          title={person === null ? t('people.give') : t('people.give-to', { name: calledName(person, language) })}
          lead={t(person === null ? 'people.give-lead' : 'people.give-known')}
        />
      </div>
      <Form action={`${base}/new${query}`} spaced={false}>
        <div class="stack stack--lg">
          {person === null && <WhoCard {...props} />}
          <RoleCard {...props} />
          <PlaceCard {...props} />
          <div class="row">
            <Button kind="light">{t('people.give-send')}</Button>
            <ButtonLink kind="text" href={back}>
              {t('people.leave')}
            </ButtonLink>
          </div>
        </div>
      </Form>
    </StaffPage>
  )
}

function WhoCard({ language, values, errors }: GiveRoleProps): Html {
  const t = words(language)
  return (
    <Card title={t('people.who')}>
      <div class="stack">
        <TextField
          name="email"
          kind="email"
          label={t('people.email')}
          hint={t('people.email-hint')}
          value={values.email}
          error={errorOf(errors, 'email')}
          autocomplete="off"
        />
        <p class="hint">{t('people.new-hint')}</p>
        <NameFields language={language} values={values} errors={errors} />
      </div>
    </Card>
  )
}

function RoleCard({ language, values, errors }: GiveRoleProps): Html {
  const t = words(language)
  return (
    <Card title={t('people.what')}>
      <ChoiceField
        name="role"
        label={t('people.role')}
        hint={t('people.role-hint')}
        value={values.role}
        error={errorOf(errors, 'role')}
        options={ROLES.map((role) => ({ value: role, name: t(`role.${role}`), hint: t(`opens.${role}`) }))}
        look="row"
      />
    </Card>
  )
}

function PlaceCard({ language, places, values, errors }: GiveRoleProps): Html {
  const t = words(language)
  const groups = places.programmes.map((programme) => ({
    name: programme.name,
    options: [
      { value: `p:${programme.id}`, name: t('people.every-edition', { programme: programme.name }) },
      ...programme.editions.map((edition) => ({ value: `e:${edition.id}`, name: edition.name })),
    ],
  }))
  return (
    <Card title={t('people.where')}>
      <div class="stack">
        <SelectField
          name="place"
          label={t('people.place-label')}
          value={values.place}
          error={errorOf(errors, 'place')}
          width="m"
          empty={t('people.choose-place')}
          groups={[{ options: [{ value: EVERYWHERE, name: t('people.everywhere') }] }, ...groups]}
        />
        {places.regions.length > 0 && (
          <CheckField
            name="regions"
            label={t('people.regions')}
            hint={t('people.regions-hint')}
            values={values.regions}
            error={errorOf(errors, 'regions')}
            options={places.regions.map(({ code, name }) => ({ value: code, name }))}
            look="row"
          />
        )}
      </div>
    </Card>
  )
}
