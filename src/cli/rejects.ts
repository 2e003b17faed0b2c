import { parse } from 'csv-parse/sync'
import type { Rejected } from '../ingest/ports.ts'
import type { Language } from '../language/language.ts'

/**
 * Rejected rows as CSV: file, line, reason, then the row's own cells. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it; numbers stay numbers.
 */
export function rejectsCsv(rejected: readonly Rejected[], language: Language): string {
  const rows = rejected.map(({ file = '', line, reason, text = '' }) =>
    [file, String(line), reason[language], ...cellsOf(text)].map(safeCell).join(','),
  )
  return `${['file,line,reason,row', ...rows].join('\n')}\n`
}

/** A cell in quotes where it needs them, harmless in a spreadsheet. */
export function safeCell(text: string): string {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)
  const harmless = /^[\s]*[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function cellsOf(text: string): readonly string[] {
  try {
    const [cells = []] = parse(text, { relax_column_count: true, relax_quotes: true }) as string[][]
    return cells
  } catch {
    return [text]
  }
}
