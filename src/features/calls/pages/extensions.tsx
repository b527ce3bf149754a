/** Said on the public pages when a deadline was put off, or given to a call that had none. */
import type { Html } from '#html'
import { Note } from '../../../design/note.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'
import { promisedText } from './deadline.tsx'

/** A deadline as it was promised. */
type Promised = Pick<CallView['extensions'][number], 'wall' | 'at'>

/** From when to when, and why: each was put off to the one before the next. */
export function Extensions({ language, call }: { language: Language; call: CallView }): Html {
  const t = words(language)
  const { zone, deadline } = call.content.call
  const said = ({ wall, at }: Promised): string => promisedText({ language, wall, instant: at, zone })
  const standing: Promised = { wall: deadline ?? '', at: call.times.deadlineAt ?? new Date(0) }
  return (
    <>
      {call.closing !== null && (
        <Note>
          <p>
            {t('closing.public')} {inLanguage(call.closing.reason, language).text}
          </p>
        </Note>
      )}
      {call.extensions.map(({ reason, ...before }, place) => (
        <Note>
          <p>
            {t('extension.public', { date: said(before), to: said(call.extensions[place + 1] ?? standing) })} {inLanguage(reason, language).text}
          </p>
        </Note>
      ))}
    </>
  )
}
