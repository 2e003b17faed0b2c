/**
 * Measures the engine on one core: the draws of a recommendation beside a bare typed-array loop, a whole
 * recommendation with its flip points, and one footprint estimate.
 */
import { checkCase } from '../src/checking/check.ts'
import type { Case } from '../src/checking/table.ts'
import { createDraws, fromRange } from '../src/engine/decision/draws.ts'
import { simulate } from '../src/engine/decision/simulate.ts'
import { requestFootprint } from '../src/engine/footprint/inference-energy.ts'
import { seeded } from '../src/engine/random.ts'
import { exactly, range } from '../src/engine/range.ts'
import { openKnowledge } from '../src/knowledge.ts'
import published from '../test/cases/published/ecologits_expected.json' with { type: 'json' }
import { print, report, table, timed } from './measure.ts'

const DRAWS = 10_000
const OPTIONS = 6

const draws = createDraws((column) => seeded(1 + column), DRAWS)
const costs = Array.from({ length: OPTIONS }, (_, i) =>
  range(0.001 * (i + 1), 0.002 * (i + 1), 0.004 * (i + 1)),
)
const right = Array.from({ length: OPTIONS }, (_, i) =>
  draws.normal(10 + i).map((z) => Math.min(1, Math.max(0, 0.8 + 0.02 * i + 0.04 * z))),
)
const stakes = [range(0.05, 0.3, 1), range(0.05, 0.3, 2)] as const

/** What a recommendation draws and compares. */
function drawn(): number {
  const [value, errorCost] = [
    fromRange(stakes[0], draws.sides(2)),
    fromRange(stakes[1], draws.sides(3)),
  ]
  const simulation = simulate(
    costs.map((usd, i) => ({ id: String(i), right: right[i] ?? new Float64Array(DRAWS), usd })),
    { sum: value.map((v, i) => v + (errorCost[i] as number)), errorCost },
    draws.sides(1),
  )
  let sum = 0
  for (let a = 0; a < OPTIONS; a++)
    for (let b = 0; b < a; b++) sum += simulation.beats(String(a), String(b))
  return sum + simulation.profitable('0')
}

/** The same arithmetic as bare loops over typed arrays. */
function bare(): number {
  const [u1, u2, u3] = [draws.uniform(1), draws.uniform(2), draws.uniform(3)]
  const between = (low: number, central: number, high: number, u: number) =>
    u < 0.5 ? low + 2 * u * (central - low) : central + (2 * u - 1) * (high - central)
  const net = costs.map((cost, k) => {
    const [out, q] = [new Float64Array(DRAWS), right[k] ?? new Float64Array(DRAWS)]
    for (let i = 0; i < DRAWS; i++) {
      const v = between(stakes[0].low, stakes[0].central, stakes[0].high, u2[i] as number)
      const c = between(stakes[1].low, stakes[1].central, stakes[1].high, u3[i] as number)
      out[i] =
        (q[i] as number) * (v + c) - c - between(cost.low, cost.central, cost.high, u1[i] as number)
    }
    return out
  })
  let sum = 0
  for (let a = 0; a < OPTIONS; a++)
    for (let b = 0; b < a; b++) {
      const [x, y] = [net[a] ?? new Float64Array(), net[b] ?? new Float64Array()]
      let above = 0
      for (let i = 0; i < DRAWS; i++) above += +((x[i] as number) > (y[i] as number))
      sum += above / DRAWS
    }
  return sum
}

const footprint = () =>
  requestFootprint({
    activeB: range(44, 88, 132),
    totalB: exactly(440),
    outputTokens: 400,
    pue: exactly(1.2),
    gridGPerKwh: 384,
  })

const thousand = () => {
  for (let i = 0; i < 1000; i++) footprint()
}

const at = '2026-11-24T12:00:00.000Z'
const { knowledge } = await openKnowledge({ EMBEDDINGS: 'none', DATA_DIR: 'data' }, () => at)
const ours = report(`${DRAWS} draws of ${OPTIONS} options`, await timed([drawn], 200))
const loop = report('The same as a bare loop over typed arrays', await timed([bare], 200))
print(`- Ratio of the processor times: ${(ours.cpu / loop.cpu).toFixed(2)}`)
for (const task of ['classification', 'chatbot', 'coding-agent', 'extraction'])
  report(
    `${task}: whole recommendation with flip points`,
    await timed([() => knowledge.size({ task, volume: 200_000 }, 'en')], 40),
  )
report('1,000 footprint estimates', await timed([thousand], 40))
besideEcoLogits()

/** What the estimate says of EcoLogits' published cases, energy and carbon of one request. */
function besideEcoLogits(): void {
  const cases = published.cases as readonly Case[]
  print(
    '\nResults beside what EcoLogits publishes for the same requests (all of its figures: section accuracy).',
  )
  table(
    ['request', 'kWh, EcoLogits', 'kWh, ours', 'kg CO2e, EcoLogits', 'kg CO2e, ours'],
    cases
      .filter((_, i) => i % 10 === 0)
      .flatMap((c) => {
        const outcome = checkCase(c)
        if (!('got' in outcome) || typeof outcome.got === 'string' || c.expected === 'refused')
          return []
        const [wanted, got] = [c.expected, outcome.got]
        const show = (value: unknown) => Number(value).toPrecision(6)
        return [[c.row, show(wanted.kwh), show(got.kwh), show(wanted.kg_co2e), show(got.kg_co2e)]]
      }),
  )
}
