import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Choice } from '../engine/decision/choice.ts'
import type { Unit } from '../engine/estimate.ts'
import { completeRequest } from './complete-request.ts'
import { decide } from './decide.ts'
import type { Flip } from './recommendation.ts'
import type { SizingInput, SizingRequest } from './request.ts'

type NumericKey = 'volume' | 'in' | 'out' | 'value' | 'error-cost' | 'cache' | 'latency' | 'budget'

/** A key that can be turned, where it stands, and how far it is turned. */
type Dial = Readonly<{ key: NumericKey; current: number; unit: Unit; min: number; max: number }>

/** Steps of half an octave; a verdict that lasts for less on the way is passed over. */
const STEP = 2 ** 0.5
const REACH = 1e4
/** A flip must hold at these relative distances on both sides, so that it survives rounding. */
const STABLE_AT = [0.002, 0.01, 0.03]

/**
 * The nearest value of each number of the request at which the verdict changes, found by walking
 * outwards and bisecting on the verdict itself. Nearest first.
 */
export function findFlips(
  request: SizingRequest,
  choice: Choice,
  catalog: Catalog,
  defaults: Defaults,
  at: string,
): Flip[] {
  const verdictAt = (key: NumericKey, value: number): Choice | undefined => {
    const input: SizingInput = { ...request.input, [key]: value }
    const completed = completeRequest(input, catalog, defaults, 'en')
    return completed.ok
      ? decide(completed.request, completed.task, catalog, defaults, at).choice
      : undefined
  }
  return dialsOf(request)
    .map((dial) => ({
      dial,
      flip: nearestFlip(dial, choice, (value) => verdictAt(dial.key, value)),
    }))
    .filter((found): found is { dial: Dial; flip: Flip } => found.flip !== undefined)
    .sort((a, b) => distance(a.flip) - distance(b.flip))
    .map(({ flip }) => flip)
}

function dialsOf(request: SizingRequest): Dial[] {
  const dials: Dial[] = [
    { key: 'error-cost', current: request.errorCost.central, unit: 'USD', min: 1e-6, max: 1e8 },
    { key: 'value', current: request.value.central, unit: 'USD', min: 1e-6, max: 1e8 },
    { key: 'volume', current: request.volume.value, unit: 'requests/month', min: 1, max: 1e11 },
    { key: 'in', current: request.inputTokens.value, unit: 'tokens', min: 1, max: 1e6 },
    { key: 'out', current: request.outputTokens.value, unit: 'tokens', min: 1, max: 1e5 },
  ]
  if (request.budget)
    dials.push({
      key: 'budget',
      current: request.budget.value,
      unit: 'USD/month',
      min: 1e-3,
      max: 1e12,
    })
  if (request.latencyMs)
    dials.push({
      key: 'latency',
      current: request.latencyMs.value,
      unit: 'ms',
      min: 1,
      max: 3_600_000,
    })
  return dials
}

function nearestFlip(
  dial: Dial,
  from: Choice,
  verdict: (value: number) => Choice | undefined,
): Flip | undefined {
  const start = Math.min(dial.max, Math.max(dial.min, dial.current))
  const reach = Math.ceil(Math.log(REACH) / Math.log(STEP))
  const lanes = [STEP, 1 / STEP].map((step) => ({ step, last: start, lastChoice: verdict(start) }))
  for (let i = 0; i < reach; i++)
    for (const lane of lanes) {
      const next = lane.last * lane.step
      if (next < dial.min || next > dial.max) continue
      const nextChoice = verdict(next)
      const flip =
        lane.lastChoice !== nextChoice &&
        between(dial, from, lane, { value: next, choice: nextChoice }, verdict)
      if (flip) return flip
      lane.last = next
      lane.lastChoice = nextChoice
    }
  return undefined
}

/** Bisects between a value with today's verdict and its neighbour with another one; keeps it if it is stable. */
function between(
  dial: Dial,
  from: Choice,
  a: { last: number; lastChoice: Choice | undefined },
  b: { value: number; choice: Choice | undefined },
  verdict: (value: number) => Choice | undefined,
): Flip | undefined {
  if ((a.lastChoice === from) === (b.choice === from)) return undefined
  let [same, other] = a.lastChoice === from ? [a.last, b.value] : [b.value, a.last]
  for (let i = 0; i < 30 && Math.abs(other / same - 1) > 1e-5; i++) {
    const middle = Math.sqrt(same * other)
    if (verdict(middle) === from) same = middle
    else other = middle
  }
  const flipsAt = Number(other.toPrecision(4))
  const direction = Math.sign(other - same)
  const toChoice = verdict(flipsAt * (1 + direction * (STABLE_AT[0] ?? 0)))
  const stable = STABLE_AT.every(
    (d) =>
      verdict(flipsAt * (1 + direction * d)) === toChoice &&
      verdict(flipsAt * (1 - direction * d)) === from,
  )
  return stable && toChoice !== undefined && toChoice !== from
    ? { assumption: dial.key, current: dial.current, flipsAt, toChoice, unit: dial.unit }
    : undefined
}

function distance(flip: Flip): number {
  return Math.abs(Math.log(flip.flipsAt / Math.max(flip.current, 1e-9)))
}
