/** The 12 regions, simplified. Those outside the programme stay pale, never absent. Numbers on it repeat a table. */
import { type Html, trusted, escapeHtml } from '#html'
import { REGION_SHAPES } from './region-shapes.ts'

export interface MapValue {
  readonly value: number
  readonly name: string
}

/** Regions by ISO code; the deepest colour is the largest value. */
export function RegionMap({ values, label }: { values: Readonly<Record<string, MapValue>>; label: string }): Html {
  const most = Math.max(1, ...Object.values(values).map((one) => one.value))
  const shapes = REGION_SHAPES.map(({ iso, outline }) => {
    const one = values[iso]
    const depth = one === undefined || one.value === 0 ? '' : ` data-d="${Math.max(1, Math.ceil((one.value / most) * 4))}"`
    return `<path d="${outline}"${depth}>${one === undefined ? '' : `<title>${escapeHtml(one.name)}</title>`}</path>`
  })
  const numbers = REGION_SHAPES.map(({ iso, at: [x, y], beside }) => {
    const one = values[iso]
    if (one === undefined) return ''
    return `<text x="${x}" y="${y + 8}"${one.value / most > 0.5 && beside === undefined ? ' class="on"' : ''}>${one.value}</text>`
  })
  return trusted(`<svg class="map" viewBox="0 0 622 640" role="img" aria-label="${escapeHtml(label)}">${shapes.join('')}${numbers.join('')}</svg>`)
}
