/** The public page of a project, in its own language, with the frame in the reader's. */
import type { Html } from '#html'
import { BackLink } from '../../../design/crumbs.tsx'
import { Facts } from '../../../design/facts.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Poster } from '../../../design/poster.tsx'
import { Region } from '../../../design/region.tsx'
import { direction, type Language } from '../../../domain/language.ts'
import { formatRange } from '../../../platform/time/time.ts'
import { motifOf } from '../motif.ts'
import type { ShowcaseProject } from '../queries/catalogue.ts'
import { words } from '../words/index.ts'

export function ProjectPage({
  language,
  frame,
  path,
  project,
}: {
  language: Language
  frame: PublicFrame
  path: string
  project: ShowcaseProject
}): Html {
  const t = words(language)
  const own = { lang: project.language, dir: direction(project.language) }
  return (
    <PublicPage language={language} frame={frame} path={path} title={project.title} listed description={project.summary}>
      <section class="night">
        <div class="wrap bill-hero">
          <div class="stack">
            <BackLink href={`/${language}/projects`}>{t('project.back')}</BackLink>
            <p class="eyebrow">
              {project.editionName} · {project.sector}
            </p>
            <h1 {...own}>{project.title}</h1>
            <p class="lead" {...own}>
              {project.summary}
            </p>
            <p>
              <Region mark={project.mark}>
                <span>
                  <bdi>{project.town}</bdi> · {project.region}
                </span>
              </Region>
            </p>
          </div>
          <Poster seed={project.id} region={project.mark} motif={motifOf(project.sectorCode, project.id)} letter={[...project.title][0] ?? 'ح'} />
        </div>
      </section>
      <div class="wrap section section--tight pair">
        <div class="prose" {...own}>
          {project.story.split(/\n{2,}/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
        <aside class="stack">
          <div class="card stack">
            <h2 class="h3">{t('project.in-short')}</h2>
            <Facts
              facts={[
                { name: t('project.state'), value: t(`project.state-${project.state}`) },
                ...(project.prize === null ? [] : [{ name: t('project.prize'), value: t('project.prize-rank', { rank: project.prize }) }]),
                ...(project.markets.length === 0
                  ? []
                  : [
                      {
                        name: t('project.markets'),
                        value: (
                          <ul class="stack stack--xs">
                            {project.markets.map((market) => (
                              <li>
                                {market.name}
                                <br />
                                <span class="sm muted">{formatRange(market.from, market.to, language)}</span>
                              </li>
                            ))}
                          </ul>
                        ),
                      },
                    ]),
                ...(project.link === null
                  ? []
                  : [
                      {
                        name: t('project.link'),
                        value: (
                          <a class="ltr" href={project.link} rel="nofollow noopener external">
                            <bdi>{project.link.replace(/^https?:\/\//, '')}</bdi>
                          </a>
                        ),
                      },
                    ]),
              ]}
            />
          </div>
        </aside>
      </div>
    </PublicPage>
  )
}
