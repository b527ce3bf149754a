import type { Language } from '../../domain/language.ts'
import type { SectorCode } from './scenario.ts'
import { itemAt, type Seeded } from './seeded.ts'

/**
 * Hand-written material of the applications. In every sentence `[a|b]` is one of several wordings, `<m|f>` follows the
 * gender of the holder, and `{slot}` is a fact of the application (name, town, quarter, price, a number…).
 */
export interface ConceptText {
  /** What follows the name in a title: "Sada, studio de quartier". */
  readonly label: readonly string[]
  /** Titles without a coined name, told apart by {town} or {quarter}. */
  readonly titles: readonly string[]
  readonly pitch: readonly string[]
  readonly make: readonly string[]
  readonly how: readonly string[]
  readonly sell: readonly string[]
}

/** A kind of project, told with other names, towns, prices and wordings in each application. */
export interface Concept {
  readonly key: string
  /** Coined names as 'Latin|عربي'. */
  readonly names: readonly string[]
  /** Usual price of one unit and of a larger order, in dirhams. */
  readonly prices: readonly [unit: number, pack: number]
  readonly fr: ConceptText
  readonly ar: ConceptText
  readonly en?: ConceptText
}

/** What the projects of a sector share in one language. */
export interface SectorText {
  /** Who pays, with the definite article, fit to be a subject. */
  readonly clients: readonly string[]
  readonly impact: readonly string[]
  /** Parts taken in a team, as fields of work and not as job titles. */
  readonly roles: readonly string[]
  readonly needs: readonly string[]
  /** What was done so far, by stage. */
  readonly idea: readonly string[]
  readonly firstTry: readonly string[]
  readonly launched: readonly string[]
}

export interface Sector {
  readonly code: SectorCode
  /** How often applications come from this sector, against the others. */
  readonly weight: number
  readonly fr: SectorText
  readonly ar: SectorText
  readonly en?: SectorText
  readonly concepts: readonly Concept[]
}

/** Values of the slots; numbers of people and things ({few}, {many}, {hund}) are drawn anew at each place. */
export type Slots = Readonly<Record<string, string>>

const MANY = [12, 14, 15, 16, 18, 20, 22, 24, 25, 28, 30, 32, 35, 40, 45, 50, 60]
const HUNDREDS = [120, 130, 140, 150, 160, 180, 200, 220, 240, 250, 280, 300, 350, 400]
/** In Arabic the counted noun of the sentences fits exact hundreds only. */
const HUNDREDS_AR = [200, 300, 400, 500, 600]

/** A sentence with its wordings chosen and its slots filled. A slot nobody filled is a fault of the material: it throws. */
export function told(sentence: string, slots: Slots, chance: Seeded, woman: boolean, language: Language): string {
  const chosen = sentence
    .replace(/\[([^\]]*)\]/g, (_, options: string) => chance.pick(options.split('|')))
    .replace(/<([^>|]*)\|([^>]*)>/g, (_, man: string, lady: string) => (woman ? lady : man))
  const filled = chosen.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? number(slot, chance, language, sentence))
  return typeset(filled, language)
}

function number(slot: string, chance: Seeded, language: Language, sentence: string): string {
  if (slot === 'few') return String(chance.between(3, 9))
  if (slot === 'many') return String(chance.pick(MANY))
  if (slot === 'hund') return String(chance.pick(language === 'ar' ? HUNDREDS_AR : HUNDREDS))
  throw new Error(`demo world: no {${slot}} for "${sentence}"`)
}

/** French contracts its articles, takes a no-break space before its high punctuation and inside its quotation marks. */
function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text
  return text
    .replace(/ de les /g, ' des ')
    .replace(/ de le /g, ' du ')
    .replace(/ ([:;!?»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
}

/** An amount in dirhams in words of a language, with the Arabic form of the counted noun. */
export function dirhams(amount: number, language: Language): string {
  const digits = String(amount).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u202f')
  if (language === 'fr') return `${digits}\u00a0dirhams`
  if (language === 'en') return `${digits} dirhams`
  const last = amount % 100
  return `${digits.replace('\u202f', '\u00a0')}\u00a0${last >= 3 && last <= 10 ? 'دراهم' : last >= 11 ? 'درهماً' : 'درهم'}`
}

/** The wording of a text that is the turn-th to be used, so that neighbours never share one while others are left. */
export function turn(options: readonly string[], used: number): string {
  return itemAt(options, used % options.length)
}
