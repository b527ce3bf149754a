/** The posters of the public home: four projects whose holders agreed to be shown, the newest edition first. */
import type { Provider, ShowcaseItem } from '../programme/index.ts'
import { motifOf } from './motif.ts'
import { catalogue } from './queries/catalogue.ts'

export const showcaseOfHome: Provider<readonly ShowcaseItem[]> = async ({ db, organisation, language }) => {
  const { cards } = await catalogue(db, organisation, { limit: 4, offset: 0 }, language)
  return cards.map((card) => ({
    title: card.title,
    language: card.language,
    hint: [card.sector, card.town].filter((part) => part !== '').join(' · '),
    href: `/${language}/projects/${card.edition}/${card.slug}`,
    region: card.mark,
    seed: card.id,
    motif: motifOf(card.sectorCode, card.id),
    letter: [...card.title][0] ?? '',
  }))
}
