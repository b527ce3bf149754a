/** Search and filters of the list, in one form that asks by address; and what is filtered by, each with its way out. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { Hidden, SelectField, TextField } from '../../../../design/form/controls.tsx'
import { Icon } from '../../../../design/icons.tsx'
import { More } from '../../../../design/more.tsx'
import { Pick } from '../../../../design/pick.tsx'
import { DESK_STATES } from '../../../../domain/eligibility-decision.ts'
import { LANGUAGES, type Language } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import { filterPairs, isNarrowed, type SeveralFilter, without } from '../../filters.ts'
import { words as listWords } from '../../list/words/index.ts'
import { AGE_BANDS, DESK_COLUMNS, DESK_GENDERS, type DeskFilters, type DeskList, PERSONAL_COLUMNS, USUAL_COLUMNS } from '../../views.ts'
import { words } from '../../words/index.ts'
import { valueName } from './value-names.ts'

export interface FinderProps {
  readonly language: Language
  readonly list: DeskList
  readonly filters: DeskFilters
  readonly action: string
  /** The address of the list under these filters. */
  readonly href: (filters: DeskFilters) => string
}

/** Filters that are seldom needed stand behind a button, open while one of them is used. */
const SELDOM = ['province', 'language', 'gender', 'age', 'ground', 'from', 'to', 'files', 'unclear', 'again', 'checker', 'column']

export function DeskFinder(props: FinderProps): Html {
  const { language, list, filters, action } = props
  const [t, l] = [words(language), listWords(language)]
  const seldom = filterPairs(filters).some(([name]) => SELDOM.includes(name))
  return (
    <search aria-label={t('desk.finder')}>
      <form class="card card--tight stack stack--sm screen-only" method="get" action={action}>
        <div class="finder">
          <div class="finder__q">
            <TextField name="q" label={t('desk.search')} value={filters.query} kind="search" autocomplete="off" />
          </div>
          <Several {...props} name="region" label={t('desk.region')} chosen={filters.regions} values={[...list.regions.map(code), 'other']} />
          <Several {...props} name="state" label={t('desk.state')} chosen={filters.states} values={DESK_STATES} />
          <Several {...props} name="kind" label={t('desk.kind')} chosen={filters.kinds} values={list.kinds.map(code)} />
          <Several {...props} name="sector" label={t('desk.sector')} chosen={filters.sectors} values={list.sectors.map(code)} />
          {list.strands.length > 0 && (
            <Several {...props} name="strand" label={l('finder.strand')} chosen={filters.strands} values={list.strands.map(code)} />
          )}
          <Button kind="quiet">{t('desk.apply')}</Button>
          <p class="hint finder__h">{list.officer ? l('finder.hint-officer') : t('desk.search-hint')}</p>
        </div>
        <More summary={l('finder.more')} open={seldom}>
          <div class="finder finder--more">
            <Seldom {...props} />
          </div>
        </More>
        {(filters.sort !== 'submitted' || !filters.descending) && <Hidden name="sort" value={filters.sort} />}
        {filters.sort !== 'submitted' && filters.descending && <Hidden name="order" value="down" />}
      </form>
    </search>
  )
}

const code = (one: { readonly code: string }): string => one.code

function Several(props: FinderProps & { name: SeveralFilter; label: string; chosen: readonly string[]; values: readonly string[] }): Html {
  const { name, label, chosen, values, list, language } = props
  const options = [...new Set([...values, ...chosen])].map((value) => ({ value, name: valueName(name, value, list, language) }))
  return <Pick name={name} label={label} options={options} chosen={chosen} all={listWords(language)(`any.${name}`)} />
}

function Seldom(props: FinderProps): Html {
  const { language, list, filters } = props
  const [t, l] = [words(language), listWords(language)]
  return (
    <>
      <Several {...props} name="province" label={l('finder.province')} chosen={filters.provinces} values={list.provinces} />
      <Several {...props} name="language" label={t('desk.language')} chosen={filters.languages} values={LANGUAGES} />
      <Several {...props} name="ground" label={t('desk.ground')} chosen={filters.grounds} values={list.rules.map(code)} />
      {list.officer && (
        <>
          <Several {...props} name="gender" label={l('finder.gender')} chosen={filters.genders} values={DESK_GENDERS} />
          <Several {...props} name="age" label={l('finder.age')} chosen={filters.ages} values={Object.keys(AGE_BANDS)} />
        </>
      )}
      <Day name="from" label={l('finder.from')} value={filters.from} />
      <Day name="to" label={l('finder.to')} value={filters.to} error={reversed(filters) ? l('finder.reversed') : undefined} />
      <YesOrNo {...props} name="files" label={l('finder.files')} />
      <YesOrNo {...props} name="unclear" label={l('finder.unclear')} />
      <YesOrNo {...props} name="again" label={l('finder.again')} />
      <Checker {...props} />
      <ColumnsPick {...props} />
    </>
  )
}

/** Whether the last day wanted comes before the first: no application can have come then. */
export function reversed({ from, to }: Pick<DeskFilters, 'from' | 'to'>): boolean {
  return from !== '' && to !== '' && to < from
}

function Day({ name, label, value, error }: { name: string; label: string; value: string; error?: string | undefined }): Html {
  const wrong = error !== undefined
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {wrong && (
        <p class="err" id={`${name}-error`}>
          {error}
        </p>
      )}
      <input
        class="input num"
        type="date"
        id={name}
        name={name}
        value={value}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? `${name}-error` : undefined}
      />
    </div>
  )
}

function YesOrNo({ name, label, filters, language }: FinderProps & { name: 'files' | 'unclear' | 'again'; label: string }): Html {
  const l = listWords(language)
  const options = (['yes', 'no'] as const).map((value) => ({ value, name: l(`${name}.${value}`) }))
  return <SelectField name={name} label={label} value={filters[name]} empty={l('any.yes-or-no')} groups={[{ options }]} />
}

function Checker({ language, list, filters }: FinderProps): Html {
  const l = listWords(language)
  const people = list.checkers.map((one) => ({ value: one.id, name: nameFor(one, language) }))
  const options = [{ value: 'me', name: l('checker.me') }, { value: 'none', name: l('checker.none') }, ...people]
  return <SelectField name="checker" label={l('finder.checker')} value={filters.checker} empty={l('any.checker')} groups={[{ options }]} />
}

function ColumnsPick({ language, list, filters }: FinderProps): Html {
  const l = listWords(language)
  const offered = DESK_COLUMNS.filter((column) => list.officer || !PERSONAL_COLUMNS.includes(column))
  const options = offered.map((column) => ({ value: column, name: l(`column.${column}`) }))
  const usual = filters.columns.join() === USUAL_COLUMNS.join()
  return <Pick name="column" label={l('finder.columns')} options={options} chosen={filters.columns} all={l('finder.usual')} usual={usual} />
}

/** Each thing the list is narrowed by; pressing it takes it out. */
export function Narrowed({ language, list, filters, href }: FinderProps): Html {
  if (!isNarrowed(filters)) return <></>
  const l = listWords(language)
  const pairs = filterPairs(filters).filter(([name]) => !['column', 'sort', 'order', 'page'].includes(name))
  return (
    <nav class="chips screen-only" aria-label={l('finder.narrowed')}>
      {pairs.map(([name, value]) => (
        <a class="chip" href={href(without(filters, name, value))}>
          <Icon name="x" />
          <span class="vh">{l('finder.take-out')} </span>
          {l.any(`filter.${name}`)} <bdi>{valueName(name, value, list, language)}</bdi>
        </a>
      ))}
    </nav>
  )
}
