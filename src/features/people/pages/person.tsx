/** One person of the desk: what they hold and held, their names to mend, what was done. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import { ChoiceField, Form, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { HeldRole, PersonRecord } from '../desk-views.ts'
import { words } from '../words/index.ts'
import { LANGUAGE_OPTIONS } from './language-names.ts'
import { Address } from './people.tsx'
import { RoleDates, RoleName } from './role-lines.tsx'

export interface PersonProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly zone: string
  readonly person: PersonRecord
  readonly mayGive: boolean
  readonly mayCorrect: boolean
  readonly trail: readonly { readonly act: string; readonly by: string | null; readonly at: Date }[]
  /** What was typed in the correction and could not be kept. */
  readonly values?: Readonly<Record<'name_ar' | 'name_latin' | 'language', string>> | undefined
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  readonly said?: string | undefined
}

/** What a person is called where they must be called something. */
export function calledName({ name, email }: Pick<PersonRecord, 'name' | 'email'>, language: Language): string {
  return name || email || words(language)('people.nameless')
}

export function PersonPage(props: PersonProps): Html {
  const { language, frame, person, mayGive, errors, refusal, said } = props
  const t = words(language)
  const base = `/${language}/desk/people`
  const called = calledName(person, language)
  const wrong = errors.length > 0 || refusal !== undefined
  return (
    <StaffPage language={language} title={called} path={`/desk/people/${person.id}`} frame={frame} said={said} error={wrong}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary
        language={language}
        errors={errors}
        names={{ email: t('people.email'), name_ar: t('people.name-ar'), name_latin: t('people.name-latin') }}
      />
      <div class="stack stack--sm">
        <Crumbs
          label={t('people.path')}
          path={[
            { name: t('people.title'), href: base },
            { name: called, href: '', current: true },
          ]}
        />
        <Head title={<bdi>{called}</bdi>} lead={<Lead {...props} />}>
          {mayGive && person.email !== null && (
            <ButtonLink kind="light" href={`${base}/new?person=${person.id}`}>
              <Icon name="plus" />
              {t('people.give-another')}
            </ButtonLink>
          )}
        </Head>
      </div>
      <div class="pair pair--wide">
        <div class="stack stack--lg">
          <Card title={t('people.holds')}>
            {person.holds.length === 0 ? <p class="muted">{t('people.holds-none')}</p> : <Roles {...props} roles={person.holds} ends={mayGive} />}
          </Card>
          {person.held.length > 0 && (
            <Card title={t('people.held-title')}>
              <Roles {...props} roles={person.held} ends={false} />
            </Card>
          )}
          <Trail {...props} />
        </div>
        {props.mayCorrect && <CorrectionForm {...props} />}
      </div>
    </StaffPage>
  )
}

function Lead({ person, language }: PersonProps): Html {
  return (
    <>
      {person.otherName !== '' && (
        <>
          <bdi>{person.otherName}</bdi> ·{' '}
        </>
      )}
      <Address email={person.email} language={language} />
    </>
  )
}

function Roles({ roles, person, language, ends }: PersonProps & { roles: readonly HeldRole[]; ends: boolean }): Html {
  const t = words(language)
  return (
    <ul class="rows">
      {roles.map((role) => (
        <li>
          <span>
            <RoleName role={role} language={language} />
            <br />
            <RoleDates role={role} language={language} />
          </span>
          {ends && (
            <ButtonLink kind="quiet" size="sm" href={`/${language}/desk/people/${person.id}/roles/${role.id}/end`}>
              {t('people.end')}
              <span class="vh"> {t(`role.${role.role}`)}</span>
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}

function CorrectionForm({ person, language, values, errors }: PersonProps): Html {
  const t = words(language)
  const shown = values ?? { name_ar: person.nameAr, name_latin: person.nameLatin, language: person.language }
  return (
    <Card title={t('people.correct-title')}>
      <Form action={`/${language}/desk/people/${person.id}/correction`} spaced={false}>
        <div class="stack">
          <NameFields language={language} values={shown} errors={errors} />
          <p class="hint">{t('people.email-stays')}</p>
          <div>
            <Button kind="quiet">{t('people.correct')}</Button>
          </div>
        </div>
      </Form>
    </Card>
  )
}

export interface NameFieldsProps {
  readonly language: Language
  readonly values: Readonly<Record<'name_ar' | 'name_latin' | 'language', string>>
  readonly errors: FormErrors
}

/** The two names and the language of letters. */
export function NameFields({ language, values, errors }: NameFieldsProps): Html {
  const t = words(language)
  return (
    <>
      <div class="trio">
        <TextField
          name="name_ar"
          label={t('people.name-ar')}
          value={values.name_ar}
          error={errorOf(errors, 'name_ar')}
          dir="rtl"
          autocomplete="off"
        />
        <TextField
          name="name_latin"
          label={t('people.name-latin')}
          value={values.name_latin}
          error={errorOf(errors, 'name_latin')}
          dir="ltr"
          autocomplete="off"
        />
      </div>
      <ChoiceField
        name="language"
        label={t('people.language')}
        value={values.language}
        options={LANGUAGE_OPTIONS}
        error={errorOf(errors, 'language')}
        look="row"
      />
    </>
  )
}

function Trail({ trail, language, zone }: PersonProps): Html {
  const t = words(language)
  if (trail.length === 0) return <></>
  return (
    <section class="card stack stack--sm">
      <h2>{t('people.trail')}</h2>
      <ul class="rows sm">
        {trail.map((line) => (
          <li>
            <span>
              {formatDateTime(line.at, language, zone, { style: 'long' })}
              <br />
              {line.act}
            </span>
            <span class="muted">{line.by ?? t('people.by-command-line')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
