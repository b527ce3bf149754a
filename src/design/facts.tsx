/** Names and their values: in columns (`kv`), in the strip of the public entry, or as the rows of a sheet to check. */
import type { Child, Html } from '#html'

export interface Fact {
  readonly name: string
  readonly value: Child
}

export function Facts({ facts, columns }: { facts: readonly Fact[]; columns?: 2 | 3 }): Html {
  return (
    <dl class={columns === undefined ? 'kv' : `kv kv--${columns}`}>
      {facts.map((fact) => (
        <div>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Strip({ facts, over = false }: { facts: readonly (Fact & { hidden?: boolean })[]; over?: boolean }): Html {
  return (
    <dl class={over ? 'strip over' : 'strip'}>
      {facts.map((fact) => (
        <div>
          <dt class={fact.hidden ? 'vh' : undefined}>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Rows to check before sending, each with its link to change it; `change` is the visible word, `of` the hidden end of it. */
export function Sheet({ rows }: { rows: readonly (Fact & { change?: { href: string; word: string; of: string } })[] }): Html {
  return (
    <dl class="sheet">
      {rows.map((row) => (
        <div>
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
          {row.change !== undefined && (
            <dd class="screen-only">
              <a href={row.change.href}>
                {row.change.word}
                <span class="vh"> {row.change.of}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
