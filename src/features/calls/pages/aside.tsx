/** Beside the call: what it is in brief, what to prepare, its dates, where to ask. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { type CueStep, Cues } from '../../../design/cues.tsx'
import { type Fact, Facts } from '../../../design/facts.tsx'
import { Region } from '../../../design/region.tsx'
import type { CalendarEntry } from '../../../domain/edition.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate, formatRange } from '../../../platform/time/time.ts'
import { formatMoney } from '../../../platform/words/format.ts'
import { nationalPhone } from '../../programme/index.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'
import { Promised, wallText } from './deadline.tsx'

interface AsideProps {
  readonly language: Language
  readonly call: CallView
}

export function CallAside(props: AsideProps): Html {
  const { language, call } = props
  const t = words(language)
  const { prepare } = call.content.call
  return (
    <aside class="stack stack--lg">
      <Card title={t('brief.title')}>
        <Facts facts={brief(props)} />
      </Card>
      {prepare.length > 0 && (call.state === 'open' || call.state === 'announced') && (
        <Card title={t('prepare.title')}>
          <ul class="rows">
            {prepare.map((item) => (
              <li>{inLanguage(item.title, language).text}</li>
            ))}
          </ul>
        </Card>
      )}
      {call.content.calendar.length > 0 && (
        <Card title={t('calendar.title')}>
          <Cues steps={nearby(calendarSteps(call.content.calendar, call.today, language))} />
          <p class="mt5">
            <a href={`/${language}${call.home}/rules#dates`}>{t('calendar.all')}</a>
          </p>
        </Card>
      )}
      <Ask {...props} />
    </aside>
  )
}

function brief({ language, call }: AsideProps): Fact[] {
  const t = words(language)
  const { call: terms, regions, edition, eligibilityRules } = call.content
  const age = eligibilityRules.find((rule) => rule.kind === 'age')
  const promised = { language, zone: terms.zone }
  const left = call.state === 'open' ? t('brief.days', { days: call.daysLeft }) : call.state === 'announced' ? null : t('brief.over')
  return [
    ...(call.state === 'announced'
      ? [{ name: t('brief.opens'), value: <Promised {...promised} wall={terms.opens} instant={call.times.opensAt} /> }]
      : []),
    { name: t('brief.deadline'), value: <Promised {...promised} wall={terms.deadline} instant={call.times.deadlineAt} more={left} /> },
    ...(age?.kind === 'age'
      ? [{ name: t('brief.age'), value: t('brief.ages', { ...age.parameters, on: formatDate(terms.ageOn, language, 'day-month') }) }]
      : []),
    { name: t('brief.regions'), value: <Regions language={language} regions={regions} /> },
    { name: t('brief.places'), value: t('brief.projects', { places: edition.places }) },
    ...(Number(edition.seedCeiling) > 0
      ? [{ name: t('brief.seed'), value: t('brief.seed-value', { amount: formatMoney(edition.seedCeiling, edition.currency, language) }) }]
      : []),
  ]
}

function Regions({ language, regions }: { language: Language; regions: CallView['content']['regions'] }): Html {
  return (
    <>
      {regions.map((region) => (
        <div>
          <Region mark={region.mark}>{inLanguage(region.name, language).text}</Region>
        </div>
      ))}
    </>
  )
}

const MOST_STEPS = 6

/** As many steps as stand beside the page, the lit one among them. */
function nearby(steps: readonly CueStep[]): readonly CueStep[] {
  const lit = steps.findIndex((step) => step.progress === 'live')
  const from = lit === -1 ? 0 : Math.max(0, Math.min(lit - 2, steps.length - MOST_STEPS))
  return steps.slice(from, from + MOST_STEPS)
}

/** The dates as cues: those over are done, the next one is lit. Another year than this one is said. */
export function calendarSteps(calendar: readonly CalendarEntry[], today: string, language: Language): CueStep[] {
  const next = calendar.findIndex((entry) => entry.to >= today)
  return calendar.map((entry, place) => ({
    title: inLanguage(entry.name, language).text,
    text: formatRange(entry.from, entry.to, language, entry.to.slice(0, 4) === today.slice(0, 4) ? 'day-month' : 'long'),
    ...(place === next ? { progress: 'live' as const } : entry.to < today ? { progress: 'done' as const } : {}),
  }))
}

function Ask({ language, call }: AsideProps): Html {
  const t = words(language)
  const { help } = call.content.call
  if (call.session === null && help.phone === '') return <></>
  return (
    <div class="marks stack stack--sm">
      <p>
        <b>{t(call.session === null ? 'help.title' : 'place.title')}</b>
      </p>
      {call.session !== null && (
        <p class="sm muted">
          {t('place.session', { place: inLanguage(call.session.place, language).text, when: wallText(call.session.at, language) })}
        </p>
      )}
      {help.phone !== '' && (
        <p class="sm">
          <a href={`tel:${help.phone}`}>
            <bdi class="ltr">{nationalPhone(help.phone)}</bdi>
          </a>
          <br />
          <span class="muted">{inLanguage(help.hours, language).text}</span>
        </p>
      )}
    </div>
  )
}
