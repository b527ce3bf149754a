/** The communiqués of an edition at the desk. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { type PrintedFigure, printPlain } from '../print-text.ts'
import type { CommuniqueHead } from '../views.ts'
import { words } from '../words/index.ts'

export interface CommuniquesProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly communiques: readonly CommuniqueHead[]
  /** Values now, for the titles that print one. */
  readonly figures: ReadonlyMap<string, PrintedFigure>
  readonly mayWrite: boolean
}

export function CommuniquesPage({ language, frame, path, slug, zone, communiques, figures, mayWrite }: CommuniquesProps): Html {
  const t = words(language)
  const base = `/${language}/desk/${slug}/communiques`
  const write = <ButtonLink href={`${base}/new`}>{t('communiques.new')}</ButtonLink>
  return (
    <StaffPage language={language} title={t('communiques.title')} path={path} frame={frame}>
      <Head title={t('communiques.title')} lead={t('communiques.lead')}>
        {mayWrite && write}
      </Head>
      {communiques.length === 0 ? (
        <Empty title={t('communiques.none')}>
          <p>{t('communiques.none-hint')}</p>
          <a href={`/${language}/desk/${slug}/figures`}>{t('figures.title')}</a>
        </Empty>
      ) : (
        <Card flush>
          <Table
            caption={t('communiques.caption')}
            rows={communiques}
            columns={[
              {
                name: t('communiques.communique'),
                head: true,
                cell: (one) => <a href={`${base}/${one.slug}`}>{printPlain(one.title[language], language, figures)}</a>,
              },
              { name: t('communiques.state'), cell: (one) => <CommuniqueState language={language} communique={one} /> },
              {
                name: t('communiques.written'),
                cell: (one) => `${one.writtenBy} · ${formatDateTime(one.writtenAt, language, zone, { style: 'long' })}`,
              },
            ]}
          />
        </Card>
      )}
    </StaffPage>
  )
}

/** Draft, published, or written further since. */
export function CommuniqueState({ language, communique }: { language: Language; communique: CommuniqueHead }): Html {
  const t = words(language)
  const { published } = communique
  const version = String(communique.version)
  if (published === null) return <State is="draft">{t('communique.draft', { version })}</State>
  if (published.version === communique.version) return <State is="done">{t('communique.published', { version })}</State>
  return <State is="draft">{t('communique.ahead', { version, printed: String(published.version) })}</State>
}
