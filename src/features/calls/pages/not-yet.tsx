/** Instead of the public page of a call that is still being written: something in it is missing or wrong. */
import type { Child, Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'

export interface NotYetProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly base: string
  /** What is still to be written. */
  readonly children?: Child
}

export function NotYetPage({ language, frame, path, base, children }: NotYetProps): Html {
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('preview.not-yet')}>
      <h1>{t('preview.not-yet')}</h1>
      <p>{t('preview.not-yet-why')}</p>
      <div class="row">
        <ButtonLink href={`/${language}${base}`}>{t('preview.back')}</ButtonLink>
        <ButtonLink kind="quiet" href={`/${language}${base}/preview/form`}>
          {t('preview.form')}
        </ButtonLink>
      </div>
      {children}
    </ReadingPage>
  )
}
