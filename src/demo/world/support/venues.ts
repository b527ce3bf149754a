/** Where people meet: invented houses in real towns. Each region has one with a large and a small room, and a second town. */
import type { Trilingual } from '../../../domain/language.ts'
import { idOf } from '../key.ts'
import type { RegionCode } from '../scenario.ts'
import { trilingual } from '../trilingual.ts'

export const VENUE_KEYS = ['rabat', 'fes', 'meknes', 'oujda', 'nador', 'agadir', 'tiznit', 'tanger', 'tetouan'] as const
export type VenueKey = (typeof VENUE_KEYS)[number]

export interface WorldRoom {
  readonly key: string
  readonly name: Trilingual
  readonly capacity: number
}

export interface WorldVenue {
  readonly key: VenueKey
  readonly name: Trilingual
  readonly town: Trilingual
  /** ISO 3166-2 code of its region. */
  readonly region: string
  /** The largest first. */
  readonly rooms: readonly WorldRoom[]
}

const venue = (key: VenueKey, region: string, name: string, town: string, rooms: readonly (readonly [string, number])[]): WorldVenue => ({
  key,
  region,
  name: trilingual(name),
  town: trilingual(town),
  rooms: rooms.map(([text, capacity], index) => ({ key: `${key}-${index + 1}`, name: trilingual(text), capacity })),
})

const FIRST = 'القاعة 1|Salle 1|Room 1'
const SECOND = 'القاعة 2|Salle 2|Room 2'

export const VENUES: readonly WorldVenue[] = [
  venue('rabat', 'MA-04', 'مركز الموارد|Centre de ressources|Resource Centre', 'الرباط|Rabat|Rabat', [
    ['القاعة الكبرى|Grande salle|Main hall', 80],
    ['قاعة المطالعة|Salle de lecture|Reading room', 20],
  ]),
  venue('fes', 'MA-03', 'فابريكة باب الريح|La Fabrique Bab Rih|Bab Rih Works', 'فاس|Fès|Fez', [
    [SECOND, 30],
    [FIRST, 10],
  ]),
  venue('meknes', 'MA-03', 'دار النجارين|Dar Nejjarine|Dar Nejjarine', 'مكناس|Meknès|Meknes', [[FIRST, 20]]),
  venue('oujda', 'MA-02', 'دار سيدي زيان|Maison Sidi Ziane|Sidi Ziane House', 'وجدة|Oujda|Oujda', [
    ['قاعة الزيتون|Salle des oliviers|Olive room', 30],
    [FIRST, 10],
  ]),
  venue('nador', 'MA-02', 'فضاء البحيرة|Espace La Lagune|The Lagoon', 'الناظور|Nador|Nador', [[FIRST, 16]]),
  venue('agadir', 'MA-09', 'فضاء فونتي|Espace Founti|Founti Space', 'أكادير|Agadir|Agadir', [
    ['قاعة أركان|Salle Argan|Argan room', 32],
    ['قاعة تيفاوين|Salle Tifawin|Tifawin room', 12],
  ]),
  venue('tiznit', 'MA-09', 'دار الصياغة|La Maison des bijoutiers|The Jewellers’ House', 'تزنيت|Tiznit|Tiznit', [[FIRST, 16]]),
  venue('tanger', 'MA-01', 'الرصيف السابع|Le Quai 7|Quay 7', 'طنجة|Tanger|Tangier', [
    ['قاعة المضيق|Salle Détroit|Strait room', 30],
    ['قاعة سبارطيل|Salle Spartel|Spartel room', 10],
  ]),
  venue('tetouan', 'MA-01', 'دار الخرازين|Dar Kharrazine|Dar Kharrazine', 'تطوان|Tétouan|Tetouan', [[FIRST, 16]]),
]

/** Where a region usually meets. */
export const HOME: Readonly<Record<RegionCode, VenueKey>> = { FM: 'fes', OR: 'oujda', SM: 'agadir', TTA: 'tanger' }

export function venueOf(key: VenueKey): WorldVenue {
  return VENUES[VENUE_KEYS.indexOf(key)] as WorldVenue
}

/** The town of a venue, in both scripts. */
export function townOf(key: VenueKey): string {
  const { town } = venueOf(key)
  return `${town.fr} / ${town.ar}`
}

export function venueId(key: string): string {
  return idOf(`venue/${key}`)
}

export function roomId(key: string): string {
  return idOf(`room/${key}`)
}
