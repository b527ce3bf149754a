/** Asking about a call: an address to be answered at, a question. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Form, TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { EmailField } from '../../../design/form/written-fields.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'

export interface AskProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly call: CallView
  readonly values: { readonly email: string; readonly question: string }
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function AskPage({ language, frame, call, values, errors, refusal }: AskProps): Html {
  const t = words(language)
  const path = `${call.home}/question`
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('ask.title')} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ email: t('ask.email'), question: t('ask.question') }} />
      <div class="stack stack--xs">
        <BackLink href={`/${language}${call.home}#questions`}>{inLanguage(call.content.call.title, language).text}</BackLink>
        <h1>{t('ask.title')}</h1>
        {call.state !== 'closed' && <p class="lead">{t('ask.lead')}</p>}
      </div>
      {call.state === 'closed' && refusal === undefined ? (
        <Note>
          <p>{t('refusal.call-question/closed')}</p>
        </Note>
      ) : (
        <Form action={`/${language}${path}`}>
          <TextArea language={language} name="question" label={t('ask.question')} value={values.question} error={errorOf(errors, 'question')} short />
          <EmailField name="email" label={t('ask.email')} hint={t('ask.email-hint')} value={values.email} error={errorOf(errors, 'email')} />
          <div class="actions">
            <Button kind="light">{t('ask.send')}</Button>
          </div>
        </Form>
      )}
    </ReadingPage>
  )
}
