/** The threshold of an application: one button. Reached by who had to sign in first, or asks for it by its address. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { words } from '../words/index.ts'
import type { Around } from './around.tsx'

export interface StartProps extends Around {
  readonly edition: string
  /** Why no application can be begun now. */
  readonly refusal?: string | undefined
}

export function StartPage({ edition, refusal, language, frame, path }: StartProps): Html {
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('start.title')} error={refusal !== undefined}>
      <h1>{t('start.title')}</h1>
      {refusal === undefined ? (
        <>
          <p class="lead">{t('start.lead')}</p>
          <form method="post" action={`/${language}/calls/${edition}/applications`}>
            <Button kind="light" size="lg">
              {t('start.button')}
            </Button>
          </form>
        </>
      ) : (
        <>
          <RefusalNote sentence={refusal} />
          <div class="actions">
            <ButtonLink kind="quiet" href={`/${language}/calls/${edition}`}>
              {t('start.back')}
            </ButtonLink>
          </div>
        </>
      )}
    </ReadingPage>
  )
}
