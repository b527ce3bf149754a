/** Taking an application back: what it means, and the button that does it. Also what is shown of one taken back before it was sent. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { mayStart } from '../../../domain/application.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { ApplicationHead, WithdrawnView } from '../views.ts'
import { words } from '../words/index.ts'
import { type Around, applicationPath, NumberLine } from './around.tsx'

export interface WithdrawalProps extends Around {
  readonly view: ApplicationHead
  readonly reason: string
  readonly errors: FormErrors
  readonly refusal?: string
  /** Why it can no longer be taken back; null while it can. */
  readonly closed: string | null
}

export function WithdrawalPage({ view, reason, errors, refusal, closed, language, frame, path, now }: WithdrawalProps): Html {
  const t = words(language)
  const open = mayStart(view.call, now).ok
  const back = view.state === 'draft' ? '' : '/receipt'
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('withdraw.title')} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ reason: t('withdraw.reason') }} />
      <div class="stack stack--sm">
        <NumberLine head={view} language={language} />
        <h1>{t('withdraw.heading')}</h1>
        {view.title !== '' && (
          <p class="lead">
            <bdi>{view.title}</bdi>
          </p>
        )}
      </div>
      {closed !== null ? (
        <Over head={view} sentence={closed} language={language} />
      ) : (
        <>
          <p>{t(view.state === 'draft' ? 'withdraw.draft' : 'withdraw.sent')}</p>
          <p>{t(open ? 'withdraw.open' : 'withdraw.closed')}</p>
          <form class="stack stack--lg" method="post" action={applicationPath(view, language, '/withdrawal')} novalidate>
            <TextArea
              name="reason"
              label={t('withdraw.reason')}
              hint={t('withdraw.reason-hint')}
              value={reason}
              language={language}
              rows={3}
              short
              error={errorOf(errors, 'reason')}
            />
            <div class="actions">
              <Button kind="bad">{t('withdraw.button')}</Button>
              <ButtonLink kind="text" href={applicationPath(view, language, back)}>
                {t('withdraw.back')}
              </ButtonLink>
            </div>
          </form>
        </>
      )}
    </ReadingPage>
  )
}

/** In place of a button that could only be refused. */
function Over({ head, sentence, language }: { head: ApplicationHead; sentence: string; language: Around['language'] }): Html {
  return (
    <>
      <Note>
        <p>{sentence}</p>
      </Note>
      <div class="actions">
        <ButtonLink kind="quiet" href={applicationPath(head, language, head.state === 'draft' ? '' : '/receipt')}>
          {words(language)(head.state === 'draft' ? 'interrupted.application' : 'interrupted.receipt')}
        </ButtonLink>
      </div>
    </>
  )
}

export function WithdrawnPage({ view, language, frame, path, now, said }: Around & { view: WithdrawnView; said?: string | undefined }): Html {
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('list.title', { number: view.number })} said={said}>
      <div class="stack stack--sm">
        <NumberLine head={view} language={language} />
        <h1>
          <bdi>{view.title === '' ? t('untitled') : view.title}</bdi>
        </h1>
        <State is="no">{t('state.withdrawn')}</State>
      </div>
      <p>{t('withdraw.done', { date: formatDateTime(view.withdrawnAt, language, view.call.zone) })}</p>
      {mayStart(view.call, now).ok && (
        <div class="actions">
          <ButtonLink kind="light" href={`/${language}/calls/${view.edition.slug}/applications`}>
            {t('start.again')}
          </ButtonLink>
        </div>
      )}
    </ReadingPage>
  )
}
