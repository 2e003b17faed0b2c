import type { Meter, Tokens } from '../spend/charge.ts'
import type { CostRow, UsageRow } from './anthropic.ts'
import { centsToAtto, type Item, tierOf } from './lines.ts'

/** Costs without a workspace belong to the default one (API reference). */
const DEFAULT_WORKSPACE = 'default'

type Metered = Readonly<{
  meter: Meter
  kind: keyof Tokens
  used: (row: UsageRow) => number
}>

/** Token types of the cost report and where the usage report counts them. */
const TOKEN_TYPES: Readonly<Record<string, Metered>> = {
  uncached_input_tokens: { meter: 'input', kind: 'input', used: (r) => r.uncached_input_tokens },
  cache_read_input_tokens: {
    meter: 'cache-read',
    kind: 'cacheRead',
    used: (r) => r.cache_read_input_tokens,
  },
  'cache_creation.ephemeral_5m_input_tokens': {
    meter: 'cache-write',
    kind: 'cacheWrite',
    used: (r) => r.cache_creation.ephemeral_5m_input_tokens,
  },
  'cache_creation.ephemeral_1h_input_tokens': {
    meter: 'cache-write',
    kind: 'cacheWrite',
    used: (r) => r.cache_creation.ephemeral_1h_input_tokens,
  },
  output_tokens: { meter: 'output', kind: 'output', used: (r) => r.output_tokens },
}

/**
 * The costs of one day with the tokens of the usage report, by workspace, model, tier, context window
 * and token type. Tokens stay unknown where the report has none, or where several lines of cost share
 * them (the same tokens in two places of inference).
 */
export function joinTokens(
  day: string,
  costs: readonly CostRow[],
  usage: readonly UsageRow[],
): Item[] {
  return costs.map((cost) => {
    const metered = TOKEN_TYPES[cost.token_type ?? '']
    const common = {
      source: 'anthropic',
      basis: 'billed' as const,
      day,
      provider: 'anthropic',
      ...(cost.model ? { model: cost.model } : {}),
      project: cost.workspace_id ?? DEFAULT_WORKSPACE,
      ...tier(cost),
      ...region(cost),
      currency: cost.currency,
      atto: centsToAtto(cost.amount),
    }
    return metered
      ? { ...common, ...tokensLine(cost, metered, costs, usage) }
      : { ...common, ...otherLine(cost, costs, usage) }
  })
}

function tokensLine(
  cost: CostRow,
  { meter, kind, used }: Metered,
  costs: readonly CostRow[],
  usage: readonly UsageRow[],
) {
  const rows = usage.filter((row) => placeOf(row) === placeOf(cost))
  const alone =
    costs.filter((c) => placeOf(c) === placeOf(cost) && c.token_type === cost.token_type).length ===
    1
  const known = alone && rows.length > 0
  return {
    meter,
    category: 'usage' as const,
    tokens: known ? { [kind]: rows.reduce((sum, row) => sum + used(row), 0) } : {},
  }
}

/** Searches are counted by workspace; other lines have no quantity. Below zero it is a credit. */
function otherLine(cost: CostRow, costs: readonly CostRow[], usage: readonly UsageRow[]) {
  const rows = usage.filter((row) => sameWorkspace(row, cost))
  const alone = costs.filter((c) => c.cost_type === cost.cost_type && sameWorkspace(c, cost))
  const searches = rows.reduce((sum, r) => sum + (r.server_tool_use?.web_search_requests ?? 0), 0)
  const counted = cost.cost_type === 'web_search' && alone.length === 1 && searches > 0
  return {
    meter: 'other' as const,
    category: cost.amount.startsWith('-') ? ('credit' as const) : ('usage' as const),
    tokens: {},
    ...(counted ? { quantity: searches } : {}),
    ...(cost.description ? { unit: cost.description } : {}),
  }
}

function placeOf(row: CostRow | UsageRow): string {
  const { workspace_id: workspace, model, service_tier: tier, context_window: window } = row
  return JSON.stringify([workspace ?? null, model ?? null, tier ?? null, window ?? null])
}

/** The long context window has its own price, and so has each tier but the standard one. */
function tier({ service_tier: name, context_window: window }: CostRow): Pick<Item, 'tier'> {
  const long = typeof window === 'string' && !window.startsWith('0-')
  const found = tierOf(name, long)
  return found === undefined ? {} : { tier: found }
}

function region({ inference_geo: geo }: CostRow): Pick<Item, 'region'> {
  return !geo || geo === 'not_available' ? {} : { region: geo }
}

function sameWorkspace(a: CostRow | UsageRow, b: CostRow): boolean {
  return (a.workspace_id ?? null) === (b.workspace_id ?? null)
}
