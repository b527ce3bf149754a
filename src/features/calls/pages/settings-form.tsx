/** The form of an edition at the desk: its parts, and every question with its kind and settings. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { Table } from '../../../design/table.tsx'
import type { Question } from '../../../domain/form.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { words } from '../words/index.ts'
import type { PartProps } from './settings.tsx'

export function FormPart({ language, settings }: PartProps): Html {
  const t = words(language)
  const { form, applicantKinds } = settings.content
  return (
    <div class="stack stack--lg">
      {form.sections.map((section, place) => {
        const title = `${place + 1}. ${inLanguage(section.title, language).text}`
        return (
          <Card title={title} flush>
            <Table
              caption={title}
              rows={section.questions}
              columns={[
                { name: t('desk.question'), head: true, cell: (question) => inLanguage(question.label, language).text },
                { name: t('desk.kind'), cell: (question) => t(`kind.${question.kind}`) },
                { name: t('desk.settings'), cell: (question) => settingsOf(question, applicantKinds, language).join(' · ') },
                { name: t('desk.code'), cell: (question) => <bdi class="ltr">{question.code}</bdi> },
              ]}
            />
          </Card>
        )
      })}
    </div>
  )
}

function settingsOf(question: Question, kinds: PartProps['settings']['content']['applicantKinds'], language: Language): string[] {
  const t = words(language)
  const only = (question.only ?? []).map((code) => {
    const kind = kinds.find((one) => one.code === code)
    return kind === undefined ? code : inLanguage(kind.name, language).text
  })
  return [
    t(question.required ? 'desk.required' : 'desk.optional'),
    ...(question.maxWords === undefined ? [] : [t('desk.words', { max: question.maxWords })]),
    ...(question.max === undefined ? [] : [`≤ ${formatNumber(question.max, language)}`]),
    ...(question.withinStrand ? [t('desk.within-strand')] : []),
    ...(only.length === 0 ? [] : [t('desk.only', { kinds: only.join(', ') })]),
    ...(question.identity ? [t('desk.identity')] : []),
    ...(question.restricted ? [t('desk.restricted')] : []),
  ]
}
