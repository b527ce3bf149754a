/** Inviting a reviewer: somebody who holds the role, or anybody by their address. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ChoiceField, Form, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { Note } from '../../../design/note.tsx'
import { type Language, LANGUAGES } from '../../../domain/language.ts'
import { collator } from '../../../platform/words/format.ts'
import { words } from '../words/index.ts'
import { DeskPage } from './desk-page.tsx'
import { type ReviewerFormProps, type ReviewerTyped, Terms, termNames } from './reviewer-terms.tsx'

export type InviteTyped = ReviewerTyped & Readonly<Record<'person' | 'email' | 'name_ar' | 'name_latin' | 'language', string>>

export interface InviteProps extends ReviewerFormProps {
  /** Who holds the role of reviewer and was not asked yet. */
  readonly candidates: readonly { readonly person: string; readonly name: string }[]
  readonly typed: InviteTyped
}

export function InvitePage(props: InviteProps): Html {
  const { around, errors } = props
  const { language, slug, sealed } = around
  const t = words(language)
  const base = `/desk/${slug}/reviewers`
  return (
    <DeskPage
      around={around}
      here="reviewers"
      path={`${base}/new`}
      title={t('reviewer.invite')}
      lead={t('reviewer.invite-lead')}
      wrong={errors.length > 0}
    >
      {sealed ? (
        <Note>
          <p>{t('refusal.reviewer/sealed')}</p>
        </Note>
      ) : (
        <Form action={`/${language}${base}`} spaced={false}>
          <div class="stack stack--lg">
            <ErrorSummary language={language} errors={errors} names={{ ...whoNames(language), ...termNames(language) }} />
            <Who {...props} />
            <Card title={t('reviewer.reads')}>
              <div class="stack">
                <Terms {...props} />
              </div>
            </Card>
            <div class="row">
              <Button kind="light">{t('reviewer.send')}</Button>
              <ButtonLink kind="text" href={`/${language}${base}`}>
                {t('reviewer.leave')}
              </ButtonLink>
            </div>
          </div>
        </Form>
      )}
    </DeskPage>
  )
}

function whoNames(language: Language): Readonly<Record<string, string>> {
  const t = words(language)
  return {
    person: t('reviewer.chosen'),
    email: t('reviewer.email'),
    name_ar: t('reviewer.name-ar'),
    name_latin: t('reviewer.name-latin'),
    language: t('reviewer.language'),
  }
}

function Who(props: InviteProps): Html {
  const { around, candidates, typed, errors } = props
  const { language } = around
  const t = words(language)
  const order = collator(language)
  const options = [...candidates].sort((one, other) => order.compare(one.name, other.name)).map(({ person, name }) => ({ value: person, name }))
  return (
    <Card title={t('reviewer.who')}>
      <div class="stack">
        {options.length > 0 && (
          <SelectField
            name="person"
            label={t('reviewer.chosen')}
            hint={t('reviewer.chosen-hint')}
            value={typed.person}
            empty={t('reviewer.by-address')}
            groups={[{ options }]}
            error={errorOf(errors, 'person')}
          />
        )}
        <TextField
          name="email"
          kind="email"
          label={t('reviewer.email')}
          hint={t('reviewer.email-hint')}
          value={typed.email}
          error={errorOf(errors, 'email')}
          autocomplete="off"
        />
        <Names {...props} />
      </div>
    </Card>
  )
}

function Names({ around, typed, errors }: InviteProps): Html {
  const t = words(around.language)
  return (
    <>
      <div class="trio">
        <TextField
          name="name_ar"
          label={t('reviewer.name-ar')}
          value={typed.name_ar}
          error={errorOf(errors, 'name_ar')}
          dir="rtl"
          autocomplete="off"
        />
        <TextField
          name="name_latin"
          label={t('reviewer.name-latin')}
          value={typed.name_latin}
          error={errorOf(errors, 'name_latin')}
          dir="ltr"
          autocomplete="off"
        />
      </div>
      <ChoiceField
        name="language"
        label={t('reviewer.language')}
        value={typed.language}
        options={LANGUAGES.map((code) => ({ value: code, name: t(`language.${code}`) }))}
        error={errorOf(errors, 'language')}
        look="row"
      />
    </>
  )
}
