/**
 * How a name sounds, whatever the script and the spelling: the consonants that are left of it, written with one letter
 * for each sound. محمد, Mohamed and Mohammed are all `mhmd`; الشرقاوي, Cherkaoui and Charqaoui are all `xrk`. Used by
 * search on both sides; never shown. Expects words that `fold` made.
 */

/** A letter of the Arabic script as the consonant it is heard as in Moroccan names; long vowels are dropped later. */
const ARABIC_SOUND: Readonly<Record<string, string>> = {
  ا: 'a',
  ع: 'a',
  و: 'w',
  ي: 'y',
  ب: 'b',
  ت: 't',
  ث: 't',
  ط: 't',
  ج: 'j',
  ح: 'h',
  خ: 'h',
  ه: 'h',
  د: 'd',
  ذ: 'd',
  ض: 'd',
  ر: 'r',
  ز: 'z',
  ظ: 'z',
  س: 's',
  ص: 's',
  ش: 'x',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
}

/** What French, Spanish and English spelling write for one sound, in the order in which it is read. */
const LATIN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/^ou(?=[aeiy])/, 'w'],
  [/t?ch|sch|sh/g, 'x'],
  [/kh/g, 'h'],
  [/gh/g, '9'],
  [/dj|g(?=[eiy])/g, 'j'],
  [/gu(?=[eiy])|g|qu|q|ck/g, 'k'],
  [/9/g, 'g'],
  [/ph|v/g, 'f'],
  [/p/g, 'b'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/^[aeiou]+/, 'a'],
]

/** Shorter, a sound is that of too many words. */
const SHORTEST = 2

const isArabic = (word: string): boolean => /^\p{Script=Arabic}+$/u.test(word)
const isLatin = (word: string): boolean => /^[a-z]+$/.test(word)

/** Leaves the consonants: vowels and half-vowels stay at the beginning only, doubled letters are one, a last h is not heard. */
function consonants(heard: string): string {
  const [first = '', rest = ''] = [heard.slice(0, 1), heard.slice(1)]
  return (first + rest.replace(/[aeiouwy]/g, '')).replace(/(.)\1+/g, '$1').replace(/(?<=..)h$/, '')
}

function arabicSound(word: string): string {
  return consonants([...word.replace(/^ال(?=.{3})/u, '')].map((letter) => ARABIC_SOUND[letter] ?? '').join(''))
}

function latinSound(word: string): string {
  return consonants(LATIN_SOUNDS.reduce((text, [spelt, heard]) => text.replace(spelt, heard), word))
}

/** Without the article that some write as part of a name: Elkhatib, Ezzahra; nor in the middle of Abdelkader. */
function withoutArticle(word: string): string {
  return word
    .replace(/^(?:el|al)(?=[^aeiou].{3})/, '')
    .replace(/^[ae]([^aeiou])\1/, '$1')
    .replace(/^(abd)[aeiou]l(?=[^aeiou])/, '$1')
}

/** The sounds of one folded word, with and without an article; none for a word too short to have one, or with figures. */
export function soundsOf(word: string): readonly string[] {
  const found = isArabic(word) ? [arabicSound(word)] : isLatin(word) ? [latinSound(word), latinSound(withoutArticle(word))] : []
  return [...new Set(found)].filter((sound) => sound.length >= SHORTEST)
}

/** The sounds of the words of a name; of عبد الرحيم that of the two together as well, for Abderrahim. */
export function soundsOfName(words: readonly string[]): readonly string[] {
  const joined = words.flatMap((word, place) => {
    const next = words[place + 1]
    return word === 'عبد' && next !== undefined ? [arabicSound(word) + arabicSound(next)] : []
  })
  return [...new Set([...words.flatMap(soundsOf), ...joined])]
}
