/** A text in each language that has it, one under the other. */
import type { Html } from '#html'
import { direction, LANGUAGES, LANGUAGE_NAMES, type Trilingual } from '../../../../domain/language.ts'

export function InLanguages({ text }: { text: Trilingual }): Html {
  return (
    <ul class="rows">
      {LANGUAGES.filter((one) => text[one] !== '').map((one) => (
        <li lang={one} dir={direction(one)}>
          <span class="vh">{LANGUAGE_NAMES[one]}: </span>
          {text[one]}
        </li>
      ))}
    </ul>
  )
}
