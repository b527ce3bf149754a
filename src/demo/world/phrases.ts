import type { Language } from '../../domain/language.ts'
import { framesAr } from './phrases/ar.ts'
import { framesEn } from './phrases/en.ts'
import { framesFr } from './phrases/fr.ts'
import type { Frames } from './phrases/frames.ts'

export const FRAMES: Readonly<Record<Language, Frames>> = { ar: framesAr, fr: framesFr, en: framesEn }

/** Names of months as the press of each language writes them, for dates told in a text. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** "octobre 2023", some months before a day. */
export function monthBefore(day: string, months: number, language: Language): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  return `${MONTHS[language][index % 12]} ${Math.floor(index / 12)}`
}

/** "23 avril 2023". */
export function dayInWords(day: string, language: Language): string {
  const date = Number(day.slice(8, 10))
  const shown = language === 'fr' && date === 1 ? '1er' : String(date)
  return `${shown} ${MONTHS[language][Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}
