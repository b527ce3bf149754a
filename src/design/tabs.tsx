/** Tabs change a page's part, chips filter it: both are links. */
import type { Html } from '#html'

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

export function Chips({ chips, label }: { chips: readonly Choice[]; label: string }): Html {
  return (
    <nav class="chips" aria-label={label}>
      {chips.map((chip) => (
        <a class="chip" href={chip.href} aria-current={chip.current ? 'true' : undefined}>
          {chip.name}
        </a>
      ))}
    </nav>
  )
}
