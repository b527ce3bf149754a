/** The sentence of a refusal of extra time, in the words of the call or of people. */
import { refusalIn } from '../../design/refusal.ts'
import type { Language } from '../../domain/language.ts'
import type { Refused } from '../../domain/result.ts'
import { formatDeadline } from '../../platform/time/time.ts'
import { peopleWords } from '../people/index.ts'
import { words } from './words/index.ts'

/** The latest moment is told by the clock of the call. */
export function extraTimeRefusal(language: Language): (refusal: Refused) => string {
  return (refusal) => {
    const { latest, zone } = refusal.details
    const told =
      typeof latest === 'string' && typeof zone === 'string'
        ? { ...refusal.details, latest: formatDeadline(new Date(latest), language, zone) }
        : refusal.details
    const said = refusalIn(words(language), language)({ ...refusal, details: told })
    return said === refusal.code ? refusalIn(peopleWords(language), language)(refusal) : said
  }
}
