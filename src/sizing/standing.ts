import { paretoSet } from '../engine/decision/pareto.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Decision } from './decide.ts'
import type { Option, PassedOver } from './recommendation.ts'

/** How an option stands among the others. */
export type Standing = Pick<Option, 'probability' | 'best' | 'pareto' | 'passedOver'>

/** Standing of every eligible option of a decision, by id; `bar` is the probability that a dearer option must reach. */
export function standingsOf(decision: Decision, bar: number): ReadonlyMap<string, Standing> {
  const { chosen, drafts, quality, simulation } = decision
  const best = simulation.best()
  const standings = chosen.standings()
  const prices = new Map(
    drafts.flatMap((d) =>
      isUnknown(d.usdPerRequest) ? [] : [[d.id, d.usdPerRequest.central] as const],
    ),
  )
  const pareto = paretoSet(
    standings.map(({ id }) => ({ id, usd: prices.get(id) ?? 0, quality: quality(id) })),
  )
  return new Map(
    standings.map(({ id, probability }) => {
      const why = passedOver(decision, id, probability, pareto.has(id), bar)
      return [
        id,
        {
          probability,
          best: best.get(id) ?? 0,
          pareto: pareto.has(id),
          ...(why === undefined ? {} : { passedOver: why }),
        },
      ]
    }),
  )
}

function passedOver(
  { chosen }: Decision,
  id: string,
  probability: number,
  efficient: boolean,
  bar: number,
): PassedOver | undefined {
  if (chosen.outcome === 'none') return 'loses-money'
  if (chosen.outcome === 'settled' && id === chosen.id) return undefined
  if (!efficient) return 'dominated'
  return probability < bar ? 'uplift-unlikely' : 'less-accurate'
}
