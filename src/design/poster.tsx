/** A poster for a project that has sent no picture: the same seed always draws the same poster, in about 1.5 KB of SVG. */
import { escapeHtml, type Html, trusted } from '#html'

type Palette = readonly [string, string, string]
type Motif = (random: () => number, palette: Palette, letter: string) => string

/** A repeatable sequence of numbers from 0 to 1 (FNV-1a of the seed, then mulberry32). */
function sequence(seed: string): () => number {
  let h = 2166136261
  for (const character of seed) {
    h ^= character.codePointAt(0) as number
    h = Math.imul(h, 16777619)
  }
  return () => {
    h += 0x6d2b79f5
    let t = h
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const PALETTES: Readonly<Record<string, Palette>> = {
  tta: ['#06363f', '#0b7480', '#8fdad8'],
  ori: ['#4a1706', '#c64a17', '#ffb791'],
  fes: ['#1b1f5c', '#4a55c9', '#b9c0ff'],
  sou: ['#3a2a00', '#8f6a00', '#f0d27a'],
}
const NIGHT: Palette = ['#14153a', '#2c2f70', '#c9ccec']
const A = '#ffbf3f'
const W = '#fff'
const f = (n: number): number => +n.toFixed(1)

const MOTIFS = {
  shadow: (_random, p): string =>
    `<circle cx="150" cy="170" r="104" fill="${A}"/><path d="M0 400V300c40-10 60-70 66-120 3-24 20-24 22-2l4 40 14-66c5-20 22-16 20 4l-8 62 22-54c8-18 24-11 19 7l-18 56 22-34c10-14 24-4 16 11-18 34-42 52-46 88-4 30-4 40-4 108z" fill="${p[0]}"/>`,
  sound: (_random, p): string => {
    let s = ''
    for (let k = 0; k < 19; k++) {
      const h = 20 + 150 * Math.abs(Math.sin(k * 0.62) * Math.cos(k * 0.21 + 0.4))
      s += `<path d="M${24 + k * 14} ${f(200 - h)}v${f(2 * h)}" stroke="${k % 5 === 2 ? A : p[2]}" stroke-width="7"/>`
    }
    return s
  },
  voice: (_random, p): string => {
    let s = ''
    for (let k = 7; k > 0; k--)
      s += `<circle cx="300" cy="400" r="${k * 52}" fill="none" stroke="${k === 4 ? A : p[2]}" stroke-width="${k === 4 ? 16 : 6}"/>`
    return `${s}<circle cx="300" cy="400" r="30" fill="${W}"/>`
  },
  game: (_random, p): string => {
    let s = ''
    for (let x = 0; x < 8; x++) {
      const h = [1, 2, 2, 4, 5, 5, 7, 8][x] as number
      for (let y = 0; y < h; y++) s += `<path d="M${20 + x * 33} ${360 - y * 33}h31v31h-31z" fill="${y === h - 1 ? (x === 5 ? A : p[2]) : p[1]}"/>`
    }
    return `${s}<path d="M185 163h31v31h-31z" fill="${W}"/>`
  },
  weave: (_random, p): string => {
    let s = ''
    for (let k = 0; k < 9; k++) s += `<path d="M${30 + k * 30} 40v320" stroke="${p[1]}" stroke-width="16"/>`
    for (let k = 0; k < 10; k++) {
      const y = 56 + k * 32
      s += `<path d="M14 ${y}h272" stroke="${k === 4 ? A : p[2]}" stroke-width="14" stroke-dasharray="46 14" stroke-dashoffset="${k % 2 ? 0 : 30}"/>`
    }
    return s
  },
  photo: (_random, p): string =>
    `<path d="M0 250h300v150H0z" fill="${p[1]}"/><path d="M0 262c60-14 90 8 150 0s100-14 150 0M0 300c60-10 90 8 150 0s100-10 150 0M0 344c60-8 90 6 150 0s100-8 150 0" stroke="${p[2]}" stroke-width="4" fill="none"/><circle cx="212" cy="196" r="46" fill="${A}"/><path d="M0 250c30-46 66-70 104-52 30 14 50 34 76 52z" fill="${p[0]}"/><path d="M36 52h228v296H36z" fill="none" stroke="${W}" stroke-width="4"/>`,
  comics: (_random, p): string =>
    `<path d="M24 30h156v130H24z" fill="${p[2]}"/><path d="M194 30h82v130l-82-24z" fill="${A}"/><path d="M24 176h96v194H24z" fill="${p[1]}"/><path d="M134 160l142 28v182H134z" fill="${W}"/><path d="M60 130c0-40 84-40 84 0v30H60z" fill="${p[0]}"/><path d="M160 250h90v50h-46l-20 26v-26h-24z" fill="${p[0]}"/><path d="M40 340l64-130" stroke="${p[2]}" stroke-width="10"/>`,
  volume: (_random, p): string =>
    `<path d="M150 60l96 48-96 48-96-48z" fill="${p[2]}"/><path d="M54 108l96 48v90l-96-48z" fill="${p[1]}"/><path d="M246 108l-96 48v90l96-48z" fill="${A}"/><path d="M54 222l96 48v90l-96-48z" fill="${p[2]}"/><path d="M246 222l-96 48v90l96-48z" fill="${p[1]}"/>`,
  dance: (_random, p): string =>
    `<path d="M40 380C40 220 250 260 200 120 170 40 90 90 130 160c40 66 150 30 150-100" fill="none" stroke="${p[2]}" stroke-width="22"/><path d="M70 384C70 250 280 290 228 140" fill="none" stroke="${A}" stroke-width="10"/><circle cx="232" cy="104" r="24" fill="${W}"/>`,
  letter: (_random, p, t): string =>
    `<text x="150" y="262" text-anchor="middle" font-family="Fustat,sans-serif" font-weight="800" font-size="330" fill="${p[2]}">${t || 'ح'}</text><path d="M30 352h240" stroke="${A}" stroke-width="14"/>`,
  cinema: (_random, p): string =>
    `<path d="M20 330L200 60h80v180z" fill="${A}" fill-opacity=".85"/><path d="M196 50h84v200h-84z" fill="${W}"/><path d="M0 400v-40c30-24 44-24 62 0 20-26 50-26 66 0 18-24 48-26 66 0 20-24 46-24 62 0 14-16 30-18 44-8v48z" fill="${p[0]}"/>`,
  strings: (_random, p): string => {
    let s = `<path d="M70 400C40 280 90 250 110 190L150 20l40 170c20 60 70 90 40 210z" fill="${p[1]}"/><circle cx="150" cy="290" r="46" fill="${p[0]}"/>`
    for (let k = 0; k < 4; k++) s += `<path d="M${138 + k * 8} 20L${126 + k * 16} 400" stroke="${k === 1 ? A : p[2]}" stroke-width="3"/>`
    return s
  },
  sign: (_random, p): string =>
    `<path d="M80 330V170c0-18 24-18 24 0v60-120c0-18 26-18 26 0v110-130c0-18 26-18 26 0v130-112c0-18 26-18 26 0v150l26-34c12-14 32-2 24 14l-46 92z" fill="${p[2]}"/><path d="M214 60l40-24M226 92l46-6M198 40l18-30" stroke="${A}" stroke-width="9"/>`,
  wear: (_random, p): string =>
    `<path d="M110 50h80l70 70-44 50-22-20v210H106V150l-22 20-44-50z" fill="${p[1]}"/><path d="M130 50l20 40 20-40v310h-40z" fill="${p[2]}"/><path d="M106 220h88" stroke="${A}" stroke-width="14"/>`,
} satisfies Record<string, Motif>

export type PosterMotif = keyof typeof MOTIFS

const FREE = new Set<PosterMotif>(['shadow', 'photo'])
const LEG_X = [0, 26, 47, 63, 75]
const LEG_WIDTH = [20, 15, 11, 7, 4]
const LEG_OPACITY = [0.55, 0.4, 0.3, 0.22, 0.15]

export interface PosterProps {
  /** Anything that names the project for ever: its id. */
  readonly seed: string
  /** Mark of its region. */
  readonly region: string
  readonly motif: PosterMotif
  /** Letter of the "letter" motif. */
  readonly letter?: string
  /** Read aloud instead of the picture; without it the poster is decoration. */
  readonly label?: string
  readonly wide?: boolean
}

export function Poster({ seed, region, motif, letter = 'ح', label, wide = false }: PosterProps): Html {
  const random = sequence(seed)
  const palette = PALETTES[region] ?? NIGHT
  const lean = Math.floor(40 + random() * 180)
  const legs = LEG_X.map(
    (x, k) => `<path d="M${x} 0h${LEG_WIDTH[k]}v400h-${LEG_WIDTH[k]}z" fill="${palette[1]}" fill-opacity="${LEG_OPACITY[k]}"/>`,
  ).join('')
  const beam = `<path d="M${lean} 0h26L${lean + 150} 400H${lean - 80}z" fill="${A}" fill-opacity=".12"/>`
  const draw: Motif = MOTIFS[motif]
  const named = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(label)}"`
  const crop = wide ? ' preserveAspectRatio="xMidYMid slice"' : ''
  return trusted(
    `<svg class="poster${wide ? ' poster--wide' : ''}" viewBox="0 0 300 400"${crop} ${named}><path fill="${palette[0]}" d="M0 0h300v400H0z"/>${FREE.has(motif) ? '' : legs + beam}${draw(random, palette, escapeHtml(letter))}</svg>`,
  )
}
