/** Tabs change a page's part, chips filter it: both are links. */
import type { Html } from '#html'
import { Icon, type IconName } from './icons.tsx'

export interface Choice {
  readonly name: string
  readonly href: string
  readonly current?: boolean
}

export function Tabs({ tabs, label }: { tabs: readonly Choice[]; label: string }): Html {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.name}
        </a>
      ))}
    </nav>
  )
}

export interface Chip extends Choice {
  /** How many it leaves, already written for the reader. */
  readonly count?: string | number
  readonly icon?: IconName
}

export function Chips({ chips, label }: { chips: readonly Chip[]; label: string }): Html {
  return (
    <nav class="chips" aria-label={label}>
      {chips.map((chip) => (
        <a class="chip" href={chip.href} aria-current={chip.current ? 'true' : undefined}>
          {chip.icon !== undefined && <Icon name={chip.icon} />}
          {chip.name}
          {chip.count !== undefined && (
            <>
              {' '}
              <b class="num">{chip.count}</b>
            </>
          )}
        </a>
      ))}
    </nav>
  )
}
