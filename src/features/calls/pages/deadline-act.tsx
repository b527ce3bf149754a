/** Putting a deadline off, or announcing when a call without one closes: to when and why, then what everybody will read, then done. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Facts } from '../../../design/facts.tsx'
import { DateField, TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import { LANGUAGES, type Language, LANGUAGE_NAMES } from '../../../domain/language.ts'
import { CLOSING_NOTICE_DAYS, EXTENSIONS_AT_MOST } from '../../../domain/call.ts'
import type { DeadlineView } from '../views.ts'
import { words } from '../words/index.ts'

/** A call with a deadline is extended, one without is closed. */
export type DeadlineAct = 'extension' | 'closing'

export interface DeadlineActProps {
  readonly act: DeadlineAct
  readonly language: Language
  readonly frame: StaffFrame
  readonly edition: string
  readonly view: DeadlineView
  /** As typed: `deadline.day`, `deadline.time`, `reason_ar`… */
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  /** Why it can no longer be done, whatever is typed; null while it can. */
  readonly closed: string | null
  /** What would be done; null while it is still being written. */
  readonly plan: { readonly deadline: string; readonly fingerprint: string } | null
}

export function DeadlineActPage(props: DeadlineActProps): Html {
  const { act, language, frame, edition, errors, refusal, closed, plan } = props
  const t = words(language)
  const path = `/desk/${edition}/call/${act}`
  return (
    <StaffPage language={language} frame={frame} path={path} title={t(`${act}.title`)} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ deadline: t(`${act}.deadline`) }} />
      <div class="stack stack--sm">
        <BackLink href={`/${language}/desk/${edition}/call`}>{t('extension.back')}</BackLink>
        <Head title={t(`${act}.title`)} {...(closed === null ? { lead: lead(props) } : {})} />
      </div>
      {closed !== null ? (
        <Closed {...props} sentence={closed} />
      ) : plan === null ? (
        <Written {...props} path={path} />
      ) : (
        <Planned {...props} path={path} plan={plan} />
      )}
    </StaffPage>
  )
}

/** In place of a form that could only be refused. */
function Closed({ language, edition, sentence }: DeadlineActProps & { sentence: string }): Html {
  return (
    <>
      <Note>
        <p>{sentence}</p>
      </Note>
      <div class="actions">
        <ButtonLink kind="quiet" href={`/${language}/desk/${edition}/call`}>
          {words(language)('extension.leave')}
        </ButtonLink>
      </div>
    </>
  )
}

function lead({ act, language, view }: DeadlineActProps): string {
  const t = words(language)
  if (act === 'closing') return t('closing.lead', { days: CLOSING_NOTICE_DAYS })
  return t('extension.lead', { deadline: view.deadline ?? '', left: EXTENSIONS_AT_MOST - view.before })
}

function Written({ act, language, values, errors, path }: DeadlineActProps & { path: string }): Html {
  const t = words(language)
  const value = (name: string): string => values[name] ?? ''
  return (
    <form class="card stack stack--lg" method="post" action={`/${language}${path}`} novalidate>
      <DateField
        language={language}
        name="deadline"
        label={t(`${act}.deadline`)}
        error={errorOf(errors, 'deadline')}
        value={{ day: value('deadline.day'), month: value('deadline.month'), year: value('deadline.year') }}
        time={{ label: t('extension.time'), value: value('deadline.time') }}
      />
      <div class="trio">
        {LANGUAGES.map((one) => (
          <TextArea
            language={language}
            name={`reason_${one}`}
            label={t('extension.reason', { language: LANGUAGE_NAMES[one] })}
            value={value(`reason_${one}`)}
            error={errorOf(errors, `reason_${one}`)}
            short
          />
        ))}
      </div>
      <div class="actions">
        <Button>{t('extension.show')}</Button>
      </div>
    </form>
  )
}

function Planned({
  act,
  language,
  edition,
  view,
  values,
  plan,
  path,
}: DeadlineActProps & { path: string; plan: NonNullable<DeadlineActProps['plan']> }): Html {
  const t = words(language)
  const reasons = LANGUAGES.map((one) => ({ name: LANGUAGE_NAMES[one], value: <span lang={one}>{values[`reason_${one}`]}</span> }))
  const standing = view.deadline === null ? [] : [{ name: t('extension.from'), value: view.deadline }]
  return (
    <Card title={t('extension.plan')}>
      <div class="stack">
        <Facts facts={[...standing, { name: t(`${act}.to`), value: plan.deadline }, ...reasons]} />
        <Note>
          <p>{t(`${act}.told`, { count: view.holders })}</p>
        </Note>
        <form class="actions" method="post" action={`/${language}${path}`}>
          {Object.entries(values).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="fingerprint" value={plan.fingerprint} />
          <Button kind="light">{t(`${act}.apply`)}</Button>
          <ButtonLink kind="text" href={`/${language}/desk/${edition}/call`}>
            {t('extension.leave')}
          </ButtonLink>
        </form>
      </div>
    </Card>
  )
}
