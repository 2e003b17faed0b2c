import type { Defaults } from '../../src/catalog/defaults.ts'
import type { Task } from '../../src/catalog/types.ts'
import type { Random } from '../../src/engine/random.ts'
import type { Range } from '../../src/engine/range.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import type { Decision } from '../../src/sizing/decide.ts'
import { levelSpread } from '../../src/sizing/own-evaluation.ts'
import type { SizingRequest } from '../../src/sizing/request.ts'

/** What each eligible option truly earns a request in one world, USD; doing nothing earns 0. */
export type World = ReadonlyMap<string, number>

/**
 * Draws worlds from what an answer states of its options: the level of the task with its spread, gaps
 * between any two options with theirs, costs and stakes from their ranges. Written apart from the
 * simulation of the product, and with other random numbers.
 */
export function drawWorlds(
  decision: Decision,
  request: SizingRequest,
  task: Task,
  defaults: Defaults,
  random: Random,
  count: number,
): World[] {
  const options = decision.drafts.flatMap(({ id, refused, usdPerRequest }) =>
    refused !== undefined || isUnknown(usdPerRequest) ? [] : [{ id, usd: usdPerRequest }],
  )
  const gaps = options.map((a) => options.map((b) => decision.gap(a.id, b.id)))
  const spread = jointSpread(gaps.map((row) => row.map(({ sd }) => sd ** 2)))
  const within = ({ low, central, high }: Range, u: number) =>
    u < 0.5 ? low + (central - low) * 2 * u : central + (high - central) * (2 * u - 1)
  return Array.from({ length: count }, () => {
    const level = levelSpread(task, defaults) * normal(random)
    const noise = options.map(() => normal(random))
    const [bill, value, errorCost] = [
      random(),
      within(request.value, random()),
      within(request.errorCost, random()),
    ]
    return new Map(
      options.map(({ id, usd }, i) => {
        const own = (spread[i] ?? []).reduce((sum, weight, k) => sum + weight * (noise[k] ?? 0), 0)
        const right = Math.min(1, Math.max(0, (decision.quality(id) + level + own) / 100))
        return [id, right * value - (1 - right) * errorCost - within(usd, bill)]
      }),
    )
  })
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Weights of independent normals whose sums differ from each other with the variances wanted; the first stands still. */
function jointSpread(variances: readonly (readonly number[])[]): number[][] {
  const d = (i: number, j: number) => variances[i]?.[j] ?? 0
  const rows: number[][] = []
  for (let i = 0; i < variances.length; i++) {
    const row: number[] = []
    for (let j = 0; j <= i; j++) {
      const covariance = (d(i, 0) + d(j, 0) - d(i, j)) / 2
      const other = j === i ? row : (rows[j] ?? [])
      const rest = covariance - row.reduce((sum, w, k) => sum + w * (other[k] ?? 0), 0)
      const pivot = rows[j]?.[j] ?? 0
      row.push(j === i ? Math.sqrt(Math.max(0, rest)) : pivot > 1e-9 ? rest / pivot : 0)
    }
    rows.push(row)
  }
  return rows
}
