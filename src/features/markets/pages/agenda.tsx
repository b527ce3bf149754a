/** The public agenda: what anyone may come to, by month, in the reader's language; the name of no person. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { Day } from '../../../design/day.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Region } from '../../../design/region.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate, SHORT_WEEKDAYS } from '../../../platform/time/time.ts'
import { words } from '../words/index.ts'

/** One date of the agenda, ready to be read. */
export interface AgendaEntry {
  /** First day 'YYYY-MM-DD'. */
  readonly day: string
  readonly kind: string
  readonly title: string
  readonly language: Language
  /** Days or hours. */
  readonly when: string
  readonly place: string
  readonly region: string | null
  readonly mark: string | null
  readonly note: string | null
}

export interface AgendaProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly entries: readonly AgendaEntry[]
}

export function AgendaPage({ language, frame, path, entries }: AgendaProps): Html {
  const t = words(language)
  return (
    <PublicPage language={language} frame={frame} path={path} title={t('agenda.title')} listed description={t('agenda.lead')}>
      <div class="wrap wrap--mid section section--tight stack stack--lg">
        <Head title={t('agenda.title')} lead={t('agenda.lead')} />
        {entries.length === 0 ? (
          <Empty title={t('agenda.none')} ghost>
            <p>{t('agenda.none-hint')}</p>
            <p>
              <a href={`/${language}/projects`}>{t('agenda.projects')}</a>
            </p>
          </Empty>
        ) : (
          [...Map.groupBy(entries, (entry) => entry.day.slice(0, 7))].map(([month, ofMonth]) => (
            <Card title={titled(formatDate(`${month}-01`, language, 'month'))}>
              <ul class="rows">
                {ofMonth.map((entry) => (
                  <li>
                    <Entry entry={entry} language={language} />
                  </li>
                ))}
              </ul>
            </Card>
          ))
        )}
      </div>
    </PublicPage>
  )
}

/** The name of a month as a title: French writes it without a capital elsewhere. */
function titled(month: string): string {
  return month.charAt(0).toLocaleUpperCase('fr') + month.slice(1)
}

function shortWeekday(day: string, language: Language): string {
  return SHORT_WEEKDAYS[language][(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as string
}

function Entry({ entry, language }: { entry: AgendaEntry; language: Language }): Html {
  const foreign = entry.language === language ? {} : { lang: entry.language, dir: 'auto' as const }
  return (
    <Day number={String(Number(entry.day.slice(8)))} below={shortWeekday(entry.day, language)}>
      <p class="row row--tight">
        <span class="tag">{entry.kind}</span>
        <span class="sm muted">{entry.when}</span>
      </p>
      <h3 {...foreign}>{entry.title}</h3>
      <p class="sm">
        <bdi>{entry.place}</bdi>
      </p>
      {entry.region !== null && (
        <p class="sm">
          <Region mark={entry.mark}>{entry.region}</Region>
        </p>
      )}
      {entry.note !== null && <p class="sm muted">{entry.note}</p>}
    </Day>
  )
}
