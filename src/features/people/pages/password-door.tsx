/** Coming in by address and password, for who set one. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Hidden, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { DoorPage } from '../../../design/layout/door-page.tsx'
import { words } from '../words/index.ts'
import { backTo, type SignInProps } from './sign-in.tsx'

export function PasswordDoorPage(props: Omit<SignInProps, 'interrupted' | 'passkeys'>): Html {
  const { language, errors } = props
  const t = words(language)
  return (
    <DoorPage
      language={language}
      frame={props.frame}
      path={props.path}
      query={backTo(props.returnTo)}
      title={t('password-door.title')}
      error={errors.length > 0 || props.refusal !== undefined}
    >
      <h1 class="door__h">{t('password-door.title')}</h1>
      <p class="muted">{t('password-door.lead')}</p>
      <ErrorSummary language={language} errors={errors} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <form class="stack stack--lg" method="post" action={`/${language}/sign-in/password`} novalidate>
        <TextField
          name="email"
          kind="email"
          label={t('sign-in.email')}
          value={props.email}
          error={errorOf(errors, 'email')}
          autocomplete="username"
        />
        <TextField
          name="password"
          kind="password"
          label={t('password-door.password')}
          value=""
          error={errorOf(errors, 'password')}
          autocomplete="current-password"
        />
        <Hidden name="return_to" value={props.returnTo} />
        <Button kind="light" size="lg" block>
          {t('password-door.enter')}
        </Button>
      </form>
      <p class="sm muted">{t('password-door.forgotten')}</p>
      <ButtonLink kind="text" href={`/${language}/sign-in${backTo(props.returnTo)}`}>
        {t('password-door.by-link')}
      </ButtonLink>
    </DoorPage>
  )
}
