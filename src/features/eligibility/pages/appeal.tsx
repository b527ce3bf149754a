/** Writing an appeal: what it is for, until when, and the text. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { More } from '../../../design/more.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDeadline } from '../../../platform/time/time.ts'
import type { OwnDecision } from '../appeals/views.ts'
import { words } from '../appeals/words/index.ts'

export interface AppealProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: OwnDecision
  readonly text: string
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function AppealPage({ language, frame, path, view, text, errors, refusal }: AppealProps): Html {
  const t = words(language)
  const { told, until } = view
  const base = `/${language}/applications/${told.application}`
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('write.title')} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ text: t('write.text') }} />
      <div class="stack stack--sm">
        <p class="muted">
          <bdi class="ltr num">{told.number}</bdi> · <bdi>{told.title}</bdi>
        </p>
        <h1>{t('write.title')}</h1>
      </div>
      <p>{t('write.lead')}</p>
      {until !== null && <p>{t('own.until', { at: formatDeadline(until, language, told.zone, { style: 'full' }) })}</p>}
      <More summary={t('write.reason')}>
        <p dir="auto" lang={told.language}>
          {told.reason}
        </p>
      </More>
      <form class="stack stack--lg" method="post" action={`${base}/appeal`} novalidate>
        <TextArea
          name="text"
          label={t('write.text')}
          hint={t('write.text-hint')}
          value={text}
          language={language}
          rows={8}
          error={errorOf(errors, 'text')}
        />
        <div class="actions">
          <Button kind="light">{t('write.send')}</Button>
          <ButtonLink kind="text" href={`${base}/decision`}>
            {t('write.back')}
          </ButtonLink>
        </div>
      </form>
    </ReadingPage>
  )
}
