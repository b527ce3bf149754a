/** The decision: closed until every rule has a clear verdict; then eligible, or not with its ground and reason. */
import type { Html } from '#html'
import { Button, ClosedButton } from '../../../design/button.tsx'
import { ChoiceField, ConsentField, Hidden, SelectField, TextArea } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { documentsAwaited } from '../../../domain/document-verdict.ts'
import { inLanguage } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatList } from '../../../platform/words/format.ts'
import type { RuleLine } from '../views.ts'
import { words } from '../words/index.ts'
import { DocumentsLeft } from './documents.tsx'
import type { EligibilityProps } from './eligibility.tsx'

const standing = (rule: RuleLine) => (rule.officer ?? rule.automatic)?.verdict ?? 'unclear'

export function Decision(props: EligibilityProps & { action: string }): Html {
  const { view, language } = props
  const t = words(language)
  const unclear = view.rules.filter((rule) => standing(rule) === 'unclear')
  const closed = view.state === 'withdrawn' ? t('decision.closed-withdrawn') : view.published ? t('decision.closed-published') : null
  return (
    <section class="card card--lit stack">
      <h2>{t('decision.title')}</h2>
      <Taken {...props} />
      {view.lookAgain && (
        <Note is="bad">
          <p class="sm">{t('decision.look-again')}</p>
        </Note>
      )}
      {closed !== null ? (
        <p class="sm">{closed}</p>
      ) : !view.mayDecide ? null : unclear.length > 0 ? (
        <Locked rules={unclear} props={props} />
      ) : (
        <DecisionForm {...props} />
      )}
    </section>
  )
}

function Taken({ view, language, zone }: EligibilityProps): Html {
  const t = words(language)
  if (view.decisions.length === 0) return <p class="sm muted">{t('decision.none')}</p>
  return (
    <ul class="rows sm">
      {view.decisions.map((one) => {
        const ground = view.rules.find((rule) => rule.code === one.ground)
        return (
          <li>
            <div class="stack stack--xs">
              <State is={one.eligible ? 'yes' : 'no'}>{one.eligible ? t('state.eligible') : t('state.ineligible')}</State>
              {ground !== undefined && <b>{inLanguage(ground.name, language).text}</b>}
              {one.reason !== '' && <p dir="auto">{one.reason}</p>}
            </div>
            <span class="muted">{t('rules.by', { by: one.by, at: formatDateTime(one.at, language, zone, { style: 'day-month' }) })}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Locked({ rules, props: { language } }: { rules: readonly RuleLine[]; props: EligibilityProps }): Html {
  const t = words(language)
  const names = formatList(
    rules.map((rule) => inLanguage(rule.name, language).text),
    language,
  )
  return (
    <>
      <p class="sm">{t('decision.locked')}</p>
      <div class="actions">
        <ClosedButton size="sm" why="decision-left">
          {t('decision.eligible')}
        </ClosedButton>
        <ClosedButton size="sm" why="decision-left">
          {t('decision.ineligible')}
        </ClosedButton>
      </div>
      <p class="hint" id="decision-left">
        {t('decision.left', { count: rules.length, rules: names })}
      </p>
    </>
  )
}

function DecisionForm({ view, language, typed, action }: EligibilityProps & { action: string }): Html {
  const t = words(language)
  const unmet = view.rules.filter((rule) => standing(rule) === 'not-met')
  const given = typed.decision ?? {
    eligible: unmet.length === 0 && documentsAwaited(view.documents).length === 0 ? 'yes' : '',
    ground: unmet.length === 1 ? (unmet[0] as RuleLine).code : '',
    reason: '',
  }
  return (
    <form method="post" action={action} novalidate class="stack">
      <ChoiceField
        name="eligible"
        label={t('decision.choice')}
        value={given.eligible}
        options={[
          { value: 'yes', name: t('decision.eligible') },
          { value: 'no', name: t('decision.ineligible') },
        ]}
      />
      <DocumentsLeft documents={view.documents} language={language} />
      {unmet.length > 0 && (
        <SelectField
          name="ground"
          label={t('decision.ground')}
          value={given.ground}
          empty={t('decision.choose-ground')}
          groups={[{ options: unmet.map((rule) => ({ value: rule.code, name: inLanguage(rule.name, language).text })) }]}
        />
      )}
      <TextArea
        name="reason"
        label={t('decision.reason')}
        hint={t('decision.reason-hint', { language: t(`language.${view.language}`) })}
        value={given.reason}
        rows={4}
        short
        language={language}
      />
      {unmet.length > 0 && (
        <More summary={t('decision.rule-texts')}>
          {unmet.map((rule) => (
            <p class="sm" lang={inLanguage(rule.reason, view.language).language} dir="auto">
              {inLanguage(rule.reason, view.language).text}
            </p>
          ))}
        </More>
      )}
      {typed.setsAside === true && (
        <ConsentField
          name="confirmed"
          label={t('decision.confirm')}
          hint={t('decision.confirm-hint')}
          given={false}
          error={t('decision.confirm-needed')}
        />
      )}
      <Hidden name="seen" value={String(view.decisions[0]?.seq ?? 0)} />
      <div class="actions">
        <Button kind="light">{t('decision.send')}</Button>
      </div>
      <p class="hint">{t('decision.silent')}</p>
    </form>
  )
}
