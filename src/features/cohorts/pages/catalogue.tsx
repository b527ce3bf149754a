/** The public catalogue: one poster a project. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { Poster } from '../../../design/poster.tsx'
import { Region } from '../../../design/region.tsx'
import type { Language } from '../../../domain/language.ts'
import { motifOf } from '../motif.ts'
import type { ShowcaseCard } from '../queries/catalogue.ts'
import { words } from '../words/index.ts'

export interface CatalogueProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly query: string
  readonly cards: readonly ShowcaseCard[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly q: string
  readonly region: string
  readonly sector: string
  readonly regions: readonly { readonly iso: string; readonly name: string; readonly mark: string }[]
  readonly sectors: readonly { readonly code: string; readonly name: string }[]
}

export function CataloguePage(props: CatalogueProps): Html {
  const { language, cards, total } = props
  const t = words(language)
  const base = `/${language}/projects`
  const link = (change: Partial<Record<'region' | 'sector' | 'q' | 'page', string>>): string => {
    const fields = { q: props.q, region: props.region, sector: props.sector, ...change }
    const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
    return query.size === 0 ? base : `${base}?${query}`
  }
  return (
    <PublicPage
      language={language}
      frame={props.frame}
      path={props.path}
      query={props.query}
      title={t('catalogue.title')}
      listed
      description={t('catalogue.lead')}
    >
      <section class="night">
        <div class="wrap section section--tight stack stack--sm">
          <h1>{t('catalogue.heading', { count: total })}</h1>
          <p class="lead">{t('catalogue.lead')}</p>
        </div>
      </section>
      <div class="wrap section section--tight stack stack--lg">
        <div class="filters">
          <form class="field filters__q" method="get" action={base}>
            <label for="q">{t('catalogue.search')}</label>
            <div class="row row--tight nowrapflex">
              <input class="input" id="q" type="search" name="q" value={props.q} dir="auto" />
              <Button kind="quiet">
                <Icon name="search" />
                {t('catalogue.find')}
              </Button>
            </div>
          </form>
          <nav class="stack stack--xs" aria-label={t('catalogue.region')}>
            <p class="eyebrow">{t('catalogue.region')}</p>
            <div class="chips">
              <a class="chip" href={link({ region: '' })} aria-current={props.region === '' ? 'true' : undefined}>
                {t('catalogue.all-regions')}
              </a>
              {props.regions.map((region) => (
                <a class="chip" href={link({ region: region.iso })} aria-current={props.region === region.iso ? 'true' : undefined}>
                  <Region mark={region.mark}>{region.name}</Region>
                </a>
              ))}
            </div>
          </nav>
          <nav class="stack stack--xs" aria-label={t('catalogue.sector')}>
            <p class="eyebrow">{t('catalogue.sector')}</p>
            <div class="chips">
              <a class="chip" href={link({ sector: '' })} aria-current={props.sector === '' ? 'true' : undefined}>
                {t('catalogue.all')}
              </a>
              {props.sectors.map((sector) => (
                <a class="chip" href={link({ sector: sector.code })} aria-current={props.sector === sector.code ? 'true' : undefined}>
                  {sector.name}
                </a>
              ))}
            </div>
          </nav>
        </div>
        {cards.length === 0 ? (
          <Empty title={t('catalogue.none')}>
            <a href={base}>{t('catalogue.none-cure')}</a>
          </Empty>
        ) : (
          <>
            <p class="muted" role="status">
              {t('catalogue.shown', { shown: cards.length, total })}
            </p>
            <ul class="grid grid--bill">
              {cards.map((card) => (
                <Bill card={card} language={language} level={2} />
              ))}
            </ul>
          </>
        )}
        <Pagination language={language} page={props.page} pages={props.pages} href={(page) => link({ page: String(page) })} />
      </div>
    </PublicPage>
  )
}

/** A project in a list: the whole bill is the target. */
export function Bill({ card, language, level }: { card: ShowcaseCard; language: Language; level: 2 | 3 }): Html {
  const link = (
    <a href={`/${language}/projects/${card.edition}/${card.slug}`} lang={card.language} dir="auto">
      {card.title}
    </a>
  )
  return (
    <li class="bill">
      <Poster seed={card.id} region={card.mark} motif={motifOf(card.sectorCode, card.id)} letter={[...card.title][0] ?? 'ح'} />
      <div>
        {level === 2 ? <h2 class="h3">{link}</h2> : <h3>{link}</h3>}
        <p class="sm muted">
          {card.sector}
          {'\u00a0· '}
          <bdi>{card.town}</bdi>
        </p>
      </div>
    </li>
  )
}
