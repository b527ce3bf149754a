/**
 * Regions and provinces of Morocco: what a `region` or `province` question offers, what a figure is broken down by.
 *
 * Names (Arabic and French), geographic codes, kinds and the region of each province: Haut-Commissariat au Plan,
 * RGPH 2024 (CC BY 4.0); a subset, with ISO 3166-2 codes, English exonyms and other spellings added. Where ISO's table
 * of parents differs (MA-CHT, MA-NOU) HCP's is followed. In the order of HCP codes.
 */
import { fold } from './fold.ts'
import type { Trilingual } from './language.ts'

export interface Territory {
  readonly iso: string
  /** Geographic code of the Haut-Commissariat au Plan: '09', '09.581'. */
  readonly hcp: string
  readonly name: Trilingual
  /** Other spellings it is looked for by. */
  readonly also?: readonly string[]
  /** ISO's remark: wholly or partly in Western Sahara. Never printed; some donors' reports set these areas apart. */
  readonly westernSahara?: 'whole' | 'part'
}

export interface Province extends Territory {
  /** ISO code of its region. */
  readonly region: string
  /** Large towns are prefectures; everything else is the same. */
  readonly kind: 'province' | 'prefecture'
}

type Rest = Pick<Territory, 'also' | 'westernSahara'>

function region(hcp: string, ar: string, fr: string, en: string, rest: Rest = {}): Territory {
  return { iso: `MA-${hcp}`, hcp, name: { ar, fr, en }, ...rest }
}

/** The first two digits of the HCP code are the region's, in both codes. */
function place(kind: Province['kind'], iso: string, hcp: string, name: Trilingual, rest: Rest): Province {
  return { iso, hcp, region: `MA-${hcp.slice(0, 2)}`, kind, name, ...rest }
}

function province(iso: string, hcp: string, ar: string, fr: string, en: string, rest: Rest = {}): Province {
  return place('province', iso, hcp, { ar, fr, en }, rest)
}

function prefecture(iso: string, hcp: string, ar: string, fr: string, en: string, rest: Rest = {}): Province {
  return place('prefecture', iso, hcp, { ar, fr, en }, rest)
}

export const REGIONS: readonly Territory[] = [
  region('01', 'طنجة-تطوان-الحسيمة', 'Tanger-Tétouan-Al Hoceima', 'Tangier-Tetouan-Al Hoceima'),
  region('02', 'الشرق', 'Oriental', 'Oriental'),
  region('03', 'فاس-مكناس', 'Fès-Meknès', 'Fez-Meknes'),
  region('04', 'الرباط-سلا-القنيطرة', 'Rabat-Salé-Kénitra', 'Rabat-Salé-Kénitra'),
  region('05', 'بني ملال-خنيفرة', 'Béni Mellal-Khénifra', 'Béni Mellal-Khénifra'),
  region('06', 'الدار البيضاء-سطات', 'Casablanca-Settat', 'Casablanca-Settat'),
  region('07', 'مراكش-آسفي', 'Marrakech-Safi', 'Marrakesh-Safi'),
  region('08', 'درعة-تافيلالت', 'Drâa-Tafilalet', 'Drâa-Tafilalet'),
  region('09', 'سوس-ماسة', 'Souss-Massa', 'Souss-Massa'),
  region('10', 'كلميم-واد نون', 'Guelmim-Oued Noun', 'Guelmim-Oued Noun', { westernSahara: 'part' }),
  region('11', 'العيون-الساقية الحمراء', 'Laâyoune-Sakia El Hamra', 'Laâyoune-Sakia El Hamra', { westernSahara: 'part' }),
  region('12', 'الداخلة-وادي الذهب', 'Dakhla-Oued Ed-Dahab', 'Dakhla-Oued Ed-Dahab', { westernSahara: 'whole' }),
]

export const PROVINCES: readonly Province[] = [
  province('MA-HOC', '01.051', 'الحسيمة', 'Al Hoceima', 'Al Hoceima'),
  province('MA-CHE', '01.151', 'شفشاون', 'Chefchaouen', 'Chefchaouen'),
  province('MA-FAH', '01.227', 'الفحص-أنجرة', 'Fahs-Anjra', 'Fahs-Anjra'),
  province('MA-LAR', '01.331', 'العرائش', 'Larache', 'Larache'),
  province('MA-OUZ', '01.405', 'وزان', 'Ouezzane', 'Ouezzane'),
  prefecture('MA-TNG', '01.511', 'طنجة-أصيلة', 'Tanger-Assilah', 'Tangier-Assilah'),
  province('MA-TET', '01.571', 'تطوان', 'Tétouan', 'Tetouan'),
  prefecture('MA-MDF', '01.573', 'المضيق-الفنيدق', 'M’diq-Fnideq', 'M’diq-Fnideq'),
  province('MA-BER', '02.113', 'بركان', 'Berkane', 'Berkane'),
  province('MA-DRI', '02.167', 'الدريوش', 'Driouch', 'Driouch'),
  province('MA-FIG', '02.251', 'فجيج', 'Figuig', 'Figuig'),
  province('MA-GUF', '02.265', 'جرسيف', 'Guercif', 'Guercif'),
  province('MA-JRA', '02.275', 'جرادة', 'Jerada', 'Jerada'),
  province('MA-NAD', '02.381', 'الناضور', 'Nador', 'Nador', { also: ['الناظور'] }),
  prefecture('MA-OUJ', '02.411', 'وجدة-أنجاد', 'Oujda-Angad', 'Oujda-Angad', { also: ['وجدة-أنكاد'] }),
  province('MA-TAI', '02.533', 'تاوريرت', 'Taourirt', 'Taourirt'),
  prefecture('MA-MEK', '03.061', 'مكناس', 'Meknès', 'Meknes'),
  province('MA-BOM', '03.131', 'بولمان', 'Boulemane', 'Boulemane'),
  province('MA-HAJ', '03.171', 'الحاجب', 'El Hajeb', 'El Hajeb'),
  prefecture('MA-FES', '03.231', 'فاس', 'Fès', 'Fez'),
  province('MA-IFR', '03.271', 'إفران', 'Ifrane', 'Ifrane'),
  province('MA-SEF', '03.451', 'صفرو', 'Sefrou', 'Sefrou'),
  province('MA-TAO', '03.531', 'تاونات', 'Taounate', 'Taounate'),
  province('MA-TAZ', '03.561', 'تازة', 'Taza', 'Taza'),
  province('MA-MOU', '03.591', 'مولاي يعقوب', 'Moulay Yacoub', 'Moulay Yacoub'),
  province('MA-KEN', '04.281', 'القنيطرة', 'Kénitra', 'Kénitra'),
  province('MA-KHE', '04.291', 'الخميسات', 'Khémisset', 'Khémisset'),
  prefecture('MA-RAB', '04.421', 'الرباط', 'Rabat', 'Rabat'),
  prefecture('MA-SAL', '04.441', 'سلا', 'Salé', 'Salé'),
  province('MA-SIK', '04.481', 'سيدي قاسم', 'Sidi Kacem', 'Sidi Kacem'),
  province('MA-SIL', '04.491', 'سيدي سليمان', 'Sidi Slimane', 'Sidi Slimane'),
  prefecture('MA-SKH', '04.501', 'الصخيرات-تمارة', 'Skhirate-Témara', 'Skhirate-Témara'),
  province('MA-AZI', '05.081', 'أزيلال', 'Azilal', 'Azilal'),
  province('MA-BEM', '05.091', 'بني ملال', 'Béni Mellal', 'Béni Mellal'),
  province('MA-FQH', '05.255', 'الفقيه بن صالح', 'Fquih Ben Salah', 'Fquih Ben Salah'),
  province('MA-KHN', '05.301', 'خنيفرة', 'Khénifra', 'Khénifra'),
  province('MA-KHO', '05.311', 'خريبكة', 'Khouribga', 'Khouribga'),
  province('MA-BES', '06.111', 'بنسليمان', 'Benslimane', 'Benslimane'),
  province('MA-BRR', '06.117', 'برشيد', 'Berrechid', 'Berrechid'),
  prefecture('MA-CAS', '06.141', 'الدار البيضاء', 'Casablanca', 'Casablanca'),
  province('MA-JDI', '06.181', 'الجديدة', 'El Jadida', 'El Jadida'),
  province('MA-MED', '06.355', 'مديونة', 'Médiouna', 'Médiouna'),
  prefecture('MA-MOH', '06.371', 'المحمدية', 'Mohammadia', 'Mohammadia'),
  province('MA-NOU', '06.385', 'النواصر', 'Nouaceur', 'Nouaceur'),
  province('MA-SET', '06.461', 'سطات', 'Settat', 'Settat'),
  province('MA-SIB', '06.467', 'سيدي بنور', 'Sidi Bennour', 'Sidi Bennour'),
  province('MA-HAO', '07.041', 'الحوز', 'Al Haouz', 'Al Haouz'),
  province('MA-CHI', '07.161', 'شيشاوة', 'Chichaoua', 'Chichaoua'),
  province('MA-KES', '07.191', 'قلعة السراغنة', 'El Kelâa des Sraghna', 'El Kelâa des Sraghna'),
  province('MA-ESI', '07.211', 'الصويرة', 'Essaouira', 'Essaouira'),
  prefecture('MA-MAR', '07.351', 'مراكش', 'Marrakech', 'Marrakesh'),
  province('MA-REH', '07.427', 'الرحامنة', 'Rehamna', 'Rehamna'),
  province('MA-SAF', '07.431', 'آسفي', 'Safi', 'Safi'),
  province('MA-YUS', '07.585', 'اليوسفية', 'Youssoufia', 'Youssoufia'),
  province('MA-ERR', '08.201', 'الرشيدية', 'Errachidia', 'Errachidia'),
  province('MA-MID', '08.363', 'ميدلت', 'Midelt', 'Midelt'),
  province('MA-OUA', '08.401', 'ورزازات', 'Ouarzazate', 'Ouarzazate'),
  province('MA-TIN', '08.577', 'تنغير', 'Tinghir', 'Tinghir', { also: ['تينغير'] }),
  province('MA-ZAG', '08.587', 'زاكورة', 'Zagora', 'Zagora'),
  prefecture('MA-AGD', '09.001', 'أكادير-إدا وتنان', 'Agadir-Ida-Ou-Tanane', 'Agadir-Ida-Ou-Tanane'),
  province('MA-CHT', '09.163', 'اشتوكة-آيت باها', 'Chtouka-Aït Baha', 'Chtouka-Aït Baha', { also: ['شتوكة-آيت باها'] }),
  prefecture('MA-INE', '09.273', 'إنزكان-آيت ملول', 'Inezgane-Aït Melloul', 'Inezgane-Aït Melloul'),
  province('MA-TAR', '09.541', 'تارودانت', 'Taroudannt', 'Taroudannt'),
  province('MA-TAT', '09.551', 'طاطا', 'Tata', 'Tata'),
  province('MA-TIZ', '09.581', 'تيزنيت', 'Tiznit', 'Tiznit'),
  province('MA-ASZ', '10.071', 'آسا-الزاك', 'Assa-Zag', 'Assa-Zag', { westernSahara: 'part' }),
  province('MA-GUE', '10.261', 'كلميم', 'Guelmim', 'Guelmim'),
  province('MA-SIF', '10.473', 'سيدي إفني', 'Sidi Ifni', 'Sidi Ifni'),
  province('MA-TNT', '10.521', 'طانطان', 'Tan-Tan', 'Tan-Tan', { westernSahara: 'part' }),
  province('MA-BOD', '11.121', 'بوجدور', 'Boujdour', 'Boujdour', { westernSahara: 'whole' }),
  province('MA-ESM', '11.221', 'السمارة', 'Es-Semara', 'Es-Semara', { westernSahara: 'part' }),
  province('MA-LAA', '11.321', 'العيون', 'Laâyoune', 'Laâyoune', { westernSahara: 'whole' }),
  province('MA-TAF', '11.537', 'طرفاية', 'Tarfaya', 'Tarfaya', { westernSahara: 'part' }),
  province('MA-AOU', '12.066', 'أوسرد', 'Aousserd', 'Aousserd', { westernSahara: 'whole' }),
  province('MA-OUD', '12.391', 'وادي الذهب', 'Oued Ed-Dahab', 'Oued Ed-Dahab', { westernSahara: 'whole' }),
]

const REGIONS_BY_ISO: ReadonlyMap<string, Territory> = new Map(REGIONS.map((one) => [one.iso, one]))
const PROVINCES_BY_ISO: ReadonlyMap<string, Province> = new Map(PROVINCES.map((one) => [one.iso, one]))

export function regionOf(iso: string): Territory | undefined {
  return REGIONS_BY_ISO.get(iso)
}

export function provinceOf(iso: string): Province | undefined {
  return PROVINCES_BY_ISO.get(iso)
}

export function provincesOf(regionIso: string): readonly Province[] {
  return PROVINCES.filter((one) => one.region === regionIso)
}

/** The region a province lies in. */
export function regionOfProvince(provinceIso: string): Territory | undefined {
  const found = PROVINCES_BY_ISO.get(provinceIso)
  return found === undefined ? undefined : REGIONS_BY_ISO.get(found.region)
}

/** Every place with its names as search sees them; spaces are dropped, for they are written at will ("Ben Slimane"). */
let searched: { found: Territory | Province; names: readonly string[] }[] | undefined

function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '')
}

/**
 * Regions and provinces whose name, in any language and spelling, holds the text: those that equal it first, then those
 * that begin with it. A province has a `region`, a region has none.
 */
export function findPlace(text: string): readonly (Territory | Province)[] {
  const wanted = squeeze(text)
  if (wanted === '') return []
  searched ??= [...REGIONS, ...PROVINCES].map((found) => ({
    found,
    names: [found.name.ar, found.name.fr, found.name.en, ...(found.also ?? [])].map(squeeze),
  }))
  const rankOf = (names: readonly string[]): number =>
    names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : names.some((name) => name.includes(wanted)) ? 2 : 3
  return searched
    .map(({ found, names }) => ({ found, rank: rankOf(names) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ found }) => found)
}
