import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { rejectsCsv, safeCell } from '../../src/cli/rejects.ts'

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-5.00', '-5.00'],
  ['+1e-7', '+1e-7'],
  ['plain', 'plain'],
])('%s is written as %s', (text, written) => expect(safeCell(text)).toBe(written))

it('rejected rows keep their cells, after file, line and reason', () => {
  const reason = { en: 'no, not this', ko: '안 됩니다' }
  const text = '2026-11-17,"a, b",=1+1,-5'
  const [header, row] = parse(rejectsCsv([{ file: 'bill.csv', line: 7, reason, text }], 'en'), {
    relax_column_count: true,
  }) as string[][]
  expect(header).toEqual(['file', 'line', 'reason', 'row'])
  expect(row).toEqual(['bill.csv', '7', 'no, not this', '2026-11-17', 'a, b', "'=1+1", '-5'])
})
