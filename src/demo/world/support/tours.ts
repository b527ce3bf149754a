/** The tours of each edition: three days, a Friday to a Sunday, with what is stopped for each day, in order. */
import type { Trilingual } from '../../../domain/language.ts'
import { addDays } from '../clock.ts'
import type { EditionKey, RegionCode } from '../scenario.ts'
import { bilingual, trilingual } from '../trilingual.ts'
import { FES_MEKNES } from './stops/fes-meknes.ts'
import { ORIENTAL } from './stops/oriental.ts'
import { SOUSS_MASSA } from './stops/souss-massa.ts'
import type { Stop } from './stops/stop.ts'
import { TANGER_TETOUAN } from './stops/tanger-tetouan.ts'

export interface WorldTour {
  readonly key: string
  readonly edition: EditionKey
  readonly region: RegionCode
  /** A Friday. */
  readonly startsOn: string
  readonly name: Trilingual
  readonly theme: Trilingual
  readonly stops: Trilingual
  readonly host: string
  readonly days: readonly (readonly Stop[])[]
}

const STOPS: Readonly<Record<RegionCode, readonly Stop[]>> = { FM: FES_MEKNES, OR: ORIENTAL, SM: SOUSS_MASSA, TTA: TANGER_TETOUAN }

interface Told {
  readonly name: string
  readonly theme: string
  readonly stops: string
  readonly host: string
}

/** Days as keys of stops: 'buttons cherry | cedar tales'. */
function tour(edition: EditionKey, region: RegionCode, startsOn: string, told: Told, days: string): WorldTour {
  const found = (key: string): Stop => {
    const stop = STOPS[region].find((one) => one.key === key)
    if (stop === undefined) throw new Error(`demo world: no stop ${key} in ${region}`)
    return stop
  }
  return {
    key: `${edition}-tour-${region.toLowerCase()}`,
    edition,
    region,
    startsOn,
    name: trilingual(told.name),
    theme: trilingual(told.theme),
    stops: trilingual(told.stops),
    host: bilingual(told.host),
    days: days.split(' | ').map((day) => day.trim().split(' ').map(found)),
  }
}

const ATLAS: Told = {
  name: 'ورشات الأطلس المتوسط|Les ateliers du Moyen Atlas|Workshops of the Middle Atlas',
  theme:
    'من المادة إلى الثمن: كيف تعيش ورشة صغيرة|De la matière au prix : comment vit un petit atelier|From material to price: how a small workshop lives',
  stops: 'صفرو، أزرو، مكناس|Sefrou, Azrou, Meknès|Sefrou, Azrou, Meknes',
  host: 'جمعية وادي أگاي، صفرو|Association Oued Aggay, Sefrou',
}
const FES_TAZA: Told = {
  name: 'من فاس إلى تازة|De Fès à Taza|From Fez to Taza',
  theme: 'من يشتري الثقافة في مدينة متوسطة|Qui achète de la culture dans une ville moyenne|Who buys culture in a middle-sized town',
  stops: 'مكناس، فاس، تازة|Meknès, Fès, Taza|Meknes, Fez, Taza',
  host: 'رياض الأصوات، فاس|Le Riad des sons, Fès',
}
const FES_SEFROU: Told = {
  name: 'صفرو وفاس من وراء الأبواب|Sefrou et Fès, derrière les portes|Sefrou and Fez behind the doors',
  theme: 'ما الذي يأخذه زائر معه|Ce qu’un visiteur emporte|What a visitor takes home',
  stops: 'صفرو، فاس|Sefrou, Fès|Sefrou, Fez',
  host: 'تعاونية العقدة، صفرو|Coopérative El Okda, Sefrou',
}
const EAST: Told = {
  name: 'من وجدة إلى البحيرة|D’Oujda à la lagune|From Oujda to the lagoon',
  theme: 'أصوات الشرق ومنتوجاته|Les sons et les produits de l’Oriental|Sounds and produce of the Oriental',
  stops: 'وجدة، بركان، الناظور|Oujda, Berkane, Nador|Oujda, Berkane, Nador',
  host: 'فضاء القنطرة، وجدة|Espace El Kantara, Oujda',
}
const OASIS: Told = {
  name: 'من البحر إلى الواحة|De la mer à l’oasis|From the sea to the oasis',
  theme: 'استقبال جمهور جاء من بعيد|Accueillir un public venu de loin|Receiving an audience from afar',
  stops: 'وجدة، بركان، فجيج|Oujda, Berkane, Figuig|Oujda, Berkane, Figuig',
  host: 'دار القصر، فجيج|Maison du ksar, Figuig',
}
const SOUSS: Told = {
  name: 'سوس بين الساحل والسور|Le Souss, entre la côte et les remparts|The Souss between coast and walls',
  theme: 'من التعاونية إلى المتجر الإلكتروني|De la coopérative à la boutique en ligne|From the cooperative to the online shop',
  stops: 'أكادير، تارودانت، تزنيت|Agadir, Taroudant, Tiznit|Agadir, Taroudant, Tiznit',
  host: 'فضاء فونتي، أكادير|Espace Founti, Agadir',
}
const NORTH: Told = {
  name: 'من تطوان إلى الحسيمة|De Tétouan à Al Hoceïma|From Tetouan to Al Hoceima',
  theme: 'النشر والصورة في مدن صغيرة|Éditer et montrer dans de petites villes|Publishing and showing in small towns',
  stops: 'تطوان، شفشاون، الحسيمة|Tétouan, Chefchaouen, Al Hoceïma|Tetouan, Chefchaouen, Al Hoceima',
  host: 'دار الخرازين، تطوان|Dar Kharrazine, Tétouan',
}
const STRAIT: Told = {
  name: 'طنجة والجبل|Tanger et la montagne|Tangier and the mountain',
  theme: 'العمل مع الضفة الأخرى|Travailler avec l’autre rive|Working with the other shore',
  stops: 'طنجة، تطوان، شفشاون|Tanger, Tétouan, Chefchaouen|Tangier, Tetouan, Chefchaouen',
  host: 'الرصيف السابع، طنجة|Le Quai 7, Tanger',
}

export const TOURS: readonly WorldTour[] = [
  tour('e1', 'FM', '2023-06-16', ATLAS, 'buttons three-prices cherry | cedar tales | teach-price poster studio'),
  tour('e1', 'OR', '2023-07-07', EAST, 'gharnati recording sound | citrus packaging teach-model | cinema lagoon'),
  tour('e1', 'SM', '2023-10-13', SOUSS, 'argan stand agency teach-communication | leather mayor teach-pitch label | saffron silver heritage'),
  tour('e1', 'TTA', '2023-10-20', NORTH, 'engraving teach-copyright towns magazine | wool four-minutes | archive sun-print rif-radio'),
  tour('e2', 'SM', '2024-06-21', SOUSS, 'argan surf timitar music | leather mayor teach-pitch label | women silver museum'),
  tour('e2', 'FM', '2024-07-12', FES_TAZA, 'studio bookshop poster | tannery concerts hotels binding | caves teach-audience radio'),
  tour('e2', 'TTA', '2024-09-20', NORTH, 'comics engraving magazine cinema | wool inn four-minutes | archive teach-team rif-radio'),
  tour('e2', 'OR', '2024-10-04', EAST, 'gharnati recording theatre bank | citrus pottery agrotourism | teach-accounting print border'),
  tour('e3', 'SM', '2025-07-04', SOUSS, 'studio-photo timitar stand | saffron crafts-fair mayor | teach-distribution women museum heritage'),
  tour('e3', 'FM', '2025-07-18', FES_SEFROU, 'buttons cherry teach-cost | tannery binding pictures living | concerts hotels'),
  tour('e3', 'OR', '2025-10-03', OASIS, 'theatre teach-partners bank | citrus agrotourism packaging | weaving oasis'),
  tour('e3', 'TTA', '2025-10-17', STRAIT, 'harbour export identity | games label teach-fundraising mediterranean | cinema three-publishers'),
]

/** Day on which a tour ends. */
export function lastDay(tour: WorldTour): string {
  return addDays(tour.startsOn, tour.days.length - 1)
}
