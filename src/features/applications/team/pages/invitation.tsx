/** What the link of an invitation opens: who invites, to what, and one button. Opening it changes nothing. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Facts } from '../../../../design/facts.tsx'
import { TextField } from '../../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../../design/form/field.tsx'
import { ReadingPage } from '../../../../design/layout/public-page.tsx'
import { Note } from '../../../../design/note.tsx'
import { inLanguage } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import { formatDeadline } from '../../../../platform/time/time.ts'
import type { Around } from '../../pages/around.tsx'
import type { InvitationView } from '../views.ts'
import { words } from '../words/index.ts'

export interface InvitationProps extends Around {
  /** Null for a link that leads to nothing. */
  readonly view: InvitationView | null
  readonly action: string
  /** The reader holds an application of their own in this call. */
  readonly holds: boolean
  /** Who would join: their name, empty for who has none yet; null for a visitor who has to sign in first. */
  readonly joiner: string | null
  readonly typed: string
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function InvitationPage(props: InvitationProps): Html {
  const { view, language, frame, path, errors, refusal } = props
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('invitation.title')} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ name: t('name') }} />
      {view === null || refusal !== undefined ? <Closed {...props} /> : <Open {...props} view={view} />}
    </ReadingPage>
  )
}

function Closed({ view, language }: InvitationProps): Html {
  const t = words(language)
  return (
    <>
      <h1>{t('invitation.closed')}</h1>
      <p>{t('invitation.ask')}</p>
      {view !== null && (
        <div class="actions">
          <ButtonLink kind="quiet" href={`/${language}/calls/${view.edition.slug}`}>
            {t('invitation.call')}
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function Open({ view, action, holds, joiner, typed, errors, language }: InvitationProps & { view: InvitationView }): Html {
  const t = words(language)
  const facts = [
    { name: t('fact.edition'), value: <a href={`/${language}/calls/${view.edition.slug}`}>{inLanguage(view.edition.name, language).text}</a> },
    ...(view.title === '' ? [] : [{ name: t('fact.project'), value: <bdi>{view.title}</bdi> }]),
    { name: t('fact.application'), value: <bdi class="ltr num">{view.number}</bdi> },
    { name: t('invitation.deadline'), value: formatDeadline(view.call.deadlineAt, language, view.call.zone) },
  ]
  return (
    <>
      <div class="stack stack--sm">
        <h1>{t.rich('invitation.heading', { name: <bdi>{nameFor(view.inviter, language)}</bdi> })}</h1>
        <p class="lead">{t('invitation.lead')}</p>
      </div>
      <Facts facts={facts} />
      <p>{t('invitation.seen')}</p>
      {holds && (
        <Note>
          <p>
            {t('invitation.holds')} <a href={`/${language}/calls/${view.edition.slug}/rules`}>{t('invitation.rules')}</a>
          </p>
        </Note>
      )}
      <form class="stack stack--lg" method="post" action={action} novalidate>
        {joiner === '' && (
          <TextField name="name" label={t('name')} hint={t('name-hint')} value={typed} error={errorOf(errors, 'name')} autocomplete="name" />
        )}
        <div class="actions">
          <Button kind="light" size="lg">
            {t(joiner === null ? 'invitation.sign-in' : 'invitation.join')}
          </Button>
        </div>
        {joiner === null && <p class="sm muted">{t('invitation.sign-in-text')}</p>}
        {joiner !== null && joiner !== '' && <p class="sm muted">{t.rich('invitation.as', { name: <bdi>{joiner}</bdi> })}</p>}
      </form>
    </>
  )
}
