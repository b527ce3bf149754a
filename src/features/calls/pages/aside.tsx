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
      {(call.state === 'open' || call.state === 'announced') && (
        <Card title={t('prepare.title')}>
          {prepare.length > 0 && (
            <ul class="rows">
              {prepare.map((item) => (
                <li>{inLanguage(item.title, language).text}</li>
              ))}
            </ul>
          )}
          <p class={prepare.length > 0 ? 'mt5' : undefined}>
            <a href={`/${language}${call.home}/form`}>{t('ahead.link')}</a>
          </p>
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
  return [
    ...(call.state === 'announced'
      ? [{ name: t('brief.opens'), value: <Promised {...promised} wall={terms.opens} instant={call.times.opensAt} /> }]
      : []),
    deadlineFact({ language, call }),
    ...(age?.kind === 'age' ? [{ name: t('brief.age'), value: agesText(age.parameters, terms.ageOn, language) }] : []),
    { name: t('brief.regions'), value: <Regions language={language} regions={regions} /> },
    { name: t('brief.places'), value: t('brief.projects', { places: edition.places }) },
    ...seedFact(call.content, language),
  ]
}

/** Up to how much a project is given; where the strands have ceilings, from the lowest of them to the highest. */
export function seedFact({ edition, strands = [] }: Pick<CallView['content'], 'edition' | 'strands'>, language: Language): Fact[] {
  const t = words(language)
  const money = (sum: string): string => formatMoney(sum, edition.currency, language)
  const set = strands.flatMap(({ ceiling }) => (ceiling === null ? [] : [ceiling]))
  const ceilings = [...set, ...(set.length < strands.length || set.length === 0 ? [edition.seedCeiling] : [])]
    .filter((sum) => Number(sum) > 0)
    .sort((one, other) => Number(one) - Number(other))
  const [least, most] = [ceilings[0], ceilings.at(-1)]
  if (least === undefined || most === undefined) return []
  const value = least === most ? t('brief.seed-value', { amount: money(most) }) : t('brief.seed-range', { least: money(least), most: money(most) })
  return [{ name: t('brief.seed'), value }]
}

/** Until when, or that there is no deadline and what has arrived is read next. */
function deadlineFact({ language, call }: AsideProps): Fact {
  const t = words(language)
  const { deadline, zone } = call.content.call
  const { deadlineAt } = call.times
  if (deadline === null || deadlineAt === null) {
    const { reading, today } = call
    const style = reading?.to.slice(0, 4) === today.slice(0, 4) ? 'day-month' : 'long'
    if (call.state === 'closed') return { name: t('brief.deadline'), value: t('brief.over') }
    const next = reading === null ? '' : t('brief.next-reading', { when: formatRange(reading.from, reading.to, language, style) })
    return { name: t('brief.deadline'), value: `${t('brief.rolling')} ${next}`.trim() }
  }
  const left = call.state === 'open' ? t('brief.days', { days: call.daysLeft ?? 0 }) : call.state === 'announced' ? null : t('brief.over')
  return { name: t('brief.deadline'), value: <Promised language={language} zone={zone} wall={deadline} instant={deadlineAt} more={left} /> }
}

function agesText(ages: { readonly min: number; readonly max: number }, on: string | null, language: Language): string {
  const t = words(language)
  return on === null ? t('brief.ages-sent', ages) : t('brief.ages', { ...ages, on: formatDate(on, language, 'day-month') })
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

const MOST_SESSIONS = 4

/** The next information sessions, each to be put in one's own calendar; nobody signs up for them. */
function Sessions({ language, call }: AsideProps): Html {
  const t = words(language)
  const files = `/${language}${call.home}/sessions`
  return (
    <>
      <ul class="rows sm">
        {call.sessions.slice(0, MOST_SESSIONS).map((session) => (
          <li>
            <span>
              {inLanguage(session.place, language).text}
              <br />
              <span class="muted">{wallText(session.at, language)}</span>
            </span>
            {!call.preview && (
              <a href={`${files}/${session.number}.ics`}>
                {t('session.keep')}
                <span class="vh"> {inLanguage(session.place, language).text}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p class="sm muted">
        {t('session.free')} {!call.preview && call.sessions.length > 1 && <a href={`${files}.ics`}>{t('session.all')}</a>}
      </p>
    </>
  )
}

function Ask({ language, call }: AsideProps): Html {
  const t = words(language)
  const { help } = call.content.call
  const { sessions } = call
  if (sessions.length === 0 && help.phone === '') return <></>
  return (
    <div class="marks stack stack--sm">
      <p>
        <b>{t(sessions.length === 0 ? 'help.title' : 'place.title')}</b>
      </p>
      {sessions.length > 0 && <Sessions language={language} call={call} />}
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
