/** What was sent after the session had ended comes back, to be sent again once its writer has signed in. */
import type { Html } from '#html'
import type { Language } from '../../domain/language.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Hidden } from '../form/controls.tsx'
import { RefusalNote } from '../form/error-summary.tsx'
import { words } from '../words/index.ts'
import { type PublicFrame, ReadingPage } from './public-page.tsx'
import { Typed } from '../typed.tsx'

export interface InterruptedProps {
  readonly language: Language
  readonly frame: PublicFrame
  /** Where the form is sent again, without the language. */
  readonly path: string
  /** Fields as they were sent, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** Longer texts are shown, so that their writer sees they are there; all are carried along. */
const LONG = 40

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
