/** Being told about calls by mail: the form that asks for an address, and the page behind the links of its mails. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Form } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { EmailField } from '../../../design/form/written-fields.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { AlertView, CallView } from '../views.ts'
import { words } from '../words/index.ts'

export interface AlertProps {
  readonly language: Language
  readonly frame: PublicFrame
  /** The call on whose page it is asked; null: of no call, while none is public. */
  readonly call: CallView | null
  readonly email: string
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  readonly said?: string | undefined
}

export function AlertPage({ language, frame, call, email, errors, refusal, said }: AlertProps): Html {
  const t = words(language)
  const path = call === null ? '/alerts' : `${call.home}/alert`
  const wrong = errors.length > 0 || refusal !== undefined
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('alert.title')} error={wrong} said={said}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ email: t('alert.email') }} />
      <div class="stack stack--xs">
        {call !== null && <BackLink href={`/${language}${call.home}`}>{inLanguage(call.content.call.title, language).text}</BackLink>}
        <h1>{t('alert.title')}</h1>
        <p class="lead">{t('alert.lead')}</p>
      </div>
      <Form action={`/${language}${path}`}>
        <EmailField name="email" label={t('alert.email')} hint={t('alert.hint')} value={email} error={errorOf(errors, 'email')} />
        <div class="actions">
          <Button kind="light">{t('alert.send')}</Button>
        </div>
      </Form>
    </ReadingPage>
  )
}

/** In the page of a call: the same form in one line. */
export function AlertForm({ language, call }: { language: Language; call: CallView }): Html {
  const t = words(language)
  return (
    <Form action={`/${language}${call.home}/alert`}>
      <EmailField name="email" label={t('alert.email')} hint={t('alert.hint')} value="" />
      <Button kind="quiet">{t('alert.send')}</Button>
    </Form>
  )
}

export interface FollowedProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  /** Null where there is none (any more). */
  readonly alert: AlertView | null
  /** What was just done. */
  readonly done?: 'confirmed' | 'ended' | undefined
}

/** Where the link of a mail leads. Nothing happens before a button is pressed: mail programmes look into links. */
export function FollowedPage({ language, frame, path, alert, done }: FollowedProps): Html {
  const t = words(language)
  const state = done ?? (alert === null ? 'gone' : alert.confirmed ? 'standing' : 'waiting')
  const name = alert === null ? '' : inLanguage(alert.name, language).text
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t(`alert.${state}-title`)}>
      <h1>{t(`alert.${state}-title`)}</h1>
      <p class="lead">{t(`alert.${state}-text`, { name })}</p>
      {alert !== null && !alert.confirmed && (
        <Form action={`/${language}/alerts/${alert.id}/confirmation`}>
          <div class="actions">
            <Button kind="light">{t('alert.confirm-action')}</Button>
          </div>
        </Form>
      )}
      {alert?.confirmed === true && (
        <Form action={`/${language}/alerts/${alert.id}/removal`}>
          <div class="actions">
            <Button kind="quiet">{t('alert.end')}</Button>
          </div>
        </Form>
      )}
      <p>
        <a href={`/${language}`}>{t('alert.home')}</a>
      </p>
    </ReadingPage>
  )
}
