/** Messages to a phone: how long they are as networks count, and by day only. */

/** The basic alphabet of GSM 03.38; those of the second row take two places. */
const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENDED = '^{}\\[~]|€\f'

export interface TextLength {
  /** GSM-7 when every character is in the basic alphabet; one that is not makes the whole message UCS-2. */
  readonly alphabet: 'gsm-7' | 'ucs-2'
  /** Septets, or UTF-16 code units. */
  readonly units: number
  /** What is paid for: a long message travels in pieces, each with a head of its own (3GPP TS 23.040). */
  readonly segments: number
}

/** One piece and each of several, in units. */
const ROOM = { 'gsm-7': [160, 153], 'ucs-2': [70, 67] } as const

/** How long a message is, as networks count and bill. No piece ends in the middle of an escaped or a doubled character. */
export function textLength(text: string): TextLength {
  const characters = [...text]
  const isBasic = characters.every((sign) => BASIC.includes(sign) || EXTENDED.includes(sign))
  const alphabet = isBasic ? 'gsm-7' : 'ucs-2'
  const widths = characters.map((sign) => (isBasic ? (EXTENDED.includes(sign) ? 2 : 1) : sign.length))
  const units = widths.reduce((sum, width) => sum + width, 0)
  const [alone, each] = ROOM[alphabet]
  if (units <= alone) return { alphabet, units, segments: units === 0 ? 0 : 1 }
  let [segments, used] = [1, 0]
  for (const width of widths) {
    if (used + width > each) [segments, used] = [segments + 1, 0]
    used += width
  }
  return { alphabet, units, segments }
}

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
  [/«[\s\u00a0\u202f]*|[\s\u00a0\u202f]*»/g, '"'],
  [/[\u00a0\u202f\u2009]/g, ' '],
  [/[\u2013\u2014]/g, '-'],
  [/…/g, '...'],
  [/[\u200e\u200f\u2066-\u2069]/g, ''],
]

/** The same sentence with the apostrophes, quotes and spaces of a phone: one curly apostrophe would more than double what a French message costs. */
export function phoneText(text: string): string {
  return PLAIN.reduce((so, [sign, plain]) => so.replace(sign, plain), text)
}

/** Hours of the day between which a phone may ring. */
export const DAY_BEGINS = 8
export const DAY_ENDS = 21

/** Whether a phone is left in peace at this hour (0–23) of its place. */
export function isQuiet(hour: number): boolean {
  return hour < DAY_BEGINS || hour >= DAY_ENDS
}

/** Hours before a deadline at which one who wants it is reminded: late enough to matter, early enough to finish. */
export const REMIND_HOURS = 48
