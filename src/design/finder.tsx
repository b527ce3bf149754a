/** Search and filters of a staff list in one form that asks by address, so that what it finds can be kept and sent as a link. */
import type { Html } from '#html'
import { Button } from './button.tsx'
import { Hidden } from './form/controls.tsx'
import { idOf } from './form/field.tsx'

export interface FinderFilter {
  readonly name: string
  readonly label: string
  /** '' for all. */
  readonly value: string
  /** What stands first and filters nothing: 'Toutes'. */
  readonly all: string
  readonly options: readonly { readonly value: string; readonly name: string }[]
}

export interface FinderProps {
  readonly action: string
  readonly label: string
  readonly query: { readonly name: string; readonly label: string; readonly value: string; readonly hint?: string }
  readonly filters: readonly FinderFilter[]
  readonly submit: string
  /** What else the address says and must go on saying: the order of the list. */
  readonly kept?: Readonly<Record<string, string>>
}

export function Finder({ action, label, query, filters, submit, kept = {} }: FinderProps): Html {
  const id = idOf(query.name)
  return (
    <search aria-label={label}>
      <form class="card card--tight finder" method="get" action={action}>
        <div class="field finder__q">
          <label for={id}>{query.label}</label>
          <input
            class="input"
            type="search"
            id={id}
            name={query.name}
            value={query.value}
            dir="auto"
            autocomplete="off"
            aria-describedby={query.hint === undefined ? undefined : `${id}-hint`}
          />
        </div>
        {filters.map((filter) => (
          <Filter {...filter} />
        ))}
        {Object.entries(kept).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Button kind="quiet">{submit}</Button>
        {query.hint !== undefined && (
          <p class="hint finder__h" id={`${id}-hint`}>
            {query.hint}
          </p>
        )}
      </form>
    </search>
  )
}

function Filter({ name, label, value, all, options }: FinderFilter): Html {
  return (
    <div class="field">
      <label for={idOf(name)}>{label}</label>
      <select class="input" id={idOf(name)} name={name}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
