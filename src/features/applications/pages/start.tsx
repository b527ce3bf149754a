/** The threshold of an application: one button. Reached by who had to sign in first, or asks for it by its address. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { KnownOffer } from '../profile/pages/offer.tsx'
import type { Known } from '../profile/views.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.tsx'

export interface StartProps extends Around {
  readonly edition: string
  /** What it could begin with; null when there is nothing. */
  readonly known?: Known | null
  /** An application withdrawn in this call has answers. */
  readonly withdrawn?: boolean
  /** Why no application can be begun now. */
  readonly refusal?: string | undefined
}

export function StartPage({ edition, known = null, withdrawn = false, refusal, language, frame, path }: StartProps): Html {
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('start.title')} error={refusal !== undefined}>
      <h1>{t('start.title')}</h1>
      {refusal === undefined ? (
        <>
          <p class="lead">{t('start.lead')}</p>
          <form class="stack stack--lg" method="post" action={`/${language}/calls/${edition}/applications`}>
            {withdrawn ? (
              <WithdrawnOffer language={language} />
            ) : known !== null ? (
              <KnownOffer known={known} language={language} />
            ) : (
              <Begin language={language} />
            )}
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

function Begin({ language }: { language: Around['language'] }): Html {
  return (
    <div class="actions">
      <Button kind="light" size="lg" name="begin" value="empty">
        {words(language)('start.button')}
      </Button>
    </div>
  )
}

/** After a withdrawal: with its answers, or without. */
function WithdrawnOffer({ language }: { language: Around['language'] }): Html {
  const t = words(language)
  return (
    <>
      <p>{t('known.withdrawn')}</p>
      <div class="actions">
        <Button kind="light" size="lg" name="begin" value="known">
          {t('known.begin')}
        </Button>
        <Button kind="quiet" size="lg" name="begin" value="empty">
          {t('known.empty')}
        </Button>
      </div>
    </>
  )
}
