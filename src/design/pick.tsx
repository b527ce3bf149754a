/** A choice of several values that opens in its place: a filter, the columns of a list. Needs no script; on paper it is not there. */
import type { Child, Html } from '#html'
import { idOf } from './form/field.tsx'
import { Icon, type IconName } from './icons.tsx'

export interface PickOption {
  readonly value: string
  readonly name: string
}

export interface PickProps {
  readonly name: string
  readonly label: string
  readonly options: readonly PickOption[]
  readonly chosen: readonly string[]
  /** What stands there while nothing is chosen: 'All'. */
  readonly all: string
  /** What is chosen is what always is: said as if nothing were. */
  readonly usual?: boolean
}

/** Values as checkboxes of one name; closed, it says which are chosen. */
export function Pick({ name, label, options, chosen, all, usual = false }: PickProps): Html {
  const names = (usual ? [] : options).filter(({ value }) => chosen.includes(value)).map((option) => option.name)
  const [first, ...rest] = names
  return (
    <Opening label={label} says={first === undefined ? all : rest.length === 0 ? first : `${first} +${rest.length}`} chosen={first !== undefined}>
      <fieldset class="pick__in">
        <legend class="vh">{label}</legend>
        {options.map((option) => (
          <label class="pick__o">
            <input
              type="checkbox"
              id={`${idOf(name)}-${idOf(option.value)}`}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            <span>{option.name}</span>
          </label>
        ))}
      </fieldset>
    </Opening>
  )
}

/** The same frame around other things: links, dates. */
export function Opening({ label, says, chosen = false, children }: { label: string; says: string; chosen?: boolean; children?: Child }): Html {
  return (
    <details class="pick" name="pick" data-on={chosen ? 'yes' : undefined}>
      <summary>
        <span class="pick__l">{label}</span>
        <span class="pick__v">{says}</span>
      </summary>
      {children}
    </details>
  )
}

/** A button that opens a few links: ways to take a list away. */
export function LinkMenu({ label, icon, links }: { label: string; icon: IconName; links: readonly MenuLink[] }): Html {
  return (
    <details class="pick pick--end" name="pick">
      <summary class="btn btn--quiet">
        <Icon name={icon} />
        {label}
      </summary>
      <div class="pick__in">
        {links.map((link) => (
          <a href={link.href} download={link.download}>
            {link.name}
          </a>
        ))}
      </div>
    </details>
  )
}

export interface MenuLink {
  readonly name: string
  readonly href: string
  readonly download?: boolean
}
