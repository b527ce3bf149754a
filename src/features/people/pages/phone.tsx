/** Messages on one's phone: asked for with a number and a yes, ended with one press. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { ConsentField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { PhoneView } from '../queries/phone.ts'
import { words } from '../words/index.ts'

export interface PhoneProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: PhoneView
  readonly typed: { readonly phone: string; readonly yes: boolean }
  readonly errors: FormErrors
  readonly refusal: string | undefined
  readonly said: string | undefined
}

export function PhonePage({ language, frame, path, view, typed, errors, refusal, said }: PhoneProps): Html {
  const t = words(language)
  const { wanted } = view
  return (
    <ReadingPage
      language={language}
      frame={frame}
      path={path}
      title={t('phone.title')}
      said={said}
      error={errors.length > 0 || refusal !== undefined}
    >
      <BackLink href={`/${language}/me`}>{t('me.title')}</BackLink>
      <Head title={t('phone.title')} lead={t('phone.lead')} />
      <ErrorSummary language={language} errors={errors} />
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {wanted !== null && (
        <Card title={t('phone.on')}>
          <form class="stack" method="post" action={`/${language}/me/phone/removal`}>
            <p>
              <bdi class="ltr num">{wanted.phone}</bdi>
              <br />
              <span class="sm muted">{t('phone.since', { at: formatDateTime(wanted.since, language, view.zone, { style: 'long' }) })}</span>
            </p>
            <Button>{t('phone.stop')}</Button>
          </form>
        </Card>
      )}
      <Card title={t(wanted === null ? 'phone.ask' : 'phone.another')}>
        <form class="stack" method="post" action={`/${language}/me/phone`} novalidate>
          <TextField
            name="phone"
            kind="tel"
            width="m"
            label={t('phone.number')}
            hint={t('phone.number-hint')}
            value={typed.phone}
            error={errorOf(errors, 'phone')}
            autocomplete="tel"
          />
          <ConsentField name="yes" label={t('phone.consent')} hint={t('phone.consent-hint')} given={typed.yes} error={errorOf(errors, 'yes')} />
          <Button kind="light">{t('phone.want')}</Button>
        </form>
      </Card>
    </ReadingPage>
  )
}
