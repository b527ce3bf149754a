/** Where one is, and the way back. */
import type { Html } from '#html'
import { Icon } from './icons.tsx'
import type { Choice } from './tabs.tsx'

export function Crumbs({ path, label }: { path: readonly Choice[]; label: string }): Html {
  return (
    <nav class="crumbs" aria-label={label}>
      <ol>
        {path.map((step) => (
          <li>{step.current ? <span aria-current="page">{step.name}</span> : <a href={step.href}>{step.name}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}

export function BackLink({ href, children }: { href: string; children: string }): Html {
  return (
    <a class="back" href={href}>
      <Icon name="back" flip />
      {children}
    </a>
  )
}
