/** Staff lists: views, search, a wide table whose rows are ticked and one that folds, a funding line, pages. */
import type { Html } from '#html'
import { Bulk, Tick, TickAll, Ticking } from '../bulk.tsx'
import { Card } from '../card.tsx'
import { BackLink, Crumbs } from '../crumbs.tsx'
import { Finder } from '../finder.tsx'
import { Pagination } from '../pagination.tsx'
import { LinkMenu, Pick } from '../pick.tsx'
import { Region } from '../region.tsx'
import { State } from '../state.tsx'
import { type Column, LineRow, Table } from '../table.tsx'
import { Chips, Tabs } from '../tabs.tsx'
import { unbroken } from '../unbroken.tsx'
import { REGIONS, type Shown } from './basics.tsx'
import { words } from './words/index.ts'

export function Lists({ language }: Shown): Html {
  const t = words(language)
  return (
    <section class="stack" id="lists">
      <h2>{t('lists')}</h2>
      <Crumbs
        label={t('list.path')}
        path={[
          { name: t('list.home'), href: `/${language}` },
          { name: t('lists'), href: '#lists', current: true },
        ]}
      />
      <p class="eyebrow">{unbroken('KW-2024-0187')}</p>
      <BackLink href="#lists">{t('list.back')}</BackLink>
      <Tabs
        label={t('list.parts')}
        tabs={[
          { name: t('list.part.plan'), href: '#lists', current: true },
          { name: t('list.part.diary'), href: '#lists' },
        ]}
      />
      <Chips
        label={t('list.views')}
        chips={[
          { name: t('list.all'), href: '#lists', count: 231, current: true },
          { name: t('list.mine'), href: '#lists', count: 12 },
          { name: t('list.keep'), href: '#lists', icon: 'plus' },
        ]}
      />
      <Search language={language} />
      <Picks language={language} />
      <Ranking language={language} />
      <Pagination language={language} page={12} pages={24} href={(page) => `?page=${page}`} />
    </section>
  )
}

function Search({ language }: Shown): Html {
  const t = words(language)
  return (
    <Finder
      action={`/${language}/design`}
      label={t('list.filter')}
      query={{ name: 'q', label: t('list.search'), value: '', hint: t('list.search-hint') }}
      filters={[
        {
          name: 'in',
          label: t('table.region'),
          value: '',
          all: t('list.all'),
          options: REGIONS.map((value) => ({ value, name: t(`region.${value}`) })),
        },
      ]}
      submit={t('list.apply')}
      kept={{ order: 'score' }}
    />
  )
}

function Picks({ language }: Shown): Html {
  const t = words(language)
  const options = REGIONS.map((value) => ({ value, name: t(`region.${value}`) }))
  return (
    <form class="row" method="get" action={`/${language}/design`}>
      <Pick name="region" label={t('table.region')} options={options} chosen={options.slice(0, 2).map((one) => one.value)} all={t('list.all')} />
      <LinkMenu label={t('list.take')} icon="down" links={[{ name: 'XLSX', href: '#lists' }]} />
    </form>
  )
}

interface Row {
  readonly rank: string
  readonly project: 'project.one' | 'project.two' | 'project.three'
  readonly region: 'fes' | 'ori' | 'tta'
  readonly score: string
  readonly state: 'yes' | 'reserve'
}

const ROWS: readonly Row[] = [
  { rank: '19', project: 'project.one', region: 'fes', score: '3.84', state: 'yes' },
  { rank: '24', project: 'project.two', region: 'ori', score: '3.61', state: 'yes' },
  { rank: '25', project: 'project.three', region: 'tta', score: '3.77', state: 'reserve' },
]

function Ranking({ language }: Shown): Html {
  const t = words(language)
  const decimal = (score: string): string => (language === 'en' ? score : score.replace('.', ','))
  const shown: readonly Column<Row>[] = [
    { name: t('table.rank'), number: true, cell: (row) => row.rank },
    { name: t('table.project'), head: true, cell: (row) => <a href="#lists">{t(row.project)}</a> },
    { name: t('table.region'), cell: (row) => <Region mark={row.region}>{t(`region.${row.region}`)}</Region> },
    { name: t('table.score'), number: true, sort: { href: '?order=score', now: 'descending' }, cell: (row) => decimal(row.score) },
    { name: t('table.decision'), cell: (row) => <State is={row.state}>{t(`state.${row.state}`)}</State> },
  ]
  const tick: Column<Row> = {
    name: t('table.tick'),
    silent: true,
    cell: (row) => <Tick name="row" value={row.rank} label={t('table.tick-one', { project: t(row.project) })} />,
  }
  const line = (row: Row): Html | null => (row.rank === '25' ? <LineRow columns={shown.length}>{t('table.line')}</LineRow> : null)
  return (
    <>
      <Card title={t('table.caption')} level={3} flush>
        <Table caption={t('table.caption')} columns={shown} rows={ROWS} look="rank" before={line} />
      </Card>
      <Ticking action={`/${language}/design`}>
        <Card flush title={t('lists')} level={3} aside={<TickAll name="all" label={t('list.tick-all')} />}>
          <Table caption={t('lists')} columns={[tick, ...shown]} rows={ROWS} look="desk" />
          <Bulk
            label={t('list.acts')}
            ticked={t('list.ticked')}
            all={t('list.all-ticked')}
            name="act"
            acts={[{ value: 'assign', name: t('list.assign') }]}
          />
        </Card>
      </Ticking>
      <Card flush>
        <Table caption={t('list.views')} columns={shown} rows={ROWS} look="list" />
      </Card>
    </>
  )
}
