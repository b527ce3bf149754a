/** Every admitted project with its awards and where each instalment stands. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { AwardView, MeansView, ProjectLine } from '../views.ts'
import { words } from '../words/index.ts'
import { paidOf, ProjectLink } from './queue.tsx'
import { amountOf, awardName, InstalmentMark, inColumn, instalmentName } from './wording.tsx'

export function ProjectsTable({ language, means, base }: { language: Language; means: MeansView; base: string }): Html {
  const t = words(language)
  if (means.projects.length === 0)
    return (
      <Empty title={t('projects.none')}>
        <p>{t('projects.none-hint')}</p>
      </Empty>
    )
  const each = (project: ProjectLine, cell: (award: AwardView) => Html): Html => (
    <div>
      {project.awards.map((award) => (
        <p>{cell(award)}</p>
      ))}
    </div>
  )
  return (
    <Card title={t('projects.title')} flush>
      <Table
        caption={t('projects.title')}
        rows={means.projects}
        columns={[
          {
            name: t('col.project'),
            head: true,
            cell: (project) => (
              <>
                <ProjectLink project={project} base={base} />
                <br />
                <span class="muted xs">
                  <bdi class="ltr">{project.number}</bdi>
                </span>
                {project.leftOn !== null && <p class="muted xs">{t('projects.left', { date: formatDate(project.leftOn, language) })}</p>}
              </>
            ),
          },
          { name: t('col.region'), cell: (project) => <Region mark={project.mark}>{project.region}</Region> },
          {
            name: t('col.award'),
            cell: (project) =>
              project.awards.length === 0 ? (
                <span class="muted">{t('projects.nothing')}</span>
              ) : (
                each(project, (award) => <bdi>{amountOf(awardName(award, language), award.amount, award.currency, language)}</bdi>)
              ),
          },
          {
            name: t('col.instalment'),
            cell: (project) => (
              <div>
                {project.awards.flatMap((award) =>
                  award.instalments.map((instalment) => (
                    <p class="row row--tight">
                      <span class="sm">{instalmentName(award, instalment, language)}</span>
                      <InstalmentMark instalment={instalment} language={language} />
                    </p>
                  )),
                )}
              </div>
            ),
          },
          {
            name: t('col.paid'),
            number: true,
            cell: (project) => each(project, (award) => <>{inColumn(paidOf(award), language)}</>),
          },
        ]}
      />
    </Card>
  )
}
