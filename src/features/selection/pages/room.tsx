/** The selection room: the newest plan, or the one sealed; and the acts that follow. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { PlanView, RoomView } from '../views.ts'
import { words } from '../words/index.ts'
import { Quotas } from './quotas.tsx'
import { Ranking } from './ranking.tsx'
import { RoomWeights } from './room-weights.tsx'
import { Underway } from './underway.tsx'

export interface TrailLine {
  readonly act: string
  readonly by: string | null
  readonly at: Date
}

export interface RoomProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly room: RoomView
  readonly trail: readonly TrailLine[]
  /** Every candidate instead of those around the line. */
  readonly all: boolean
  /** The page of one plan, where nothing is sealed. */
  readonly single: boolean
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function RoomPage(props: RoomProps): Html {
  const { language, room, slug, single } = props
  const t = words(language)
  const base = `/${language}/desk/${slug}/selection`
  const { plan } = room
  const title = single && plan !== null ? t('plan.title', { number: plan.number }) : t('page.title')
  return (
    <StaffPage language={language} title={title} path={props.path} query={props.all ? '?view=all' : ''} frame={props.frame} said={props.said}>
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head title={title} lead={<Lead {...props} />}>
        <Acts {...props} base={base} />
      </Head>
      {room.run !== null && (
        <Underway
          language={language}
          zone={props.zone}
          askedAt={room.run.askedAt}
          headway={room.run.headway}
          address={base}
          cancel={room.may.try ? `${base}/run/removal` : null}
        />
      )}
      {room.awaited > 0 && room.seal === null && <Note is="wait">{t('page.awaited', { count: room.awaited })}</Note>}
      {room.stale && plan?.changes === null && <Note is="wait">{t('page.stale')}</Note>}
      {plan !== null && plan.changes !== null && <OtherRules plan={plan} language={language} />}
      {plan === null && room.run !== null ? (
        ''
      ) : plan === null ? (
        <NoPlan {...props} base={base} />
      ) : plan.solved ? (
        <Solved {...props} plan={plan} base={base} />
      ) : (
        <Conflict plan={plan} language={language} />
      )}
      <Below {...props} base={base} />
    </StaffPage>
  )
}

function Lead({ language, room, zone }: RoomProps): Html {
  const t = words(language)
  const { eligible, readings, interviews, plan, seal } = room
  const at = (instant: Date): string => formatDateTime(instant, language, zone, { style: 'long' })
  return (
    <>
      {t('page.lead', { eligible, readings, interviews })}
      {plan !== null && ` ${t('page.plan', { number: String(plan.number), at: at(plan.plannedAt), by: plan.plannedBy })}`}
      {seal !== null && ` ${t('page.sealed', { at: at(seal.sealedAt), by: seal.sealedBy, number: String(seal.plan) })}`}
    </>
  )
}

function Acts({ language, room, base, single, slug }: RoomProps & { base: string }): Html {
  const t = words(language)
  const { plan, seal, may } = room
  const trying = may.try && (
    <ButtonLink kind="quiet" href={`${base}/what-if${single && plan?.changes != null ? `?from=${plan.number}` : ''}`}>
      {t(single && plan?.changes != null ? 'try.again' : 'try.action')}
    </ButtonLink>
  )
  if (single)
    return (
      <>
        {trying}
        <ButtonLink kind="quiet" href={base}>
          {t('plan.back')}
        </ButtonLink>
      </>
    )
  return (
    <>
      {may.plan && plan !== null && (
        <form method="post" action={`${base}/plans`}>
          <Button kind="quiet">{t('action.plan-again')}</Button>
        </form>
      )}
      {plan !== null && trying}
      {(seal !== null || plan !== null) && (
        <ButtonLink kind="quiet" href={`${base}/minutes`}>
          <Icon name="print" />
          {t('action.minutes')}
        </ButtonLink>
      )}
      {seal !== null && (
        <>
          <ButtonLink kind="quiet" href={`${base}/record.json`} download>
            <Icon name="down" />
            {t('action.record')}
          </ButtonLink>
          <ButtonLink kind="light" href={`/${language}/desk/${slug}/publication`}>
            {t('action.to-publication')}
          </ButtonLink>
        </>
      )}
    </>
  )
}

function NoPlan({ language, room, base }: RoomProps & { base: string }): Html {
  const t = words(language)
  return (
    <Empty title={t('page.none')} ghost>
      <p>{t('page.none-hint')}</p>
      {room.may.plan && (
        <form method="post" action={`${base}/plans`}>
          <Button kind="light">{t('action.plan')}</Button>
        </form>
      )}
      {room.may.try && <a href={`${base}/rehearsal`}>{t('try.rehearse')}</a>}
    </Empty>
  )
}

function Solved(props: RoomProps & { plan: PlanView; base: string }): Html {
  const { language, room, plan, base, all, single } = props
  const t = words(language)
  const address = single ? `${base}/plans/${plan.number}` : base
  return (
    <>
      <Quotas language={language} plan={plan} room={room} />
      <Ranking language={language} plan={plan} room={room} address={address} all={all} />
      <RoomWeights language={language} weights={room.weights} may={room.may.try} address={`${base}/plans/${plan.number}/influence`} />
      {room.may.seal && !single && !room.stale && (
        <div class="row">
          <ButtonLink kind="light" href={`${base}/seal`}>
            {t('action.seal')}
          </ButtonLink>
          <span class="sm muted">{t('seal.hint')}</span>
        </div>
      )}
    </>
  )
}

/** What a simulation under other rules changes, and why it cannot be sealed. */
function OtherRules({ plan, language }: { plan: PlanView; language: Language }): Html {
  const t = words(language)
  return (
    <Card tight title={t('try.note')}>
      <div class="stack stack--sm">
        {plan.note !== '' && (
          <p>
            <bdi>{plan.note}</bdi>
          </p>
        )}
        <ul>
          {plan.changed.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        <p class="sm muted">{t('try.never')}</p>
      </div>
    </Card>
  )
}

function Conflict({ plan, language }: { plan: PlanView; language: Language }): Html {
  const t = words(language)
  return (
    <Card title={t('conflict.title')}>
      <div class="stack stack--sm">
        <ul>
          {plan.conflict.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
        <p class="muted">{t('conflict.lead')}</p>
        {plan.repair.length > 0 && (
          <>
            <h3 class="mt5">{t('repair.title')}</h3>
            <ul>
              {plan.repair.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  )
}

function otherText({ why, count, means }: RoomProps['room']['others'][number], language: Language): string {
  const t = words(language)
  if (why !== 'not-invited') return t(`others.${why}`, { count })
  const [low, high] = [means?.low ?? '0', means?.high ?? '0'].map((one) => formatNumber(one, language, { decimals: 2 })) as [string, string]
  return low === high ? t('others.not-invited', { count, mean: low }) : t('others.not-invited-between', { count, low, high })
}

function Below({ language, room, trail, zone, base }: RoomProps & { base: string }): Html {
  const t = words(language)
  const { plan, others, plans } = room
  return (
    <div class="pair">
      <div class="stack">
        {others.length > 0 && (
          <Card tight title={t('others.title')}>
            <ul class="rows sm">
              {others.map((one) => (
                <li>{otherText(one, language)}</li>
              ))}
            </ul>
          </Card>
        )}
        {plan?.solved === true && (
          <More summary={t('method.title')} open>
            <p class="sm muted">{t('method.list')}</p>
            <p class="sm muted">{t(plan.unique ? 'method.only' : 'method.tie')}</p>
            {plan.isCalibrated && <p class="sm muted">{t('method.calibrated')}</p>}
            {plan.draws > 0 && <p class="sm muted">{t('method.probability', { draws: plan.draws })}</p>}
          </More>
        )}
        {plan !== null && (
          <p class="xs muted">
            {t('plan.fingerprint')} <code class="mono ltr">{plan.fingerprint}</code>
          </p>
        )}
      </div>
      {(trail.length > 0 || plans.length > 0) && (
        <Card tight title={t('trail.title')}>
          <ul class="rows sm">
            {trail.map((line) => (
              <li>
                <span class="num">{formatDateTime(line.at, language, zone, { style: 'day-month' })}</span> {line.by} {line.act}
              </li>
            ))}
            {plans.map(({ number, note, otherRules }) => (
              <li>
                <a href={`${base}/plans/${number}`}>{t('trail.plan', { number: String(number) })}</a>
                {otherRules && <span class="muted">{t('try.tag')}</span>}
                {note !== '' && <bdi class="muted">{note}</bdi>}
              </li>
            ))}
          </ul>
          {plans.length > 1 && (
            <p class="sm">
              <a href={`${base}/comparison`}>{t('try.compare')}</a>
            </p>
          )}
        </Card>
      )}
    </div>
  )
}
