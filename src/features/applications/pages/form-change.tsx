/** A form that was corrected while it was being answered: what changed, said on the task list; what is no longer asked, shown before sending. */
import { type Html, trusted } from '#html'
import { Card } from '../../../design/card.tsx'
import { Sheet } from '../../../design/facts.tsx'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { answerText } from '../answer-text.ts'
import type { ApplicationHead, DraftView, FormChangeView } from '../views.ts'
import { words } from '../words/index.ts'
import { applicationPath } from './around.tsx'

export function FormChanges({ changes, head, language }: { changes: readonly FormChangeView[]; head: ApplicationHead; language: Language }): Html {
  const t = words(language)
  return (
    <>
      {changes.map(({ changedAt, added, removed, changed, sections }) => (
        <Card title={t('change.title', { date: formatDateTime(changedAt, language, head.call.zone) })} tight>
          <div class="stack">
            <Changed title={t('change.added', { count: added.length })} questions={added} language={language} />
            <Changed title={t('change.changed', { count: changed.length })} questions={changed} language={language} />
            <Changed
              title={t('change.removed', { count: removed.length })}
              questions={removed}
              note={t('change.kept', { count: removed.length })}
              language={language}
            />
            {sections.length > 0 && (
              <div class="stack stack--xs">
                <h3 class="sm strong">{t('change.look', { count: sections.length })}</h3>
                <ul class="stack stack--xs">
                  {sections.map(({ code, title }) => (
                    <li>
                      <a href={applicationPath(head, language, `/sections/${code}`)}>{inLanguage(title, language).text}</a>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        </Card>
      ))}
    </>
  )
}

interface ChangedProps {
  readonly title: string
  readonly questions: readonly Trilingual[]
  readonly note?: string
  readonly language: Language
}

/** Each question whole, on a line of its own: they are sentences, and some are long. */
function Changed({ title, questions, note, language }: ChangedProps): Html {
  if (questions.length === 0) return <></>
  return (
    <div class="stack stack--xs">
      <h3 class="sm strong">{title}</h3>
      <ul class="stack stack--xs">
        {questions.map((one) => (
          <li>
            <bdi>{inLanguage(one, language).text}</bdi>
          </li>
        ))}
      </ul>
      {note !== undefined && <p class="sm muted">{note}</p>}
    </div>
  )
}

/** Kept for whoever wrote them; nobody else will read them. */
export function NoLongerAsked({ view, language }: { view: DraftView; language: Language }): Html {
  const t = words(language)
  if (view.unasked.length === 0) return trusted('')
  return (
    <section class="stack stack--sm">
      <h2>{t('unasked.title')}</h2>
      <p class="muted">{t('unasked.lead')}</p>
      <Sheet
        rows={view.unasked.map(({ question, answer }) => ({
          name: inLanguage(question.label, language).text,
          value: <bdi>{answerText(question, answer, view.lists, language)}</bdi>,
        }))}
      />
    </section>
  )
}
