/**
 * One name in the spellings people give it: محمد العلوي, Mohamed El Alaoui and Mohammed Alawi. Each word is brought to the
 * skeleton of its consonants, where what Moroccans write for one another is one letter (ق ك q k c; ش ch sh; ج j dj; س ص s ss;
 * ع and ء none). `nameKey` is that skeleton, to look names up by. Many names share one (حسن and حسين, محمد and محمود): what
 * tells them apart are the vowels that both spellings write, and `sameName` compares them.
 *
 * Vowels, by the consonant they follow. Of Arabic, what is written is long: A I U; `T` is a last ة; `*` is ع and `@` a first
 * alef, which bear any vowel; `?` is a last ى, read a or i. Of Latin letters it is mostly not known whether they are long: a e
 * i u may have nothing beside them in Arabic; I U and â are those that have (ai, ei, ee; ou before the last consonant; a last
 * i or a), and T is a last h.
 */
import { fold } from './fold.ts'

interface Word {
  readonly arabic: boolean
  /** Consonants, one letter a sound. */
  readonly skeleton: string
  /** Vowels before the first consonant, then after each. */
  readonly vowels: readonly string[]
}

/** The skeletons of the words of a name in alphabetical order, whichever stands first; '' for a single word, which many bear. */
export function nameKey(name: string): string {
  const words = wordsOf(name)
  return words.length < 2 ? '' : words.map(keyOf).join(' ')
}

/** Whether two names may be one in two spellings: word by word the same consonants, and no vowel against it. */
export function sameName(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  return first.length > 1 && areAlike(first, second)
}

/** The skeleton of a family name, which stands last (El Alaoui, العلوي, بن جلون); '' for a single word, of which nobody knows which name it is. */
export function familyKey(name: string): string {
  const words = spoken(name)
  return words.length < 2 ? '' : keyOf(words.at(-1) as Word)
}

/** Whether two people may bear one family name, in two spellings. */
export function sameFamily(one: string, other: string): boolean {
  const [first, second] = [spoken(one), spoken(other)]
  return first.length > 1 && second.length > 1 && sameWord(first.at(-1) as Word, second.at(-1) as Word)
}

/** The same of any words, names of houses among them: their skeletons in alphabetical order. */
export function spellingKey(text: string): string {
  return wordsOf(text).map(keyOf).join(' ')
}

/** Whether two texts may be the same words in two spellings, in whatever order. */
export function sameSpelling(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  return first.length > 0 && areAlike(first, second)
}

function areAlike(first: readonly Word[], second: readonly Word[]): boolean {
  return first.length === second.length && first.every((word, place) => sameWord(word, second[place] as Word))
}

/** A last ى is read as a (ليلى) or is a ي without its dots (الشرقاوى): kept apart from both while the rest is folded. */
const EITHER = 'ۍ'
/** A last ة, kept apart from a ه likewise. */
const TA = 'ۃ'

/** The words of a name in alphabetical order of their skeletons. */
function wordsOf(name: string): Word[] {
  return spoken(name).sort((a, b) => compare(keyOf(a), keyOf(b)) || compare(a.vowels.join(), b.vowels.join()))
}

/** The words of a name as they are said. */
function spoken(name: string): Word[] {
  const raw = name
    .replace(/ى(?![\p{L}\p{M}])/gu, EITHER)
    .replace(/ة(?![\p{L}])/gu, TA)
    .replace(/ç/gi, 'ss')
    .split(/[\s\-\u2010-\u2015_.]+/)
  const folded = raw
    .map(withoutArticle)
    .flatMap((word) => fold(word).split(' '))
    .filter((word) => word !== '' && !ARTICLES.has(word))
  return joined(folded.map((word) => SHORTENED[word] ?? word)).map(wordOf)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Without its article an Arabic word keeps two letters at least; إلياس has none, for its alef bears a hamza. */
function withoutArticle(word: string): string {
  return word.replace(/^[اٱ]ل(?=\p{L}{2})/u, '').replace(/^عبد[اٱ]ل(?=\p{L}{2})/u, 'عبد')
}

const ARTICLES = new Set(['el', 'al', 'ul', 'l'])
/** Written short in Latin letters. */
const SHORTENED: Readonly<Record<string, string>> = { med: 'mohamed', mohd: 'mohamed', mhd: 'mohamed', md: 'mohamed' }
/** First halves of names, and second ones (as they stand without their article), which are written apart or together. */
const BEFORE = new Set(['عبد', 'بن', 'ابن', 'ابو', 'بو', 'abd', 'abdel', 'abdul', 'abdoul', 'ben', 'bin', 'ibn', 'bou', 'abou', 'abu'])
const BEFORE_AS: Readonly<Record<string, string>> = { ابن: 'بن', ibn: 'ben', bin: 'ben' }
const AFTER = new Set(['دين', 'eddine', 'ddine', 'dine', 'eddin', 'din'])

function joined(words: readonly string[]): string[] {
  const whole: string[] = []
  let start = ''
  for (const word of words) {
    if (start === '' && AFTER.has(word) && whole.length > 0) whole.push(`${whole.pop()}-${word}`)
    else if (BEFORE.has(word)) start += `${BEFORE_AS[word] ?? word}-`
    else {
      whole.push(start + word)
      start = ''
    }
  }
  return start === '' ? whole : [...whole, start]
}

function wordOf(word: string): Word {
  return /\p{Script=Arabic}/u.test(word) ? arabicWord(word) : latinWord(word)
}

const ARABIC: Readonly<Record<string, string>> = Object.fromEntries(
  [...'بb تt ثt جj حh خx دd ذd رr زz سs شc صs ضd طt ظd غg فf قk كk لl مm نn هh'.split(' ')].map((pair) => [pair[0] as string, pair[1] as string]),
)
const ARABIC_VOWELS: Readonly<Record<string, string>> = { ا: 'A', و: 'U', ي: 'I', ع: '*', [EITHER]: '?', [TA]: 'T' }

function arabicWord(word: string): Word {
  const sounds = [...word.replaceAll('-', '')].map((letter, place) => ({
    consonant: ARABIC[letter] ?? (letter in ARABIC_VOWELS ? '' : letter),
    vowel: letter === 'ا' && place === 0 ? '@' : (ARABIC_VOWELS[letter] ?? ''),
  }))
  return assembled(sounds, true)
}

const LATIN_SOUNDS = /tch|sch|ch|sh|kh|gh|th|dh|dj|ph|ck|qu(?=[eiy])|gu(?=[eiy])|c(?=[eiy])|ai|ei|ay|ey|ee|oo|ou|./gu
const LATIN: Readonly<Record<string, string>> = {
  tch: 'c',
  sch: 'c',
  ch: 'c',
  sh: 'c',
  kh: 'x',
  gh: 'g',
  th: 't',
  dh: 'd',
  dj: 'j',
  ph: 'f',
  ck: 'k',
  qu: 'k',
  gu: 'k',
  q: 'k',
  c: 'k',
  g: 'k',
  p: 'b',
  v: 'f',
  x: 'ks',
}
/** `o` stands for ou until its place in the word is known. */
const LATIN_VOWELS: Readonly<Record<string, string>> = {
  a: 'a',
  e: 'e',
  i: 'i',
  y: 'i',
  o: 'u',
  u: 'u',
  w: 'u',
  ou: 'o',
  oo: 'o',
  ai: 'aI',
  ei: 'I',
  ay: 'aI',
  ey: 'I',
  ee: 'I',
}

function latinWord(written: string): Word {
  const word = written
    // Elalami, Almansouri; not Alaoui, nor Elias. Essaidi: the article as it is said.
    .replace(/^(?:el(?=.{4})|al(?=[^aeiouyl].{3})|e(?=ss|zz|nn|rr|dd|tt|chch))/, '')
    // Abdelkader has the article of the second half; Abdellah and Abdellatif a letter of it.
    .replace(/^abd(?:[aeou]{0,2}l(?:-|(?=[^l].{2}))|-)/, 'abd-')
  const sounds = (word.match(LATIN_SOUNDS) ?? []).flatMap((sound, place, all) => {
    const vowel = LATIN_VOWELS[sound]
    if (vowel !== undefined) return [{ consonant: '', vowel }]
    // Doubled: one sound.
    if (sound === '-' || all[place - 1] === sound) return []
    const consonant = sound === 'c' && /^[eiy]/.test(all[place + 1] ?? '') ? 's' : (LATIN[sound] ?? sound)
    return [...consonant].map((one) => ({ consonant: one, vowel: '' }))
  })
  const { skeleton, vowels } = assembled(sounds, false)
  const end = vowels.length - 1
  // The vowel of the last syllable is long where a consonant closes it.
  const long = /^e?$/.test(vowels[end] ?? '') && end > 1 ? end - 1 : -1
  return { arabic: false, skeleton, vowels: vowels.map((some, place) => said(some, place === long, place === end && end > 0)) }
}

function said(vowels: string, long: boolean, last: boolean): string {
  const known = (long ? vowels.replace(/o$/, 'U') : vowels).replaceAll('o', 'u')
  return last ? known.replace(/ae?$/, 'â').replace(/i$/, 'I') : known
}

/** Between two consonants of any name; more is no name, and would be compared in vain. */
const MOST_VOWELS = 6

function assembled(sounds: readonly { readonly consonant: string; readonly vowel: string }[], arabic: boolean): Word {
  let skeleton = ''
  const vowels = ['']
  for (const { consonant, vowel } of sounds) {
    if (consonant !== '') {
      skeleton += consonant
      vowels.push('')
    }
    const some = vowels.length - 1
    if ((vowels[some] as string).length < MOST_VOWELS) vowels[some] += vowel
  }
  // Of a last h nobody knows whether it is that of صلاح, of ة (Fatimah) or none.
  if (skeleton.length > 2 && skeleton.endsWith('h') && vowels.at(-1) === '') {
    skeleton = skeleton.slice(0, -1)
    vowels.pop()
    vowels[vowels.length - 1] += 'T'
  }
  return { arabic, skeleton, vowels }
}

/** Larbi is العربي and El Arbi: an l that may be the article is no part of what names are looked up by. */
function keyOf({ skeleton }: Word): string {
  return skeleton.length > 2 && skeleton.startsWith('l') ? skeleton.slice(1) : skeleton
}

function withoutL({ arabic, skeleton, vowels: [, second, ...rest] }: Word): Word {
  return { arabic, skeleton: skeleton.slice(1), vowels: [second as string, ...rest] }
}

function sameWord(one: Word, other: Word): boolean {
  if (one.skeleton === `l${other.skeleton}` && other.skeleton.length > 1) return !one.arabic && sameWord(withoutL(one), other)
  if (other.skeleton === `l${one.skeleton}` && one.skeleton.length > 1) return sameWord(other, one)
  if (one.skeleton !== other.skeleton || !sameBeginning(one, other)) return false
  return one.vowels.every((some, place) => {
    const others = other.vowels[place] as string
    return (place === 0 && (some === '' || others === '')) || aligned(some, others, freeOf(one, other), freeOf(other, one))
  })
}

/** A word that begins with a vowel is not one that does not; but for Brahim and Smail, whose first vowel went. */
function sameBeginning(one: Word, other: Word): boolean {
  const bare = one.vowels[0] === '' ? one : other
  const begins = (bare === one ? other : one).vowels[0] as string
  if (bare.vowels[0] !== '' || begins === '') return true
  if (bare.arabic) return begins === '@' || begins === 'e'
  return bare.vowels[1] === '' && /^[aei@]$/.test(begins)
}

/** Vowels of a word that may have nothing beside them. */
function freeOf(word: Word, beside: Word): string {
  if (word.arabic) return beside.arabic ? 'A@' : 'A@*?'
  return beside.arabic ? 'aeiuT' : 'aeT'
}

/** What stands for what. */
const MEETS: Readonly<Record<string, string>> = {
  A: 'Aaeâ?T',
  I: 'Ii?',
  U: 'Uu',
  T: 'TAaâ',
  '*': '*',
  '@': '@',
  '?': '?AIaeiâ',
  a: 'aeâA?T',
  â: 'âaA?T',
  e: 'aeiIA?',
  i: 'ieI?',
  u: 'uU',
}

/** Whether two rows of vowels agree in order; those of `free…` may have nothing beside them, and what bears any vowel has any short one. */
function aligned(some: string, others: string, freeSome: string, freeOthers: string): boolean {
  const [a, b] = [some[0], others[0]]
  if (a === undefined && b === undefined) return true
  const [restSome, restOthers] = [some.slice(1), others.slice(1)]
  if (a !== undefined && b !== undefined && (MEETS[a] as string).includes(b) && aligned(restSome, restOthers, freeSome, freeOthers)) return true
  if (isBearer(a) && isShort(b) && aligned(some, restOthers, freeSome, freeOthers)) return true
  if (isBearer(b) && isShort(a) && aligned(restSome, others, freeSome, freeOthers)) return true
  if (a !== undefined && freeSome.includes(a) && aligned(restSome, others, freeSome, freeOthers)) return true
  return b !== undefined && freeOthers.includes(b) && aligned(some, restOthers, freeSome, freeOthers)
}

const isBearer = (vowel: string | undefined): boolean => vowel === '*' || vowel === '@'
const isShort = (vowel: string | undefined): boolean => vowel !== undefined && 'aeiuâ'.includes(vowel)
