/** The answers of a file, part by part, as its reader may read them. */
import type { Html } from '#html'
import type { Language } from '../../../domain/language.ts'
import { BudgetTable } from '../../applications/index.ts'
import { Files, type LinkedFile } from '../../files/index.ts'
import type { ReviewView } from '../views.ts'
import { words } from '../words/index.ts'

export function Dossier({ parts, files, language }: { parts: ReviewView['parts']; files: readonly LinkedFile[]; language: Language }): Html {
  const t = words(language)
  return (
    <>
      {parts.map((part, place) => (
        <section class="card stack" id={`part-${place + 1}`}>
          <h2>{part.title}</h2>
          {part.answers.map((answer) => (
            <div class="stack stack--xs">
              <h3 class="sm">{answer.label}</h3>
              {answer.budget !== null ? (
                <BudgetTable budget={answer.budget} caption={answer.label} language={language} />
              ) : answer.files.length > 0 ? (
                <Files files={files.filter((file) => answer.files.some(({ id }) => id === file.id))} language={language} />
              ) : answer.text === '' ? (
                <p class="muted">{t('review.no-answer')}</p>
              ) : (
                // A number has no side of its own: it stands where the page is read from.
                <div class="prose" dir={/\p{L}/u.test(answer.text) ? 'auto' : undefined}>
                  {answer.text.split('\n').map((line) => (
                    <p>{line}</p>
                  ))}
                </div>
              )}
            </div>
          ))}
        </section>
      ))}
    </>
  )
}
