/** One application at the desk: who may be the same person, each rule with its verdicts, the decision, the answers, the trail. */
import type { Child, Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import type { FormErrors } from '../../../design/form/field.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { isolated } from '../../../platform/isolate.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { formatList } from '../../../platform/words/format.ts'
import { type HelpedBy, helpedText } from '../../applications/index.ts'
import { Files, type LinkedFile } from '../../files/index.ts'
import type { FactMark } from '../queries/verification.ts'
import type { CorrectionsView, EligibilityView, Likeness } from '../views.ts'
import { words } from '../words/index.ts'
import { Corrections } from './corrections.tsx'
import { Decision } from './decision.tsx'
import { FactLine } from './fact-mark.tsx'
import { RegionName, STATE_SHAPES } from './desk-list.tsx'
import { Documents, type TypedDocuments } from './documents.tsx'
import { matchText } from './duplicates.tsx'
import { AgainstDecision, Refusal, Rules } from './rules.tsx'

/** What an officer typed and could not be kept, shown again. */
export interface Typed {
  readonly verdicts: Readonly<Record<string, { readonly verdict: string; readonly reason: string }>>
  readonly decision: { readonly eligible: string; readonly ground: string; readonly reason: string } | null
  readonly documents?: TypedDocuments
  /** What is wrong beside the reasons of rules. */
  readonly errors?: FormErrors
  /** Whether turning a document down, or a rule read as not met on an application found eligible, waits to be confirmed. */
  readonly toConfirm?: boolean
  readonly contradicts?: boolean
  /** Whether a decision that sets readings aside waits to be confirmed. */
  readonly setsAside?: boolean
}

export interface EligibilityProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly view: EligibilityView
  readonly trail: readonly { readonly act: string; readonly by: string | null; readonly at: Date }[]
  readonly typed: Typed
  readonly corrections: CorrectionsView
  /** Who of the desk wrote it for its holder; empty for most. */
  readonly helped: readonly HelpedBy[]
  readonly files: readonly LinkedFile[]
  /** Answers beside what was verified of the holder, by code of question; none for whom may not check. */
  readonly marks: Readonly<Record<string, FactMark>>
  /** `?list=…` of the list one came from, whose order the neighbours have; '' when one came otherwise. */
  readonly list: string
  readonly said?: string | undefined
  readonly refusal?: string | undefined
  /** Where the cure of the refusal is. */
  readonly way?: { readonly href: string; readonly name: string } | undefined
}

export function EligibilityPage(props: EligibilityProps): Html {
  const { language, view, slug } = props
  const t = words(language)
  const base = `/${language}/desk/${slug}`
  const path = [
    { name: t('desk.page'), href: `${base}/applications` },
    { name: t(`state.${view.state}`), href: `${base}/applications?state=${view.state}` },
    { name: view.number, href: '', current: true },
  ]
  return (
    <StaffPage
      language={language}
      title={t('file.page', { number: view.number })}
      path={props.path}
      frame={props.frame}
      said={props.said}
      error={props.refusal !== undefined}
    >
      <Refusal {...props} />
      <div class="stack stack--sm">
        <Crumbs label={t('file.path')} path={path} />
        <Title {...props} />
      </div>
      {view.likenesses.length > 0 && <Likenesses {...props} />}
      <Rules {...props} action={`${base}/eligibility/${view.application}/verdicts${props.list}`} />
      <Documents {...props} action={`${base}/eligibility/${view.application}/documents${props.list}`} />
      <div class="pair pair--wide">
        <Answers {...props} />
        <aside class="stack stack--lg" aria-label={t('decision.title')}>
          <Decision {...props} action={`${base}/eligibility/${view.application}/decision${props.list}`} />
          <Corrections {...props} mayDecide={view.mayDecide} base={`${base}/eligibility/${view.application}`} />
          <Trail {...props} />
        </aside>
      </div>
    </StaffPage>
  )
}

function Title({ view, language, slug, zone, ...props }: EligibilityProps): Html {
  const t = words(language)
  const name = (all: EligibilityView['kinds'], code: string): string => {
    const found = all.find((one) => one.code === code)
    return found === undefined ? code : inLanguage(found.name, language).text
  }
  const to = (application: string): string => `/${language}/desk/${slug}/eligibility/${application}${props.list}`
  return (
    <div class="head">
      <div>
        <h1>
          <bdi>{view.title}</bdi>
        </h1>
        <p class="row row--tight">
          <bdi class="num strong ltr">{view.number}</bdi>
          <State is={STATE_SHAPES[view.state]}>{t(`state.${view.state}`)}</State>
          <AgainstDecision view={view} language={language} />
          <RegionName code={view.region} regions={view.regions} language={language} />
          <span class="tag">{name(view.sectors, view.sector)}</span>
          {view.strand !== null && <span class="tag">{name(view.strands, view.strand)}</span>}
          <span class="tag">{name(view.kinds, view.kind)}</span>
          <span class="tag">{t(`file.answered.${view.language}`)}</span>
          <span class="muted sm">{t('file.submitted', { at: formatDateTime(view.submittedAt, language, zone, { style: 'long' }) })}</span>
        </p>
        {view.team.length > 0 && (
          <p class="sm">
            {t('file.team', {
              names: formatList(
                view.team.map((member) => isolated(nameFor(member, language), language)),
                language,
              ),
            })}
          </p>
        )}
        {props.helped.map((one) => (
          <p class="sm muted">{helpedText(one, { zone }, language)}</p>
        ))}
      </div>
      <nav class="row row--tight" aria-label={t('file.neighbours')}>
        {view.before !== null && (
          <ButtonLink kind="quiet" size="sm" href={to(view.before.application)}>
            <Icon name="back" flip />
            {t('file.before', { number: view.before.number })}
          </ButtonLink>
        )}
        {view.after !== null && (
          <ButtonLink kind="quiet" size="sm" href={to(view.after.application)}>
            {t('file.after', { number: view.after.number })}
            <Icon name="chev" flip />
          </ButtonLink>
        )}
      </nav>
    </div>
  )
}

/** This application and those that resemble it, side by side. */
function Likenesses({ view, language, slug, zone }: EligibilityProps): Html {
  const t = words(language)
  const birth = (day: string | null): string => (day === null ? '' : formatDate(day, language))
  const itself = {
    key: '',
    number: view.number,
    holderName: view.holderName,
    birthDate: view.birthDate,
    title: view.title,
    submittedAt: view.submittedAt,
    match: t('likeness.this'),
  }
  const rows = [itself, ...view.likenesses.map((one) => ({ ...one, key: one.application, match: <Match likeness={one} language={language} /> }))]
  return (
    <section class="note stack stack--sm" data-s="bad" aria-labelledby="likeness">
      <h2 class="h3" id="likeness">
        {t('likeness.title', { count: view.likenesses.length })}
      </h2>
      <div class="room">
        <Table
          caption={t('likeness.compare')}
          rows={rows}
          columns={[
            {
              name: t('desk.number'),
              head: true,
              cell: (row) =>
                row.key === '' ? <bdi class="ltr">{row.number}</bdi> : <a href={`/${language}/desk/${slug}/eligibility/${row.key}`}>{row.number}</a>,
            },
            { name: t('likeness.name'), cell: (row) => <bdi>{row.holderName}</bdi> },
            { name: t('likeness.birth'), cell: (row) => birth(row.birthDate) },
            { name: t('likeness.project'), cell: (row) => <bdi>{row.title}</bdi> },
            { name: t('likeness.submitted'), cell: (row) => formatDateTime(row.submittedAt, language, zone, { style: 'day-month' }) },
            { name: t('likeness.match'), cell: (row) => row.match },
          ]}
        />
      </div>
      <p>
        <a href={`/${language}/desk/${slug}/duplicates?number=${view.number}`}>{t(view.mayDecide ? 'likeness.decide' : 'likeness.see')}</a>
      </p>
    </section>
  )
}

function Match({ likeness, language }: { likeness: Likeness; language: Language }): Html {
  const t = words(language)
  if (likeness.judged === null) return <>{matchText(likeness, language)}</>
  return (
    <>
      {matchText(likeness, language)}
      <br />
      <span class="xs">{t('likeness.judged', { by: likeness.judged.by, reason: likeness.judged.reason })}</span>
    </>
  )
}

function Answers({ view, language, files, marks, path, zone, corrections }: EligibilityProps): Html {
  const t = words(language)
  const corrected = new Set(corrections.lines.flatMap((line) => line.changes.map((change) => change.label)))
  return (
    <Card title={t('file.answers')}>
      <div class="stack">
        {view.sheet.map((group, place) => (
          <More summary={group.title} open={place === 0}>
            <dl class="sheet">
              {group.rows.map((row) => (
                <div>
                  <dt>
                    {row.label}
                    {corrected.has(row.label) && (
                      <>
                        {' '}
                        <a class="tag" href="#corrections">
                          {t('file.corrected')}
                        </a>
                      </>
                    )}
                  </dt>
                  {row.question.kind === 'file' && row.text !== '' ? (
                    <dd>
                      <Files files={files.filter((file) => file.question === row.question.code)} language={language} desk />
                    </dd>
                  ) : (
                    <Answer text={row.text} none={t('file.no-answer')}>
                      {marks[row.question.code] !== undefined && row.text !== '' && (
                        <FactLine
                          mark={marks[row.question.code] as FactMark}
                          label={row.label}
                          href={`/${language}${path}/verifications/${row.question.code}`}
                          language={language}
                          zone={zone}
                        />
                      )}
                    </Answer>
                  )}
                </div>
              ))}
            </dl>
          </More>
        ))}
      </div>
    </Card>
  )
}

/** A long text reads in its own direction; a name, a town, a number stands where the labels do. */
function Answer({ text, none, children }: { text: string; none: string; children?: Child }): Html {
  if (text === '') return <dd class="muted">{none}</dd>
  return text.length > LONG ? (
    <dd dir="auto">{text}</dd>
  ) : (
    <dd>
      <bdi>{text}</bdi>
      {children}
    </dd>
  )
}

const LONG = 60

function Trail({ trail, language, zone }: EligibilityProps): Html {
  const t = words(language)
  if (trail.length === 0) return <></>
  return (
    <section class="card stack stack--sm">
      <h2>{t('trail.title')}</h2>
      <ul class="rows sm">
        {trail.map((line) => (
          <li>
            <span>
              {formatDateTime(line.at, language, zone, { style: 'day-month' })} · {line.act}
            </span>
            <span class="muted">{line.by ?? t('trail.automatic')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
