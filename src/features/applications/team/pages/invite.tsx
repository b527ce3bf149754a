/** The two ways to invite, and the link just made. */
import { type Html, trusted } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { ChoiceField, TextField } from '../../../../design/form/controls.tsx'
import { errorOf, idOf } from '../../../../design/form/field.tsx'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import { usableUntil } from '../../../../domain/team.ts'
import { formatDate } from '../../../../platform/time/time.ts'
import { applicationPath } from '../../pages/around.tsx'
import type { ApplicationHead } from '../../views.ts'
import type { MadeLink } from '../views.ts'
import { words } from '../words/index.ts'
import type { TeamProps } from './team.tsx'

const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, name: LANGUAGE_NAMES[value] }))

export function Invite(props: TeamProps): Html {
  const t = words(props.language)
  return (
    <>
      <Card title={t('invite.link')}>
        <ByLink {...props} />
      </Card>
      <Card title={t('invite.mail')}>
        <ByMail {...props} />
      </Card>
    </>
  )
}

function ByMail({ view, typed, errors, language, ...props }: TeamProps): Html {
  const t = words(language)
  return (
    <form class="stack stack--lg" method="post" action={applicationPath(view, language, '/team/invitations')} novalidate>
      <TextField
        name="email"
        kind="email"
        label={t('invite.email')}
        hint={t('invite.email-hint')}
        value={typed.email ?? ''}
        error={errorOf(errors, 'email')}
        autocomplete="off"
      />
      <OwnName {...props} name="name" view={view} typed={typed} errors={errors} language={language} />
      <ChoiceField
        name="language"
        label={t('invite.language')}
        options={LANGUAGE_OPTIONS}
        value={typed.language ?? language}
        error={errorOf(errors, 'language')}
        look="row"
      />
      <div class="actions">
        <Button kind="quiet">{t('invite.send')}</Button>
      </div>
    </form>
  )
}

function ByLink({ view, typed, errors, language, ...props }: TeamProps): Html {
  const t = words(language)
  return (
    <form class="stack stack--lg" method="post" action={applicationPath(view, language, '/team/links')} novalidate>
      <p class="muted">{t('invite.link-text')}</p>
      <ChoiceField
        name="link_for"
        label={t('invite.for')}
        options={[
          { value: 'one', name: t('invite.for-one'), hint: t('invite.for-one-hint') },
          { value: 'several', name: t('invite.for-several'), hint: t('invite.for-several-hint') },
        ]}
        value={typed.link_for ?? 'one'}
        error={errorOf(errors, 'link_for')}
      />
      <OwnName {...props} name="link_name" view={view} typed={typed} errors={errors} language={language} />
      <ChoiceField
        name="link_language"
        label={t('invite.language')}
        options={LANGUAGE_OPTIONS}
        value={typed.link_language ?? language}
        error={errorOf(errors, 'link_language')}
        look="row"
      />
      <div class="actions">
        <Button>{t('invite.make')}</Button>
      </div>
    </form>
  )
}

/** Who invites has a name: asked once, of who has none yet. */
function OwnName({ view, name, typed, errors, language }: TeamProps & { name: 'name' | 'link_name' }): Html {
  const t = words(language)
  const own = view.members.find((member) => member.id === view.viewer)
  if (own !== undefined && nameFor(own, language) !== '') return trusted('')
  return <TextField name={name} label={t('name')} hint={t('name-hint')} value={typed[name] ?? ''} error={errorOf(errors, name)} autocomplete="name" />
}

/** A link to copy, or to hand to a messenger: shown once. */
export function Made({ made, call, language }: { made: MadeLink; call: ApplicationHead['call']; language: Language }): Html {
  const t = words(language)
  const message = words(made.language)('made.message', { link: made.href })
  return (
    <section class="card card--lit stack" aria-labelledby="made">
      <h2 class="h3" id="made">
        {t('made.title')}
      </h2>
      <p>{t('made.once')}</p>
      <div class="field">
        <label for={idOf('made_link')}>{t('made.label')}</label>
        <input class="input" id={idOf('made_link')} type="text" dir="ltr" readonly value={made.href} />
      </div>
      <p class="sm muted">{t('made.until', { date: formatDate(usableUntil(made.expiresAt, call), language, 'weekday', call.zone) })}</p>
      <div class="actions">
        <ButtonLink kind="light" href={`https://wa.me/?text=${encodeURIComponent(message)}`} rel="noreferrer">
          {t('made.whatsapp')}
        </ButtonLink>
      </div>
    </section>
  )
}
