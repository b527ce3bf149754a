/** Each rule: the answer, what the machine found, its verdict; the officer's verdict and reason. */
import type { Child, Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { ConsentField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, idOf } from '../../../design/form/field.tsx'
import { Score } from '../../../design/score.tsx'
import { State, type StateShape } from '../../../design/state.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import { VERDICTS, type Verdict } from '../../../domain/eligibility.ts'
import type { EligibilityRuleKind } from '../../../domain/edition.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { regionOf } from '../../../domain/territory.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import type { EligibilityView, RuleLine, WrittenVerdict } from '../views.ts'
import { words } from '../words/index.ts'
import type { EligibilityProps } from './eligibility.tsx'

const SHAPES: Readonly<Record<Verdict, StateShape>> = { met: 'done', 'not-met': 'no', unclear: 'wait' }

/** Questions a rule reads besides those its parameters name. */
const CORE: Readonly<Partial<Record<EligibilityRuleKind, string>>> = {
  age: 'birth_date',
  region: 'region',
  'applicant-kind': 'applicant_kind',
  sector: 'sector',
}

/** What speaks against the decision that stands: a rule not met, an answer corrected since. */
export function AgainstDecision({ view, language }: Pick<EligibilityProps, 'view' | 'language'>): Html {
  const t = words(language)
  const unmet = view.rules.some((rule) => (rule.officer ?? rule.automatic)?.verdict === 'not-met')
  return (
    <>
      {view.state === 'eligible' && unmet && <State is="alert">{t('file.rule-not-met')}</State>}
      {view.lookAgain && <State is="alert">{t('file.look-again')}</State>}
    </>
  )
}

/** A refusal above the page; where it is about the reasons of rules, each leads to its field. */
export function Refusal({ refusal, way, view, typed, language }: EligibilityProps): Html {
  const errors = typed.errors ?? []
  if (refusal === undefined) return <></>
  if (errors.length === 0) return <RefusalNote sentence={refusal} way={way} />
  const names = Object.fromEntries(view.rules.map((rule) => [`reason.${rule.code}`, inLanguage(rule.name, language).text]))
  return <ErrorSummary language={language} errors={errors} names={names} />
}

export function Rules(props: EligibilityProps & { action: string }): Html {
  const { view, language } = props
  const t = words(language)
  const open = view.mayDecide && view.state !== 'withdrawn' && !view.published
  const table = <Table caption={t('rules.title')} rows={view.rules} columns={columnsOf(props, open)} />
  return (
    <section class="card card--flush room">
      <div class="card__head">
        <h2>{t('rules.title')}</h2>
      </div>
      {open && view.state === 'waiting' && view.rules.some(isUnread) && <Unread {...props} />}
      {open ? (
        <form method="post" action={props.action} id="verdicts" novalidate>
          {table}
          {props.typed.contradicts === true && (
            <div class="card__head">
              <ConsentField
                name="confirmed"
                label={t('rules.confirm')}
                hint={t('rules.confirm-hint')}
                given={false}
                error={t('documents.confirm-needed')}
              />
            </div>
          )}
        </form>
      ) : (
        table
      )}
      {open && (
        <div class="card__head">
          <Button kind="quiet" form="verdicts">
            {t('rules.keep')}
          </Button>
          <span class="xs muted">{t('rules.keep-hint')}</span>
        </div>
      )}
    </section>
  )
}

function isUnread(rule: RuleLine): boolean {
  return rule.automatic === null && rule.officer === null
}

/** Rules nobody has read yet: the machine reads them for this application alone. */
function Unread({ view, language, slug, list }: EligibilityProps): Html {
  const t = words(language)
  return (
    <form class="card__head" method="post" action={`/${language}/desk/${slug}/eligibility/${view.application}/checks${list}`}>
      <span class="sm">{t('rules.unread', { count: view.rules.filter(isUnread).length })}</span>
      <Button kind="quiet" size="sm">
        {t('rules.read')}
      </Button>
    </form>
  )
}

function columnsOf(props: EligibilityProps, open: boolean): Column<RuleLine>[] {
  const { language, view, zone } = props
  const t = words(language)
  return [
    { name: t('rules.rule'), head: true, cell: (rule) => inLanguage(rule.name, language).text },
    { name: t('rules.answer'), cell: (rule) => answerOf(rule, view) },
    { name: t('rules.found'), cell: (rule) => foundText(rule.automatic, view, language) },
    { name: t('rules.automatic'), cell: (rule) => <VerdictState verdict={rule.automatic?.reads ?? null} language={language} /> },
    {
      name: t(open ? 'rules.officer-and-reason' : 'rules.officer'),
      ownLine: open,
      cell: (rule) =>
        open ? (
          <OfficerFields rule={rule} props={props} />
        ) : (
          <>
            <OfficerVerdict verdict={rule.officer} language={language} zone={zone} />
            <ToConfirm rule={rule} language={language} zone={zone} />
          </>
        ),
    },
  ]
}

function answerOf(rule: RuleLine, view: EligibilityView): Child {
  const codes = rule.kind === 'complete' ? [] : [CORE[rule.kind], ...rule.questions].filter((code) => code !== undefined)
  const rows = view.sheet.flatMap((group) => group.rows).filter((row) => codes.includes(row.question.code))
  return rows.map((row) => <bdi>{row.text}</bdi>)
}

function VerdictState({ verdict, language }: { verdict: Verdict | null; language: Language }): Html {
  const t = words(language)
  if (verdict === null) return <State is="none">{t('rules.unchecked')}</State>
  return <State is={SHAPES[verdict]}>{t(`verdict.${verdict}`)}</State>
}

function OfficerVerdict({ verdict, language, zone }: { verdict: WrittenVerdict | null; language: Language; zone: string }): Html {
  const t = words(language)
  if (verdict === null) return <></>
  return (
    <>
      <VerdictState verdict={verdict.verdict} language={language} />
      <p class="sm" dir="auto">
        {verdict.reason}
      </p>
      <p class="xs muted">{t('rules.by', { by: verdict.by ?? '', at: formatDateTime(verdict.at, language, zone, { style: 'day-month' }) })}</p>
    </>
  )
}

/** What an officer said of an answer that was corrected since: it stands no longer, and is not forgotten. */
function ToConfirm({ rule, language, zone }: { rule: RuleLine; language: Language; zone: string }): Html {
  if (rule.toConfirm === null) return <></>
  return (
    <div class="note stack stack--xs" data-s="wait">
      <p class="sm strong">{words(language)('rules.to-confirm')}</p>
      <OfficerVerdict verdict={rule.toConfirm} language={language} zone={zone} />
    </div>
  )
}

function OfficerFields({ rule, props }: { rule: RuleLine; props: EligibilityProps }): Html {
  const { language, zone, typed } = props
  const t = words(language)
  const name = inLanguage(rule.name, language).text
  const again = typed.verdicts[rule.code]
  const chosen = again?.verdict ?? (rule.officer ?? rule.automatic)?.verdict ?? null
  const id = idOf(`reason.${rule.code}`)
  const wrong = errorOf(typed.errors, `reason.${rule.code}`)
  const label = t('rules.reason-of', { rule: name })
  const other = again !== undefined && rule.officer !== null && (again.verdict !== rule.officer.verdict || again.reason !== rule.officer.reason)
  return (
    <div class="stack stack--xs">
      <ToConfirm rule={rule} language={language} zone={zone} />
      <Score
        look="word"
        name={`verdict.${rule.code}`}
        label={`${t('rules.officer')} · ${name}`}
        value={chosen}
        steps={VERDICTS.map((verdict) => ({ value: verdict, shown: t(`verdict.${verdict}`), label: t(`verdict.${verdict}-long`) }))}
      />
      {wrong !== undefined && (
        <p class="err" id={`${id}-error`}>
          {wrong}
        </p>
      )}
      <input
        class="input"
        type="text"
        id={id}
        name={`reason.${rule.code}`}
        value={again?.reason ?? rule.officer?.reason ?? ''}
        aria-label={label}
        placeholder={t('rules.reason')}
        aria-invalid={wrong === undefined ? undefined : 'true'}
        aria-describedby={wrong === undefined ? undefined : `${id}-error`}
        dir="auto"
        autocomplete="off"
      />
      <input type="hidden" name={`seen.${rule.code}`} value={rule.seq} />
      {other ? (
        <div class="note stack stack--xs" data-s="wait">
          <b class="sm">{t('rules.recorded')}</b>
          <OfficerVerdict verdict={rule.officer} language={language} zone={zone} />
        </div>
      ) : rule.officer === null ? null : (
        <span class="xs muted">
          {t('rules.by', { by: rule.officer.by ?? '', at: formatDateTime(rule.officer.at, language, zone, { style: 'day-month' }) })}
        </span>
      )}
    </div>
  )
}

/** What the machine found, in a sentence. */
export function foundText(verdict: WrittenVerdict | null, view: EligibilityView, language: Language): string {
  if (verdict?.found == null) return ''
  const t = words(language)
  const key = `check.${verdict.found.code}`
  if (!t.has(key)) return ''
  const labels = new Map(view.sheet.flatMap((group) => group.rows.map((row) => [row.question.code, row.label])))
  const details: Record<string, unknown> = { ...verdict.found.details }
  if (typeof details.on === 'string') details.on = formatDate(details.on, language)
  if (typeof details.region === 'string') details.region = inLanguage(regionOf(details.region)?.name ?? { ar: '', fr: '', en: '' }, language).text
  if (Array.isArray(details.questions)) details.questions = details.questions.map((code) => labels.get(String(code)) ?? String(code))
  return t.any(key, details)
}
