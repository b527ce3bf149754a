/** The stands of a market: why each project goes, whether it took part; giving one, taking one back. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { SelectField, TextField } from '../../../design/form/controls.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { More } from '../../../design/more.tsx'
import { Region } from '../../../design/region.tsx'
import { Score } from '../../../design/score.tsx'
import { State } from '../../../design/state.tsx'
import type { StandView } from '../views.ts'
import { words } from '../words/index.ts'
import type { MarketProps } from './market.tsx'

export function Stands(props: MarketProps): Html {
  const { language, market } = props
  const t = words(language)
  const acts = props.runs && !market.cancelled
  if (market.stands.length === 0) {
    return (
      <Card title={t('stands.title')}>
        <Empty title={t('stands.none')}>{acts && <p>{t('stands.none-hint')}</p>}</Empty>
      </Card>
    )
  }
  return (
    <Card title={t('stands.title')}>
      <div class="stack stack--lg">
        {acts && props.begun ? <Participation {...props} /> : <List {...props} />}
        {acts && !props.begun && <p class="muted sm">{t('stands.later')}</p>}
        {acts && <Withdraw {...props} />}
      </div>
    </Card>
  )
}

function List(props: MarketProps): Html {
  return (
    <ul class="rows">
      {props.market.stands.map((stand) => (
        <li>
          <Stand stand={stand} {...props} />
          <StandState stand={stand} {...props} />
        </li>
      ))}
    </ul>
  )
}

/** Once the market has opened: who took part. What is not known yet is left without a mark. */
function Participation(props: MarketProps): Html {
  const { language, market } = props
  const t = words(language)
  const steps = (['yes', 'no'] as const).map((value) => ({ value, shown: t(`stands.${value}`), label: t(`stands.${value}`) }))
  const known = (tookPart: boolean | null): string | null => (tookPart === null ? null : tookPart ? 'yes' : 'no')
  return (
    <form class="stack stack--lg" method="post" action={`/${language}/desk/${props.edition}/markets/${market.id}/participation`}>
      <ul class="rows">
        {market.stands.map((stand) => (
          <li>
            <Stand stand={stand} {...props} />
            <Score
              look="tap"
              name={`took.${stand.project}`}
              label={stand.title}
              value={props.values[`took.${stand.project}`] ?? known(stand.tookPart)}
              steps={steps}
            />
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button kind="light">{t('stands.record')}</Button>
      </div>
    </form>
  )
}

function Stand({ stand, language }: MarketProps & { stand: StandView }): Html {
  const t = words(language)
  return (
    <div>
      <b lang={stand.language} dir="auto">
        {stand.title}
      </b>
      <p class="sm">
        <Region mark={stand.mark}>{stand.region}</Region>
        {stand.label !== '' && (
          <>
            {' '}
            · {t('stands.at')} <bdi>{stand.label}</bdi>
          </>
        )}
      </p>
      {stand.reason !== '' && (
        <p class="sm muted">
          <bdi>{stand.reason}</bdi>
        </p>
      )}
    </div>
  )
}

function Withdraw({ language, edition, market, values, errors }: MarketProps): Html {
  const t = words(language)
  const free = market.stands.filter((stand) => stand.tookPart !== true)
  const sent = values.withdraw_reason !== undefined
  if (free.length === 0 && !sent) return <></>
  return (
    <More summary={t('stands.withdraw')} open={sent}>
      <form class="stack" method="post" action={`/${language}/desk/${edition}/markets/${market.id}/withdrawals`} novalidate>
        <SelectField
          name="withdraw_project"
          label={t('stands.project')}
          empty={t('give.choose')}
          value={values.withdraw_project ?? ''}
          error={errorOf(errors, 'withdraw_project')}
          groups={[{ options: free.map((stand) => ({ value: stand.project, name: stand.title })) }]}
        />
        <TextField
          name="withdraw_reason"
          label={t('stands.withdraw-reason')}
          value={values.withdraw_reason ?? ''}
          error={errorOf(errors, 'withdraw_reason')}
        />
        <Button kind="bad">{t('stands.withdraw-do')}</Button>
      </form>
    </More>
  )
}

function StandState({ stand, language }: MarketProps & { stand: StandView }): Html {
  const t = words(language)
  if (stand.tookPart === null) return <State is="wait">{t('stands.kept')}</State>
  return stand.tookPart ? <State is="done">{t('stands.yes')}</State> : <State is="no">{t('stands.no')}</State>
}

export function GiveStand(props: MarketProps): Html {
  const { language, market, candidates } = props
  const t = words(language)
  const text = (name: string): string => props.values[name] ?? ''
  const error = (name: string): string | undefined => errorOf(props.errors, name)
  const left = market.places - market.given
  const open = (left > 0 && candidates.length > 0) || props.values.why !== undefined
  return (
    <Card title={t('give.title')} aside={<span class="muted sm">{t('give.left', { left })}</span>}>
      {!open ? (
        <p class="muted">{t(left <= 0 ? 'give.full' : 'give.nobody')}</p>
      ) : (
        <form class="stack" method="post" action={`/${language}/desk/${props.edition}/markets/${market.id}/stands`} novalidate>
          <SelectField
            name="project"
            label={t('stands.project')}
            empty={t('give.choose')}
            value={text('project')}
            error={error('project')}
            groups={[...Map.groupBy(candidates, (one) => one.region)].map(([name, ofRegion]) => ({
              name,
              options: ofRegion.map((one) => ({ value: one.id, name: one.title })),
            }))}
          />
          <TextField name="why" label={t('stands.reason')} hint={t('give.reason-hint')} value={text('why')} error={error('why')} />
          <TextField
            name="label"
            width="s"
            label={t('stands.label')}
            optionalLabel={t('market.optional')}
            value={text('label')}
            error={error('label')}
          />
          <Button kind={props.begun ? 'quiet' : 'light'}>{t('give.do')}</Button>
        </form>
      )}
    </Card>
  )
}
