import { round } from './text.ts'

export const INK = '#1d1c1d'
export const FAINT = '#d0d0d0'
export const GREY = '#6b6b6b'

/** A fill: its colour, and lines over it in white or ink. */
export type Fill = Readonly<{ colour: string; hatch?: string; over?: string }>

/**
 * Fills in order. Dark and light take turns, and each has a hatch of its own, so that neighbours are told
 * apart without hue.
 */
export const FILLS: readonly Fill[] = [
  { colour: '#0b5394' },
  { colour: '#f6c141', hatch: 'M-2 2 L2 -2 M0 12 L12 0 M10 14 L14 10', over: INK },
  { colour: '#1b5e3b', hatch: 'M3 3 h3 v3 h-3 z M9 9 h3 v3 h-3 z', over: '#ffffff' },
  { colour: '#f4b6c2', hatch: 'M0 6 L12 6', over: INK },
  { colour: '#7a3b00', hatch: 'M-2 10 L2 14 M0 0 L12 12 M10 -2 L14 2', over: '#ffffff' },
  { colour: '#a6dcf5', hatch: 'M0 6 L12 6 M6 0 L6 12', over: INK },
  { colour: '#4d4d4d', hatch: 'M6 0 L6 12', over: '#ffffff' },
]

/** A line: colour, dashes and the shape of its points. */
export type Stroke = Readonly<{ colour: string; dash: string; marker: Marker }>
export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'ring'

/** Lines in order, each dark enough on white, with dashes and a shape of its own. */
export const STROKES: readonly Stroke[] = [
  { colour: '#0b5394', dash: 'none', marker: 'circle' },
  { colour: '#b45f06', dash: '12 6', marker: 'square' },
  { colour: '#1b5e3b', dash: '3 5', marker: 'triangle' },
  { colour: '#8a1c7c', dash: '16 5 3 5', marker: 'diamond' },
  { colour: '#444444', dash: '7 3', marker: 'cross' },
  { colour: '#b3261e', dash: '3 3 9 3', marker: 'ring' },
]

/** What a shape is filled with; after the last fill comes the first again. */
export function fillOf(i: number): string {
  return `url(#fill${i % FILLS.length})`
}

export function strokeOf(i: number): Stroke {
  return STROKES[i % STROKES.length] ?? { colour: INK, dash: 'none', marker: 'circle' }
}

/** What the fills are drawn with; each is known by its place. */
export function hatches(): string {
  const patterns = FILLS.map(({ colour, hatch, over }, i) => {
    const lines = hatch
      ? `<path d="${hatch}" stroke="${over}" stroke-width="1.6" fill="none"/>`
      : ''
    return `<pattern id="fill${i}" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12" fill="${colour}"/>${lines}</pattern>`
  })
  return `<defs>${patterns.join('')}</defs>`
}

/** A point's shape, about `size` to each side. */
export function marker(shape: Marker, x: number, y: number, size: number, colour: string): string {
  const [cx, cy] = [round(x), round(y)]
  const filled = `fill="${colour}" stroke="#ffffff" stroke-width="1.5"`
  const drawn = `fill="#ffffff" stroke="${colour}" stroke-width="3"`
  const path = (points: readonly (readonly [number, number])[]) =>
    `<path data-marker="${shape}" d="M${points.map(([dx, dy]) => `${round(x + dx * size)} ${round(y + dy * size)}`).join(' L')} Z" ${filled}/>`
  switch (shape) {
    case 'circle':
      return `<circle data-marker="${shape}" cx="${cx}" cy="${cy}" r="${size}" ${filled}/>`
    case 'ring':
      return `<circle data-marker="${shape}" cx="${cx}" cy="${cy}" r="${size}" ${drawn}/>`
    case 'square':
      return path([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ])
    case 'triangle':
      return path([
        [0, -1.2],
        [1.1, 0.8],
        [-1.1, 0.8],
      ])
    case 'diamond':
      return path([
        [0, -1.35],
        [1.35, 0],
        [0, 1.35],
        [-1.35, 0],
      ])
    case 'cross':
      return `<path data-marker="${shape}" d="M${round(x - size)} ${round(y - size)} L${round(x + size)} ${round(y + size)} M${round(x - size)} ${round(y + size)} L${round(x + size)} ${round(y - size)}" stroke="${colour}" stroke-width="3.5" fill="none"/>`
    default:
      return shape satisfies never
  }
}
