/** That an answer does not meet a rule of the call: why, and that sending stays open. */
import type { Html } from '#html'
import { Note } from '../../../design/note.tsx'
import { inLanguage } from '../../../domain/language.ts'
import { checkSentence } from '../../calls/index.ts'
import type { DraftView, UnmetRule } from '../views.ts'
import { words } from '../words/index.ts'
import { type Around, applicationPath } from './around.tsx'

/** Beside the field that decides them; nothing where its answer meets all. */
export function UnmetNote({ unmet, language }: { unmet: readonly UnmetRule[]; language: Around['language'] }): Html {
  if (unmet.length === 0) return <></>
  const t = words(language)
  return (
    <Note is="bad">
      <div class="stack stack--xs">
        <p>{t('rule.unmet', { count: unmet.length })}</p>
        <ul class="stack stack--xs">
          {unmet.map((one) => (
            <li>{foundText(one, language)}</li>
          ))}
        </ul>
        <p class="sm">{t('rule.may-send')}</p>
      </div>
    </Note>
  )
}

/** All of them before sending, each with the way to its answer. */
export function UnmetRules({ unmet, view, language }: { unmet: readonly UnmetRule[]; view: DraftView; language: Around['language'] }): Html {
  if (unmet.length === 0) return <></>
  const t = words(language)
  return (
    <Note is="bad" id="rules">
      <div class="stack stack--sm">
        <h2 class="h3">{t('rule.title', { count: unmet.length })}</h2>
        <ul class="stack stack--xs">
          {unmet.map((one) => (
            <li>
              {foundText(one, language)} <a href={pathTo(one, view, language)}>{t('rule.see')}</a>
            </li>
          ))}
        </ul>
        <p>{t('rule.may-send')}</p>
      </div>
    </Note>
  )
}

function foundText({ check, rule }: UnmetRule, language: Around['language']): string {
  return `${checkSentence(check, rule, language)} · ${inLanguage(rule.reason, language).text}`
}

function pathTo({ question }: UnmetRule, view: DraftView, language: Around['language']): string {
  const section = view.form.sections.find(({ questions }) => questions.some(({ code }) => code === question))
  return `${applicationPath(view, language, section === undefined ? '' : `/sections/${section.code}`)}?from=check#${question}`
}
