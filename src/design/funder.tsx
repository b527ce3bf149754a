/** The emblem and the sentence a funder asks to be shown. */
import { type Html, trusted } from '#html'

const STAR = (x: number, y: number) => {
  const points = [
    [0, -2],
    [0.45, -0.62],
    [1.9, -0.62],
    [0.73, 0.24],
    [1.18, 1.62],
    [0, 0.76],
    [-1.18, 1.62],
    [-0.73, 0.24],
    [-1.9, -0.62],
    [-0.45, -0.62],
  ]
  return `M${points.map(([dx, dy]) => `${(x + (dx as number)).toFixed(1)} ${(y + (dy as number)).toFixed(1)}`).join('L')}z`
}

/** Twelve stars on a circle of a third of the height, as the European Union prescribes. */
const EUROPE = Array.from({ length: 12 }, (_one, hour) =>
  STAR(27 + 12 * Math.sin((hour * Math.PI) / 6), 18 - 12 * Math.cos((hour * Math.PI) / 6)),
).join('')

const EMBLEMS: Readonly<Record<string, string>> = { eu: `<path fill="#039" d="M0 0h54v36H0z"/><path fill="#fc0" d="${EUROPE}"/>` }

export interface FunderView {
  readonly name: string
  readonly sentence: string
  /** Code of a known emblem ('eu'), or null. */
  readonly emblem: string | null
}

export function FunderMark({ funder, line = false }: { funder: FunderView; line?: boolean }): Html {
  const emblem = funder.emblem === null ? undefined : EMBLEMS[funder.emblem]
  return (
    <p class={line ? 'fund foot--line' : 'fund'}>
      {emblem !== undefined && trusted(`<svg viewBox="0 0 54 36" aria-hidden="true">${emblem}</svg>`)}
      <span>{funder.sentence}</span>
    </p>
  )
}
