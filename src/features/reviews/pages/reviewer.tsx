/** One reviewer: invited, or changed, or taken leave of. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { CheckField, Form, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { More } from '../../../design/more.tsx'
import { inLanguage, LANGUAGES, type Trilingual } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { collator } from '../../../platform/words/format.ts'
import type { ReviewerView } from '../queries/reviewer.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage } from './desk-page.tsx'

export interface ReviewerTyped {
  readonly person: string
  readonly region: string
  readonly languages: readonly string[]
  readonly sectors: readonly string[]
  readonly min_load: string
  readonly max_load: string
}

export interface ReviewerFormProps {
  readonly around: DeskAround
  readonly sectors: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly typed: ReviewerTyped
  readonly errors: FormErrors
}

export function InvitePage(props: ReviewerFormProps & { candidates: readonly { person: string; name: string }[] }): Html {
  const { around, candidates, typed, errors } = props
  const { language, slug } = around
  const t = words(language)
  const order = collator(language)
  const options = [...candidates].sort((one, other) => order.compare(one.name, other.name)).map(({ person, name }) => ({ value: person, name }))
  return (
    <DeskPage around={around} here="reviewers" title={t('reviewer.invite')} lead={t('reviewer.invite-lead')}>
      {options.length === 0 ? (
        <Empty title={t('reviewer.nobody')}>
          <p>{t('reviewer.nobody-hint')}</p>
        </Empty>
      ) : (
        <Form action={`/${language}/desk/${slug}/reviewers`}>
          <ErrorSummary language={language} errors={errors} />
          <SelectField
            name="person"
            label={t('reviewer.who')}
            hint={t('reviewer.who-hint')}
            value={typed.person}
            empty={t('readings.choose')}
            groups={[{ options }]}
            error={errorOf(errors, 'person')}
          />
          <Terms {...props} />
          <div class="actions">
            <Button kind="light">{t('reviewer.send')}</Button>
          </div>
        </Form>
      )}
    </DeskPage>
  )
}

export function ReviewerPage(props: ReviewerFormProps & { reviewer: ReviewerView; reason: string }): Html {
  const { around, reviewer, errors, reason } = props
  const { language, slug, zone } = around
  const t = words(language)
  const base = `/${language}/desk/${slug}/reviewers/${reviewer.reviewer}`
  const moment = (at: Date): string => formatDateTime(at, language, zone)
  const lead =
    reviewer.leftAt !== null
      ? t('reviewer.left-on', { at: moment(reviewer.leftAt) })
      : reviewer.acceptedAt !== null
        ? t('reviewer.accepted-on', { at: moment(reviewer.acceptedAt), load: reviewer.load, submitted: reviewer.submitted })
        : t('reviewer.invited-on', { at: moment(reviewer.invitedAt) })
  const open = reviewer.leftAt === null && around.mayArrange
  return (
    <DeskPage around={around} here="reviewers" title={reviewer.name} lead={lead}>
      <ErrorSummary language={language} errors={errors} />
      {reviewer.conflicts.length > 0 && (
        <Card title={t('reviewers.conflicts')}>
          <ul class="rows">
            {reviewer.conflicts.map((one) => (
              <li>
                <bdi class="num">{one.number}</bdi> <span class="muted">{t.any(`conflict.${one.kind}`)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {open && (
        <Form action={base}>
          <Terms {...props} />
          <div class="actions">
            <Button kind="light">{t('reviewer.change')}</Button>
          </div>
        </Form>
      )}
      {open && (
        <More summary={t('reviewer.end')} open={errorOf(errors, 'reason') !== undefined}>
          <Form action={`${base}/end`}>
            <TextField
              name="reason"
              label={t('readings.end-reason')}
              hint={t('reviewer.end-hint')}
              value={reason}
              error={errorOf(errors, 'reason')}
              autocomplete="off"
            />
            <div class="actions">
              <Button kind="bad">{t('reviewer.end')}</Button>
            </div>
          </Form>
        </More>
      )}
    </DeskPage>
  )
}

function Terms({ around, sectors, typed, errors }: ReviewerFormProps): Html {
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
