/** The SVG elements of our drawings, charts and codes, and the attributes each may have: geometry and paint, never `style`. */
import type { Holding, Text } from './elements.ts'

interface Shape {
  readonly d?: Text
  readonly x?: Text
  readonly y?: Text
  readonly x1?: Text
  readonly y1?: Text
  readonly x2?: Text
  readonly y2?: Text
  readonly dx?: Text
  readonly dy?: Text
  readonly cx?: Text
  readonly cy?: Text
  readonly r?: Text
  readonly rx?: Text
  readonly ry?: Text
  readonly width?: Text
  readonly height?: Text
  readonly points?: Text
  readonly transform?: Text
  readonly fill?: Text
  readonly 'fill-opacity'?: Text
  readonly 'fill-rule'?: 'nonzero' | 'evenodd'
  readonly stroke?: Text
  readonly 'stroke-width'?: Text
  readonly 'stroke-opacity'?: Text
  readonly 'stroke-dasharray'?: Text
  readonly 'stroke-dashoffset'?: Text
  readonly 'stroke-linecap'?: 'butt' | 'round' | 'square'
  readonly 'stroke-linejoin'?: 'miter' | 'round' | 'bevel'
  readonly 'vector-effect'?: 'non-scaling-stroke'
  readonly opacity?: Text
  readonly overflow?: 'visible' | 'hidden'
  readonly 'clip-path'?: Text
  readonly 'text-anchor'?: 'start' | 'middle' | 'end'
  readonly 'dominant-baseline'?: Text
  readonly 'font-family'?: Text
  readonly 'font-size'?: Text
  readonly 'font-weight'?: Text
  readonly direction?: 'ltr' | 'rtl'
  readonly href?: Text
  readonly viewBox?: Text
  readonly preserveAspectRatio?: Text
  readonly xmlns?: Text
  readonly gradientUnits?: 'userSpaceOnUse' | 'objectBoundingBox'
  readonly patternUnits?: 'userSpaceOnUse' | 'objectBoundingBox'
  readonly offset?: Text
  readonly 'stop-color'?: Text
  readonly 'stop-opacity'?: Text
  readonly focusable?: 'false'
  readonly 'shape-rendering'?: 'crispEdges' | 'geometricPrecision'
}

type Name =
  | 'svg'
  | 'g'
  | 'path'
  | 'rect'
  | 'circle'
  | 'ellipse'
  | 'line'
  | 'polyline'
  | 'polygon'
  | 'text'
  | 'tspan'
  | 'use'
  | 'symbol'
  | 'defs'
  | 'desc'
  | 'linearGradient'
  | 'radialGradient'
  | 'stop'
  | 'clipPath'
  | 'pattern'

export type SvgElements = { [One in Name]: Holding<Shape> }
