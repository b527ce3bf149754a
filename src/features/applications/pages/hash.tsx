/** The public check of a receipt: whether a submission with this hash exists, its number and its time, nothing else. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { TextField } from '../../../design/form/controls.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { formatDateTime, offsetLabel } from '../../../platform/time/time.ts'
import type { HashView } from '../views.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.tsx'

/** A SHA-256 in groups of four, as it is read aloud and compared. */
export function Hash({ value }: { value: string }): Html {
  return (
    <p class="mono" dir="ltr">
      SHA-256 {value.replace(/.{4}(?=.)/g, '$& ')}
    </p>
  )
}

export interface HashProps extends Around {
  readonly hash: string
  /** Undefined: nothing was asked yet; null: no submission has this hash. */
  readonly found: HashView | null | undefined
  /** What was asked is no hash: a number of an application, say, or nothing. */
  readonly misread?: boolean
}

export function HashPage({ hash, found, misread = false, ...around }: HashProps): Html {
  const { language, frame, path } = around
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('verify.title')} error={misread}>
      <div class="stack stack--sm">
        <h1>{t('verify.title')}</h1>
        <p class="lead">{t('verify.lead')}</p>
        <p class="sm muted">{t('verify.what')}</p>
      </div>
      {found === null && (
        <Note is="bad" role="status">
          <p>{t('verify.unknown')}</p>
        </Note>
      )}
      {found != null && <Found found={found} hash={hash} language={language} />}
      <form class="stack" method="get" action={`/${language}/receipts`}>
        <TextField
          name="hash"
          label={t('verify.field')}
          hint={t('verify.hint')}
          value={found === undefined || found === null ? hash : ''}
          dir="ltr"
          autocomplete="off"
          error={misread ? t('verify.not-hash') : undefined}
        />
        <div class="actions">
          <Button kind={found === undefined ? 'light' : 'quiet'}>{t('verify.button')}</Button>
        </div>
      </form>
    </ReadingPage>
  )
}

function Found({ found, hash, language }: { found: HashView; hash: string; language: Around['language'] }): Html {
  const t = words(language)
  return (
    <section class="card stack">
      <State is={found.withdrawn || found.replacedAt !== null ? 'no' : 'done'}>
        {t(found.withdrawn ? 'state.withdrawn' : found.replacedAt !== null ? 'state.replaced' : 'state.sent')}
      </State>
      <p>{t('verify.known')}</p>
      {found.replacedAt !== null && (
        <p>
          {t(found.withdrawn ? 'verify.replaced-withdrawn' : 'verify.replaced', {
            date: formatDateTime(found.replacedAt, language, found.zone, { seconds: true }),
          })}
        </p>
      )}
      <dl class="kv">
        <div>
          <dt>{t('receipt.number')}</dt>
          <dd class="big">
            <bdi class="ltr num">{found.number}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('receipt.time')}</dt>
          <dd>
            <time datetime={found.submittedAt.toISOString()}>{formatDateTime(found.submittedAt, language, found.zone, { seconds: true })}</time>{' '}
            <bdi class="ltr">({offsetLabel(found.submittedAt, found.zone)})</bdi>
          </dd>
        </div>
      </dl>
      <Hash value={hash} />
      {found.correctedAt !== null && found.previous !== null && (
        <>
          <p class="sm">{t('verify.corrected', { date: formatDateTime(found.correctedAt, language, found.zone, { seconds: true }) })}</p>
          <Hash value={found.previous} />
        </>
      )}
    </section>
  )
}
