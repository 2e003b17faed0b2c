import { parseArgs } from 'node:util'
import { loadCatalog } from '../src/catalog/load.ts'
import { READ_AGAIN_DAYS, RETIRES_SOON_DAYS, type Stale, staleAt } from '../src/catalog/stale.ts'
import { knowledgePaths } from '../src/knowledge-paths.ts'

const { values } = parseArgs({ options: { 'as-of': { type: 'string' } } })
const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 10)
if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf))) {
  console.error(`--as-of is ${asOf} and must be a date such as 2026-11-24.`)
  process.exit(2)
}
const stale = staleAt(loadCatalog(knowledgePaths(process.env.KNOWLEDGE_DIR).catalog), asOf)

function list(title: string, items: readonly Stale[], line: (item: Stale) => string) {
  console.log(`${title}: ${items.length}`)
  for (const item of items) console.log(`  ${item.what}\t${line(item)}\t${item.source}`)
}

const age = ({ day, days }: Stale) => `read ${day}, ${days} days ago`
list(`Prices read more than ${READ_AGAIN_DAYS.prices} days before ${asOf}`, stale.prices, age)
list(`Rents read more than ${READ_AGAIN_DAYS.rents} days before ${asOf}`, stale.rents, age)
list(`Control facts read more than ${READ_AGAIN_DAYS.facts} days before`, stale.facts, age)
list(
  `Models gone, or going within ${RETIRES_SOON_DAYS} days`,
  stale.retirements,
  ({ day, days }) => (days <= 0 ? `gone since ${day}` : `goes on ${day}, in ${days} days`),
)
