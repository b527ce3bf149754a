/** Writing an appeal: what it is for, until when, and the text. */
import type { Html } from '#html'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import { WritingPage } from '../../../design/layout/writing-page.tsx'
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

export function AppealPage({ view, ...props }: AppealProps): Html {
  const { language } = props
  const t = words(language)
  const { told, until } = view
  const base = `/${language}/applications/${told.application}`
  return (
    <WritingPage
      {...props}
      title={t('write.title')}
      about={told}
      lead={[t('write.lead'), ...(until === null ? [] : [t('own.until', { at: formatDeadline(until, language, told.zone, { style: 'full' }) })])]}
      action={`${base}/appeal`}
      label={t('write.text')}
      hint={t('write.text-hint')}
      send={t('write.send')}
      back={{ name: t('write.back'), href: `${base}/decision` }}
    >
      <More summary={t('write.reason')}>
        <p dir="auto" lang={told.language}>
          {told.reason}
        </p>
      </More>
    </WritingPage>
  )
}
