/** One reviewer: what they read, changed; and their part, ended. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Form, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { More } from '../../../design/more.tsx'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { ReviewerView } from '../queries/reviewer.ts'
import { words as paperWords } from '../paper/words/index.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage } from './desk-page.tsx'
import { type ReviewerFormProps, Terms, termNames } from './reviewer-terms.tsx'

export interface ReviewerProps extends ReviewerFormProps {
  readonly reviewer: ReviewerView
  /** What was typed as the reason of an end. */
  readonly reason: string
}

/** How things stand with somebody, in a sentence. */
function standing({ language, zone }: DeskAround, reviewer: ReviewerView): string {
  const t = words(language)
  const moment = (at: Date): string => formatDateTime(at, language, zone)
  const { invitedAt, acceptedAt, leftAt, leftReason, load, submitted } = reviewer
  if (leftAt !== null && leftReason !== '') return t('reviewer.left-why', { at: moment(leftAt), reason: leftReason })
  if (leftAt !== null) return t('reviewer.declined-on', { at: moment(leftAt) })
  if (acceptedAt !== null) return t('reviewer.accepted-on', { at: moment(acceptedAt), load, submitted })
  return t('reviewer.invited-on', { at: moment(invitedAt) })
}

export function ReviewerPage(props: ReviewerProps): Html {
  const { around, reviewer, errors } = props
  const { language, slug } = around
  const t = words(language)
  const path = `/desk/${slug}/reviewers/${reviewer.reviewer}`
  const names = { ...termNames(language), reason: t('readings.end-reason') }
  const open = reviewer.leftAt === null && around.mayArrange
  return (
    <DeskPage around={around} here="reviewers" path={path} title={reviewer.name} lead={standing(around, reviewer)} wrong={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} names={names} />
      <Waiting {...props} />
      <Conflicts {...props} />
      {open && (
        <Card title={t('reviewer.reads')}>
          <Form action={`/${language}${path}`}>
            <Terms {...props} />
            <div class="actions">
              <Button kind="light">{t('reviewer.change')}</Button>
            </div>
          </Form>
        </Card>
      )}
      {open && (
        <p>
          <a href={`/${language}${path}/paper`}>{paperWords(language)('page.behalf', { name: reviewer.name })}</a>
        </p>
      )}
      {open && <End {...props} />}
    </DeskPage>
  )
}

/** What somebody who left no longer reads, and nobody reads instead yet. */
function Waiting({ around: { language, slug, mayArrange }, reviewer: { waiting } }: ReviewerProps): Html {
  if (!mayArrange || waiting.length === 0) return <></>
  const t = words(language)
  return (
    <Card title={t('reviewers.waiting', { count: waiting.length })}>
      <div class="stack">
        <ul class="rows">
          {waiting.map((number) => (
            <li>
              <bdi class="num">{number}</bdi>
            </li>
          ))}
        </ul>
        <div class="actions">
          <ButtonLink kind="light" href={`/${language}/desk/${slug}/assignment`}>
            {t('reviewers.open-plan')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}

function Conflicts({ around: { language }, reviewer: { conflicts } }: ReviewerProps): Html {
  if (conflicts.length === 0) return <></>
  const t = words(language)
  return (
    <Card title={t('reviewers.conflicts')}>
      <ul class="rows">
        {conflicts.map(({ number, kind }) => (
          <li>
            <bdi class="num">{number}</bdi> <span class="muted">{t.any(`conflict.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function End({ around: { language, slug }, reviewer: { reviewer }, errors, reason }: ReviewerProps): Html {
  const t = words(language)
  const error = errorOf(errors, 'reason')
  return (
    <More summary={t('reviewer.end')} open={error !== undefined}>
      <Form action={`/${language}/desk/${slug}/reviewers/${reviewer}/end`}>
        <TextField name="reason" label={t('readings.end-reason')} hint={t('reviewer.end-hint')} value={reason} error={error} autocomplete="off" />
        <div class="actions">
          <Button kind="bad">{t('reviewer.end')}</Button>
        </div>
      </Form>
    </More>
  )
}
