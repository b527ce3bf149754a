/** The agenda of a session: each file with its ground, what was decided, and who has to be out for it. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Hidden, SelectField, TextField } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import { State } from '../../../design/state.tsx'
import { inLanguage } from '../../../domain/language.ts'
import { formatList, formatNumber } from '../../../platform/words/format.ts'
import type { JuryItem } from '../views.ts'
import { words } from '../words/index.ts'
import type { LiveProps } from './around.ts'

export function Agenda(props: LiveProps): Html {
  const { view, language } = props
  const t = words(language)
  const open = view.session.closedAt === null
  return (
    <Card title={t('agenda.title')}>
      {view.items.length === 0 ? (
        <Empty title={t('agenda.none')} />
      ) : (
        <ol class="rows">
          {view.items.map((item) => (
            <li>
              <Item {...props} item={item} />
            </li>
          ))}
        </ol>
      )}
      {open && view.mine.prepares && <Add {...props} />}
    </Card>
  )
}

type ItemProps = LiveProps & { readonly item: JuryItem }

function Item(props: ItemProps): Html {
  const { item, view, language } = props
  const t = words(language)
  const out = view.members.filter((one) => item.inConflict.includes(one.person)).map((one) => one.name)
  return (
    <div class="stack stack--sm">
      <p>
        {item.inConflict.includes(props.person) ? (
          <bdi class="num ltr">{item.number}</bdi>
        ) : (
          <a class="num" href={`/${language}/juries/${view.session.session}/files/${item.application}`}>
            <bdi class="ltr">{item.number}</bdi>
          </a>
        )}{' '}
        <bdi>{item.title}</bdi>
      </p>
      <p class="sm muted">
        {t(`ground.${item.ground}`)}
        {item.mean !== null &&
          ` · ${t('agenda.mean', { mean: formatNumber(item.mean, language, { decimals: 2 }), gap: formatNumber(item.spread, language, { decimals: 2 }) })}`}
      </p>
      {item.outcome !== null && (
        <p>
          <State is={item.outcome === 'again' ? 'wait' : 'done'}>{t(`outcome.${item.outcome}`)}</State> <span dir="auto">{item.note}</span>
        </p>
      )}
      {item.outcome === null && view.session.closedAt !== null && (
        <p>
          <State is="none">{t('agenda.never-opened')}</State>
        </p>
      )}
      {out.length > 0 && <p class="sm">{t('agenda.out', { names: formatList(out, language) })}</p>}
      {view.session.closedAt === null && <Acts {...props} />}
    </div>
  )
}

function Acts({ item, view, language, person }: ItemProps): Html {
  const t = words(language)
  const at = `/${language}/juries/${view.session.session}`
  const { mine, session, current } = view
  return (
    <div class="row row--tight screen-only">
      {mine.leads && session.openedAt !== null && current === null && (
        <form method="post" action={`${at}/files`} aria-label={t('agenda.open-of', { number: item.number })}>
          <Hidden name="application" value={item.application} />
          <Button size="sm">{t('agenda.open')}</Button>
        </form>
      )}
      {mine.prepares && (
        <form class="row row--tight" method="post" action={`${at}/order`} aria-label={t('agenda.move-of', { number: item.number })}>
          <Hidden name="application" value={item.application} />
          <Button kind="quiet" size="sm" name="to" value="up">
            {t('agenda.up')}
          </Button>
          <Button kind="quiet" size="sm" name="to" value="down">
            {t('agenda.down')}
          </Button>
        </form>
      )}
      {mine.prepares && item.outcome === null && item.application !== current && (
        <form method="post" action={`${at}/agenda/removal`} aria-label={t('agenda.take-off-of', { number: item.number })}>
          <Hidden name="application" value={item.application} />
          <Button kind="text" size="sm">
            {t('agenda.take-off')}
          </Button>
        </form>
      )}
      {mine.member && !item.inConflict.includes(person) && (
        <form method="post" action={`${at}/recusals`} aria-label={t('agenda.recuse-of', { number: item.number })}>
          <Hidden name="application" value={item.application} />
          <Button kind="text" size="sm">
            {t('agenda.recuse')}
          </Button>
        </form>
      )}
    </div>
  )
}

function Add({ view, language, regions, typed }: LiveProps): Html {
  const t = words(language)
  const at = `/${language}/juries/${view.session.session}/agenda`
  return (
    <More summary={t('agenda.add')} open={view.items.length === 0}>
      <div class="stack">
        <form class="row row--tight" method="post" action={at} aria-label={t('agenda.add')}>
          <Button kind="quiet" name="ground" value="borderline">
            {t('agenda.add-borderline')}
          </Button>
          <Button kind="quiet" name="ground" value="divergent">
            {t('agenda.add-divergent')}
          </Button>
        </form>
        <form class="stack" method="post" action={at} novalidate>
          <Hidden name="ground" value="region" />
          <SelectField
            name="which"
            label={t('agenda.region')}
            value=""
            empty={t('agenda.choose')}
            groups={[{ options: regions.map((one) => ({ value: one.code, name: inLanguage(one.name, language).text })) }]}
          />
          <div class="actions">
            <Button kind="quiet">{t('agenda.add-region')}</Button>
          </div>
        </form>
        <form class="stack" method="post" action={at} novalidate>
          <Hidden name="ground" value="hand" />
          <TextField name="number" label={t('agenda.number')} value={typed('number')} dir="ltr" width="m" autocomplete="off" />
          <div class="actions">
            <Button kind="quiet">{t('agenda.add-one')}</Button>
          </div>
        </form>
      </div>
    </More>
  )
}
