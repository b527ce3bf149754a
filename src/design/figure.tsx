/** A number that says where it comes from, alone or in a row of key figures. */
import type { Child, Html } from '#html'

export interface FigureProps {
  /** Already written for the reader ('720 000', '53 %'). */
  readonly value: string
  /** 'F-013'; null for a number that has no page of its own. */
  readonly reference: string | null
  readonly href?: string
  /** In a narrow tile the reference may stand under the number; in a sentence never. */
  readonly tile?: boolean
}

export function Figure({ value, reference, href, tile = false }: FigureProps): Html {
  if (reference === null) return <bdi>{value}</bdi>
  return (
    <a class="fig" href={href}>
      <bdi>{value}</bdi>
      {tile && <wbr />}
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
            <Figure {...figure} tile />
          </b>
          <p>{figure.says}</p>
        </div>
      ))}
    </div>
  )
}
