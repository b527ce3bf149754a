/** Payments that wait for somebody: first those that wait for a second person, then for the bank, then to be prepared. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import { Chips } from '../../../design/tabs.tsx'
import { sumOf } from '../../../domain/money.ts'
import { formatMoney, formatNumber } from '../../../platform/words/format.ts'
import type { AwardView, InstalmentView, MeansView, ProjectLine } from '../views.ts'
import { words } from '../words/index.ts'
import type { MeansProps } from './means.tsx'
import { conditionWords, done, InstalmentMark, inColumn, instalmentName } from './wording.tsx'

const WAITING = ['prepared', 'approved', 'payable'] as const
/** Which of the waiting payments are shown. */
export const QUEUE_VIEWS = ['all', ...WAITING] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

/** Acts this list offers; the others stand on the page of the project. */
const IN_PLACE = ['prepare', 'approve', 'execute'] as const

interface Queued {
  readonly project: ProjectLine
  readonly award: AwardView
  readonly instalment: InstalmentView
}

export function queueOf({ projects }: MeansView): Queued[] {
  const all = projects.flatMap((project) =>
    project.awards.flatMap((award) => award.instalments.map((instalment) => ({ project, award, instalment }))),
  )
  return WAITING.flatMap((state) => all.filter((one) => one.instalment.state === state))
}

export function Queue(props: MeansProps & { base: string }): Html {
  const { language, base, view, zone } = props
  const t = words(language)
  const queue = queueOf(props.means)
  const rows = queue.filter((one) => view === 'all' || one.instalment.state === view)
  if (queue.length === 0)
    return (
      <Empty title={t('queue.none')}>
        <p>{t('queue.none-hint')}</p>
      </Empty>
    )
  const acts = rows.some(({ instalment }) => instalment.ownPreparation || IN_PLACE.some((act) => instalment.acts.includes(act)))
  const chips = QUEUE_VIEWS.map((one) => ({
    name: t(`queue.${one}`),
    href: one === 'all' ? base : `${base}?view=${one}`,
    current: one === view,
    count: formatNumber(one === 'all' ? queue.length : queue.filter(({ instalment }) => instalment.state === one).length, language),
  }))
  return (
    <Card title={t('queue.title')} aside={<Chips label={t('queue.filter')} chips={chips} />} flush>
      <Table
        caption={t('queue.title')}
        rows={rows}
        foot={<Foot rows={rows} language={language} after={acts ? 2 : 1} />}
        columns={[
          { name: t('col.project'), head: true, cell: ({ project }) => <ProjectLink project={project} base={base} /> },
          { name: t('col.region'), cell: ({ project }) => <Region mark={project.mark}>{project.region}</Region> },
          {
            name: t('col.instalment'),
            cell: ({ award, instalment }) => (
              <div>
                {instalmentName(award, instalment, language)}
                <p class="xs muted">{conditionWords(instalment, language)}</p>
              </div>
            ),
          },
          { name: t('col.paid-before'), number: true, cell: ({ award }) => inColumn(paidOf(award), language) },
          { name: t('col.amount'), number: true, cell: ({ instalment }) => inColumn(instalment.amount, language) },
          {
            name: t('col.state'),
            cell: ({ instalment }) => (
              <div>
                <InstalmentMark instalment={instalment} language={language} />
                {instalment.payment !== null && <p class="xs muted">{t('payment.prepared-by', done(instalment.payment.prepared, language, zone))}</p>}
              </div>
            ),
          },
          ...(acts ? [{ name: t('col.act'), cell: (row: Queued) => <Act {...row} language={language} base={base} /> }] : []),
        ]}
      />
    </Card>
  )
}

/** Prepared and approved in place; everything that needs writing is done on the page of the project. */
function Act({ project, instalment, language, base }: Queued & { language: MeansProps['language']; base: string }): Html {
  const t = words(language)
  const whom = <span class="vh"> {t('do.for', { project: project.title })}</span>
  const { acts, payment } = instalment
  if (acts.includes('prepare') || (acts.includes('approve') && payment !== null)) {
    const act = acts.includes('prepare') ? 'prepare' : 'approve'
    const action = act === 'prepare' ? `${base}/instalments/${instalment.id}/payment` : `${base}/payments/${payment?.id}/approval`
    return (
      <form method="post" action={action}>
        <Hidden name="from" value="list" />
        <Button size="sm" kind={act === 'approve' ? 'action' : 'quiet'}>
          {t(`do.${act}`)}
          {whom}
        </Button>
      </form>
    )
  }
  if (instalment.ownPreparation) return <span class="xs muted">{t('payment.own')}</span>
  if (!acts.includes('execute')) return <></>
  return (
    <a href={`${base}/projects/${project.id}`}>
      {t('do.execute')}
      {whom}
    </a>
  )
}

export function ProjectLink({ project, base }: { project: Pick<ProjectLine, 'id' | 'title' | 'language' | 'number'>; base: string }): Html {
  return (
    <a href={`${base}/projects/${project.id}`} lang={project.language} dir="auto">
      {project.title}
    </a>
  )
}

export function paidOf(award: AwardView): string {
  return sumOf(award.instalments.filter((one) => one.state === 'paid').map((one) => one.amount))
}

/** Totals of what is shown, one a currency. */
function Foot({ rows, language, after }: { rows: readonly Queued[]; language: MeansProps['language']; after: number }): Html {
  const t = words(language)
  const currencies = [...new Set(rows.map((one) => one.award.currency))]
  return (
    <>
      {currencies.map((currency) => (
        <tr>
          <th scope="row" colspan={4}>
            {t('queue.total')}
          </th>
          <td class="n" data-l={t('col.amount')}>
            <b>
              {formatMoney(sumOf(rows.filter((one) => one.award.currency === currency).map((one) => one.instalment.amount)), currency, language, {
                hundredths: 'always',
              })}
            </b>
          </td>
          <td colspan={after} />
        </tr>
      ))}
    </>
  )
}
