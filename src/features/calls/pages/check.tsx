/** The quick check: four questions, an answer with its reasons, nothing stored. A plain form, posted so that no answer stands in an address. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { ChoiceField, DateField, SelectField } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { State } from '../../../design/state.tsx'
import { words as formWords } from '../../../design/words/index.ts'
import type { RuleCheck } from '../../../domain/eligibility.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { nationalPhone } from '../../programme/index.ts'
import type { QuickAnswers, QuickQuestion } from '../quick-check.ts'
import { checkSentence } from '../rule-words.ts'
import type { CallView, CheckView } from '../views.ts'
import { words } from '../words/index.ts'

interface CheckProps {
  readonly language: Language
  readonly call: CallView
  readonly check: CheckView
}

export function CheckCard(props: CheckProps): Html {
  const { language, call, check } = props
  const t = words(language)
  const { answers, questions, errors } = check
  return (
    <section class="card card--lit stack stack--lg" id="check" aria-labelledby="check-title">
      <div class="stack stack--xs">
        <h2 id="check-title">{t('check.title')}</h2>
        <p class="muted">{t('check.lead', { count: questions.length })}</p>
      </div>
      {answers !== null && (
        <div id="verdict" tabindex={-1}>
          <ErrorSummary language={language} errors={errors} names={Object.fromEntries(questions.map(({ name, label }) => [name, label]))} />
          {answers.verdict !== null && <Answer {...props} answers={answers} />}
        </div>
      )}
      <form method="post" class="stack stack--lg" action={`/${language}${call.home}#verdict`} novalidate>
        {questions.map((question) => (
          <Asked language={language} question={question} typed={answers?.typed ?? {}} error={errorOf(errors, question.name)} />
        ))}
        <Button kind={answers === null ? 'action' : 'quiet'}>{t(answers === null ? 'check.send' : 'check.send-again')}</Button>
      </form>
      {(answers === null || answers.verdict === null) && call.state === 'open' && <StartForm {...props} lit={false} />}
    </section>
  )
}

function Asked({
  language,
  question,
  typed,
  error,
}: {
  language: Language
  question: QuickQuestion
  typed: Readonly<Record<string, string>>
  error: string | undefined
}): Html {
  const { name, label, hint, kind, groups } = question
  const field = { name, label, hint, error }
  const value = typed[name] ?? ''
  if (kind === 'date') {
    const box = (part: string): string => typed[`${name}.${part}`] ?? ''
    return <DateField {...field} language={language} birth value={{ day: box('day'), month: box('month'), year: box('year') }} />
  }
  if (kind === 'select') return <SelectField {...field} value={value} groups={groups} empty={formWords(language)('form.choose')} width="m" />
  const options = groups.flatMap((group) => group.options)
  return <ChoiceField {...field} value={value} options={options} look={options.length === 2 ? '2' : 'row'} />
}

/** What the rules say, one line a rule; those not met with their reason. It stands above the questions, where the page lands: nobody has to look for it. */
function Answer({ language, call, answers }: CheckProps & { answers: QuickAnswers }): Html {
  const t = words(language)
  const good = answers.verdict === 'met'
  const title = good
    ? t(call.state === 'open' ? 'check.yes-open' : 'check.yes-announced')
    : t(answers.verdict === 'unclear' ? 'check.unclear' : 'check.no')
  const { help } = call.content.call
  return (
    <div class="note" data-s={good ? 'ok' : answers.verdict === 'unclear' ? 'wait' : 'bad'} role="status" id="answer">
      <div class="stack">
        <h3>{title}</h3>
        <ul class="stack stack--xs">
          {(answers.checks ?? []).map((check) => (
            <li>
              <Line language={language} call={call} check={check} />
            </li>
          ))}
        </ul>
        {good && call.state === 'open' && <StartForm language={language} call={call} lit />}
        {good && <p class="sm muted">{t('check.not-decision')}</p>}
        {!good && help.phone !== '' && (
          <p class="sm">{t('check.no-doubt', { phone: nationalPhone(help.phone), hours: inLanguage(help.hours, language).text })}</p>
        )}
      </div>
    </div>
  )
}

const SHAPES = { met: 'done', 'not-met': 'no', unclear: 'wait' } as const

function Line({ language, call, check }: { language: Language; call: CallView; check: RuleCheck }): Html {
  const rule = call.content.eligibilityRules.find((one) => one.code === check.rule)
  if (rule === undefined) return <></>
  return (
    <>
      <State is={SHAPES[check.verdict]} bare>
        {checkSentence(check, rule, language)}
      </State>
      {check.verdict === 'not-met' && <p class="sm">{inLanguage(rule.reason, language).text}</p>}
    </>
  )
}

/** Starting is a write: it makes an application, so it is sent, never followed as a link. */
function StartForm({ language, call, lit }: { language: Language; call: CallView; lit: boolean }): Html {
  const t = words(language)
  if (call.preview)
    return (
      <p>
        <ButtonLink kind="quiet" href={`/${language}${call.home}/form`}>
          {t('preview.form')}
        </ButtonLink>
      </p>
    )
  return (
    <form method="post" action={`/${language}/calls/${call.edition.slug}/applications`} class="actions">
      <Button kind={lit ? 'light' : 'text'} {...(lit ? { size: 'lg' } : {})}>
        {t(lit ? 'call.start' : 'call.start-now')}
      </Button>
      <span class="sm muted">{t('call.minutes', { minutes: call.content.call.minutes })}</span>
    </form>
  )
}
