/** Calendar, rules, criteria, texts and funding of an edition, as tables and lists. */
import type { Child, Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { type Fact, Facts } from '../../../design/facts.tsx'
import { More } from '../../../design/more.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import type { CalendarEntry } from '../../../domain/edition.ts'
import { boundStrands } from '../../../domain/edition-strands.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { formatDate, formatDateTime, formatRange } from '../../../platform/time/time.ts'
import { formatMoney } from '../../../platform/words/format.ts'
import { eligibilitySentence, selectionSentence } from '../rule-words.ts'
import { words } from '../words/index.ts'
import { cardMarkup } from './card.tsx'
import { CriterionScale } from './criterion-scale.tsx'
import { StrandsTable } from './strands.tsx'
import { Promised, wallText } from './deadline.tsx'
import type { PartProps } from './settings.tsx'

const said = (text: Trilingual, language: Language): string => inLanguage(text, language).text

export function CalendarPart({ language, settings }: PartProps): Html {
  const t = words(language)
  const { call, calendar, regions } = settings.content
  return (
    <div class="pair pair--half">
      {/* As high as its rows, whatever stands beside it. */}
      <div>
        <Card title={t('desk.part.calendar')} flush>
          <Table
            caption={t('desk.dates-caption')}
            rows={calendar}
            columns={[
              { name: t('desk.date'), head: true, cell: (entry: CalendarEntry) => said(entry.name, language) },
              { name: t('desk.when'), cell: (entry) => formatRange(entry.from, entry.to, language) },
              { name: t('desk.shown'), cell: (entry) => t(entry.public ? 'desk.yes' : 'desk.no') },
            ]}
          />
        </Card>
      </div>
      <div class="stack stack--lg">
        <Card title={t('brief.deadline')}>
          <Facts
            facts={[
              { name: t('brief.opens'), value: <Promised language={language} wall={call.opens} instant={settings.opensAt} zone={call.zone} /> },
              ...deadlineFacts(settings, language),
              { name: t('desk.grace'), value: t('desk.grace-value', { minutes: Math.round(call.graceSeconds / 60) }) },
              { name: t('desk.age-on'), value: call.ageOn === null ? t('desk.age-sent') : formatDate(call.ageOn, language, 'full') },
            ]}
          />
        </Card>
        {call.sessions.length > 0 && (
          <Card title={t('desk.sessions')}>
            <ul class="rows">
              {call.sessions.map((session) => (
                <li>
                  <div>
                    <div>{said(session.place, language)}</div>
                    <RegionOf code={session.region} regions={regions} language={language} />
                  </div>
                  <span class="sm muted">{wallText(session.at, language)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </div>
  )
}

function deadlineFacts({ content: { call }, deadlineAt }: PartProps['settings'], language: Language): Fact[] {
  const t = words(language)
  if (call.deadline === null || deadlineAt === null) return [{ name: t('brief.deadline'), value: t('brief.rolling') }]
  return [
    { name: t('desk.promise'), value: `${wallText(call.deadline, language)} · ${call.zone}` },
    { name: t('desk.instant'), value: `${formatDateTime(deadlineAt, language, 'UTC', { style: 'long' })} UTC` },
  ]
}

function RegionOf({ code, regions, language }: { code: string; regions: PartProps['settings']['content']['regions']; language: Language }): Html {
  const region = regions.find((one) => one.code === code)
  return region === undefined ? <span>{code}</span> : <Region mark={region.mark}>{said(region.name, language)}</Region>
}

interface RuleRow {
  readonly code: string
  readonly name: string
  readonly says: Child
  /** Read by those for whom it is not met. */
  readonly reason?: string
}

export function RulesPart({ language, settings }: PartProps): Html {
  const t = words(language)
  const { content } = settings
  const eligibility = content.eligibilityRules.map(
    (rule): RuleRow => ({
      code: rule.code,
      name: said(rule.name, language),
      says: eligibilitySentence(rule, content, language),
      reason: said(rule.reason, language),
    }),
  )
  const selection = content.selectionRules.map(
    (rule): RuleRow => ({ code: rule.code, name: said(rule.name, language), says: selectionSentence(rule, content, language) }),
  )
  const places = boundStrands(content.strands ?? [], content.selectionRules).map(({ code, places: maximum }): RuleRow => {
    const limit = { attribute: 'strand', value: code, minimum: null, maximum } as const
    return { code, name: t('rules.strand-places'), says: selectionSentence(limit, content, language) }
  })
  return (
    <div class="stack stack--lg">
      <RuleTable language={language} title={t('desk.eligibility')} rows={eligibility} />
      <RuleTable language={language} title={t('desk.selection')} rows={[...selection, ...places]} />
      <Card title={t('rules.places')} flush>
        <Table
          caption={t('rules.places-caption')}
          rows={content.regions}
          columns={[
            { name: t('rules.region'), head: true, cell: (region) => <Region mark={region.mark}>{said(region.name, language)}</Region> },
            { name: t('desk.code'), cell: (region) => <bdi class="ltr">{`${region.code} · ${region.iso}`}</bdi> },
            { name: t('brief.places'), number: true, cell: (region) => region.places },
          ]}
        />
      </Card>
      {(content.strands ?? []).length > 0 && (
        <Card title={t('strands.title')} flush>
          <StrandsTable language={language} content={content} codes />
        </Card>
      )}
    </div>
  )
}

function RuleTable({ language, title, rows }: { language: Language; title: string; rows: readonly RuleRow[] }): Html {
  const t = words(language)
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        rows={rows}
        columns={[
          { name: t('desk.rule'), head: true, cell: (row) => row.name },
          { name: t('desk.means-what'), cell: (row) => row.says ?? '' },
          ...(rows.some((row) => row.reason !== undefined) ? [{ name: t('desk.reason'), cell: (row: RuleRow) => row.reason ?? '' }] : []),
          { name: t('desk.code'), cell: (row) => <bdi class="ltr">{row.code}</bdi> },
        ]}
      />
    </Card>
  )
}

export function CriteriaPart({ language, settings }: PartProps): Html {
  const { criteria, edition } = settings.content
  return (
    <div class="grid grid--lg">
      {criteria.map((criterion) => (
        <CriterionScale language={language} criterion={criterion} scale={edition.scale} level={2} />
      ))}
    </div>
  )
}

export function TextsPart({ language, settings, origin }: PartProps): Html {
  const t = words(language)
  const { call } = settings.content
  const offers = call.offers.map((offer) => ({ name: said(offer.title, language), value: said(offer.text, language) }))
  const questions = call.questions.map(({ question, answer }) => ({ name: said(question, language), value: said(answer, language) }))
  return (
    <div class="stack stack--lg">
      <Card title={said(call.title, language)}>
        <p>{said(call.summary, language)}</p>
        {settings.state !== 'prepared' && (
          <More summary={t('card.elsewhere')}>
            <label class="hint" for="card-markup">
              {t('card.paste')}
            </label>
            <textarea class="input input--short mono xs" id="card-markup" dir="ltr" readonly>
              {cardMarkup(origin, language, settings.content.edition.slug, said(call.title, language))}
            </textarea>
            <p>
              <a href={`/${language}/calls/${settings.content.edition.slug}/card`}>{t('card.see')}</a>
            </p>
          </More>
        )}
      </Card>
      <div class="pair pair--half">
        <Card title={t('desk.offers')}>
          <Facts facts={offers} />
        </Card>
        <Card title={t('faq.title')}>
          <Facts facts={questions} />
        </Card>
      </div>
      <Card title={t('prepare.title')}>
        <ul class="rows">
          {call.prepare.map((item) => (
            <li>{said(item.title, language)}</li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

export function MeansPart({ language, settings }: PartProps): Html {
  const t = words(language)
  const { funders, budgetLines } = settings.content
  const nameOf = (code: string): string => {
    const funder = funders.find((one) => one.code === code)
    return funder === undefined ? code : said(funder.name, language)
  }
  return (
    <div class="stack stack--lg">
      <Card title={t('desk.funders')}>
        <Facts facts={funders.map((funder) => ({ name: said(funder.name, language), value: said(funder.sentence, language) }))} />
      </Card>
      <Card title={t('desk.lines')} flush>
        <Table
          caption={t('desk.lines')}
          rows={budgetLines}
          columns={[
            { name: t('desk.line'), head: true, cell: (line) => said(line.name, language) },
            { name: t('desk.funder'), cell: (line) => nameOf(line.funder) },
            { name: t('desk.amount'), number: true, cell: (line) => <bdi>{formatMoney(line.amount, line.currency, language)}</bdi> },
          ]}
        />
      </Card>
    </div>
  )
}
