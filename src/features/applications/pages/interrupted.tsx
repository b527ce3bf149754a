/** What was sent and could not be kept comes back: because the session had ended, or because the application was sent or withdrawn meanwhile. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import type { ApplicationHead } from '../views.ts'
import { words } from '../words/index.ts'
import { type Around, applicationPath } from './around.tsx'

export interface InterruptedProps extends Around {
  /** Fields as they were sent, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** Longer texts are shown, so that their writer sees they are there; all are carried along. */
const LONG = 40

/** To be sent again once its writer has signed in. */
export function InterruptedPage({ fields, language, frame, path }: InterruptedProps): Html {
  const t = words(language)
  const shown = fields.filter(([name, value]) => !name.includes('.') && value.length > LONG)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('interrupted.title')} error>
      <h1>{t('interrupted.title')}</h1>
      <RefusalNote sentence={t('interrupted.lead')} />
      <WayBack fields={fields} language={language} path={path} />
      {shown.length > 0 && (
        <section class="stack stack--sm">
          <h2>{t('interrupted.kept')}</h2>
          {shown.map(([, value]) => (
            <Typed text={value} />
          ))}
        </section>
      )}
      <ButtonLink kind="text" href={`/${language}`}>
        {t('interrupted.leave')}
      </ButtonLink>
    </ReadingPage>
  )
}

/** Sign in elsewhere, then send again from here. */
function WayBack({ fields, language, path }: Pick<InterruptedProps, 'fields' | 'language' | 'path'>): Html {
  const t = words(language)
  return (
    <ol class="cues">
      <li>
        <span class="cue" aria-hidden="true">
          1
        </span>
        <h2 class="h3">
          <a href={`/${language}/sign-in`} target="_blank" rel="noopener">
            {t('interrupted.sign-in')}
          </a>
        </h2>
        <p class="muted sm">{t('interrupted.sign-in-text')}</p>
      </li>
      <li>
        <span class="cue" aria-hidden="true">
          2
        </span>
        <h2 class="h3">{t('interrupted.again')}</h2>
        <form class="stack" method="post" action={`/${language}${path}`}>
          {fields.map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <Button kind="light">{t('interrupted.button')}</Button>
        </form>
      </li>
    </ol>
  )
}

function Typed({ text }: { text: string }): Html {
  return (
    <blockquote class="card card--tight" dir="auto">
      {text.split('\n').map((line) => (
        <p>{line}</p>
      ))}
    </blockquote>
  )
}

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
        {t('interrupted.leave')}
      </ButtonLink>
    </ReadingPage>
  )
}

function Answers({ typed, language }: Pick<TooLateProps, 'typed' | 'language'>): Html {
  if (typed.length === 0) return <></>
  return (
    <section class="stack stack--sm">
      <h2>{words(language)('interrupted.kept')}</h2>
      {typed.map(({ label, text }) => (
        <>
          {label !== '' && <h3>{label}</h3>}
          <Typed text={text} />
        </>
      ))}
    </section>
  )
}
