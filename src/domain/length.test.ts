import { describe, expect, test } from 'vitest'
import { countCharacters, countWords } from './length.ts'

describe('words are counted as word processors do', () => {
  test.each([
    ['', 0],
    ['  \n ', 0],
    ['كواليس', 1],
    ['ندعم مشاريع الشباب وبالمدينة نبدأ', 5],
    ['مَشْروعٌ ثقافيٌّ', 2],
    ['مشروع، فكرة؛ ثم ورشة.', 4],
    ['L’atelier d’été aujourd’hui', 3],
    ['un porte-parole et/ou un rendez-vous', 5],
    ['« Oui » : c’est prêt ; bravo', 4],
    ['60\u00a0000 MAD en 2024', 4],
    ['60\u202f000', 1],
    ['deux\u00a0mots', 2],
    ['one—two – three… four', 4],
    ['🎤 🎶', 0],
    ['1. first\n2. second', 4],
  ])('%j has %i', (text, words) => expect(countWords(text)).toBe(words))
})

describe('characters are counted as people see them', () => {
  test.each([
    ['abc', 3],
    ['', 0],
    ['a\nb', 3],
    ['été', 3],
    ['e\u0301te\u0301', 3],
    ['مَشْروعٌ', 5],
    ['👩\u200d🎤👍🏽', 2],
  ])('%j has %i', (text, characters) => expect(countCharacters(text)).toBe(characters))
})
