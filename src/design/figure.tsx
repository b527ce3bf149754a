/** A number that says where it comes from, alone or in a row of key figures. */
import type { Child, Html } from '#html'

export interface FigureProps {
  /** Already written for the reader ('720 000', '53 %'). */
  readonly value: string
  /** 'F-013'; null for a number that has no page of its own. */
  readonly reference: string | null
  readonly href?: string
}

export function Figure({ value, reference, href }: FigureProps): Html {
  if (reference === null) return <bdi>{value}</bdi>
  return (
    <a class="fig" href={href}>
      <bdi>{value}</bdi>
      <sup>{reference}</sup>
    </a>
  )
}

export function Kpis({ figures, three = false }: { figures: readonly (FigureProps & { says: Child })[]; three?: boolean }): Html {
  return (
    <div class={three ? 'kpis kpis--3' : 'kpis'}>
      {figures.map((figure) => (
        <div class="kpi">
          <b>
            <Figure {...figure} />
          </b>
          <p>{figure.says}</p>
        </div>
      ))}
    </div>
  )
}
