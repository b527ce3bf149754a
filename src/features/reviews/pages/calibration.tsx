/** Quality told from severity, in words first: whether it matters, who reads how, what it would change. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Facts } from '../../../design/facts.tsx'
import { Note } from '../../../design/note.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import { formatNumber, formatPercent } from '../../../platform/words/format.ts'
import { READINGS_A_PAGE } from '../reading-filters.ts'
import type { CalibrationView } from '../calibration/views.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage, RegionOf } from './desk-page.tsx'

export interface CalibrationProps {
  readonly around: DeskAround
  readonly view: CalibrationView
  /** Page of the files, from 1. */
  readonly shown: number
}

export function CalibrationPage({ around, view, shown }: CalibrationProps): Html {
  const t = words(around.language)
  return (
    <DeskPage around={around} here="calibration" title={t('calibration.title')} lead={t('calibration.lead')}>
      {view.readings === 0 ? (
        <Empty title={t('calibration.none')}>
          <p>{t('calibration.none-hint')}</p>
        </Empty>
      ) : (
        <>
          <Verdict around={around} view={view} />
          <Sources around={around} view={view} />
          {view.advice !== 'no-answer' && <Tables around={around} view={view} shown={shown} />}
        </>
      )}
    </DeskPage>
  )
}

/** Readers and files: only where severity can be told from quality; else the figures would say that all are alike. */
function Tables({ around, view, shown }: CalibrationProps): Html {
  const { language, slug } = around
  const t = words(language)
  const pages = Math.max(1, Math.ceil(view.files.length / READINGS_A_PAGE))
  const here = Math.min(shown, pages)
  return (
    <>
      <Card flush title={t('calibration.readers')}>
        <Table caption={t('calibration.readers')} rows={view.readers} look="rank" columns={readerColumns(around)} />
      </Card>
      <Card flush title={t('calibration.files')}>
        <Table
          caption={t('calibration.files')}
          rows={view.files.slice((here - 1) * READINGS_A_PAGE, here * READINGS_A_PAGE)}
          look="rank"
          columns={fileColumns(around)}
        />
      </Card>
      <p class="sm muted">{t('calibration.shrunk')}</p>
      <Pagination language={language} page={here} pages={pages} href={(page) => `/${language}/desk/${slug}/calibration?page=${page}`} />
    </>
  )
}

/** What every page of it must say whatever the figures: whether to use them, and that nothing moves by looking. */
function Verdict({ around: { language }, view }: Pick<CalibrationProps, 'around' | 'view'>): Html {
  const t = words(language)
  const { chance } = view
  const often = chance !== null && chance < 0.001 ? t('calibration.less') : formatPercent(chance ?? 0, language, 1)
  const also = view.warnings.filter((code) => t.has(`calibration.${code}`))
  return (
    <Note {...(view.advice === 'calibrate' ? { is: 'wait' as const } : view.advice === 'not-needed' ? { is: 'ok' as const } : {})}>
      <p>{view.advice === 'no-answer' ? t('calibration.no-answer') : t(`calibration.${view.advice}`, { chance: often })}</p>
      {also.map((code) => (
        <p>{t.any(`calibration.${code}`, { count: view.parts })}</p>
      ))}
      <p>{t('calibration.stands')}</p>
    </Note>
  )
}

function Sources({ around: { language }, view: { shares, reliability } }: Pick<CalibrationProps, 'around' | 'view'>): Html {
  const t = words(language)
  if (shares === null) return <></>
  const share = (value: number): string => formatPercent(value, language)
  return (
    <Card title={t('calibration.from')}>
      <Facts
        columns={3}
        facts={[
          { name: t('calibration.from-files'), value: share(shares.application) },
          { name: t('calibration.from-readers'), value: share(shares.reviewer) },
          { name: t('calibration.from-rest'), value: share(shares.residual) },
          ...(reliability === null
            ? []
            : [
                { name: t('calibration.reliability'), value: formatNumber(reliability.now, language, { decimals: 2 }) },
                {
                  name: t('calibration.needed'),
                  value: reliability.needed === null ? t('calibration.needed-never') : formatNumber(reliability.needed, language),
                },
              ]),
        ]}
      />
    </Card>
  )
}

type ReaderLine = CalibrationView['readers'][number]
type FileLine = CalibrationView['files'][number]

/** `+3.2`, `−1.0`: the sign is part of what is said. */
function signed(value: number, language: DeskAround['language'], decimals: number): string {
  const text = formatNumber(Math.abs(value).toFixed(decimals), language, { decimals })
  return Number(Math.abs(value).toFixed(decimals)) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`
}

function readerColumns({ language }: DeskAround): Column<ReaderLine>[] {
  const t = words(language)
  return [
    { name: t('calibration.reader'), head: true, cell: (one) => <bdi>{one.name}</bdi> },
    { name: t('calibration.readings'), number: true, cell: (one) => formatNumber(one.readings, language) },
    {
      name: t('calibration.severity'),
      number: true,
      cell: (one) => <bdi dir="ltr">{around(signed(one.severity, language, 1), one.error, language)}</bdi>,
    },
    {
      name: t('calibration.says'),
      cell: (one) => (one.apart ? <b>{t(one.severity < 0 ? 'calibration.stricter' : 'calibration.kinder')}</b> : t('calibration.alike')),
    },
  ]
}

function around(value: string, error: number | null, language: DeskAround['language']): string {
  if (error === null) return value
  return words(language)('calibration.around', { value, error: formatNumber(error.toFixed(1), language, { decimals: 1 }) })
}

function fileColumns(at: DeskAround): Column<FileLine>[] {
  const { language, slug } = at
  const t = words(language)
  const points = (value: number): string => formatNumber(value.toFixed(1), language, { decimals: 1 })
  return [
    {
      name: t('plan.application'),
      head: true,
      cell: (one) => (
        <>
          <a href={`/${language}/desk/${slug}/eligibility/${one.application}`}>{one.number}</a> <bdi>{one.title}</bdi>
        </>
      ),
    },
    { name: t('reviewers.region'), cell: (one) => <RegionOf code={one.region} around={at} /> },
    { name: t('calibration.readings'), number: true, cell: (one) => formatNumber(one.readings, language) },
    { name: t('calibration.raw'), number: true, cell: (one) => points(one.raw) },
    { name: t('calibration.calibrated'), number: true, cell: (one) => <bdi dir="ltr">{around(points(one.calibrated), one.error, language)}</bdi> },
    { name: t('calibration.rank'), number: true, cell: (one) => points(one.rank) },
    { name: t('calibration.moved'), number: true, cell: (one) => <bdi dir="ltr">{signed(one.moved, language, one.moved % 1 === 0 ? 0 : 1)}</bdi> },
  ]
}
