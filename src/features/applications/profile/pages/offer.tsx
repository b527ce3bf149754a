/** What an application could begin with, to be taken over or left. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { Sheet } from '../../../../design/facts.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { answerText, isLeftToRight } from '../../answer-text.ts'
import { words } from '../../words/index.ts'
import type { Known, KnownAnswer } from '../views.ts'
import { originText } from './origin.tsx'

/** Both ways to begin, as buttons of one form. */
export function KnownOffer({ known, language }: { known: Known; language: Language }): Html {
  const t = words(language)
  const origins = [...new Set(known.answers.map(({ from }) => from))]
  return (
    <>
      <div class="stack stack--sm">
        <h2>{t('known.title')}</h2>
        <p>{t('known.lead')}</p>
      </div>
      {origins.map((origin) => (
        <section class="stack stack--sm">
          <h3>{originText(origin, language)}</h3>
          <Sheet rows={known.answers.filter(({ from }) => from === origin).map((one) => row(one, known, language))} />
        </section>
      ))}
      <p class="sm muted">{t('known.consents')}</p>
      <div class="actions">
        <Button kind="light" size="lg" name="begin" value="known">
          {t('known.begin')}
        </Button>
        <Button kind="quiet" size="lg" name="begin" value="empty">
          {t('known.empty')}
        </Button>
      </div>
    </>
  )
}

function row({ question, answer }: KnownAnswer, { lists }: Known, language: Language) {
  const text = answerText(question, answer, lists, language)
  return { name: inLanguage(question.label, language).text, value: isLeftToRight(question) ? <bdi class="ltr">{text}</bdi> : <bdi>{text}</bdi> }
}
