/** The strands of a call: what each is, how many places it has, what a project may ask. */
import type { Html } from '#html'
import { type Column, Table } from '../../../design/table.tsx'
import type { EditionFile, Strand } from '../../../domain/edition.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatMoney } from '../../../platform/words/format.ts'
import { words } from '../words/index.ts'

export interface StrandsProps {
  readonly language: Language
  readonly content: Pick<EditionFile, 'strands'> & { readonly edition: Pick<EditionFile['edition'], 'currency'> }
  /** Whether the codes are shown, as at the desk. */
  readonly codes?: boolean
}

/** Columns that no strand fills are not there. */
export function StrandsTable({ language, content, codes = false }: StrandsProps): Html {
  const t = words(language)
  const { strands = [], edition } = content
  const money = (amount: string | null): string => (amount === null ? '' : formatMoney(amount, edition.currency, language))
  const filled = (key: 'places' | 'ceiling' | 'envelope', column: Column<Strand>): Column<Strand>[] =>
    strands.some((strand) => strand[key] !== null) ? [column] : []
  return (
    <div class="room">
      <Table
        caption={t('strands.caption')}
        rows={strands}
        columns={[
          {
            name: t('strands.name'),
            head: true,
            cell: (strand) => (
              <>
                {inLanguage(strand.name, language).text}
                <br />
                <span class="sm muted">{inLanguage(strand.summary, language).text}</span>
              </>
            ),
          },
          ...(codes ? [{ name: t('desk.code'), cell: (strand: Strand) => <bdi class="ltr">{strand.code}</bdi> }] : []),
          ...filled('places', { name: t('brief.places'), number: true, cell: (strand) => (strand.places === null ? '' : String(strand.places)) }),
          ...filled('ceiling', { name: t('strands.ceiling'), number: true, cell: (strand) => money(strand.ceiling) }),
          ...filled('envelope', { name: t('strands.envelope'), number: true, cell: (strand) => money(strand.envelope) }),
        ]}
      />
    </div>
  )
}

/** On a public page, under its heading; nothing where the call has none. */
export function Strands({ language, content }: StrandsProps): Html {
  if ((content.strands ?? []).length === 0) return <></>
  const t = words(language)
  return (
    <section class="stack" aria-labelledby="strands">
      <h2 id="strands">{t('strands.title')}</h2>
      <p>{t('strands.lead')}</p>
      <StrandsTable language={language} content={content} />
    </section>
  )
}
