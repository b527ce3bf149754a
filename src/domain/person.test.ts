import { expect, test } from 'vitest'
import { isNameText, mayBeNamed, shortName } from './person.ts'

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

test('a name is letters of any script, with spaces, apostrophes, hyphens and dots, and nothing else', () => {
  const names = ['آمنة بنعيسى', 'مُحَمَّد', 'Aït-Ben Saïd', 'D’Angelo', "N'Diaye", 'J. R. Naciri', 'ⵢⴰⵎⵉⵏⴰ', 'Nguyễn', '王芳', '']
  const others = ['Amina 🎉', '🎭', 'Amina2', 'Amina <b>', 'a@b', 'Amina (Mimi)', 'آمنة ❤️', 'https://x', '1️⃣ Amina']
  expect([names.filter((name) => !isNameText(name)), others.filter(isNameText)]).toEqual([[], []])
  expect(mayBeNamed({ nameAr: 'آمنة 🎉', nameLatin: '' })).toMatchObject({ code: 'person/odd-in-arabic' })
  expect(mayBeNamed({ nameAr: '', nameLatin: 'Amina 🎉' })).toMatchObject({ code: 'person/odd-in-latin' })
})
