/** Asked before a question or a part of the form is taken out. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { CORE_QUESTIONS, type Question, type Section } from '../../../../domain/form.ts'
import type { DraftView } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'

export interface FormRemovalProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly draft: DraftView
  readonly question: Question | null
  readonly section: Section | null
  readonly references: readonly string[]
}

export function FormRemovalPage({ language, frame, draft, question, section, references }: FormRemovalProps): Html {
  const t = words(language)
  const base = `/${language}/desk/editions/${draft.id}/form`
  const name = question === null ? inLanguage(section?.title ?? { ar: '', fr: '', en: '' }, language).text : inLanguage(question.label, language).text
  const code = question?.code ?? section?.code ?? ''
  const title = t('removal.title', { name: name || code })
  const core = (question === null ? (section?.questions ?? []) : [question]).filter((one) => one.code in CORE_QUESTIONS)
  return (
    <StaffPage language={language} frame={frame} path={`/desk/editions/${draft.id}/form/removal`} title={title}>
      <div class="stack stack--sm">
        <BackLink href={base}>{t('part.form')}</BackLink>
        <Head title={title} />
      </div>
      <Card>
        <div class="stack">
          {section !== null && <p>{t('removal.questions', { count: section.questions.length })}</p>}
          {core.length > 0 && <p>{t('removal.core')}</p>}
          {references.length > 0 && (
            <>
              <p>{t('removal.references')}</p>
              <ul class="rows">
                {references.map((reference) => (
                  <li dir="auto">{reference}</li>
                ))}
              </ul>
            </>
          )}
          <p>{t('removal.answers')}</p>
          <form class="actions" method="post" action={base}>
            <Button kind="bad" name="do" value={`remove-${question === null ? 'section' : 'question'}:${code}`}>
              {t('act.remove')}
            </Button>
            <ButtonLink kind="text" href={base}>
              {t('removal.keep')}
            </ButtonLink>
          </form>
        </div>
      </Card>
    </StaffPage>
  )
}
