/** The posters of the public home: four projects whose holders agreed to be shown, the newest edition first. */
import type { Language } from '../../domain/language.ts'
import type { Provider, ShowcaseItem } from '../programme/index.ts'
import { motifOf } from './motif.ts'
import { catalogue } from './queries/catalogue.ts'

export const showcaseOfHome: Provider<readonly ShowcaseItem[]> = async ({ db, organisation, language }) => {
  const { cards } = await catalogue(db, organisation, { limit: 4, offset: 0 }, language)
  return cards.map((card) => ({
    title: card.title,
    language: card.language,
    // A town written in other letters than the page gives way to its region, which has its name in each language.
    hint: [card.sector, isReadable(card.town, language) ? card.town : card.region].filter((part) => part !== '').join(' · '),
    href: `/${language}/projects/${card.edition}/${card.slug}`,
    region: card.mark,
    seed: card.id,
    motif: motifOf(card.sectorCode, card.id),
    letter: [...card.title][0] ?? '',
  }))
}

function isReadable(town: string, language: Language): boolean {
  return /\p{Script=Arabic}/u.test(town) === (language === 'ar')
}
