/** What the programme did, edition by edition: only figures that a communiqué published, with how they are counted. */
import type { Html } from '#html'
import { Empty } from '../../../design/empty.tsx'
import { Facts } from '../../../design/facts.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { More } from '../../../design/more.tsx'
import { Table } from '../../../design/table.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { IndicatorCode } from '../indicators/indicators.ts'
import type { ImpactEdition, ImpactView } from '../impact-view.ts'
import { printedOf, printPlain } from '../print-text.ts'
import type { FrozenFigure } from '../views.ts'
import { figureName, figureText, indicatorName } from '../wording.ts'
import { words } from '../words/index.ts'
import { Panel } from './panel.tsx'

export interface ImpactProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly zone: string
  readonly view: ImpactView
}

export function ImpactPage({ language, frame, path, zone, view }: ImpactProps): Html {
  const t = words(language)
  return (
    <PublicPage language={language} title={t('impact.title')} description={t('impact.lead')} path={path} frame={frame} listed>
      <div class="wrap section section--tight stack stack--xl">
        <Head title={t('impact.title')} lead={t('impact.lead')} />
        {view.editions.length === 0 ? (
          <Empty title={t('impact.none')} ghost>
            <p>{t('impact.none-hint')}</p>
          </Empty>
        ) : (
          <>
            {view.editions.map((edition) => (
              <Edition language={language} zone={zone} edition={edition} />
            ))}
            {view.editions.length > 1 && <Compared language={language} view={view} />}
          </>
        )}
        <Counting language={language} view={view} />
      </div>
    </PublicPage>
  )
}

/** Totals stand on top; what is narrowed to a region or a sector is in the communiqué. */
function Edition({ language, zone, edition }: { language: Language; zone: string; edition: ImpactEdition }): Html {
  const t = words(language)
  return (
    <section class="stack" id={`edition-${edition.slug}`}>
      <h2>{inLanguage(edition.name, language).text}</h2>
      {evenRows(edition.totals).map((figures) => (
        <Kpis
          figures={figures.map((figure) => ({
            value: figureText(figure, language),
            reference: figure.reference,
            href: `/${language}/figures/${figure.reference}`,
            says: figureName(figure, language),
          }))}
        />
      ))}
      <ul class="rows sm">
        {edition.communiques.map((one) => (
          <li>
            <a href={`/${language}/communiques/${edition.slug}/${one.slug}`}>
              {t('impact.read', { title: printPlain(one.text.title[language], language, printedOf(one.figures)) })}
            </a>
            <span class="muted">{t('impact.on', { on: formatDate(one.at, language, 'long', zone) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** At most four a row, and rows as even as they can be: no empty place at the end of one. */
function evenRows<One>(all: readonly One[]): One[][] {
  const rows = Math.ceil(all.length / 4)
  return Array.from({ length: rows }, (_row, at) => all.slice(Math.round((at * all.length) / rows), Math.round(((at + 1) * all.length) / rows)))
}

function Compared({ language, view }: { language: Language; view: ImpactView }): Html {
  const t = words(language)
  const cell = (figure: FrozenFigure | undefined): Html | string =>
    figure === undefined ? (
      <span class="muted">{t('impact.unprinted')}</span>
    ) : (
      <a class="fig" href={`/${language}/figures/${figure.reference}`}>
        {figureText(figure, language)}
      </a>
    )
  return (
    <Panel title={t('impact.table')} flush>
      <Table
        caption={t('impact.table')}
        rows={view.indicators}
        columns={[
          { name: t('impact.indicator'), head: true, cell: (code: IndicatorCode) => indicatorName(code, language) },
          ...view.editions.map((edition) => ({
            name: inLanguage(edition.name, language).text,
            number: true,
            cell: (code: IndicatorCode) => cell(edition.totals.find((figure) => figure.indicator === code)),
          })),
        ]}
      />
    </Panel>
  )
}

function Counting({ language, view }: { language: Language; view: ImpactView }): Html {
  const t = words(language)
  return (
    <Panel title={t('impact.counting')}>
      <div class="prose">
        <p>{t('impact.admitted')}</p>
        <p>{t('impact.supported')}</p>
        <p>{t('impact.tours')}</p>
        <p>{t('impact.held')}</p>
      </div>
      {view.indicators.map((code) => (
        <More summary={indicatorName(code, language)}>
          <p class="sm">{t(`indicator.${code}.counts`)}</p>
          <Facts
            facts={[
              { name: t('figure.since'), value: t(`indicator.${code}.since`) },
              { name: t('figure.not'), value: t(`indicator.${code}.not`) },
            ]}
          />
        </More>
      ))}
    </Panel>
  )
}
