/** What a draft would change, value by value, before it is applied. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { Note } from '../../../../design/note.tsx'
import { State } from '../../../../design/state.tsx'
import { Table } from '../../../../design/table.tsx'
import { type Difference, isTrilingual } from '../../../../domain/edition-difference.ts'
import { lockedDifferences } from '../../../../domain/edition-lock.ts'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { dated } from '../../editor/fault-text.ts'
import type { DraftState } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { draftName } from './draft-name.ts'
import { LeftToWrite } from './left-to-write.tsx'
import { placeText } from './place-text.ts'
import { InLanguages } from './said-value.tsx'
import { WholeEdition } from './whole-edition.tsx'

export interface PlanProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly state: DraftState
  readonly fingerprint: string
  readonly refusal?: string | undefined
}

export function PlanPage({ language, frame, state, fingerprint, refusal }: PlanProps): Html {
  const t = words(language)
  const { draft, changes, faults } = state
  const base = `/${language}/desk/editions/${draft.id}`
  const late = lockedDifferences(changes, draft.moment)
  const title = t(draft.edition === null ? 'plan.title-new' : 'plan.title')
  const ready = faults.length === 0 && late.length === 0 && (draft.edition === null || changes.length > 0)
  return (
    <StaffPage language={language} frame={frame} path={`/desk/editions/${draft.id}/plan`} title={title} error={refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <div class="stack stack--sm">
        <BackLink href={base}>{draftName(draft, language)}</BackLink>
        <Head title={title} lead={t(draft.edition === null ? 'plan.lead-new' : 'plan.lead')} />
      </div>
      {draft.edition === null ? <NewEdition language={language} state={state} /> : <Changes language={language} state={state} late={late} />}
      {draft.edition === null && <WholeEdition language={language} document={draft.document} />}
      {late.length > 0 && (
        <Note is="bad">
          <p>{t('plan.late', { count: late.length })}</p>
          <form method="post" action={`${base}/plan`}>
            <Button size="sm" name="act" value="put-back">
              {t('plan.put-back')}
            </Button>
          </form>
        </Note>
      )}
      <LeftToWrite language={language} draft={draft} />
      <div class="actions">
        {ready && draft.mayApply && (
          <form method="post" action={`${base}/plan`}>
            <input type="hidden" name="fingerprint" value={fingerprint} />
            <Button kind="light">{t(draft.edition === null ? 'plan.apply-new' : 'plan.apply')}</Button>
          </form>
        )}
        <ButtonLink kind="text" href={base}>
          {t('plan.back')}
        </ButtonLink>
      </div>
      {!draft.mayApply && <p class="muted">{t('plan.not-yours')}</p>}
    </StaffPage>
  )
}

function NewEdition({ language, state }: { language: Language; state: DraftState }): Html {
  const t = words(language)
  const { document } = state.draft
  const { edition, regions, sectors, criteria, eligibilityRules, selectionRules, call, form } = document
  const questions = form.sections.reduce((sum, section) => sum + section.questions.length, 0)
  return (
    <Card>
      <p>{t('plan.new-says', { places: edition.places ?? 0, regions: regions.length })}</p>
      <p>
        {t('plan.new-holds', { sectors: sectors.length, criteria: criteria.length, rules: eligibilityRules.length, quotas: selectionRules.length })}
      </p>
      <p>{t('plan.new-form', { sections: form.sections.length, questions })}</p>
      {call.opens !== '' && call.deadline !== '' && (
        <p>
          {call.deadline === null
            ? t('plan.new-rolling', { opens: dated(call.opens, language) })
            : t('plan.new-times', { opens: dated(call.opens, language), deadline: dated(call.deadline, language) })}{' '}
          <bdi class="ltr">({call.zone})</bdi>
        </p>
      )}
    </Card>
  )
}

function Changes({ language, state, late }: { language: Language; state: DraftState; late: readonly Difference[] }): Html {
  const t = words(language)
  const { draft, changes } = state
  if (changes.length === 0) return <p class="muted">{t('plan.none')}</p>
  const before = draft.current
  return (
    <Card flush>
      <Table
        caption={t('plan.changes')}
        rows={changes}
        columns={[
          {
            name: t('plan.where'),
            head: true,
            cell: (change) => placeText(change.steps, change.kind === 'removed' && before !== null ? before : draft.document, language),
          },
          {
            name: t('plan.before'),
            cell: (change) => <Said language={language} value={change.kind === 'moved' ? Number(change.before) + 1 : change.before} />,
          },
          {
            name: t('plan.after'),
            cell: (change) => <Said language={language} value={change.kind === 'moved' ? Number(change.after) + 1 : change.after} />,
          },
          {
            name: t('plan.kind'),
            cell: (change) => (late.includes(change) ? <State is="lock">{t('field.locked')}</State> : t(`change.${change.kind}`)),
          },
        ]}
      />
    </Card>
  )
}

/** A value in short: a text in each language that has it, an item by its name. */
function Said({ language, value }: { language: Language; value: unknown }): Html {
  const t = words(language)
  if (value === undefined || value === null || value === '') return <span class="muted">–</span>
  if (typeof value === 'boolean') return <>{t(value ? 'answer.yes' : 'answer.no')}</>
  if (isTrilingual(value)) return <InLanguages text={value} />
  if (Array.isArray(value)) return <>{t('plan.items', { count: value.length })}</>
  if (typeof value === 'object') return <bdi>{nameOf(value, language)}</bdi>
  return <bdi>{dated(String(value), language)}</bdi>
}

function nameOf(item: object, language: Language): string {
  const named = Object.values(item).find(isTrilingual)
  const { code } = item as { code?: string }
  return (named === undefined ? '' : inLanguage(named, language).text) || code || ''
}
