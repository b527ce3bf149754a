/** A figure: its value, its definition, how it splits, what it opens to, and what it is not to be confused with. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import { Facts } from '../../../design/facts.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { State } from '../../../design/state.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import type { FigurePageView } from '../queries/figure-page.ts'
import { printedOf, printPlain } from '../print-text.ts'
import { figureName, figureText, indicatorName } from '../wording.ts'
import { words } from '../words/index.ts'
import { Panel } from './panel.tsx'
import { Records } from './figure-records.tsx'
import { PeopleSplits, RegionSplit } from './figure-splits.tsx'
import { WarningNote } from './warning.tsx'

export interface FigurePageProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: FigurePageView
}

export function FigurePage({ language, frame, path, view }: FigurePageProps): Html {
  const t = words(language)
  const { figure, printed, staff } = view
  const title = figureName(figure, language)
  const edition = inLanguage(figure.edition.name, language).text
  const eyebrow =
    printed.length > 0 ? t('figure.published', { reference: figure.reference }) : t('figure.unpublished', { reference: figure.reference })
  const csv = `/${language}/desk/${figure.edition.slug}/figures/${figure.reference}.csv`
  return (
    <PublicPage language={language} title={`${figure.reference} · ${title}`} path={path} frame={frame} listed={printed.length > 0}>
      <div class="wrap section section--tight stack stack--lg">
        <Crumbs
          label={t('impact.title')}
          path={[
            { name: t('impact.title'), href: `/${language}/impact` },
            { name: edition, href: `/${language}/impact#edition-${figure.edition.slug}` },
            { name: figure.reference, href: '', current: true },
          ]}
        />
        <Head title={title} eyebrow={eyebrow} lead={edition}>
          {staff && (
            <ButtonLink kind="quiet" href={csv}>
              {t('figure.csv')}
            </ButtonLink>
          )}
        </Head>
        <div class="pair">
          <div class="stack stack--lg">
            <Value language={language} view={view} />
            {view.notes.map(({ warning, figures }) => (
              <WarningNote warning={warning} figures={figures} language={language} level={2} />
            ))}
            <RegionSplit language={language} view={view} />
            <Records language={language} view={view} path={path} />
          </div>
          <aside class="stack stack--lg">
            <How language={language} view={view} />
            <Confused language={language} view={view} />
            <Used language={language} view={view} />
          </aside>
        </div>
        <PeopleSplits language={language} view={view} />
      </div>
    </PublicPage>
  )
}

interface Shown {
  readonly language: Language
  readonly view: FigurePageView
}

function Value({ language, view }: Shown): Html {
  const t = words(language)
  const { figure, asOf, zone } = view
  return (
    <Panel
      title={t('figure.value')}
      aside={<State is="done">{t('figure.checked', { at: formatDateTime(asOf, language, zone, { style: 'long' }) })}</State>}
    >
      <Facts
        facts={[
          { name: indicatorName(figure.indicator, language), value: <b class="big">{figureText(figure, language)}</b> },
          { name: t('figure.definition'), value: t(`indicator.${figure.indicator}.counts`) },
        ]}
      />
      {view.printed.map((one) => (
        <p class="sm muted mt5">
          {t.rich('figure.printed', {
            title: titleOf(one.communique, language),
            a: (text) => <a href={communiquePath(one.communique, language)}>{text}</a>,
            on: formatDate(one.communique.at, language, 'long', zone),
            value: figureText(one.figure, language),
          })}{' '}
          {one.now === 'same'
            ? t('figure.same')
            : one.now === 'records'
              ? t('figure.records-moved')
              : t('figure.moved', { now: figureText(figure, language) })}
        </p>
      ))}
    </Panel>
  )
}

type Printed = FigurePageView['printed'][number]['communique']

function communiquePath({ edition, slug }: Printed, language: Language): string {
  return `/${language}/communiques/${edition.slug}/${slug}`
}

/** The title with its figures as they were printed. */
function titleOf({ text, figures }: Printed, language: Language): string {
  return printPlain(text.title[language], language, printedOf(figures))
}

function How({ language, view }: Shown): Html {
  const t = words(language)
  const { indicator, parameters, edition } = view.figure
  const asked = [`edition = "${edition.slug}"`, ...Object.entries(parameters).map(([name, value]) => `${name} = "${value}"`)].join(' and ')
  return (
    <Panel title={t('figure.how')}>
      <p>
        <code class="mono ltr">{`${indicator}(${asked})`}</code>
      </p>
      <h3 class="mt5">{t('figure.since')}</h3>
      <p class="sm">{t(`indicator.${indicator}.since`)}</p>
      <h3 class="mt5">{t('figure.not')}</h3>
      <p class="sm">{t(`indicator.${indicator}.not`)}</p>
    </Panel>
  )
}

function Confused({ language, view }: Shown): Html {
  const t = words(language)
  if (view.confused.length === 0) return <></>
  return (
    <Panel title={t('figure.confused')}>
      <ul class="rows sm">
        {view.confused.map((one) => (
          <li>
            <a href={`/${language}/figures/${one.reference}`}>
              {one.reference} {figureName(one, language)}
            </a>
            <b class="num">{figureText(one, language)}</b>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Used({ language, view }: Shown): Html {
  const t = words(language)
  return (
    <Panel title={t('figure.used')}>
      {view.printed.length === 0 ? (
        <p class="sm muted">{t('figure.used-nowhere')}</p>
      ) : (
        <ul class="rows sm">
          {view.printed.map(({ communique }) => (
            <li>
              <a href={communiquePath(communique, language)}>{titleOf(communique, language)}</a>
              <span class="muted">{formatDate(communique.at, language, 'long', view.zone)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
