import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LeftOut } from '../../src/checking/table.ts'

const folder = new URL('../cases/published/', import.meta.url)
const readme = readFileSync(new URL('../cases/README.md', import.meta.url), 'utf8')
const files = readdirSync(folder).map(
  (name) =>
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
      table: string
      cases: readonly object[]
      leftOut: readonly LeftOut[]
    },
)

describe('the page about golden cases', () => {
  it.each(files.map((f) => [f.table, f] as const))('counts %s and gives every reason', (_, f) => {
    expect(readme).toContain(
      `### ${f.table}: ${f.cases.length} cases, ${f.leftOut.length} left out`,
    )
    for (const { leftOut } of f.leftOut) expect(readme).toContain(leftOut)
  })
})
