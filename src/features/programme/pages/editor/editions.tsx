/** The editions one writes: those that are there, those being written, and how to begin another. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { State } from '../../../../design/state.tsx'
import { Table } from '../../../../design/table.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { shortName } from '../../../../domain/person.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import type { EditionsView } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { editionName } from './draft-name.ts'

export interface EditionsProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly view: EditionsView
  readonly said?: string | undefined
}

export function EditionsPage({ language, frame, view, said }: EditionsProps): Html {
  const t = words(language)
  const base = `/${language}/desk`
  return (
    <StaffPage language={language} frame={frame} path="/desk/editions" title={t('editions.title')} said={said}>
      <Head title={t('editions.title')} lead={t('editions.lead')}>
        <ButtonLink kind="light" href={`${base}/editions/new`}>
          {t('editions.begin')}
        </ButtonLink>
      </Head>
      <Card title={t('editions.drafts')} flush>
        {view.drafts.length === 0 ? (
          <Empty title={t('editions.no-drafts')} />
        ) : (
          <Table
            caption={t('editions.drafts')}
            rows={view.drafts}
            columns={[
              {
                name: t('editions.name'),
                head: true,
                cell: (draft) => <a href={`${base}/editions/${draft.id}`}>{editionName(draft.name, language)}</a>,
              },
              { name: t('editions.what'), cell: (draft) => t(draft.editionSlug === null ? 'editions.new' : 'editions.change') },
              {
                name: t('editions.saved'),
                cell: (draft) =>
                  t('editions.saved-by', { time: formatDateTime(draft.savedAt, language, view.zone), name: shortName(draft.savedBy, language) }),
              },
              {
                name: t('editions.state'),
                cell: (draft) =>
                  draft.proposedAt === null ? <State is="draft">{t('editions.writing')}</State> : <State is="wait">{t('editions.proposed')}</State>,
              },
            ]}
          />
        )}
      </Card>
      <Card title={t('editions.there')} flush>
        {view.editions.length === 0 ? (
          <Empty title={t('editions.none')} />
        ) : (
          <Table
            caption={t('editions.there')}
            rows={view.editions}
            columns={[
              {
                name: t('editions.name'),
                head: true,
                cell: (edition) => <a href={`${base}/${edition.slug}`}>{editionName(edition.name, language)}</a>,
              },
              { name: t('part.programme'), cell: (edition) => inLanguage(edition.programme, language).text },
              { name: t('editions.call'), cell: (edition) => <a href={`${base}/${edition.slug}/call`}>{t('editions.settings')}</a> },
              {
                name: t('editions.acts'),
                silent: true,
                cell: (edition) => (
                  <form method="post" action={`${base}/editions/new`}>
                    <input type="hidden" name="edition" value={edition.slug} />
                    <span class="row row--tight">
                      <Button kind="quiet" size="sm" name="from" value="edition">
                        {t('editions.write')}
                        <span class="vh"> {editionName(edition.name, language)}</span>
                      </Button>
                      <Button kind="quiet" size="sm" name="from" value="copy">
                        {t('editions.copy')}
                        <span class="vh"> {editionName(edition.name, language)}</span>
                      </Button>
                    </span>
                  </form>
                ),
              },
            ]}
          />
        )}
      </Card>
    </StaffPage>
  )
}
