/** Everything a new edition says, part by part, to be read before it is made. */
import type { Html } from '#html'
import { More } from '../../../../design/more.tsx'
import { Table } from '../../../../design/table.tsx'
import { isTrilingual, type Written, writtenValues } from '../../../../domain/edition-difference.ts'
import type { EditionDocument } from '../../../../domain/edition-document.ts'
import type { Language } from '../../../../domain/language.ts'
import { PART_GROUPS, partAt } from '../../editor/parts.ts'
import { inFileOrder } from '../../key-order.ts'
import { quotaNotes } from '../../editor/quota-notes.ts'
import { words } from '../../editor/words/index.ts'
import { placedValue } from './place-text.ts'
import { InLanguages } from './said-value.tsx'

export function WholeEdition({ language, document }: { language: Language; document: EditionDocument }): Html {
  const t = words(language)
  const byPart = Map.groupBy(writtenValues(inFileOrder(document)), ({ steps }) => partAt(steps))
  return (
    <section class="stack stack--sm" aria-labelledby="whole">
      <h2 id="whole">{t('plan.whole')}</h2>
      {PART_GROUPS.flatMap(({ parts }) => parts).map((part) => {
        const written = byPart.get(part) ?? []
        if (written.length === 0) return <p class="muted">{t('plan.whole-nothing', { part: t(`part.${part}`) })}</p>
        return (
          <More summary={t('plan.whole-part', { part: t(`part.${part}`), count: written.length })}>
            {part === 'selection' && (
              <ul class="rows">{quotaNotes(document, language).flatMap((note) => (note === null ? [] : [<li>{note}</li>]))}</ul>
            )}
            <Values language={language} document={document} written={written} caption={t(`part.${part}`)} />
          </More>
        )
      })}
    </section>
  )
}

function Values(props: { language: Language; document: EditionDocument; written: readonly Written[]; caption: string }): Html {
  const { language, document, written } = props
  const t = words(language)
  const rows = written.map(({ steps, value }) => ({ value, ...placedValue(steps, value, document, language) })).filter(({ place }) => place !== '')
  return (
    <Table
      caption={props.caption}
      rows={rows}
      columns={[
        { name: t('plan.where'), head: true, cell: ({ place }) => place },
        { name: t('plan.says'), cell: ({ value, text }) => (isTrilingual(value) ? <InLanguages text={value} /> : <bdi>{text}</bdi>) },
      ]}
    />
  )
}
