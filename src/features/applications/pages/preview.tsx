/** A section of a form that is still being written, tried as an applicant would: nothing is kept. */
import type { Child, Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Form, Hidden } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { TaskList } from '../../../design/task-list.tsx'
import type { Answers, FormDefinition, Section } from '../../../domain/form.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { EditionLists } from '../views.ts'
import { words } from '../words/index.ts'
import { QuestionField } from './question.tsx'

interface Around {
  readonly language: Language
  readonly frame: PublicFrame
  /** Path of the trial, without the language. */
  readonly base: string
}

export interface PreviewListProps extends Around {
  readonly form: FormDefinition
  /** What remains before the edition can be used. */
  readonly left: Child
}

/** Where the form is tried: its parts, each a page. */
export function PreviewListPage({ language, frame, base, form, left }: PreviewListProps): Html {
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={`${base}/form`} title={t('preview.title')}>
      <PreviewNote language={language} base={base} />
      <h1>{t('preview.title')}</h1>
      {form.groups.map((group) => (
        <section class="stack">
          <h2>{inLanguage(group.title, language).text}</h2>
          <TaskList
            tasks={form.sections
              .filter((section) => section.group === group.code)
              .map((section) => ({
                name: inLanguage(section.title, language).text || section.code,
                href: `/${language}${base}/form/${section.code}`,
                state: 'none' as const,
                stateWord: t('preview.questions', { count: section.questions.length }),
              }))}
          />
        </section>
      ))}
      {left}
    </ReadingPage>
  )
}

function PreviewNote({ language, base }: { language: Language; base: string }): Html {
  const t = words(language)
  return (
    <Note is="wait">
      <p>
        {t('preview.note')} <a href={`/${language}${base.replace(/\/preview$/, '')}`}>{t('preview.back')}</a>
      </p>
    </Note>
  )
}

export interface PreviewSectionProps extends Around {
  readonly form: FormDefinition
  readonly section: Section
  /** Codes of the questions asked, for these answers. */
  readonly asked: ReadonlySet<string>
  readonly answers: Answers
  /** The answers so far, as they are carried from page to page. */
  readonly carried: string
  readonly lists: EditionLists
  readonly errors: FormErrors
  readonly doubts: FormErrors
}

export function PreviewSectionPage(props: PreviewSectionProps): Html {
  const { language, frame, base, form, section, errors, answers } = props
  const t = words(language)
  const title = inLanguage(section.title, language).text || section.code
  const names = Object.fromEntries(section.questions.map((question) => [question.code, inLanguage(question.label, language).text]))
  const asked = section.questions.filter((question) => props.asked.has(question.code))
  return (
    <ReadingPage language={language} frame={frame} path={`${base}/form/${section.code}`} title={title} error={errors.length > 0}>
      <PreviewNote language={language} base={base} />
      <ErrorSummary language={language} errors={errors} names={names} />
      <div class="stack stack--xs">
        <p class="eyebrow">{t('preview.place', { position: form.sections.indexOf(section) + 1, total: form.sections.length })}</p>
        <h1>{title}</h1>
        {section.intro !== undefined && <p class="lead">{inLanguage(section.intro, language).text}</p>}
      </div>
      <Form action={`/${language}${base}/form/${section.code}`}>
        <Hidden name="preview.answers" value={props.carried} />
        {asked.length === 0 && <p class="muted">{t('preview.nothing-asked')}</p>}
        {asked.map((question) => (
          <QuestionField
            question={question}
            answer={answers[question.code]}
            answers={answers}
            lists={props.lists}
            language={language}
            mark={{ name: `known.${question.code}`, value: '' }}
            error={errorOf(errors, question.code)}
            doubt={errorOf(props.doubts, question.code)}
            errors={errors}
            filing={{ files: [], base, writable: false }}
          />
        ))}
        <div class="actions">
          <Button kind="light" size="lg">
            {t('preview.next')}
          </Button>
          <ButtonLink kind="text" href={`/${language}${base}/form`}>
            {t('preview.list')}
          </ButtonLink>
        </div>
      </Form>
    </ReadingPage>
  )
}
