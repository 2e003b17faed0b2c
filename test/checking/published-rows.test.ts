import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkCase } from '../../src/checking/check.ts'
import type { Case, LeftOut } from '../../src/checking/table.ts'

type File = Readonly<{ table: string; cases: readonly Case[]; leftOut: readonly LeftOut[] }>

const folder = new URL('../cases/published/', import.meta.url)
const files = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as File,
)

describe.each(files.map((f) => [f.table, f] as const))(
  'published rows of %s',
  (_, { cases, leftOut }) => {
    it.each(cases.map((c) => [c.row, c] as const))('%s', (_row, c) => {
      const outcome = checkCase(c)
      expect('got' in outcome && { got: outcome.got, pass: outcome.pass }).toMatchObject({
        pass: true,
      })
    })
    it('name the source of each row, and the reason for each that is left out', () => {
      expect(cases.filter((c) => c.source === '')).toEqual([])
      expect(leftOut.filter((c) => c.leftOut === '')).toEqual([])
    })
  },
)
