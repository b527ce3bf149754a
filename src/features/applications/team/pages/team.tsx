/** The people who write one application: who they are, who may still come, and how one leaves or hands it over. */
import { type Html, trusted } from '#html'
import { Person } from '../../../../design/avatar.tsx'
import { Button } from '../../../../design/button.tsx'
import { Hidden } from '../../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import type { FormErrors } from '../../../../design/form/field.tsx'
import { ReadingPage } from '../../../../design/layout/public-page.tsx'
import { More } from '../../../../design/more.tsx'
import { Note } from '../../../../design/note.tsx'
import type { Language } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import { LARGEST_TEAM, mayLeave, usableUntil } from '../../../../domain/team.ts'
import { isolated } from '../../../../platform/isolate.ts'
import { formatDate, formatDateTime } from '../../../../platform/time/time.ts'
import { type Around, applicationPath, BackToList, NumberLine } from '../../pages/around.tsx'
import type { MadeLink, TeamMember, TeamView } from '../views.ts'
import { words } from '../words/index.ts'
import { Invite, Made } from './invite.tsx'

export interface TeamProps extends Around {
  readonly view: TeamView
  /** Why the team no longer changes: a code of ours; null while it may. */
  readonly fixed: string | null
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  readonly made?: MadeLink | undefined
  readonly said?: string | undefined
}

export function TeamPage(props: TeamProps): Html {
  const { view, language, frame, path, errors, refusal, made, fixed, said } = props
  const t = words(language)
  const holds = view.membership === 'holder'
  const faulty = errors.length > 0 || refusal !== undefined
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('title')} error={faulty} said={said}>
      <BackToList head={view} language={language} />
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={fieldNames(language)} />
      <div class="stack stack--sm">
        <NumberLine head={view} language={language} />
        <h1>{t('heading')}</h1>
        <p class="lead">{t('lead')}</p>
      </div>
      {fixed !== null && (
        <Note>
          <p>{t.any(`fixed.${fixed}`)}</p>
        </Note>
      )}
      {made !== undefined && <Made made={made} call={view.call} language={language} />}
      {view.asked !== null && fixed === null && <Offer {...props} asked={view.asked} />}
      <section class="stack stack--sm">
        <h2>{t('members', { count: view.members.length })}</h2>
        <ul class="rows">
          {view.members.map((member) => (
            <Member {...props} member={member} />
          ))}
        </ul>
      </section>
      {holds && fixed === null && view.invitations.length > 0 && <OpenInvitations {...props} />}
      {holds &&
        fixed === null &&
        (view.members.length < LARGEST_TEAM ? <Invite {...props} /> : <p class="muted">{t('full', { max: LARGEST_TEAM })}</p>)}
      {mayLeave(view.membership, { call: view.call, ...momentsOf(view) }).ok && <Leave {...props} />}
    </ReadingPage>
  )
}

/** For the rule of leaving, the state says enough. */
function momentsOf({ state, call }: TeamView) {
  return { submittedAt: state === 'submitted' ? call.deadlineAt : null, withdrawnAt: null }
}

export function fieldNames(language: Language): Record<string, string> {
  const t = words(language)
  return {
    email: t('invite.email'),
    language: t('invite.language'),
    name: t('name'),
    link_for: t('invite.for'),
    link_language: t('invite.language'),
    link_name: t('name'),
  }
}

/** A member by name, or by a word while they have none. */
function called(member: TeamMember, language: Language): string {
  return nameFor(member, language) || words(language)('member.nameless')
}

/** The same within a sentence. */
function calledIn(member: TeamMember | undefined, language: Language): string {
  return member === undefined ? '' : isolated(called(member, language), language)
}

function Member({ view, member, language, fixed }: TeamProps & { member: TeamMember }): Html {
  const t = words(language)
  const own = member.id === view.viewer
  const changes = view.membership === 'holder' && !own && fixed === null
  const since = t('member.member', { date: formatDate(member.joinedAt, language, 'day-month', view.call.zone) })
  return (
    <li class="stack stack--sm">
      <Person name={own && nameFor(member, language) === '' ? t('member.you') : called(member, language)}>
        {own && nameFor(member, language) !== '' ? `${t('member.you')} · ` : ''}
        {member.part === 'holder' ? t('member.holder') : since}
      </Person>
      {changes && <Changes view={view} member={member} language={language} />}
    </li>
  )
}

/** What the holder may do with a member: each act behind a sentence that says what it means. */
function Changes({ view, member, language }: { view: TeamView; member: TeamMember; language: Language }): Html {
  const t = words(language)
  const name = calledIn(member, language)
  return (
    <div class="row row--tight">
      {view.asked === null && (
        <More summary={t('offer.summary')}>
          <form class="stack stack--sm" method="post" action={applicationPath(view, language, '/team/holder-offer')}>
            <p>{t('offer.text', { name })}</p>
            <Hidden name="person" value={member.id} />
            <Button kind="quiet">{t('offer.button', { name })}</Button>
          </form>
        </More>
      )}
      <More summary={t('take-out.summary')}>
        <form class="stack stack--sm" method="post" action={applicationPath(view, language, `/team/members/${member.id}/removal`)}>
          <p>{t('take-out.text', { name })}</p>
          {view.invitations.some(({ once }) => !once) && <p>{t('take-out.links')}</p>}
          <Button kind="bad">{t('take-out.button', { name })}</Button>
        </form>
      </More>
    </div>
  )
}

/** The holder's part on its way to somebody: what the one asked may answer, and what the holder reads meanwhile. */
function Offer({ view, asked, language }: TeamProps & { asked: string }): Html {
  const t = words(language)
  const holder = view.members.find((one) => one.part === 'holder')
  const member = view.members.find((one) => one.id === asked)
  const path = (rest: string): string => applicationPath(view, language, `/team/${rest}`)
  if (asked === view.viewer)
    return (
      <section class="card card--lit stack" aria-labelledby="offer">
        <h2 class="h3" id="offer">
          {t('offer.asked', { name: calledIn(holder, language) })}
        </h2>
        <p>{t('offer.means')}</p>
        <div class="actions">
          <form method="post" action={path('holder')}>
            <Button kind="light">{t('offer.accept')}</Button>
          </form>
          <form method="post" action={path('holder-offer/removal')}>
            <Button kind="text">{t('offer.decline')}</Button>
          </form>
        </div>
      </section>
    )
  if (view.membership !== 'holder') return trusted('')
  return (
    <Note is="wait">
      <p>{t('offer.waiting', { name: calledIn(member, language) })}</p>
      <form method="post" action={path('holder-offer/removal')}>
        <Button kind="quiet" size="sm">
          {t('offer.take-back')}
        </Button>
      </form>
    </Note>
  )
}

function OpenInvitations({ view, language }: TeamProps): Html {
  const t = words(language)
  return (
    <section class="stack stack--sm">
      <h2>{t('open.title')}</h2>
      <ul class="rows">
        {view.invitations.map((invitation) => {
          const date = formatDate(usableUntil(invitation.expiresAt, view.call), language, 'day-month', view.call.zone)
          const name = invitation.address ?? t('open.link')
          return (
            <li class="row row--between">
              <span>
                <b>{invitation.address === null ? name : <bdi class="ltr">{name}</bdi>}</b>
                <br />
                <span class="sm muted">
                  {invitation.once ? t('open.for-one', { date }) : t('open.for-several', { date, count: invitation.joined })}
                  <br />
                  {t('open.made', { time: formatDateTime(invitation.invitedAt, language, view.call.zone, { seconds: true }) })}
                </span>
              </span>
              <form method="post" action={applicationPath(view, language, `/team/invitations/${invitation.id}/removal`)}>
                <Button kind="quiet" size="sm">
                  <span aria-hidden="true">{t('open.take-back')}</span>
                  <span class="vh">{t('open.take-back-of', { name })}</span>
                </Button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Leave({ view, language }: TeamProps): Html {
  const t = words(language)
  return (
    <More summary={t('leave.title')}>
      <form class="stack stack--sm" method="post" action={applicationPath(view, language, '/team/departure')}>
        <p>{t('leave.text')}</p>
        <Button kind="bad">{t('leave.button')}</Button>
      </form>
    </More>
  )
}
