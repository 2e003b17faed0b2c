import type { Random } from '../../src/engine/random.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import type { Pilot } from '../../src/sizing/recommendation.ts'
import type { Evaluation } from '../../src/sizing/request.ts'

/** Share of items on which exactly one of two models is right, drawn evenly between these. */
const DISCORDANCE = { least: 0.08, most: 0.3 }

/**
 * Runs a pilot: every item is answered by both models, whose true shares right are known here only.
 * @param right true shares right of the two, 0 to 1
 */
export function runPilot(
  { between: [a, b], items }: Pilot,
  right: readonly [number, number],
  random: Random,
): Evaluation | undefined {
  if (isUnknown(items.value)) return undefined
  const [one, other] = right
  const drawn = DISCORDANCE.least + (DISCORDANCE.most - DISCORDANCE.least) * random()
  const discordance = Math.max(Math.abs(one - other), Math.min(drawn, one + other, 2 - one - other))
  const onlyA = (discordance + one - other) / 2
  const onlyB = discordance - onlyA
  const both = one - onlyA
  const n = items.value.central
  const counts = { a: 0, b: 0, both: 0 }
  for (let i = 0; i < n; i++) {
    const u = random()
    if (u < onlyA) counts.a += 1
    else if (u < onlyA + onlyB) counts.b += 1
    else if (u < onlyA + onlyB + both) counts.both += 1
  }
  return {
    a,
    b,
    aRight: counts.a + counts.both,
    bRight: counts.b + counts.both,
    bothRight: counts.both,
    items: n,
  }
}
