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
}

export function SignInPage(props: SignInProps): Html {
  const { language, errors } = props
  const t = words(language)
  return (
    <DoorPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={t('sign-in.title')}
      error={errors.length > 0 || props.refusal !== undefined}
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
          autocomplete="email"
        />
        <Hidden name="return_to" value={props.returnTo} />
        <Button kind="light" size="lg" block>
          {t('sign-in.send')}
        </Button>
      </form>
      <p class="sm muted">{t('sign-in.first')}</p>
    </DoorPage>
  )
}

export interface CodeProps extends Door {
  readonly request: string
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
      <p class="muted">{t('code.lead')}</p>
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
      <ButtonLink kind="text" href={`/${language}/sign-in`}>
        {t('code.again-link')}
      </ButtonLink>
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
