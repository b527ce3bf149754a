import type { ArgumentKind } from './words.d.mts'
export function spelling(sentence: string): string[]
export function read(sentence: string, language: 'ar' | 'fr' | 'en'): { complaints: string[]; arguments: Map<string, ArgumentKind> }
