/** Said on the public pages when a deadline was put off. */
import type { Html } from '#html'
import { Note } from '../../../design/note.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'
import { promisedText } from './deadline.tsx'

/** A deadline that was put off, from when and why. */
export function Extensions({ language, call }: { language: Language; call: CallView }): Html {
  const t = words(language)
  return (
    <>
      {call.extensions.map(({ wall, at, reason }) => (
        <Note>
          <p>
            {t('extension.public', { date: promisedText({ language, wall, instant: at, zone: call.content.call.zone }) })}{' '}
            {inLanguage(reason, language).text}
          </p>
        </Note>
      ))}
    </>
  )
}
