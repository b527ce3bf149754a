/** A figure by region and by who leads; hidden cells say so. */
import type { Html } from '#html'
import { Quota, type QuotaRow } from '../../../design/bar.tsx'
import { Region } from '../../../design/region.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { writeValue } from '../print-text.ts'
import type { FigurePageView } from '../queries/figure-page.ts'
import { words } from '../words/index.ts'
import { Panel } from './panel.tsx'

interface Shown {
  readonly language: Language
  readonly view: FigurePageView
}

/** Nothing for a figure of one region. */
export function RegionSplit({ language, view }: Shown): Html {
  const t = words(language)
  const { figure, split } = view
  if (figure.parameters.region !== undefined || figure.records === 0) return <></>
  const most = Math.max(1, ...split.map(({ value }) => Number(value)))
  const rows = split.map((part): QuotaRow => {
    const name = part.name === null ? t(part.region === null ? 'figure.national' : 'figure.outside') : inLanguage(part.name, language).text
    const value = writeValue({ value: part.value, unit: figure.unit, currency: figure.edition.currency }, language)
    return {
      name: part.mark === null ? name : <Region mark={part.mark}>{name}</Region>,
      value: part.hidden ? <span class="muted">{t('figure.hidden')}</span> : value,
      share: part.hidden ? 0 : Number(part.value) / most,
      ...(part.mark === null ? {} : { region: part.mark }),
    }
  })
  return (
    <Panel title={t('figure.by-region')}>
      <Quota rows={rows} />
    </Panel>
  )
}

interface Part {
  readonly name: string
  readonly records: number
  readonly hidden?: boolean
}

/** By gender, age and kind of applicant; nothing for what is neither an application nor a project. */
export function PeopleSplits({ language, view }: Shown): Html {
  const t = words(language)
  const { people } = view
  if (people === null || view.figure.records === 0) return <></>
  const gender = people.gender.map((one): Part => ({ ...one, name: one.part === null ? t('figure.unsaid') : t.any(`figure.gender.${one.part}`) }))
  const kind = people.kind.map((one): Part => ({ ...one, name: one.name === null ? t('figure.unsaid') : inLanguage(one.name, language).text }))
  const age = people.age.map((one): Part => ({ ...one, name: ageName(one.part, language) }))
  return (
    <div class="stack">
      <div class="trio">
        <Parts title={t('figure.by-gender')} parts={gender} language={language} />
        <Parts
          title={t('figure.by-age')}
          parts={age}
          language={language}
          hint={people.ageOn === null ? t('figure.age-sent') : t('figure.age-on', { on: formatDate(people.ageOn, language) })}
        />
        <Parts title={t('figure.by-kind')} parts={kind} language={language} />
      </div>
      <p class="sm muted">{t('figure.cells')}</p>
    </div>
  )
}

function ageName(part: string | null, language: Language): string {
  const t = words(language)
  if (part === null) return t('figure.unsaid')
  const [from, to] = part.split('-')
  return to === undefined ? t('figure.age-other') : t('figure.age', { from: String(from), to })
}

function Parts({ title, parts, language, hint }: { title: string; parts: readonly Part[]; language: Language; hint?: string }): Html {
  const t = words(language)
  const all = Math.max(
    1,
    parts.reduce((sum, { records }) => sum + records, 0),
  )
  return (
    <Panel title={title}>
      <Quota
        rows={parts.map((part) => ({
          name: part.name,
          value: part.hidden ? <span class="muted">{t('figure.hidden')}</span> : formatNumber(part.records, language),
          share: part.hidden ? 0 : part.records / all,
        }))}
      />
      {hint !== undefined && <p class="xs muted mt5">{hint}</p>}
    </Panel>
  )
}
