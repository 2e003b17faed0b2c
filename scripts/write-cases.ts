/**
 * Turns tables of published figures into the structured cases of `test/cases/published`:
 * `npx tsx scripts/write-cases.ts FOLDER table …` reads FOLDER/table.csv for each table named.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { layoutOf } from '../src/checking/check.ts'
import type { Row } from '../src/checking/table.ts'
import { TABLES } from '../src/checking/tables.ts'
import { openCatalog } from '../src/knowledge.ts'

const [folder = '.', ...names] = process.argv.slice(2)
const catalog = openCatalog({})
for (const name of names) {
  const rows = parse(readFileSync(join(folder, `${name}.csv`), 'utf8'), { columns: true }) as Row[]
  const table = layoutOf(Object.keys(rows[0] ?? {}), TABLES)
  if (!table) throw new Error(`No layout knows the columns of ${name}.csv.`)
  const all = rows.flatMap((row) => table.cases(row, catalog))
  const [cases, leftOut] = [all.filter((c) => !('leftOut' in c)), all.filter((c) => 'leftOut' in c)]
  const lines = (items: readonly object[]) =>
    items.map((c) => `    ${JSON.stringify(c)}`).join(',\n')
  writeFileSync(
    `test/cases/published/${name}.json`,
    `{\n  "table": "${name}",\n  "cases": [\n${lines(cases)}\n  ],\n  "leftOut": [\n${lines(leftOut)}\n  ]\n}\n`,
  )
  process.stdout.write(`${name}: ${cases.length} cases, ${leftOut.length} left out\n`)
}
