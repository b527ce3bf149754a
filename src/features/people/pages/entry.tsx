/** How a person comes in: their passkeys, a password if they want one, and where they are signed in now. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { SHORTEST_PASSWORD } from '../../../domain/password.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { EntryView } from '../entry-views.ts'
import { words } from '../words/index.ts'
import { deviceName } from './device-name.ts'

export interface EntryProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: EntryView
  /** The device the page is read on. */
  readonly device: string
  /** Whether browsers keep keys for this address. */
  readonly named: boolean
  readonly said?: string | undefined
  readonly errors?: FormErrors
  readonly refusal?: string | undefined
  /** What was refused wants a fresh entry. */
  readonly stale?: boolean
}

export function EntryPage(props: EntryProps): Html {
  const { language, frame, path, said, errors = [], refusal } = props
  const t = words(language)
  return (
    <ReadingPage
      language={language}
      frame={frame}
      path={path}
      title={t('entry.title')}
      said={said}
      islands={['passkey']}
      error={errors.length > 0 || refusal !== undefined}
    >
      <BackLink href={`/${language}/me`}>{t('me.title')}</BackLink>
      <Head title={t('entry.title')} lead={t('entry.lead')} />
      <ErrorSummary language={language} errors={errors} />
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {props.stale === true && (
        <ButtonLink kind="light" href={`/${language}/sign-in?return_to=%2Fme%2Fentry`}>
          {t('entry.again')}
        </ButtonLink>
      )}
      <Passkeys {...props} />
      <Password {...props} />
      <Sessions {...props} />
    </ReadingPage>
  )
}

function Passkeys({ language, view, device, named }: EntryProps): Html {
  const t = words(language)
  const when = (at: Date): string => formatDateTime(at, language, view.zone, { style: 'long' })
  return (
    <Card title={t('passkey.title')} id="passkeys">
      <div class="stack">
        <p class="muted">{t('passkey.lead')}</p>
        {view.passkeys.length > 0 && (
          <ul class="rows">
            {view.passkeys.map((key) => (
              <li>
                <span>
                  <b dir="auto">{key.name}</b>
                  <br />
                  <span class="sm muted">
                    {t('passkey.added', { device: deviceName(key.device, language), at: when(key.addedAt) })}
                    <br />
                    {key.usedAt === null ? t('passkey.never-used') : t('passkey.used', { at: when(key.usedAt) })}
                    {key.synced && ` · ${t('passkey.synced')}`}
                  </span>
                </span>
                <form method="post" action={`/${language}/me/passkeys/${key.id}/removal`}>
                  <Button kind="quiet" size="sm">
                    <span aria-hidden="true">{t('passkey.remove')}</span>
                    <span class="vh">{t('passkey.remove-of', { name: key.name })}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <p class="sm" data-without-passkey={named ? '' : undefined}>
          {t(named ? 'passkey.not-here' : 'refusal.passkey/no-name')}
        </p>
        {named && (
          <form class="stack" novalidate hidden data-passkey={`/${language}/me/passkeys`} data-failed={t('passkey.not-added')}>
            <TextField
              name="name"
              label={t('passkey.name')}
              hint={t('passkey.name-hint')}
              value={device === '' ? '' : deviceName(device, language)}
            />
            <p class="err" role="alert"></p>
            <Button kind="light">{t('passkey.add')}</Button>
          </form>
        )}
      </div>
    </Card>
  )
}

function Password({ language, view, errors = [] }: EntryProps): Html {
  const t = words(language)
  const has = view.passwordSetAt !== null
  return (
    <Card title={t('password.title')} id="password-part">
      <div class="stack">
        <p class="muted">
          {has ? t('password.since', { at: formatDateTime(view.passwordSetAt as Date, language, view.zone, { style: 'long' }) }) : t('password.lead')}
        </p>
        <form class="stack" method="post" action={`/${language}/me/password`} novalidate>
          <input type="hidden" name="username" autocomplete="username" value={view.email} />
          {has && (
            <TextField
              name="old"
              kind="password"
              label={t('password.old')}
              hint={t('password.old-hint')}
              value=""
              error={errorOf(errors, 'old')}
              autocomplete="current-password"
            />
          )}
          <TextField
            name="password"
            kind="password"
            label={t(has ? 'password.new' : 'password.choose')}
            hint={t('password.hint', { least: SHORTEST_PASSWORD })}
            value=""
            error={errorOf(errors, 'password')}
            autocomplete="new-password"
          />
          <Button kind="quiet">{t(has ? 'password.change' : 'password.set')}</Button>
        </form>
        {has && (
          <form method="post" action={`/${language}/me/password/removal`}>
            <Button kind="text">{t('password.remove')}</Button>
          </form>
        )}
      </div>
    </Card>
  )
}

function Sessions({ language, view }: EntryProps): Html {
  const t = words(language)
  const when = (at: Date): string => formatDateTime(at, language, view.zone, { style: 'long' })
  return (
    <Card title={t('session.title')} id="sessions">
      <div class="stack">
        <p class="muted">{t('session.lead')}</p>
        <ul class="rows">
          {view.sessions.map((session) => (
            <li>
              <span>
                <b>{deviceName(session.device, language)}</b>
                {session.current && <span class="sm"> · {t('session.this')}</span>}
                <br />
                <span class="sm muted">
                  {t('session.since', { at: when(session.startedAt), way: t.any(`way.${session.way}`) })}
                  <br />
                  {session.current ? t('session.now') : t('session.seen', { at: when(session.seenAt) })}
                </span>
              </span>
              {!session.current && (
                <form method="post" action={`/${language}/me/sessions/${session.id}/removal`}>
                  <Button kind="quiet" size="sm">
                    <span aria-hidden="true">{t('session.end')}</span>
                    <span class="vh">{t('session.end-of', { device: deviceName(session.device, language), at: when(session.seenAt) })}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {view.sessions.length > 1 && (
          <form method="post" action={`/${language}/me/sessions/others/removal`}>
            <Button kind="quiet">{t('session.end-others')}</Button>
          </form>
        )}
      </div>
    </Card>
  )
}
