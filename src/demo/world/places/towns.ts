/** Towns from which applications come: their province, their quarters, how each language speaks of them. */
import type { RegionCode } from '../scenario.ts'

export interface Town {
  /** ISO 3166-2 code of its province or prefecture. */
  readonly province: string
  readonly ar: string
  readonly fr: string
  readonly en: string
  /** Quarters and places, 'Latin|عربي'. */
  readonly quarters: readonly string[]
  /** How often applications come from there. */
  readonly weight: number
}

const town = (province: string, names: string, weight: number, ...quarters: string[]): Town => {
  const [ar, fr, en] = names.split('|') as [string, string, string?]
  return { province, ar, fr, en: en ?? fr, quarters, weight }
}

export const TOWNS: Readonly<Record<RegionCode, readonly Town[]>> = {
  FM: [
    town('MA-FES', 'فاس|Fès|Fez', 9, 'Batha|البطحاء', 'Rcif|الرصيف', 'Narjiss|النرجس', 'Aïn Kadous|عين قادوس', 'Saâda|السعادة'),
    town('MA-MEK', 'مكناس|Meknès|Meknes', 7, 'Hamria|حمرية', 'Sidi Baba|سيدي بابا', 'Marjane|مرجان', 'Toulal|تولال'),
    town('MA-TAZ', 'تازة|Taza', 3, 'Bit Ghoulam|بيت غلام', 'El Massira|المسيرة', 'El Qods|القدس'),
    town('MA-SEF', 'صفرو|Sefrou', 3, 'Zemghila|زمغيلة', 'Setti Messaouda|ستي مسعودة', 'Habbouna|حبونة'),
    town('MA-IFR', 'أزرو|Azrou', 2, 'Ahdaf|أحداف', 'Timdiqine|تيمديقين'),
    town('MA-HAJ', 'الحاجب|El Hajeb', 1, 'Bam|البام', 'El Farah|الفرح'),
    town('MA-TAO', 'تاونات|Taounate', 1, 'Rmila|الرميلة', 'Badr|بدر'),
    town('MA-BOM', 'ميسور|Missour', 1, 'El Inbiaat|الانبعاث', 'El Wahda|الوحدة'),
  ],
  OR: [
    town('MA-OUJ', 'وجدة|Oujda', 9, 'Lazaret|لازاري', 'Vatimi|واطمي', 'El Qods|القدس', 'Sidi Yahya|سيدي يحيى', 'Taourirt|حي تاوريرت'),
    town('MA-NAD', 'الناظور|Nador', 5, 'Laâri Cheikh|لعري الشيخ', 'Ouled Mimoun|أولاد ميمون', 'El Matar|المطار'),
    town('MA-BER', 'بركان|Berkane', 4, 'Hay Salam|حي السلام', 'Bayou|بايو', 'El Massira|المسيرة'),
    town('MA-TAI', 'تاوريرت|Taourirt', 2, 'Moulay Ali Chrif|مولاي علي الشريف', 'El Wahda|الوحدة'),
    town('MA-JRA', 'جرادة|Jerada', 2, 'Hassi Blal|حاسي بلال', 'Manar|المنار'),
    town('MA-FIG', 'فجيج|Figuig', 2, 'Zenaga|زناگة', 'El Hammam|الحمام الفوقاني'),
    town('MA-GUF', 'جرسيف|Guercif', 1, 'Hamria|حمرية', 'El Jadid|الحي الجديد'),
    town('MA-DRI', 'ميضار|Midar', 1, 'El Fath|الفتح', 'Centre|المركز'),
  ],
  SM: [
    town('MA-AGD', 'أكادير|Agadir', 9, 'Talborjt|تالبرجت', 'Hay Mohammadi|الحي المحمدي', 'Anza|أنزا', 'Tikiouine|تيكيوين', 'Bensergao|بنسركاو'),
    town('MA-INE', 'إنزكان|Inezgane', 5, 'Dcheira|الدشيرة', 'Tarrast|تراست', 'El Jorf|الجرف'),
    town('MA-TIZ', 'تزنيت|Tiznit', 4, 'Afrag|أفراگ', 'El Youssoufia|اليوسفية', 'Idzekri|إد زكري'),
    town('MA-TAR', 'تارودانت|Taroudant', 4, 'Assarag|أسراگ', 'Lastah|لسطاح', 'Mhaita|المحايطة'),
    town('MA-CHT', 'بيوكرى|Biougra', 2, 'Amoud|عمود', 'Hay Mohammadi|الحي المحمدي'),
    town('MA-TAT', 'طاطا|Tata', 2, 'Ighrmane|إغرمان', 'El Massira|المسيرة'),
    town('MA-TAR', 'تالوين|Taliouine', 1, 'Agadir Melloul|أگادير ملول', 'Centre|المركز'),
  ],
  TTA: [
    town('MA-TNG', 'طنجة|Tanger|Tangier', 9, 'Beni Makada|بني مكادة', 'Marshan|مرشان', 'Mesnana|مسنانة', 'Drissia|الإدريسية', 'Iberia|إيبيريا'),
    town('MA-TET', 'تطوان|Tétouan|Tetouan', 7, 'Trankat|الطرانكات', 'Touilaa|الطويلع', 'Sania Rmel|سانية الرمل', 'Touta|التوتة'),
    town('MA-LAR', 'العرائش|Larache', 4, 'El Menzah|المنزه', 'Chaâban|شعبان', 'Nasser|الناصر'),
    town('MA-LAR', 'القصر الكبير|Ksar El Kébir|Ksar El Kebir', 2, 'Bab El Oued|باب الواد', 'Salam|السلام'),
    town('MA-CHE', 'شفشاون|Chefchaouen', 3, 'Souika|السويقة', 'Ras El Maa|راس الماء'),
    town('MA-HOC', 'الحسيمة|Al Hoceima', 3, 'Mirador|ميرادور', 'Calabonita|كالابونيطا', 'Barrio|باريو'),
    town('MA-OUZ', 'وزان|Ouezzane', 1, 'Rouida|الرويضة', 'El Adir|العدير'),
    town('MA-MDF', 'المضيق|M’diq', 1, 'El Mrja|المرجة', 'Marina|المارينا'),
  ],
}

/** Towns outside the four regions, with the ISO code of theirs. */
export const ELSEWHERE: readonly (Town & { readonly region: string })[] = [
  { region: 'MA-06', ...town('MA-CAS', 'الدار البيضاء|Casablanca', 3, 'Hay Hassani|الحي الحسني', 'Sidi Moumen|سيدي مومن') },
  { region: 'MA-04', ...town('MA-RAB', 'الرباط|Rabat', 2, 'Yacoub El Mansour|يعقوب المنصور', 'Akkari|العكاري') },
  { region: 'MA-04', ...town('MA-SAL', 'سلا|Salé', 2, 'Tabriquet|تابريكت', 'Bettana|بطانة') },
  { region: 'MA-07', ...town('MA-MAR', 'مراكش|Marrakech|Marrakesh', 2, 'Massira|المسيرة', 'Daoudiate|الداوديات') },
  { region: 'MA-08', ...town('MA-ERR', 'الرشيدية|Errachidia', 1, 'Boutalamine|بوتلامين', 'El Mouahidine|الموحدين') },
  { region: 'MA-05', ...town('MA-BEM', 'بني ملال|Béni Mellal', 1, 'Ouled Hamdane|أولاد حمدان', 'El Massira|المسيرة') },
]

/** "à Taza", "au ..." and "de Taza", "d’Oujda" of a French town. */
export function inFrench(name: string): { readonly a: string; readonly de: string } {
  if (name.startsWith('El ')) return { a: `à ${name}`, de: `d’${name}` }
  return { a: `à ${name}`, de: /^[AEIOUÉÈH]/.test(name) ? `d’${name}` : `de ${name}` }
}
