import { textWidth } from '../../src/charts/text.ts'

/** A text of a drawing and the room that it takes there. */
export type PlacedText = Readonly<{
  text: string
  x: number
  y: number
  width: number
  height: number
}>

/** How much wider the widths that drawing reckons with are than letters really are, at most. */
const GENEROUS = 0.88

/** Every text of a drawing with its place, groups that are moved included. */
export function textsOf(svg: string): readonly PlacedText[] {
  const moved = [0]
  const texts: PlacedText[] = []
  const pieces =
    /<g transform="translate\(0 ([\d.]+)\)">|<\/g>|<text x="([-\d.]+)" y="([-\d.]+)" font-size="(\d+)" text-anchor="(\w+)"[^>]*>([^<]*)</g
  for (const [piece, by, x, y, size, anchor, words = ''] of svg.matchAll(pieces)) {
    const top = moved.at(-1) ?? 0
    if (piece.startsWith('<g')) moved.push(top + Number(by))
    else if (piece === '</g>') moved.pop()
    else if (words !== '') {
      const text = words.replace(/&(amp|lt|gt|quot);/g, 'x')
      const width = textWidth(text, Number(size)) * GENEROUS
      const share = { start: 0, middle: 0.5, end: 1 }[anchor as 'start' | 'middle' | 'end']
      const height = Number(size)
      texts.push({
        text,
        x: Number(x) - share * width,
        y: top + Number(y) - height * 0.8,
        width,
        height,
      })
    }
  }
  return texts
}

/** Pairs of texts that stand on each other. */
export function overlaps(texts: readonly PlacedText[]): string[] {
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
          Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 3,
      )
      .map((b) => `${a.text} / ${b.text}`),
  )
}
