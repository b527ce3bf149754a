/** The slots of an edition at the desk: what is open and who holds it, whom to ask, and booking for whoever cannot. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { State } from '../../../../design/state.tsx'
import { Table } from '../../../../design/table.tsx'
import { type Language, LANGUAGE_NAMES } from '../../../../domain/language.ts'
import { isolated } from '../../../../platform/isolate.ts'
import { formatList, formatNumber } from '../../../../platform/words/format.ts'
import { type DeskAround, DeskPage, RegionOf } from '../../pages/desk-page.tsx'
import { type LanguageLeft, slotsLeft } from '../left.ts'
import type { SlotLine, SlotsView } from '../views.ts'
import { words } from '../words/index.ts'
import { AskForm, BookForm } from './slot-acts.tsx'
import { whenOf } from './when.ts'

export interface SlotsProps {
  readonly around: DeskAround
  readonly view: SlotsView
  readonly now: Date
  /** What was ticked when a form came back; null for the first look. */
  readonly ticked: readonly string[] | null
  /** More were ticked than slots are left: the form asks whether that is meant. */
  readonly beyond: boolean
  readonly typed: (name: string) => string
}

export function SlotsPage(props: SlotsProps): Html {
  const { around, view } = props
  const { language, slug } = around
  const t = words(language)
  const base = `/desk/${slug}/interviews`
  return (
    <DeskPage around={around} here="interviews" path={`${base}/slots`} title={t('slots.title')} lead={t('slots.lead')}>
      <div class="row row--tight screen-only">
        {around.mayArrange && (
          <ButtonLink kind={view.slots.length === 0 ? 'light' : 'quiet'} href={`/${language}${base}/slots/new`}>
            {t('slots.open')}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={`/${language}${base}/days`}>
          {t('days.title')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={`/${language}${base}`}>
          {t('slots.interviews')}
        </ButtonLink>
      </div>
      {view.slots.length === 0 ? (
        <Empty title={t('slots.none')}>
          <p>{t('slots.none-hint')}</p>
        </Empty>
      ) : (
        <>
          <Regions {...props} />
          {around.mayArrange && <AskForm {...props} />}
          <Lines {...props} />
          {around.mayArrange && <BookForm {...props} />}
        </>
      )}
    </DeskPage>
  )
}

/** Whether there is room for those who were asked: each region by its slots, those of all regions on a line of their own. */
function Regions({ around, view, now }: SlotsProps): Html {
  const { language } = around
  const t = words(language)
  const { regions, shared, missing } = slotsLeft(
    view,
    around.regions.map((one) => one.code),
    now,
  )
  const rows = [...regions, ...(shared === null ? [] : [{ region: null, ...shared, waiting: 0, lacks: 0 }])]
  const number = (value: number): string => formatNumber(value, language)
  return (
    <Card flush title={t('slots.regions')}>
      <Table
        caption={t('slots.regions')}
        rows={rows}
        columns={[
          {
            name: t('slots.region'),
            head: true,
            cell: (row) => (row.region === null ? t('slots.every-region') : <RegionOf code={row.region} around={around} />),
          },
          { name: t('slots.all'), number: true, cell: (row) => number(row.slots) },
          { name: t('slots.free'), number: true, cell: (row) => number(row.free) },
          { name: t('slots.waiting'), number: true, cell: (row) => (row.region === null ? '–' : number(row.waiting)) },
          { name: t('slots.by-language'), cell: (row) => <ByLanguage {...row} language={language} /> },
          { name: t('slots.room'), cell: (row) => <Room {...row} missing={missing} language={language} /> },
        ]}
      />
    </Card>
  )
}

/** A region that lacks slots of its own draws on those of all regions, as long as these suffice for every region that does. */
/** Nobody is served by a slot held in a language their application is not in. */
function ByLanguage({ languages, region, language }: { languages: readonly LanguageLeft[]; region: string | null; language: Language }): Html {
  const t = words(language)
  if (languages.length === 0) return <>–</>
  return (
    <ul>
      {languages.map(({ language: code, ...count }) => (
        <li>
          {t(region === null ? 'slots.language-free' : 'slots.language-left', { language: isolated(LANGUAGE_NAMES[code], language), ...count })}
        </li>
      ))}
    </ul>
  )
}

function Room(row: { region: string | null; free: number; waiting: number; lacks: number; missing: number; language: Language }): Html {
  const { region, missing, lacks } = row
  const t = words(row.language)
  if (region === null)
    return missing > 0 ? <State is="alert">{t('slots.missing', { count: missing })}</State> : <State is="done">{t('slots.enough')}</State>
  if (lacks === 0) return <State is="done">{t('slots.enough')}</State>
  if (missing === 0) return <State is="done">{t('slots.enough-shared', { count: lacks })}</State>
  return <State is="alert">{t(row.waiting > row.free ? 'slots.short' : 'slots.short-language')}</State>
}

function Lines({ around, view }: SlotsProps): Html {
  const { language, zone } = around
  const t = words(language)
  return (
    <Card flush title={t('slots.title')}>
      <Table
        caption={t('slots.title')}
        look="rank"
        rows={view.slots}
        columns={[
          { name: t('fact.when'), head: true, cell: (line) => whenOf(line, language, zone) },
          {
            name: t('slots.region'),
            cell: (line) => (line.region === null ? t('slots.every-region') : <RegionOf code={line.region} around={around} />),
          },
          {
            name: t('fact.place'),
            cell: (line) => (
              <>
                <bdi>{line.place}</bdi>
                <br />
                <span class="muted xs">
                  {formatList(
                    line.languages.map((code) => LANGUAGE_NAMES[code]),
                    language,
                  )}
                </span>
              </>
            ),
          },
          { name: t('slots.panel'), cell: (line) => <Panel line={line} /> },
          { name: t('slots.holder'), cell: (line) => <Holder line={line} around={around} /> },
        ]}
      />
    </Card>
  )
}

function Panel({ line }: { line: SlotLine }): Html {
  return (
    <ul>
      {line.panel.map((name) => (
        <li>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  )
}

function Holder({ line, around }: { line: SlotLine; around: DeskAround }): Html {
  const { language, slug, zone } = around
  const t = words(language)
  if (line.booked !== null)
    return (
      <>
        <bdi class="num ltr">{line.booked.number}</bdi> <bdi>{line.booked.title}</bdi>
        <br />
        <bdi class="muted xs">{line.booked.holderName}</bdi>
      </>
    )
  return (
    <form
      method="post"
      action={`/${language}/desk/${slug}/interviews/slots/${line.slot}/removal`}
      class="row row--tight"
      aria-label={t('slots.end-of', { when: whenOf(line, language, zone) })}
    >
      <State is="none">{t('slots.is-free')}</State>
      {around.mayArrange && (
        <Button kind="quiet" size="sm">
          {t('slots.end')}
        </Button>
      )}
    </form>
  )
}
