import type { Meter } from '../spend/charge.ts'
import { type Item, tierOf } from './lines.ts'
import { isSnapshotOf } from './openai-line-item.ts'

/** Completions of a day by project, model and tier; `input` is what was not cached. */
export type UsageRow = Readonly<{
  model: string
  project: string
  tier?: string | undefined
  requests: number
  input: number
  cacheRead: number
  output: number
}>

const KIND: Readonly<Partial<Record<Meter, 'input' | 'cacheRead' | 'output'>>> = {
  input: 'input',
  'cache-read': 'cacheRead',
  output: 'output',
}

/**
 * Gives the lines of one day the requests and the exact model of its completions. A line item may
 * name a model without the date of its snapshot: it gets the date when the project used one snapshot
 * only. Requests stand on one line of each project, model and tier, so that they add up; tokens that
 * the line lacks are taken over when nothing else could be meant.
 */
export function joinUsage(
  items: readonly Item[],
  rows: readonly UsageRow[],
): { items: readonly Item[]; withoutCost: number } {
  const lines = items.map((item) => named(item, rows))
  let withoutCost = 0
  for (const row of rows) {
    const places = placesOf(lines, row)
    const place = places.find((i) => lines[i]?.meter === 'output') ?? places[0]
    const line = place === undefined ? undefined : lines[place]
    if (place === undefined || !line) withoutCost += row.requests
    else lines[place] = { ...line, requests: (line.requests ?? 0) + row.requests }
  }
  return { items: lines.map((line) => counted(line, lines, rows)), withoutCost }
}

function named(item: Item, rows: readonly UsageRow[]): Item {
  const { model } = item
  if (model === undefined) return item
  const models = new Set(rows.filter((r) => isOf(item, r.project)).map((r) => r.model))
  if (models.has(model)) return item
  const [snapshot, another] = [...models].filter((m) => isSnapshotOf(m, model))
  return snapshot === undefined || another !== undefined ? item : { ...item, model: snapshot }
}

/** Lines that a row of usage belongs to: of its exact model and its tier, as far as there are any. */
function placesOf(lines: readonly Item[], row: UsageRow): number[] {
  const tier = tierOf(row.tier, false)
  const all = [...lines.entries()].filter(
    ([, line]) => isOf(line, row.project) && isModel(line, row.model),
  )
  const exact = all.filter(([, line]) => line.model === row.model)
  const places = exact.length > 0 ? exact : all
  const same = places.filter(([, line]) => withoutContext(line.tier) === tier)
  const chosen = same.length > 0 ? same : places.filter(([, line]) => line.tier === undefined)
  return chosen.map(([i]) => i)
}

/** The line with its tokens, where it has none and one line only could have them. */
function counted(line: Item, lines: readonly Item[], rows: readonly UsageRow[]): Item {
  const kind = KIND[line.meter]
  if (kind === undefined || line.tokens[kind] !== undefined || line.model === undefined) return line
  const same = lines.filter(
    (l) => l.model === line.model && l.project === line.project && l.meter === line.meter,
  )
  const used = rows.filter((r) => isOf(line, r.project) && isModel(line, r.model))
  if (same.length !== 1 || used.length === 0) return line
  return { ...line, tokens: { [kind]: used.reduce((sum, r) => sum + r[kind], 0) } }
}

function isOf({ project = '' }: Item, of: string): boolean {
  return project === of
}

function isModel({ model }: Item, used: string): boolean {
  return model !== undefined && (model === used || isSnapshotOf(used, model))
}

/** Usage is not reported by the length of prompts. */
function withoutContext(tier: string | undefined): string | undefined {
  return tier?.replace(/(?:^|, )long context$/, '') || undefined
}
