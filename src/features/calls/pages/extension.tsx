/** Putting a deadline off: to when and why, then what everybody will read, then done. */
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
import { EXTENSIONS_AT_MOST } from '../../../domain/call.ts'
import type { ExtensionView } from '../views.ts'
import { words } from '../words/index.ts'

export interface ExtensionProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly edition: string
  readonly view: ExtensionView
  /** As typed: `deadline.day`, `deadline.time`, `reason_ar`… */
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  /** What would be done; null while it is still being written. */
  readonly plan: { readonly deadline: string; readonly fingerprint: string } | null
}

export function ExtensionPage(props: ExtensionProps): Html {
  const { language, frame, edition, view, errors, refusal, plan } = props
  const t = words(language)
  const path = `/desk/${edition}/call/extension`
  return (
    <StaffPage language={language} frame={frame} path={path} title={t('extension.title')} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ deadline: t('extension.deadline') }} />
      <div class="stack stack--sm">
        <BackLink href={`/${language}/desk/${edition}/call`}>{t('extension.back')}</BackLink>
        <Head title={t('extension.title')} lead={t('extension.lead', { deadline: view.deadline, left: EXTENSIONS_AT_MOST - view.before })} />
      </div>
      {plan === null ? <Written {...props} path={path} /> : <Planned {...props} path={path} plan={plan} />}
    </StaffPage>
  )
}

function Written({ language, values, errors, path }: ExtensionProps & { path: string }): Html {
  const t = words(language)
  const value = (name: string): string => values[name] ?? ''
  return (
    <form class="card stack stack--lg" method="post" action={`/${language}${path}`} novalidate>
      <DateField
        language={language}
        name="deadline"
        label={t('extension.deadline')}
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
  language,
  edition,
  view,
  values,
  plan,
  path,
}: ExtensionProps & { path: string; plan: NonNullable<ExtensionProps['plan']> }): Html {
  const t = words(language)
  const reasons = LANGUAGES.map((one) => ({ name: LANGUAGE_NAMES[one], value: <span lang={one}>{values[`reason_${one}`]}</span> }))
  return (
    <Card title={t('extension.plan')}>
      <div class="stack">
        <Facts facts={[{ name: t('extension.from'), value: view.deadline }, { name: t('extension.to'), value: plan.deadline }, ...reasons]} />
        <Note>
          <p>{t('extension.told', { count: view.holders })}</p>
        </Note>
        <form class="actions" method="post" action={`/${language}${path}`}>
          {Object.entries(values).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="fingerprint" value={plan.fingerprint} />
          <Button kind="light">{t('extension.apply')}</Button>
          <ButtonLink kind="text" href={`/${language}/desk/${edition}/call`}>
            {t('extension.leave')}
          </ButtonLink>
        </form>
      </div>
    </Card>
  )
}
