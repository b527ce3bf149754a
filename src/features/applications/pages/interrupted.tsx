/** What was sent and could not be kept comes back: because the application was sent or withdrawn meanwhile, or is somebody else's. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Typed } from '../../../design/typed.tsx'
import { words as designWords } from '../../../design/words/index.ts'
import type { ApplicationHead } from '../views.ts'
import { words } from '../words/index.ts'
import { type Around, applicationPath } from './around.tsx'

export interface TooLateProps extends Around {
  readonly view: ApplicationHead
  readonly refusal: string
  /** Answers that were sent, in words. */
  readonly typed: readonly { readonly label: string; readonly text: string }[]
}

/** To be copied: the application takes no more answers. */
export function TooLatePage({ view, refusal, typed, language, frame, path }: TooLateProps): Html {
  const t = words(language)
  const title = t('list.title', { number: view.number })
  return (
    <ReadingPage language={language} frame={frame} path={path} title={title} error>
      <h1>{title}</h1>
      <RefusalNote sentence={refusal} />
      <div class="actions">
        <ButtonLink kind="light" href={applicationPath(view, language)}>
          {t(view.state === 'submitted' ? 'interrupted.receipt' : 'interrupted.application')}
        </ButtonLink>
      </div>
      <Answers typed={typed} language={language} />
    </ReadingPage>
  )
}

/** To be copied by somebody who is not, or no longer, in the team: the page names no application. */
export function NotTheirsPage({ refusal, typed, language, frame, path }: Omit<TooLateProps, 'view'>): Html {
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('interrupted.not-saved')} error>
      <h1>{t('interrupted.not-saved')}</h1>
      <RefusalNote sentence={refusal} />
      <Answers typed={typed} language={language} />
      <ButtonLink kind="text" href={`/${language}/me`}>
        {designWords(language)('interrupted.leave')}
      </ButtonLink>
    </ReadingPage>
  )
}

function Answers({ typed, language }: Pick<TooLateProps, 'typed' | 'language'>): Html {
  if (typed.length === 0) return <></>
  return (
    <section class="stack stack--sm">
      <h2>{designWords(language)('interrupted.kept')}</h2>
      {typed.map(({ label, text }) => (
        <>
          {label !== '' && <h3>{label}</h3>}
          <Typed text={text} />
        </>
      ))}
    </section>
  )
}
