/** Several questions of a part of the form, from the rows of a table. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import type { FormErrors } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { More } from '../../../../design/more.tsx'
import type { Language } from '../../../../domain/language.ts'
import { columnsSaid, rowsName } from '../../editor/pasted-rows.ts'
import { kindNames, QUESTION_TABLE } from '../../editor/question-table.ts'
import type { DraftView } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { RowsField } from './rows-field.tsx'

export interface QuestionTableProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly draft: DraftView
  readonly section: string
  /** What people call the part. */
  readonly name: string
  readonly value: string
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function QuestionTablePage(props: QuestionTableProps): Html {
  const { language, frame, draft, section, name, errors, refusal } = props
  const t = words(language)
  const base = `/desk/editions/${draft.id}/form`
  const path = `${base}/table/${section}`
  const title = t('table.title', { name })
  return (
    <StaffPage language={language} frame={frame} path={path} title={title} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{}} focused={refusal === undefined} />
      <div class="stack stack--sm">
        <BackLink href={`/${language}${base}#section-${section}`}>{t('part.form')}</BackLink>
        <Head title={title} lead={t('table.lead')} />
      </div>
      <Card>
        <form class="stack" method="post" action={`/${language}${path}`} novalidate>
          <RowsField
            language={language}
            name={rowsName(QUESTION_TABLE)}
            columns={columnsSaid(QUESTION_TABLE, { document: draft.document, language })}
            value={props.value}
            errors={errors}
            rows={10}
          />
          <More summary={t('table.kinds')}>
            <p>{kindNames(language)}</p>
            <p class="muted">{t('table.kinds-hint')}</p>
          </More>
          <div class="actions">
            <Button>{t('rows.add')}</Button>
            <ButtonLink kind="text" href={`/${language}${base}#section-${section}`}>
              {t('leave')}
            </ButtonLink>
          </div>
        </form>
      </Card>
    </StaffPage>
  )
}
