/** Sessions of the jury at the desk, and planning another. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Empty } from '../../../design/empty.tsx'
import { CheckField, DateField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { JurySession } from '../views.ts'
import { words } from '../words/index.ts'
import type { SessionsProps } from './around.ts'

export function SessionsPage(props: SessionsProps): Html {
  const { language, frame, slug, sessions, invitable, errors, said, refusal } = props
  const t = words(language)
  const wrong = errors.length > 0 || refusal !== undefined
  return (
    <StaffPage language={language} title={t('sessions.title')} path={`/desk/${slug}/juries`} frame={frame} said={said} error={wrong}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <BackLink href={`/${language}/desk/${slug}/interviews`}>{t('sessions.back')}</BackLink>
      <Head title={t('sessions.title')} lead={t('sessions.lead')} />
      {sessions.length === 0 ? (
        <Empty title={t('sessions.none')} />
      ) : (
        <Card flush title={t('sessions.title')}>
          <Lines {...props} />
        </Card>
      )}
      {invitable.length > 0 && <Plan {...props} />}
    </StaffPage>
  )
}

function Lines({ language, zone, sessions }: SessionsProps): Html {
  const t = words(language)
  return (
    <Table
      caption={t('sessions.title')}
      rows={sessions}
      columns={[
        {
          name: t('fact.when'),
          head: true,
          cell: (one) => <a href={`/${language}/juries/${one.session}`}>{formatDateTime(one.beginsAt, language, zone)}</a>,
        },
        { name: t('fact.place'), cell: (one) => <bdi>{one.place}</bdi> },
        { name: t('sessions.members'), number: true, cell: (one) => formatNumber(one.members, language) },
        { name: t('sessions.files'), number: true, cell: (one) => formatNumber(one.files, language) },
        { name: t('sessions.state'), cell: (one) => <Standing session={one} language={language} /> },
      ]}
    />
  )
}

export function Standing({ session, language }: { session: JurySession; language: SessionsProps['language'] }): Html {
  const t = words(language)
  if (session.closedAt !== null) return <State is="done">{t('sessions.closed')}</State>
  return session.openedAt !== null ? <State is="wait">{t('sessions.open')}</State> : <State is="none">{t('sessions.planned')}</State>
}

function Plan({ language, slug, invitable, typed, members, errors }: SessionsProps): Html {
  const t = words(language)
  const names = { day: t('plan.day'), place: t('fact.place'), quorum: t('fact.quorum'), members: t('plan.members') }
  return (
    <form class="card stack" method="post" action={`/${language}/desk/${slug}/juries`} novalidate aria-labelledby="plan">
      <h2 id="plan">{t('plan.title')}</h2>
      <ErrorSummary language={language} errors={errors} names={names} />
      <DateField
        name="day"
        label={t('plan.day')}
        value={{ day: typed('day.day'), month: typed('day.month'), year: typed('day.year') }}
        time={{ label: t('plan.time'), value: typed('day.time') }}
        language={language}
        error={errorOf(errors, 'day')}
      />
      <TextField name="place" label={t('fact.place')} value={typed('place')} error={errorOf(errors, 'place')} autocomplete="off" />
      <TextField
        name="quorum"
        kind="integer"
        width="s"
        dir="ltr"
        label={t('fact.quorum')}
        hint={t('plan.quorum-hint')}
        value={typed('quorum')}
        error={errorOf(errors, 'quorum')}
        autocomplete="off"
      />
      <CheckField
        name="members"
        label={t('plan.members')}
        values={members}
        look="2"
        options={invitable.map((one) => ({ value: one.person, name: one.name }))}
        error={errorOf(errors, 'members')}
      />
      <div class="actions">
        <Button kind="light">{t('plan.send')}</Button>
      </div>
    </form>
  )
}
