import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { type Block, markedSections } from './kit.ts'

/** A table as text: the heads, and rows as long as they are. */
type Figures = Readonly<{ heads: readonly string[]; rows: readonly (readonly string[])[] }>

const CELL = 120

/** Figures as a native table, its first column the names; columns of words stand left like those. */
export function figuresTable({ heads, rows }: Figures): Block {
  const cell = (text: string) => ({ type: 'raw_text', text: clip(text, CELL) || '–' })
  const hasFigures = (at: number) => rows.some((row) => /\d/.test(row[at] ?? ''))
  const columns = heads.slice(1).map((_, i) => ({ align: hasFigures(i + 1) ? 'right' : 'left' }))
  return {
    type: 'table',
    block_id: 'figures',
    column_settings: [{ is_wrapped: true }, ...columns],
    rows: [heads, ...rows].map((row) => row.map(cell)),
  }
}

/** The same as lines, for where Slack takes no table. */
export function figuresLines({ rows }: Figures): Block[] {
  const lines = rows.map(([name = '', ...cells]) => `• ${name}: ${cells.join(' · ')}`)
  return lines.length === 0 ? [] : markedSections(lines.map(escapeMrkdwn).join('\n'))
}
