/** Those who train and coach: invented people, each with what they teach and where they live. */
import { idOf } from '../key.ts'
import type { RegionCode } from '../scenario.ts'
import type { Subject } from './subjects.ts'

export interface WorldTrainer {
  readonly key: string
  readonly nameAr: string
  readonly nameLatin: string
  readonly gender: 'woman' | 'man'
  readonly language: 'ar' | 'fr'
  /** Null: from none of the four regions. */
  readonly home: RegionCode | null
  /** Day on which they joined. */
  readonly since: string
  readonly teaches: readonly Subject[]
}

const FIRST = '2023-05-09'

export const TRAINERS: readonly WorldTrainer[] = [
  trainer('houda', 'Houda Serghini|هدى السرغيني', 'woman', 'fr', 'FM', FIRST, 'price', 'model', 'audience', 'start'),
  trainer('karim', 'Karim Belhaj|كريم بلحاج', 'man', 'fr', 'OR', FIRST, 'model', 'cost', 'price', 'accounting'),
  trainer('meryem', 'Meryem Aït Lahcen|مريم أيت لحسن', 'woman', 'ar', 'SM', FIRST, 'communication', 'audience', 'pitch'),
  trainer('abdellatif', 'Abdellatif Chentouf|عبد اللطيف الشنتوف', 'man', 'ar', 'TTA', FIRST, 'copyright', 'status', 'partners'),
  trainer('ilham', 'Ilham Bouziane|إلهام بوزيان', 'woman', 'fr', 'TTA', FIRST, 'fundraising', 'partners', 'team', 'pitch'),
  trainer('rachid', 'Rachid Ouchen|رشيد أوشن', 'man', 'ar', 'SM', FIRST, 'pitch', 'model', 'fundraising'),
  trainer('sanae', 'Sanae Lemrini|سناء المريني', 'woman', 'fr', 'FM', FIRST, 'production', 'team', 'price', 'cost'),
  trainer('hamza', 'Hamza Tahiri|حمزة الطاهري', 'man', 'fr', 'OR', FIRST, 'accounting', 'status', 'cost'),
  trainer('loubna', 'Loubna Filali|لبنى الفيلالي', 'woman', 'fr', null, FIRST, 'audience', 'communication', 'model', 'start'),
  trainer('otmane', 'Otmane Ziani|عثمان الزياني', 'man', 'ar', 'OR', '2024-05-07', 'distribution', 'copyright', 'communication'),
  trainer('fatima', 'Fatima-Zahra Bakkali|فاطمة الزهراء البقالي', 'woman', 'ar', 'TTA', '2024-05-07', 'production', 'distribution', 'communication'),
]

function trainer(
  key: string,
  names: string,
  gender: WorldTrainer['gender'],
  language: WorldTrainer['language'],
  home: RegionCode | null,
  since: string,
  ...teaches: Subject[]
): WorldTrainer {
  const [nameLatin, nameAr] = names.split('|') as [string, string]
  return { key, nameLatin, nameAr, gender, language, home, since, teaches }
}

export function trainerId(key: string): string {
  return idOf(`person/trainer-${key}`)
}
