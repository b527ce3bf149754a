/** The side door: an address, then a link and a code. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Hidden, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { DoorPage } from '../../../design/layout/door-page.tsx'
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import type { Language } from '../../../domain/language.ts'
import type { AskedToSignIn } from '../queries/sign-in-request.ts'
import { words } from '../words/index.ts'

interface Door {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
}

export interface SignInProps extends Door {
  readonly email: string
  readonly returnTo: string
  readonly errors: FormErrors
  readonly refusal?: string
  /** The visitor was writing when the session ended. */
  readonly interrupted: boolean
  /** Whether browsers keep keys for this address. */
  readonly passkeys: boolean
}

/** Where the visitor was going, carried along to another door. */
export function backTo(returnTo: string): string {
  return returnTo === '/me' ? '' : `?return_to=${encodeURIComponent(returnTo)}`
}

export function SignInPage(props: SignInProps): Html {
  const { language, errors } = props
  const t = words(language)
  return (
    <DoorPage
      language={language}
      frame={props.frame}
      path={props.path}
      query={backTo(props.returnTo)}
      title={t('sign-in.title')}
      error={errors.length > 0 || props.refusal !== undefined}
      islands={props.passkeys ? ['passkey'] : []}
    >
      <h1 class="door__h">{t('sign-in.heading')}</h1>
      {props.interrupted && <Note is="wait">{t('sign-in.draft-kept')}</Note>}
      <p class="muted">{t('sign-in.lead')}</p>
      <ErrorSummary language={language} errors={errors} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <form class="stack stack--lg" method="post" action={`/${language}/sign-in`} novalidate>
        <TextField
          name="email"
          kind="email"
          label={t('sign-in.email')}
          hint={t('sign-in.email-hint')}
          value={props.email}
          error={errorOf(errors, 'email')}
          autocomplete={props.passkeys ? 'username webauthn' : 'username'}
        />
        <Hidden name="return_to" value={props.returnTo} />
        <Button kind="light" size="lg" block>
          {t('sign-in.send')}
        </Button>
      </form>
      {props.passkeys && <DeviceDoor language={language} returnTo={props.returnTo} />}
      <p class="sm muted">{t('sign-in.first')}</p>
      <ButtonLink kind="text" href={`/${language}/sign-in/password${backTo(props.returnTo)}`}>
        {t('sign-in.by-password')}
      </ButtonLink>
    </DoorPage>
  )
}

/** Shown by its island where the browser knows passkeys (islands/passkey.ts). */
function DeviceDoor({ language, returnTo }: { language: Language; returnTo: string }): Html {
  const t = words(language)
  return (
    <div class="stack stack--xs" hidden data-passkey={`/${language}/sign-in/passkey`} data-failed={t('passkey.not-found')} data-back={returnTo}>
      <button class="btn btn--quiet btn--block" type="button">
        {t('sign-in.by-device')}
      </button>
      <p class="err" role="alert"></p>
    </div>
  )
}

export interface CodeProps extends Door {
  readonly request: string
  /** Where its mail went, and where the visitor was going; null once it is too old to tell. */
  readonly asked: AskedToSignIn | null
  readonly errors: FormErrors
  readonly refusal?: string
}

export function CodePage(props: CodeProps): Html {
  const { language, errors } = props
  const t = words(language)
  return (
    <DoorPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={t('code.title')}
      error={errors.length > 0 || props.refusal !== undefined}
    >
      <h1 class="door__h">{t('code.heading')}</h1>
      <p class="muted">
        {props.asked === null ? t('code.lead') : t.rich('code.lead-to', { address: <bdi class="ltr strong">{props.asked.email}</bdi> })}
      </p>
      <ErrorSummary language={language} errors={errors} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <form class="stack stack--lg" method="post" action={`/${language}/sign-in/code/${props.request}`} novalidate>
        <TextField
          name="code"
          kind="code"
          width="m"
          label={t('code.label')}
          hint={t('code.hint')}
          value=""
          error={errorOf(errors, 'code')}
          autocomplete="one-time-code"
        />
        <Button kind="light" size="lg" block>
          {t('code.enter')}
        </Button>
      </form>
      <p class="sm muted">{t('code.again')}</p>
      {props.asked === null ? (
        <ButtonLink kind="text" href={`/${language}/sign-in`}>
          {t('code.again-link')}
        </ButtonLink>
      ) : (
        <form class="row" method="post" action={`/${language}/sign-in`}>
          <Hidden name="email" value={props.asked.email} />
          <Hidden name="return_to" value={props.asked.returnTo} />
          <Button kind="text">{t('code.again-link')}</Button>
          <a class="btn btn--text" href={`/${language}/sign-in${backTo(props.asked.returnTo)}`}>
            {t('code.other')}
          </a>
        </form>
      )}
    </DoorPage>
  )
}

/** Opening the link changes nothing; pressing its button does. Mail programmes that look into links press nothing. */
export function LinkPage(props: Door & { token: string }): Html {
  const t = words(props.language)
  return (
    <DoorPage language={props.language} frame={props.frame} path={props.path} title={t('link.title')}>
      <h1 class="door__h">{t('link.heading')}</h1>
      <p class="muted">{t('link.lead')}</p>
      <form method="post" action={`/${props.language}/sign-in/link/${props.token}`}>
        <Button kind="light" size="lg" block>
          {t('link.enter')}
        </Button>
      </form>
    </DoorPage>
  )
}
