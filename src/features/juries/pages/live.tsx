/** The live page of a session, one for the chair and for each member's phone: who must leave, the file, the room, the agenda. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { CheckField } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { inLanguage } from '../../../domain/language.ts'
import { formatDateTime, formatTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { words } from '../words/index.ts'
import type { LiveProps } from './around.ts'
import { Agenda } from './agenda.tsx'
import { OpenFile } from './open-file.tsx'
import { Standing } from './sessions.tsx'

export function LivePage(props: LiveProps): Html {
  const { language, frame, path, view, said, refusal } = props
  const t = words(language)
  const { session, mine } = view
  const live = session.openedAt !== null && session.closedAt === null
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('live.title')} said={said} error={refusal !== undefined} islands={['jury']}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <Head title={t('live.title')} eyebrow={inLanguage(view.edition.name, language).text} lead={<bdi>{session.place}</bdi>}>
        <Standing session={session} language={language} />
      </Head>
      <div class="row row--tight screen-only" data-jury={`/${language}/juries/${session.session}/mark`} data-mark={view.mark}>
        <ButtonLink kind="quiet" href={`/${language}${path}`}>
          {t('live.reload')}
        </ButtonLink>
        {mine.reads && (
          <ButtonLink kind="quiet" href={`/${language}/desk/${view.edition.slug}/juries`}>
            {t('sessions.title')}
          </ButtonLink>
        )}
        <span class="muted" role="status" data-news hidden>
          {t('live.news')}
        </span>
      </div>
      <p>{t('live.begins', { at: formatDateTime(session.beginsAt, language, view.zone) })}</p>
      {session.closedAt !== null && <Closed {...props} />}
      {live && <Leave {...props} />}
      {live && view.current !== null && !view.mustBeOut && <OpenFile {...props} />}
      <RoomOf {...props} />
      <Agenda {...props} />
      {mine.leads && <Lead {...props} />}
      {props.trail.length > 0 && <Trail {...props} />}
    </ReadingPage>
  )
}

/** Names in large letters: whoever has to be out now, or before the next file can be opened. */
function Leave({ view, language, person }: LiveProps): Html {
  const t = words(language)
  const next = view.current ?? view.items.find((one) => one.outcome === null)?.application
  const item = view.items.find((one) => one.application === next)
  if (item === undefined) return <></>
  const out = view.members.filter((one) => item.inConflict.includes(one.person))
  if (out.length === 0) return <></>
  const inside = out.filter((one) => one.present)
  return (
    <section class="note stack" data-s={inside.length > 0 ? 'bad' : 'wait'} role="alert">
      <p>{t(view.current === null ? 'live.leave-before' : 'live.out-now', { number: item.number })}</p>
      {out.map((one) => (
        <p class="big">
          <bdi>{one.name}</bdi> {one.present && <State is="alert">{t('live.still-in')}</State>}
        </p>
      ))}
      {out.some((one) => one.person === person) && <p>{t('live.you-leave')}</p>}
    </section>
  )
}

function RoomOf(props: LiveProps): Html {
  const { view, language, person, invitable } = props
  const t = words(language)
  const { session, mine, members, zone, counted: present } = view
  const live = session.openedAt !== null && session.closedAt === null
  const enough = present >= session.quorum
  // Whoever is in conflict with the open file comes in again once it is closed.
  const against = view.items.find((item) => item.application === view.current)?.inConflict ?? []
  return (
    <Card title={t('room.title')}>
      <div class="stack">
        <p>
          {t('room.count', { count: present, of: formatNumber(members.length, language), quorum: formatNumber(session.quorum, language) })}{' '}
          {live && <State is={enough ? 'done' : 'alert'}>{t(enough ? 'room.enough' : 'room.short')}</State>}
        </p>
        <ul class="rows">
          {members.map((one) => (
            <li>
              <form class="row row--tight" method="post" action={`/${language}/juries/${session.session}/presence`} aria-label={one.name}>
                <input type="hidden" name="person" value={one.person} />
                <bdi>{one.name}</bdi>
                <State is={one.present ? 'done' : 'none'}>
                  {t(one.present ? 'room.in' : 'room.out')}
                  {one.since !== null && live && ` · ${formatTime(one.since, language, zone)}`}
                </State>
                {live && (mine.prepares || one.person === person) && (one.present || !against.includes(one.person)) && (
                  <Button kind="quiet" size="sm" name="present" value={one.present ? 'no' : 'yes'}>
                    {t(one.present ? 'room.goes-out' : 'room.comes-in')}
                  </Button>
                )}
              </form>
            </li>
          ))}
        </ul>
        {invitable.length > 0 && <Invite {...props} />}
      </div>
    </Card>
  )
}

/** Somebody may still be asked, also while the session is held. */
function Invite({ view, language, invitable }: LiveProps): Html {
  const t = words(language)
  return (
    <More summary={t('room.invite')}>
      <form class="stack" method="post" action={`/${language}/juries/${view.session.session}/members`} novalidate>
        <CheckField
          name="members"
          label={t('room.invite-who')}
          hint={t('room.invite-hint')}
          values={[]}
          look="2"
          options={invitable.map((one) => ({ value: one.person, name: one.name }))}
        />
        <div class="actions">
          <Button kind="quiet">{t('room.invite-send')}</Button>
        </div>
      </form>
    </More>
  )
}

function Trail({ language, view, trail }: LiveProps): Html {
  const t = words(language)
  return (
    <More summary={t('trail.title')}>
      <ul class="rows sm">
        {trail.map((line) => (
          <li>
            <span class="num">{formatDateTime(line.at, language, view.zone, { style: 'day-month' })}</span>
            <span>
              <bdi>{line.by}</bdi> {line.act}
            </span>
          </li>
        ))}
      </ul>
    </More>
  )
}

function Lead({ view, language }: LiveProps): Html {
  const t = words(language)
  const { session, current } = view
  const at = `/${language}/juries/${session.session}`
  if (session.closedAt !== null) return <></>
  if (session.openedAt === null)
    return (
      <form method="post" action={`${at}/opening`} class="actions">
        <Button kind="light">{t('live.open')}</Button>
      </form>
    )
  if (current !== null) return <></>
  return (
    <div class="actions">
      <ButtonLink kind="quiet" href={`${at}/closing`}>
        {t('live.close')}
      </ButtonLink>
    </div>
  )
}

function Closed({ view, language }: LiveProps): Html {
  const t = words(language)
  const { session } = view
  return (
    <Note is="ok">
      <p>{t('live.closed', { at: session.closedAt === null ? '' : formatDateTime(session.closedAt, language, view.zone) })}</p>
      <p>
        <a href={`/${language}/juries/${session.session}/minutes.pdf`}>{t('live.minutes')}</a>
      </p>
      <p class="mono">{session.hash}</p>
    </Note>
  )
}
