import type { Fragment } from './frame.ts'

/** Letters about as wide as so many hundredths of their size, measured generously in Pretendard. */
const WIDTHS = [
  [/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/u, 90],
  [/[mwMW@%]/u, 88],
  [/[ijlI.,:;'|()[\]·\s]/u, 29],
  [/[A-Z0-9$₩€£¥~+–→]/u, 65],
] as const

/** About how wide a text is. */
export function textWidth(text: string, size: number): number {
  const letter = (c: string) => WIDTHS.find(([pattern]) => pattern.test(c))?.[1] ?? 54
  return ([...text].reduce((sum, c) => sum + letter(c), 0) * size) / 100
}

/** Lines that are no wider than `width`, broken between words, or in a word where one alone is wider. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const push = () => {
    if (line !== '') lines.push(line)
    line = ''
  }
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, size) <= width) line = longer
    else {
      push()
      for (const c of word) {
        if (line !== '' && textWidth(line + c, size) > width) push()
        line += c
      }
    }
  }
  push()
  return lines
}

/** As much of a text as is no wider than `width`. */
export function cutTo(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** How a text stands. */
type Standing = Readonly<{
  size: number
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
  /** On a white edge, so that lines behind do not run through it. */
  edged?: boolean
}>

/** A text whose baseline starts, is centred or ends at a place. */
export function label(
  text: string,
  x: number,
  y: number,
  { size, anchor = 'start', bold, edged }: Standing,
): Fragment {
  const more = `${bold ? ' font-weight="700"' : ''}${edged ? ' stroke="#ffffff" stroke-width="5" stroke-linejoin="round" paint-order="stroke"' : ''}`
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}"${more}>${escapeXml(text)}</text>`
}

/** A coordinate as it is written: finite, to a tenth of a pixel. */
export function round(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`A chart holds a coordinate of ${value}.`)
  return Math.round(value * 10) / 10
}

function escapeXml(text: string): string {
  return text.replace(
    /[&<>"\p{Cc}]/gu,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? ' ',
  )
}
