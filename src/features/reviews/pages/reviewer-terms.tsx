/** What a reviewer reads, as fields. */
import type { Html } from '#html'
import { CheckField, SelectField, TextField } from '../../../design/form/controls.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { inLanguage, type Language, LANGUAGES, type Trilingual } from '../../../domain/language.ts'
import { words } from '../words/index.ts'
import type { DeskAround } from './desk-page.tsx'

export interface ReviewerTyped {
  readonly region: string
  readonly languages: readonly string[]
  readonly sectors: readonly string[]
  readonly affiliations: string
  readonly min_load: string
  readonly max_load: string
}

export interface ReviewerFormProps {
  readonly around: DeskAround
  readonly sectors: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly typed: ReviewerTyped
  readonly errors: FormErrors
}

/** What the fields are called in a summary of faults. */
export function termNames(language: Language): Readonly<Record<string, string>> {
  const t = words(language)
  return {
    languages: t('reviewers.languages'),
    region: t('reviewer.region'),
    sectors: t('reviewer.sectors'),
    affiliations: t('reviewer.affiliations'),
    min_load: t('reviewer.min-load'),
    max_load: t('reviewer.max-load'),
  }
}

/** Languages, region, sectors and loads: what the plan of assignment draws from. */
export function Terms({ around, sectors, typed, errors }: ReviewerFormProps): Html {
  const { language, regions } = around
  const t = words(language)
  const named = (all: readonly { readonly code: string; readonly name: Trilingual }[]) =>
    all.map(({ code, name }) => ({ value: code, name: inLanguage(name, language).text }))
  return (
    <>
      <CheckField
        name="languages"
        label={t('reviewers.languages')}
        values={typed.languages}
        look="row"
        options={LANGUAGES.map((code) => ({ value: code, name: t(`language.${code}`) }))}
        error={errorOf(errors, 'languages')}
      />
      <SelectField
        name="region"
        label={t('reviewer.region')}
        hint={t('reviewer.region-hint')}
        value={typed.region}
        empty={t('reviewer.no-region')}
        groups={[{ options: named(regions) }]}
        error={errorOf(errors, 'region')}
        width="m"
      />
      <CheckField
        name="sectors"
        label={t('reviewer.sectors')}
        hint={t('reviewer.sectors-hint')}
        values={typed.sectors}
        look="row"
        options={named(sectors)}
        error={errorOf(errors, 'sectors')}
      />
      <TextField
        name="affiliations"
        label={t('reviewer.affiliations')}
        hint={t('reviewer.affiliations-hint')}
        value={typed.affiliations}
        dir="auto"
        autocomplete="off"
        error={errorOf(errors, 'affiliations')}
      />
      <div class="row">
        <TextField
          name="min_load"
          label={t('reviewer.min-load')}
          value={typed.min_load}
          kind="integer"
          width="s"
          error={errorOf(errors, 'min_load')}
        />
        <TextField
          name="max_load"
          label={t('reviewer.max-load')}
          value={typed.max_load}
          kind="integer"
          width="s"
          error={errorOf(errors, 'max_load')}
        />
      </div>
    </>
  )
}
