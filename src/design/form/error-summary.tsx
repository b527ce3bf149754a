/** What is to be mended, above the form, each fault leading to its field; read aloud and focused when the page loads. */
import type { Html } from '#html'
import type { Language } from '../../domain/language.ts'
import { words } from '../words/index.ts'
import { namedErrors } from './errors.ts'
import { type FormErrors, idOf } from './field.tsx'

export interface ErrorSummaryProps {
  readonly language: Language
  readonly errors: FormErrors
  /** What each field is called, where the sentence of a fault does not say it. */
  readonly names?: Readonly<Record<string, string>>
  readonly title?: string
  /** False where the form is not what the page is about. */
  readonly focused?: boolean
}

export function ErrorSummary({ language, errors, names = {}, title, focused = true }: ErrorSummaryProps): Html {
  if (errors.length === 0) return <></>
  const t = words(language)
  return (
    <div class="errsum" role="alert" tabindex={-1} aria-labelledby="errors-title" autofocus={focused}>
      <h2 id="errors-title">{title ?? t('form.errors', { count: errors.length })}</h2>
      <ul>
        {namedErrors(errors, names, language).map((error) => (
          <li>
            <a href={`#${idOf(error.field)}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A "no" of the programme, in a sentence; `way`, where its cure is. */
export function RefusalNote({ sentence, way }: { sentence: string; way?: { readonly href: string; readonly name: string } | undefined }): Html {
  return (
    <div class="errsum" role="alert" tabindex={-1} autofocus>
      <p>
        {sentence}
        {way !== undefined && (
          <>
            {' '}
            <a href={way.href}>{way.name}</a>
          </>
        )}
      </p>
    </div>
  )
}
