/** One answer to many questions about ties: to which, and what would follow. Nothing is written before it is confirmed. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Hidden, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { formatNumber } from '../../../platform/words/format.ts'
import type { AnswersPlan, ConflictKind } from '../conflicts/views.ts'
import { words } from '../conflicts/words/index.ts'
import { tieKey } from '../queries/answers-plan.ts'
import { words as reviewWords } from '../words/index.ts'
import { why } from './conflicts.tsx'
import { type DeskAround, DeskPage } from './desk-page.tsx'

export interface AnswersPlanProps {
  readonly around: DeskAround
  readonly plan: AnswersPlan
  /** All of a kind (null: of every kind), instead of those that were ticked. */
  readonly all: { readonly kind: ConflictKind | null } | null
  readonly reason: string
  readonly errors: FormErrors
}

export function AnswersPlanPage(props: AnswersPlanProps): Html {
  const { around, plan, errors } = props
  const { language, slug } = around
  const t = words(language)
  const back = `/${language}/desk/${slug}/conflicts`
  const figure = (value: number, says: string) => ({ value: formatNumber(value, language), reference: null, says })
  const answer = plan.stands ? 'stands' : 'none'
  return (
    <DeskPage around={around} here="conflicts" title={t(`answers.title-${answer}`)} lead={t('answers.lead')} wrong={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} />
      <Kpis
        three
        figures={[
          figure(plan.lines.length, t('answers.answered')),
          figure(plan.takenBack, t('answers.taken-back')),
          figure(plan.left, t('answers.left')),
        ]}
      />
      {plan.lines.length === 0 ? <p class="note">{t('answers.nothing')}</p> : <GiveThem {...props} action={`${back}/answers`} />}
      <p>
        <ButtonLink kind="quiet" href={back}>
          {t('answers.back')}
        </ButtonLink>
      </p>
      {plan.lines.length > 0 && <Questions {...props} />}
    </DeskPage>
  )
}

function GiveThem({ around: { language }, plan, all, reason, errors, action }: AnswersPlanProps & { action: string }): Html {
  const t = words(language)
  const answer = plan.stands ? 'stands' : 'none'
  return (
    <form method="post" action={action} novalidate class="card stack">
      <Hidden name="answer" value={answer} />
      <Hidden name="fingerprint" value={plan.fingerprint} />
      {all === null ? plan.lines.map((line) => <Hidden name="tie" value={tieKey(line)} />) : <Hidden name="all" value="yes" />}
      {all !== null && all.kind !== null && <Hidden name="kind" value={all.kind} />}
      <TextField
        name="reason"
        label={t('answers.reason')}
        hint={t(`answers.reason-hint-${answer}`)}
        value={reason}
        autocomplete="off"
        error={errorOf(errors, 'reason')}
      />
      <div class="actions">
        <Button kind="light">{t(`answers.do-${answer}`, { count: plan.lines.length })}</Button>
        <span class="sm muted">{t('answers.all-or-nothing')}</span>
      </div>
    </form>
  )
}

function Questions({ around, plan }: AnswersPlanProps): Html {
  const { language, slug } = around
  const [t, r] = [words(language), reviewWords(language)]
  return (
    <Card flush title={t('answers.which')}>
      <Table
        caption={t('answers.which')}
        look="fold"
        rows={plan.lines}
        columns={[
          { name: t('answers.reviewer'), head: true, cell: (line) => <bdi>{line.reviewerName}</bdi> },
          {
            name: r('plan.application'),
            cell: (line) => (
              <>
                <bdi class="num ltr nowrap">{line.number}</bdi>{' '}
                <a href={`/${language}/desk/${slug}/eligibility/${line.application}`}>
                  <bdi>{line.title}</bdi>
                </a>
              </>
            ),
          },
          {
            name: t('answers.why'),
            cell: (line) => (
              <>
                {why(line, around)} {line.reads && <State is="alert">{t('reads')}</State>}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
