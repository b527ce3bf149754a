/** The reviewers of an edition: load, progress, conflicts. */
import type { Html } from '#html'
import { Bar } from '../../../design/bar.tsx'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { collator, formatList } from '../../../platform/words/format.ts'
import type { ReviewerLine } from '../views.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage, RegionOf } from './desk-page.tsx'

/** Who arranges reviews opens each. */
function Name({ one, around }: { one: ReviewerLine; around: DeskAround }): Html {
  if (!around.mayArrange) return <bdi>{one.name}</bdi>
  return (
    <a href={`/${around.language}/desk/${around.slug}/reviewers/${one.reviewer}`}>
      <bdi>{one.name}</bdi>
    </a>
  )
}

export interface ReviewersProps {
  readonly around: DeskAround
  readonly reviewers: readonly ReviewerLine[]
  /** Applications that lack a reader. */
  readonly waiting: number
}

export function ReviewersPage({ around, reviewers, waiting }: ReviewersProps): Html {
  const { language } = around
  const t = words(language)
  const order = collator(language)
  const sorted = [...reviewers].sort((one, other) => order.compare(one.name, other.name))
  return (
    <DeskPage around={around} here="reviewers" title={t('reviewers.title', { count: reviewers.length })} lead={t('reviewers.lead')}>
      {around.mayArrange && (
        <div class="actions">
          <ButtonLink kind="light" href={`/${language}/desk/${around.slug}/reviewers/new`}>
            {t('reviewer.invite')}
          </ButtonLink>
          <ButtonLink kind="text" href={`/${language}/desk/${around.slug}/progress`}>
            {t('reviewers.progress-page')}
          </ButtonLink>
          <ButtonLink kind="text" href={`/${language}/desk/${around.slug}/fees`}>
            {t('reviewers.fees-page')}
          </ButtonLink>
        </div>
      )}
      {around.mayArrange && waiting > 0 && (
        <Note is="wait">
          <p>
            {t('reviewers.waiting', { count: waiting })}. <a href={`/${language}/desk/${around.slug}/assignment`}>{t('reviewers.open-plan')}</a>
          </p>
        </Note>
      )}
      {sorted.length === 0 ? (
        <Empty title={t('reviewers.none')}>
          <p>{t('reviewers.none-hint')}</p>
        </Empty>
      ) : (
        <Card flush title={t('desk.reviewers')}>
          <Table
            caption={t('desk.reviewers')}
            rows={sorted}
            columns={[
              { name: t('reviewers.name'), head: true, cell: (one) => <Name one={one} around={around} /> },
              { name: t('reviewers.region'), cell: (one) => <RegionOf code={one.region} around={around} /> },
              {
                name: t('reviewers.languages'),
                cell: (one) =>
                  formatList(
                    one.languages.map((code) => t(`language.${code}`)),
                    language,
                  ),
              },
              { name: t('reviewers.load'), cell: (one) => <Load one={one} around={around} /> },
              { name: t('reviewers.progress'), cell: (one) => <Progress one={one} around={around} /> },
              { name: t('reviewers.conflicts'), number: true, cell: (one) => one.conflicts },
              {
                name: t('reviewers.state'),
                cell: (one) =>
                  one.left ? (
                    <State is="lock">{t('reviewers.left')}</State>
                  ) : one.accepted ? (
                    <State is="done">{t('reviewers.active')}</State>
                  ) : (
                    <State is="wait">{t('reviewers.invited')}</State>
                  ),
              },
            ]}
          />
        </Card>
      )}
    </DeskPage>
  )
}

function Load({ one, around: { language } }: { one: ReviewerLine; around: DeskAround }): Html {
  const t = words(language)
  return (
    <div class="measure">
      <span class="num">{t('reviewers.load-of', { load: one.load, max: one.maxLoad })}</span>
      {(one.thirds > 0 || one.interviews > 0) && (
        <>
          <br />
          <span class="xs muted">{t('reviewers.more', { thirds: one.thirds, interviews: one.interviews })}</span>
        </>
      )}
    </div>
  )
}

function Progress({ one, around: { language } }: { one: ReviewerLine; around: DeskAround }): Html {
  const all = one.load + one.thirds + one.interviews
  return (
    <div class="measure">
      <span class="num">{words(language)('reviewers.load-of', { load: one.submitted, max: all })}</span>
      <Bar thin share={all === 0 ? 0 : one.submitted / all} />
    </div>
  )
}
