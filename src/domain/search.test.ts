import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'
import { contactText, searchText, searchWords } from './search.ts'
import { soundsOf } from './sound.ts'

describe('names that sound alike', () => {
  test.each([
    ['محمد', 'Mohamed', 'Mohammed', 'Mouhamed', 'Mhamed'],
    ['العلوي', 'Alaoui', 'Elalaoui'],
    ['الشرقاوي', 'Cherkaoui', 'Charqaoui', 'Charkaoui', 'Cherkawi'],
    ['خديجة', 'Khadija', 'Khadijah'],
    ['فاطمة', 'Fatima', 'Fatema'],
    ['يوسف', 'Youssef', 'Yousef'],
    ['الوزاني', 'Ouazzani', 'Wazzani'],
    ['أوشن', 'Ouchen'],
    ['عثمان', 'Othmane', 'Otman'],
    ['الخطيب', 'Elkhatib', 'Khatib'],
    ['ڭسوس', 'Guessous'],
    ['غيثة', 'Ghita'],
    ['الزهراء', 'Ezzahra', 'Zahra'],
  ])('%s is heard in each of its spellings', (arabic, ...latin) => {
    const [sound] = soundsOf(fold(arabic))
    expect(latin.filter((name) => !soundsOf(fold(name)).includes(sound as string))).toEqual([])
  })

  test('are told from those that do not', () => {
    const sounds = ['Mohamed', 'Mehdi', 'Cherkaoui', 'Sahraoui', 'Khadija', 'Fatima', 'Youssef'].flatMap((name) => soundsOf(fold(name)))
    expect(new Set(sounds).size).toBe(sounds.length)
  })
})

describe('what a query looks for', () => {
  const finds = (query: string, texts: string[], contacts: { phones: string[]; others: string[] } = { phones: [], others: [] }) => {
    const [text, contact] = [searchText(texts), contactText(contacts)]
    return searchWords(query).every(
      (word) =>
        word.texts.every((one) => text.includes(one)) ||
        word.sounds.some((sound) => text.includes(`~${sound}~`)) ||
        (word.contact !== '' && contact.includes(word.contact)),
    )
  }

  test.each(['0612345678', '06 12 34 56 78', '+212 6 12 34 56 78', '00212612345678', '612345678', '06-12-34-56-78', '٠٦١٢٣٤٥٦٧٨', '345678'])(
    'a phone is found as %s',
    (query) => expect(finds(query, ['Dar Dhell'], { phones: ['+212612345678'], others: [] })).toBe(true),
  )

  test.each(['AB123456', 'ab 123456', 'Salma@Example.ma', 'salma@'])('a card or an address is found as %s', (query) =>
    expect(finds(query, ['Dar Dhell'], { phones: [], others: ['AB123456', 'salma@example.ma'] })).toBe(true),
  )

  test.each(['KW-2024-0187', '2024-0187', '0187', 'kw 2024', 'عبد الرحيم', 'Abderrahim', 'dhell théâtre', 'تازة'])(
    'a number, a name, a title or a town is found as %s',
    (query) => expect(finds(query, ['Dar Dhell, théâtre d’ombres', 'عبد الرحيم', 'KW-2024-0187', 'تازة'])).toBe(true),
  )

  test('every word of it must be there', () => expect(finds('dhell Casablanca', ['Dar Dhell'])).toBe(false))
  test('nothing at all is nothing looked for', () => expect(searchWords(' … ')).toEqual([]))

  test('is found by a number whose zeros were left out', () => {
    expect([finds('kw-2024-58', ['KW-2024-0058']), finds('KW-2024-0058', ['KW-2024-0058']), finds('kw-2024-58', ['KW-2024-0158'])]).toEqual([
      true,
      true,
      false,
    ])
  })
})
