/** A question that only the holder answers, to another of the team: its name, and whether it is answered. */
import type { Html } from '#html'
import { State } from '../../../design/state.tsx'
import type { Question } from '../../../domain/form.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { withheldText } from '../sheet.ts'
import { words } from '../words/index.ts'

export interface WithheldProps {
  readonly question: Question
  readonly language: Language
  /** Whether it is answered; not told where what counts is still to come. */
  readonly given?: boolean | undefined
}

export function WithheldField({ question, given, language }: WithheldProps): Html {
  const t = words(language)
  return (
    <div class="field" id={question.code}>
      <p class="strong">{inLanguage(question.label, language).text}</p>
      <p class="hint">{t('own.text')}</p>
      {given !== undefined && (
        <p>
          <State is={given || question.kind === 'consent' ? 'done' : 'none'}>{withheldText(question, given, language)}</State>
        </p>
      )}
    </div>
  )
}
