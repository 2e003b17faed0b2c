import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import { type Block, markedSections } from './kit.ts'

/** A table as text: the heads, and rows as long as they are. */
type Figures = Readonly<{ heads: readonly string[]; rows: readonly (readonly string[])[] }>

const CELL = 120
/** Characters around the text of a cell, and around a message's blocks. */
const AROUND = { cell: 40, blocks: 1000 } as const

/** A cell of a native table, which may not be empty. */
export function cell(text: string) {
  return { type: 'raw_text', text: clip(text, CELL).trim() || '–' }
}

/**
 * Figures as a native table, its first column the names; columns of words stand left like those.
 * @param beside what else is in the message; rows that it leaves no room for are left out
 */
export function figuresTable(figures: Figures, beside: readonly Block[]): Block {
  const { heads, rows } = fitted(figures, beside)
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
export function figuresLines(figures: Figures, beside: readonly Block[]): Block[] {
  const lines = fitted(figures, beside).rows.map((row) => {
    const [name = '', ...cells] = row.map((text) => clip(text, CELL))
    return `• ${name}: ${cells.join(' · ')}`
  })
  return lines.length === 0 ? [] : markedSections(lines.map(escapeMrkdwn).join('\n'))
}

/** As many rows as there is room for; dots stand for the others. */
function fitted({ heads, rows }: Figures, beside: readonly Block[]): Figures {
  const taken = JSON.stringify(beside).length + sizeOf(heads) + AROUND.blocks
  let room = LIMITS.payloadCharacters - taken
  const end = rows.findIndex((row, i) => {
    room -= sizeOf(row)
    return room < 0 || i >= LIMITS.tableRows - 2
  })
  if (end < 0) return { heads, rows }
  return { heads, rows: [...rows.slice(0, end), heads.map(() => '…')] }
}

/** The most that a row takes up in either form. */
function sizeOf(row: readonly string[]): number {
  return row.reduce((sum, text) => {
    const written = JSON.stringify(escapeMrkdwn(clip(text, CELL)))
    return sum + written.length + AROUND.cell
  }, 0)
}
