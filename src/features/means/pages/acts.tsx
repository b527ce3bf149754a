/** What the viewer may do to an award and its instalments now, each act a form of its own. */
import type { Child, Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { DateField, TextField } from '../../../design/form/controls.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import type { Language } from '../../../domain/language.ts'
import { boxesOf, fieldName } from '../field-name.ts'
import type { AwardView, InstalmentView } from '../views.ts'
import { words } from '../words/index.ts'
import type { ProjectMoneyProps } from './project.tsx'
import { amountOf, instalmentName } from './wording.tsx'

type Typed = Pick<ProjectMoneyProps, 'values' | 'errors'>

/** Whether there is anything for the viewer to do, or to be told, about an award. */
export function hasActs(award: AwardView): boolean {
  return award.maySign || award.instalments.some((one) => one.acts.length > 0 || one.ownPreparation)
}

export function AwardActs(props: Typed & { language: Language; award: AwardView; base: string }): Html {
  const { language, award, base } = props
  const t = words(language)
  return (
    <Card title={t('money.acts')}>
      <div class="stack stack--lg">
        {award.maySign && (
          <ActForm action={`${base}/awards/${award.id}/agreement`} does={t('do.sign')}>
            <DayField {...props} name={fieldName('signed_on', award.id)} label={t('field.signed-on')} />
          </ActForm>
        )}
        {award.instalments.map((instalment) => (
          <InstalmentActs {...props} instalment={instalment} />
        ))}
      </div>
    </Card>
  )
}

interface InstalmentActsProps extends Typed {
  readonly language: Language
  readonly award: AwardView
  readonly instalment: InstalmentView
  readonly base: string
}

function InstalmentActs(props: InstalmentActsProps): Html {
  const { language, award, instalment, base } = props
  const t = words(language)
  const { acts, id, payment } = instalment
  if (acts.length === 0 && !instalment.ownPreparation) return <></>
  return (
    <div class="stack">
      <h3>{amountOf(instalmentName(award, instalment, language), instalment.amount, award.currency, language)}</h3>
      {instalment.ownPreparation && (
        <Note is="wait">
          <p>{t('payment.own')}</p>
        </Note>
      )}
      {acts.includes('accept-report') && (
        <ActForm action={`${base}/instalments/${id}/report`} does={t('do.accept-report')}>
          <DayField {...props} name={fieldName('accepted_on', id)} label={t('field.accepted-on')} />
        </ActForm>
      )}
      {acts.includes('prepare') && <ActForm action={`${base}/instalments/${id}/payment`} does={t('do.prepare')} />}
      {payment !== null && <PaymentActs {...props} payment={payment.id} />}
      {acts.includes('release') && (
        <ReasonForm {...props} act="release" action={`${base}/instalments/${id}/release`} name={fieldName('reason', id)} />
      )}
    </div>
  )
}

function PaymentActs(props: InstalmentActsProps & { payment: string }): Html {
  const { language, instalment, base, payment } = props
  const { acts } = instalment
  const t = words(language)
  const reference = fieldName('reference', payment)
  return (
    <>
      {acts.includes('approve') && <ActForm action={`${base}/payments/${payment}/approval`} does={t('do.approve')} />}
      {acts.includes('execute') && (
        <ActForm action={`${base}/payments/${payment}/execution`} does={t('do.execute')}>
          <DayField {...props} name={fieldName('paid_on', payment)} label={t('field.paid-on')} />
          <TextField
            name={reference}
            label={t('field.reference')}
            hint={t('field.reference-hint')}
            width="m"
            value={props.values[reference] ?? ''}
            error={errorOf(props.errors, reference)}
          />
        </ActForm>
      )}
      {acts.includes('refuse') && (
        <ReasonForm {...props} act="refuse" action={`${base}/payments/${payment}/refusal`} name={fieldName('reason', payment)} />
      )}
    </>
  )
}

function ActForm({ action, does, children }: { action: string; does: string; children?: Child }): Html {
  return (
    <form class="stack" method="post" action={action} novalidate>
      {children}
      <Button>{does}</Button>
    </form>
  )
}

function DayField({ language, values, errors, name, label }: Typed & { language: Language; name: string; label: string }): Html {
  return <DateField language={language} name={name} label={label} value={boxesOf(values, name)} error={errorOf(errors, name)} />
}

/** An act that stops something: folded away, with the reason it asks for. Open again when it came back with a fault. */
function ReasonForm(props: Typed & { language: Language; act: 'refuse' | 'release'; action: string; name: string }): Html {
  const { language, act, name, values, errors } = props
  const t = words(language)
  const error = errorOf(errors, name)
  return (
    <More summary={t(`do.${act}`)} open={error !== undefined || values[name] !== undefined}>
      <form class="stack" method="post" action={props.action} novalidate>
        <TextField name={name} label={t(`field.${act}-reason`)} hint={t(`field.${act}-hint`)} value={values[name] ?? ''} error={error} />
        <Button kind="bad">{t(`do.${act}`)}</Button>
      </form>
    </More>
  )
}
