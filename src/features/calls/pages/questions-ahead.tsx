/** All questions of a call, to be read, printed and talked over before an application is begun. Nothing is answered here. */
import type { Html } from '#html'
import { BackLink } from '../../../design/crumbs.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import type { Question, Section } from '../../../domain/form.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatList } from '../../../platform/words/format.ts'
import { conditionsIn } from '../../programme/index.ts'
import { choicesOf, limitsOf } from '../question-limits.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'

export interface QuestionsAheadProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly call: CallView
}

interface Around extends QuestionsAheadProps {
  readonly says: (condition: string) => string | null
}

export function QuestionsAheadPage(props: QuestionsAheadProps): Html {
  const { language, frame, path, call } = props
  const t = words(language)
  const title = t('ahead.title', { edition: inLanguage(call.edition.name, language).text })
  const sections = call.content.form.sections.filter(({ questions }) => questions.length > 0)
  const count = sections.reduce((sum, { questions }) => sum + questions.length, 0)
  const around = { ...props, says: conditionsIn(call.content, language) }
  return (
    <PublicPage language={language} frame={frame} path={path} title={title}>
      <div class="wrap wrap--mid section section--tight stack stack--xl">
        <div class="stack stack--sm">
          <BackLink href={`/${language}${call.home}`}>{t('rules.back')}</BackLink>
          <h1>{title}</h1>
          <p class="lead">{t('ahead.lead')}</p>
          <p class="muted">
            {t('ahead.parts', { count: sections.length })} · {t('ahead.questions', { count })}
          </p>
        </div>
        {sections.map((section) => (
          <Part {...around} section={section} />
        ))}
      </div>
    </PublicPage>
  )
}

function Part({ section, ...around }: Around & { readonly section: Section }): Html {
  const { language } = around
  const id = `part-${section.code}`
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{inLanguage(section.title, language).text}</h2>
      {section.intro !== undefined && <p>{inLanguage(section.intro, language).text}</p>}
      <When {...around} condition={section.when} />
      <ol class="stack stack--lg">
        {section.questions.map((question) => (
          <Asked {...around} question={question} />
        ))}
      </ol>
    </section>
  )
}

function Asked({ question, ...around }: Around & { readonly question: Question }): Html {
  const { language, call } = around
  const t = words(language)
  const hint = question.hint === undefined ? '' : inLanguage(question.hint, language).text
  return (
    <li class="stack stack--xs">
      <h3>
        {inLanguage(question.label, language).text}
        {!question.required && question.kind !== 'consent' && ` (${t('ahead.optional')})`}
      </h3>
      {hint !== '' && <p class="sm muted">{hint}</p>}
      <p class="sm">{limitsOf(question, call.content, language).join(' ')}</p>
      {choicesOf(question, call.content, language).map(({ title, names }) => (
        <p class="sm">
          {title} <span class="muted">{names.join(' · ')}</span>
        </p>
      ))}
      <OnlyFor {...around} question={question} />
      <When {...around} condition={question.when} />
    </li>
  )
}

function OnlyFor({ question: { only = [] }, call, language }: Around & { readonly question: Question }): Html {
  const kinds = call.content.applicantKinds.filter(({ code }) => only.includes(code)).map(({ name }) => inLanguage(name, language).text)
  return kinds.length === 0 ? <></> : <p class="sm">{words(language)('ahead.only', { kinds: formatList(kinds, language) })}</p>
}

function When({ condition, says, language }: Around & { readonly condition: string | undefined }): Html {
  const said = condition === undefined || condition.trim() === '' ? null : says(condition)
  return said === null ? <></> : <p class="sm">{words(language)('ahead.when', { said })}</p>
}
