import { expect, test } from 'vitest'
import { shortName } from './person.ts'

test('a short name keeps a given name of two words whole, and its initial is never that of the article', () => {
  const short = (nameAr: string) => shortName({ nameAr, nameLatin: '' }, 'ar')
  expect(['نادية الرامي', 'عبد الرحيم الوزاني', 'فاطمة الزهراء البقالي', 'منال آيت لحسن'].map(short)).toEqual([
    'نادية ر.',
    'عبد الرحيم و.',
    'فاطمة الزهراء ب.',
    'منال ل.',
  ])
  expect(['حسن', 'عبد الله', 'نور الدين'].map(short)).toEqual(['حسن', 'عبد الله', 'نور الدين'])
  expect(shortName({ nameAr: '', nameLatin: 'Salma El Amrani' }, 'fr')).toBe('Salma A.')
})
