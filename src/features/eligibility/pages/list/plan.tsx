/** What an act on many would do: to how many, to which, and why not to the others. Shown before it is done, and kept after. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { Facts } from '../../../../design/facts.tsx'
import { Kpis } from '../../../../design/figure.tsx'
import { Hidden } from '../../../../design/form/controls.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { More } from '../../../../design/more.tsx'
import { Table } from '../../../../design/table.tsx'
import { BULK_OUTCOMES, type BulkOutcome, writtenTo } from '../../../../domain/bulk-act.ts'
import { direction, type Language, LANGUAGES, type Trilingual } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { formatList, formatNumber } from '../../../../platform/words/format.ts'
import { marksSaid } from '../../list/marks.ts'
import { words as listWords } from '../../list/words/index.ts'
import type { Officer } from '../../queries/list/bulk.ts'
import type { PlanNamed, PlanRow } from '../../queries/list/planned.ts'
import { words } from '../../words/index.ts'
import { backOf, ChosenFields } from './act.tsx'
import { named } from './value-names.ts'

/** Applications of one outcome that the page names; of the others it says how many there are. */
export const NAMED = 100

export interface PlanProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly plan: PlanRow
  /** The first of each outcome, by its code. */
  readonly names: ReadonlyMap<string, PlanNamed>
  readonly rules: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly officers: readonly Officer[]
  readonly said?: string | undefined
  readonly refusal?: { readonly sentence: string; readonly numbers: readonly string[] } | undefined
}

export function PlanPage(props: PlanProps): Html {
  const { language, plan, slug, zone, refusal } = props
  const l = listWords(language)
  const base = `/${language}/desk/${slug}/applications`
  const count = Object.values(plan.lines).filter(([outcome]) => outcome === 'done').length
  const others = Object.keys(plan.lines).length - count
  const which = plan.act === 'write' ? '-write' : ''
  return (
    <StaffPage language={language} title={l(`act.${plan.act}`)} path={props.path} frame={props.frame} said={props.said}>
      {refusal !== undefined && <Changed {...props} base={base} refusal={refusal} />}
      <Head
        title={l(`act.${plan.act}`)}
        lead={plan.doneAt === null ? l('plan.lead') : l('plan.done', { at: formatDateTime(plan.doneAt, language, zone, { style: 'long' }) })}
      >
        <ButtonLink kind="quiet" href={backOf(base, plan.chosen)}>
          {l('act.back')}
        </ButtonLink>
      </Head>
      <Kpis
        three
        figures={[
          { value: formatNumber(count, language), reference: null, says: l(`plan.${plan.doneAt === null ? 'would' : 'did'}${which}`) },
          { value: formatNumber(others, language), reference: null, says: l(`plan.left${which}`) },
          { value: formatNumber(count + others, language), reference: null, says: l('plan.chosen') },
        ]}
      />
      <Input {...props} />
      {plan.act === 'write' && plan.doneAt !== null && (
        <p class="note">
          {l('plan.second-person')} <a href={`/${language}/desk/${slug}/letters`}>{l('plan.letters')}</a>
        </p>
      )}
      {plan.doneAt === null && refusal === undefined && <DoIt {...props} base={base} count={count} />}
      {BULK_OUTCOMES.map((outcome) => (
        <Outcome {...props} outcome={outcome} />
      ))}
    </StaffPage>
  )
}

function DoIt({ language, plan, base, count }: PlanProps & { base: string; count: number }): Html {
  const l = listWords(language)
  if (count === 0) return <p class="note">{l('plan.nothing')}</p>
  return (
    <form method="post" action={`${base}/acts/${plan.id}`} class="row">
      <Hidden name="fingerprint" value={plan.fingerprint} />
      <Button kind="light">{l(`plan.do-${plan.act}`, { count })}</Button>
      <span class="sm muted">{l(plan.act === 'write' ? 'plan.second-person' : 'plan.all-or-nothing')}</span>
    </form>
  )
}

/** What stood in the way, and the same act planned again from what stands now. */
function Changed({ language, plan, base, refusal }: PlanProps & { base: string; refusal: NonNullable<PlanProps['refusal']> }): Html {
  const l = listWords(language)
  const { input } = plan
  return (
    <div class="stack stack--sm">
      <RefusalNote sentence={refusal.sentence} />
      {refusal.numbers.length > 0 && <p class="sm">{l('plan.changed', { numbers: formatList([...refusal.numbers], language) })}</p>}
      <form method="post" action={`${base}/acts`}>
        <Hidden name="act" value={plan.act} />
        <ChosenFields chosen={plan.chosen} />
        {(['rule', 'verdict', 'reason', 'person'] as const).map((name) => (
          <Hidden name={name} value={input[name]} />
        ))}
        {LANGUAGES.map((one) => (
          <>
            <Hidden name={`subject.${one}`} value={input.subject[one]} />
            <Hidden name={`text.${one}`} value={input.text[one]} />
          </>
        ))}
        <Button>{l('plan.again')}</Button>
      </form>
    </div>
  )
}

/** What the act was given. */
function Input(props: PlanProps): Html {
  const { language, plan, rules, officers } = props
  const [t, l] = [words(language), listWords(language)]
  const { rule, verdict, reason, person } = plan.input
  if (plan.act === 'verdict' && verdict !== '') {
    const facts = [
      { name: t('rules.rule'), value: named(rules, rule, language) },
      { name: t('rules.officer'), value: t(`verdict.${verdict}-long`) },
      { name: t('rules.reason'), value: <bdi>{reason}</bdi> },
    ]
    return (
      <section class="card">
        <Facts facts={facts} columns={3} />
      </section>
    )
  }
  if (plan.act === 'assign') {
    const officer = officers.find((one) => one.id === person)
    const value = officer === undefined ? l('checker.nobody') : <bdi>{nameFor(officer, language)}</bdi>
    return (
      <section class="card">
        <Facts facts={[{ name: l('finder.checker'), value }]} />
      </section>
    )
  }
  return plan.act === 'write' ? <Message {...props} /> : <></>
}

/** The message as the first of its readers will have it, in each language. */
function Message({ language, plan, names }: PlanProps): Html {
  const l = listWords(language)
  const done = [...names.values()].filter(({ application }) => plan.lines[application]?.[0] === 'done')
  const first = done.sort((one, other) => (one.number < other.number ? -1 : 1))[0]
  return (
    <section class="stack stack--sm" aria-labelledby="message">
      <h2 class="h3" id="message">
        {first === undefined ? l('write.text') : l('plan.as-read', { number: first.number })}
      </h2>
      <div class="trio">
        {LANGUAGES.map((one) => {
          const { subject, paragraphs } = writtenTo(plan.input, one, first === undefined ? {} : marksSaid({ ...first, name: first.holderName }, one))
          return (
            <section class="card card--tight stack stack--sm" lang={one} dir={direction(one)}>
              <h3>{subject}</h3>
              {paragraphs.map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </section>
          )
        })}
      </div>
    </section>
  )
}

interface OutcomeRow extends PlanNamed {
  readonly rules: readonly string[]
}

function Outcome({ language, slug, plan, names, rules, outcome }: PlanProps & { outcome: BulkOutcome }): Html {
  const l = listWords(language)
  const all = Object.entries(plan.lines).filter(([, [one]]) => one === outcome)
  if (all.length === 0) return <></>
  const rows = all.flatMap(([id, [, inTheWay]]): OutcomeRow[] => {
    const found = names.get(id)
    return found === undefined ? [] : [{ ...found, rules: inTheWay }]
  })
  rows.sort((one, other) => (one.number < other.number ? -1 : 1))
  const said = outcome === 'done' && plan.act === 'write' ? 'done-write' : outcome
  const title = `${l(`outcome.${said}`)} (${formatNumber(all.length, language)})`
  const table = (
    <Table
      caption={title}
      look="fold"
      rows={rows}
      columns={[
        { name: words(language)('desk.number'), cell: (row) => <bdi class="num ltr nowrap">{row.number}</bdi> },
        { name: words(language)('desk.project'), head: true, cell: (row) => <ProjectLink {...row} language={language} slug={slug} /> },
        ...(rows.some((row) => row.rules.length > 0)
          ? [
              {
                name: l('plan.rules'),
                cell: (row: OutcomeRow) =>
                  formatList(
                    row.rules.map((rule) => named(rules, rule, language)),
                    language,
                  ),
              },
            ]
          : []),
      ]}
    />
  )
  const more = all.length > rows.length && <p class="sm muted">{l('plan.more', { count: all.length - rows.length })}</p>
  if (outcome !== 'done')
    return (
      <Card title={title} flush>
        {table}
        {more}
      </Card>
    )
  return (
    <More summary={title}>
      <div class="room">{table}</div>
      {more}
    </More>
  )
}

function ProjectLink({ application, title, holderName, language, slug }: PlanNamed & { language: Language; slug: string }): Html {
  return (
    <>
      <a href={`/${language}/desk/${slug}/eligibility/${application}`} dir="auto">
        {title}
      </a>{' '}
      <span class="muted xs">
        <bdi>{holderName}</bdi>
      </span>
    </>
  )
}
