/** An edition while it is written: its parts with a state each, what is wrong, and what may be done with it. */
import type { Html } from '#html'
import { Button, ButtonLink, ClosedButton } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { Kpis } from '../../../../design/figure.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { More } from '../../../../design/more.tsx'
import { Note } from '../../../../design/note.tsx'
import type { StateShape } from '../../../../design/state.tsx'
import { TaskList } from '../../../../design/task-list.tsx'
import { completeness } from '../../../../domain/edition-texts.ts'
import { LANGUAGES, type Language, LANGUAGE_NAMES } from '../../../../domain/language.ts'
import { shortName } from '../../../../domain/person.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { isUnwritten } from '../../editor/part-mark.ts'
import { PART_GROUPS, type PartCode, partAt } from '../../editor/parts.ts'
import type { DraftState } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { draftName } from './draft-name.ts'
import { FaultList } from './fault-list.tsx'

export interface OverviewProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly state: DraftState
  readonly refusal?: string | undefined
  readonly said?: string | undefined
}

export function OverviewPage(props: OverviewProps): Html {
  const { language, frame, state, refusal } = props
  const t = words(language)
  const { draft, faults } = state
  const wrong = faults.filter(({ missing }) => !missing)
  return (
    <StaffPage
      language={language}
      frame={frame}
      path={`/desk/editions/${draft.id}`}
      title={draftName(draft, language)}
      error={refusal !== undefined}
      said={props.said}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <div class="stack stack--sm">
        <BackLink href={`/${language}/desk/editions`}>{t('editions.title')}</BackLink>
        <Head title={draftName(draft, language)} lead={lead(state, language)}>
          <Acts {...props} />
        </Head>
      </div>
      {draft.moment !== 'prepared' && (
        <Note is="wait">
          <p>{t(`locked.${draft.moment}`)}</p>
        </Note>
      )}
      <Written {...props} />
      {wrong.length > 0 && (
        <Card title={t('faults.wrong', { count: wrong.length })}>
          <FaultList language={language} draft={draft} faults={wrong} />
        </Card>
      )}
      <Advice {...props} />
      <div class="pair pair--wide">
        <div class="stack stack--lg">
          {PART_GROUPS.map((group) => (
            <Card title={t(`group.${group.code}`)}>
              <TaskList tasks={group.parts.map((part) => taskOf(part, props))} />
            </Card>
          ))}
        </div>
        <Aside {...props} />
      </div>
    </StaffPage>
  )
}

function Advice({ language, state: { draft, advice } }: OverviewProps): Html {
  if (advice.length === 0) return <></>
  return (
    <Card title={words(language)('advice.title', { count: advice.length })}>
      <FaultList language={language} draft={draft} faults={advice} />
    </Card>
  )
}

function lead({ draft }: DraftState, language: Language): string {
  const t = words(language)
  const saved = t('draft.saved', { time: formatDateTime(draft.savedAt, language, draft.zone), name: shortName(draft.savedBy, language) })
  const proposed =
    draft.proposedAt === null || draft.proposedBy === null
      ? ''
      : ` ${t('draft.proposed', { time: formatDateTime(draft.proposedAt, language, draft.zone), name: shortName(draft.proposedBy, language) })}`
  return `${t(draft.edition === null ? 'draft.is-new' : 'draft.is-change')} ${saved}${proposed}`
}

function Acts({ language, state }: OverviewProps): Html {
  const t = words(language)
  const { draft, faults } = state
  const base = `/${language}/desk/editions/${draft.id}`
  return (
    <>
      <ButtonLink kind="quiet" href={`${base}/preview`}>
        {t('draft.preview')}
      </ButtonLink>
      {faults.length > 0 ? (
        <ClosedButton kind="light" why="not-yet">
          {t('draft.plan')}
        </ClosedButton>
      ) : (
        <ButtonLink kind="light" href={`${base}/plan`}>
          {t('draft.plan')}
        </ButtonLink>
      )}
    </>
  )
}

/** How much is written in each language, and how much is left before the edition can be used. */
function Written({ language, state }: OverviewProps): Html {
  const t = words(language)
  const written = completeness(state.draft.document)
  const languages = LANGUAGES.map((one) => ({
    value: LANGUAGE_NAMES[one],
    reference: null,
    says:
      written[one].missing.length === 0
        ? t('written.all', { total: written[one].total })
        : t('written.part', { ...written[one], missing: written[one].missing.length }),
  }))
  return (
    <div id="not-yet">
      <Kpis
        figures={[...languages, { value: String(state.faults.length), reference: null, says: t('faults.left', { count: state.faults.length }) }]}
      />
    </div>
  )
}

function taskOf(
  part: PartCode,
  { language, state }: OverviewProps,
): { name: string; href: string; hint: string; state: StateShape; stateWord: string } {
  const t = words(language)
  const own = state.faults.filter((fault) => partAt(fault.steps) === part)
  const wrong = own.filter(({ missing }) => !missing).length
  const [is, word] =
    own.length === 0
      ? isUnwritten(part, state.draft.document)
        ? (['none', t('part-state.empty')] as const)
        : (['done', t('part-state.done')] as const)
      : wrong > 0
        ? (['alert', t('part-state.wrong', { count: wrong })] as const)
        : (['draft', t('part-state.missing', { count: own.length })] as const)
  return {
    name: t(`part.${part}`),
    href: `/${language}/desk/editions/${state.draft.id}/${part}`,
    hint: t(`part-hint.${part}`),
    state: is,
    stateWord: word,
  }
}

function Aside({ language, state }: OverviewProps): Html {
  const t = words(language)
  const { draft, faults } = state
  const base = `/${language}/desk/editions/${draft.id}`
  return (
    <div class="stack">
      <Card title={t('draft.file')}>
        <p>{t('draft.file-hint')}</p>
        <div class="row">
          <ButtonLink kind="quiet" size="sm" href={`${base}/file`} download>
            {t('draft.download')}
          </ButtonLink>
        </div>
      </Card>
      {!draft.mayApply && faults.length === 0 && (
        <Card title={t('draft.propose-title')}>
          <p>{t('draft.propose-hint')}</p>
          <form method="post" action={`${base}/proposal`}>
            <Button size="sm">{t('draft.propose')}</Button>
          </form>
        </Card>
      )}
      <More summary={t('draft.remove-title')}>
        <form class="stack stack--sm" method="post" action={`${base}/removal`}>
          <p>{t('draft.remove-hint')}</p>
          <Button kind="bad" size="sm">
            {t('draft.remove')}
          </Button>
        </form>
      </More>
    </div>
  )
}
