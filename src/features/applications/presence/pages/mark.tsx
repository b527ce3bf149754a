/** Who else is in a place: a line that the island of a shared draft keeps true. Empty, it is not seen. */
import type { Html } from '#html'
import type { Language } from '../../../../domain/language.ts'
import { applicationPath } from '../../pages/around.tsx'
import type { ApplicationHead } from '../../views.ts'
import type { Here } from '../here.ts'

/** `at`: `question:summary`, `part:project`. The one that carries the island is the one that is read aloud. */
export function HereMark({ at, here, island }: { at: string; here: Here; island?: Record<`data-${string}`, string> }): Html {
  return (
    <p class="here" data-here={at} role={island === undefined ? undefined : 'status'} {...island}>
      {here[at] ?? ''}
    </p>
  )
}

/** What the island needs to know of the page. */
export function presenceOf(head: ApplicationHead, language: Language, page: string, section = ''): Record<`data-${string}`, string> {
  return { 'data-presence': applicationPath(head, language, '/presence'), 'data-page': page, 'data-section': section }
}
