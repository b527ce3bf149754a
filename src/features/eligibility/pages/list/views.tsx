/** Views of the list: those kept, as chips; keeping the one on the screen; the page on which they are tidied. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { Hidden, TextField } from '../../../../design/form/controls.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { More } from '../../../../design/more.tsx'
import { Chips } from '../../../../design/tabs.tsx'
import type { Language } from '../../../../domain/language.ts'
import { shortName } from '../../../../domain/person.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import { filtersOf, viewQuery } from '../../filters.ts'
import { words as listWords } from '../../list/words/index.ts'
import type { KeptView } from '../../queries/list/views.ts'
import { words } from '../../words/index.ts'
import { named } from './value-names.ts'
import type { ListAround } from '../desk-list.tsx'

/** All, by strand, one's own, and the views kept; states are told, and opened, above them. */
export function ViewChips({ language, list, filters, views, zone, href, base, all, mayCheck }: ListAround): Html {
  const [t, l] = [words(language), listWords(language)]
  const now = viewQuery(filters)
  const chip = (query: string, name: string, count?: number) => ({
    name,
    href: query === '' ? href(filtersOf('', zone)) : `${base}?${query}`,
    current: now === query,
    ...(count === undefined ? {} : { count: formatNumber(count, language) }),
  })
  const strands = list.strands.map((strand) => chip(`strand=${strand.code}`, named(list.strands, strand.code, language), strand.count))
  const mine = mayCheck ? [chip('checker=me', l('views.mine'))] : []
  return (
    <Chips
      label={l('views.label')}
      chips={[
        chip('', t('desk.all'), all),
        ...strands,
        ...mine,
        ...views.map((view) => ({ ...chip(view.query, view.name), ...(view.shared ? { icon: 'users' as const } : {}) })),
      ]}
    />
  )
}

/** A form that keeps what the list shows now; nothing to keep where the list is as it always is. */
export function KeepView({ language, filters, views, base, mayShare }: ListAround): Html {
  const l = listWords(language)
  const query = viewQuery(filters)
  const isKept = views.some((view) => view.query === query)
  return (
    <div class="row screen-only">
      {query !== '' && !isKept && (
        <More summary={l('views.keep')}>
          <form method="post" action={`${base}/views`} class="stack stack--sm card card--tight" novalidate>
            <TextField name="name" label={l('views.name')} value="" autocomplete="off" />
            {mayShare && <ShareBox language={language} shared={false} />}
            <div>
              <Hidden name="query" value={query} />
              <Button kind="quiet">{l('views.keep-this')}</Button>
            </div>
          </form>
        </More>
      )}
      {views.length > 0 && <a href={`${base}/views`}>{l('views.tidy')}</a>}
    </div>
  )
}

function ShareBox({ language, shared }: { language: Language; shared: boolean }): Html {
  return (
    <label class="row row--tight nowrapflex">
      <input type="checkbox" name="shared" value="yes" checked={shared} />
      <span>{listWords(language)('views.share')}</span>
    </label>
  )
}

export interface ViewsPageProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly views: readonly KeptView[]
  readonly mayShare: boolean
  /** What was typed and refused, to be mended here. */
  readonly typed?: { readonly name: string; readonly query: string; readonly shared: boolean } | undefined
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function ViewsPage(props: ViewsPageProps): Html {
  const { language, frame, path, slug, views, typed, refusal } = props
  const l = listWords(language)
  const base = `/${language}/desk/${slug}/applications`
  return (
    <StaffPage language={language} title={l('views.title')} path={path} frame={frame} said={props.said}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <Head title={l('views.title')} lead={l('views.lead')}>
        <ButtonLink kind="quiet" href={`${base}?view=all`}>
          {l('views.back')}
        </ButtonLink>
      </Head>
      {typed !== undefined && (
        <Card title={l('views.keep')}>
          <form method="post" action={`${base}/views`} class="stack" novalidate>
            <TextField name="name" label={l('views.name')} value={typed.name} autocomplete="off" />
            {props.mayShare && <ShareBox language={language} shared={typed.shared} />}
            <div>
              <Hidden name="query" value={typed.query} />
              <Button>{l('views.keep-this')}</Button>
            </div>
          </form>
        </Card>
      )}
      {views.length === 0 ? (
        <Empty title={l('views.none')}>
          <p>{l('views.none-hint')}</p>
        </Empty>
      ) : (
        <ul class="stack">
          {views.map((view) => (
            <li>
              <ViewCard {...props} view={view} base={base} />
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  )
}

function ViewCard({ language, zone, view, base }: ViewsPageProps & { view: KeptView; base: string }): Html {
  const l = listWords(language)
  const at = formatDateTime(view.keptAt, language, zone, { style: 'long' })
  const by = shortName(view, language)
  return (
    <Card
      title={view.name}
      tight
      aside={
        <span class="xs muted">
          {view.shared ? l('views.shared-by', { by, at }) : l('views.own', { at })}
          {view.first ? ` · ${l('views.is-first')}` : ''}
        </span>
      }
    >
      <div class="row">
        <a href={`${base}?${view.query}`}>{l('views.open')}</a>
        <form method="post" action={`${base}/views/${view.id}/first`}>
          <Hidden name="first" value={view.first ? 'no' : 'yes'} />
          <Button kind="quiet" size="sm">
            {view.first ? l('views.not-first') : l('views.first')}
          </Button>
        </form>
        {view.mayChange && (
          <>
            <form method="post" action={`${base}/views/${view.id}/name`} class="row row--tight nowrapflex" novalidate>
              <input class="input input--m" name="name" value={view.name} aria-label={l('views.name')} dir="auto" autocomplete="off" />
              <Button kind="quiet" size="sm">
                {l('views.rename')}
              </Button>
            </form>
            <form method="post" action={`${base}/views/${view.id}/removal`}>
              <Button kind="text" size="sm">
                {view.shared ? l('views.remove-shared') : l('views.remove')}
              </Button>
            </form>
          </>
        )}
      </div>
    </Card>
  )
}
