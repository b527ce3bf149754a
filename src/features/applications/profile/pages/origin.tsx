/** Where answers that were taken over come from. */
import type { Html } from '#html'
import type { Language } from '../../../../domain/language.ts'
import { words } from '../../words/index.ts'
import type { Origin } from '../views.ts'

export function originText(origin: Origin, language: Language): string {
  const t = words(language)
  return origin === 'record' ? t('known.from-record') : t('known.from-application', { year: origin })
}

/** Below a field, until its answer is saved. */
export function OriginMark({ origin, language }: { origin: Origin; language: Language }): Html {
  return <p class="hint">{originText(origin, language)}</p>
}
