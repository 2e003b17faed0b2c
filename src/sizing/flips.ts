import type { Choice } from '../engine/decision/choice.ts'
import { remembered } from '../engine/remembered.ts'
import { type Dial, dialsOf } from './dials.ts'
import type { Flip } from './recommendation.ts'
import type { SizingRequest } from './request.ts'

/** The verdict with one number of the request changed. */
type VerdictAt = (value: number) => Choice

/** One dial's verdict on few draws, to find the place, and on all of them, to be sure of it. */
type Verdicts = Readonly<{ rough: VerdictAt; sure: VerdictAt }>

/** Lets what waits go first: the search takes tens of milliseconds, during which nothing else is heard. */
export type Pause = () => Promise<unknown>

/** Two values of a dial with a change of the verdict between them, the nearer first. */
type Ends = readonly [number, number]

/** The first step, in octaves, and how much longer each next one is; a verdict that lasts for less is passed over. */
const FIRST_STEP = 0.5
const STRETCH = 1.25
/** As many flips as a person can weigh; the nearest by the rough search are settled. */
const MOST_FLIPS = 3
const REACH = 1e4
/** How near a flip is placed, relative to its value. */
const PRECISION = 2e-3
/** A flip must hold at these relative distances on both sides, so that it survives rounding. */
const STABLE_AT = [0.003, 0.01]
/** The place found on few draws is looked for again within this factor. */
const NEAR = 1.04

/**
 * The nearest value of each number of the request at which the verdict changes, found by walking
 * outwards and bisecting on the verdict itself, on few draws, and settled on all. Nearest first.
 */
export async function findFlips(
  request: SizingRequest,
  choice: Choice,
  decide: Readonly<Record<'rough' | 'sure', (request: SizingRequest) => Choice>>,
  pause: Pause,
): Promise<Flip[]> {
  const verdicts = (dial: Dial, how: 'rough' | 'sure'): VerdictAt => {
    const seen = new Map<number, Choice>()
    return (value) => remembered(seen, value, () => decide[how](dial.turned(value)))
  }
  const found: { dial: Dial; ends: Ends; both: Verdicts }[] = []
  for (const dial of dialsOf(request)) {
    await pause()
    const both = { rough: verdicts(dial, 'rough'), sure: verdicts(dial, 'sure') }
    found.push(...changesOf(dial, both.rough).map((ends) => ({ dial, ends, both })))
  }
  found.sort((a, b) => away(a.dial, a.ends[0]) - away(b.dial, b.ends[0]))
  const flips: Flip[] = []
  for (const { dial, ends, both } of found) {
    if (flips.length === MOST_FLIPS) break
    if (flips.some((f) => f.assumption === dial.key)) continue
    await pause()
    const flip = settled(dial, choice, ends, both)
    if (flip) flips.push(flip)
  }
  return flips.sort((a, b) => distance(a) - distance(b))
}

/** Between which two values the rough verdict changes for the first time on each side. */
function changesOf(dial: Dial, rough: VerdictAt): Ends[] {
  const start = Math.min(dial.max, Math.max(dial.min, dial.current))
  const from = rough(start)
  return [1, -1].flatMap((side) => {
    let last = start
    for (let octaves = FIRST_STEP; ; octaves *= STRETCH) {
      const next = last * 2 ** (side * octaves)
      if (next < dial.min || next > dial.max || away(dial, next) > Math.log(REACH)) return []
      if (rough(next) !== from) return [[last, next] as const]
      last = next
    }
  })
}

/** How far a value is from where the dial stands, in logarithms of their ratio. */
function away(dial: Dial, value: number): number {
  return Math.abs(Math.log(value / Math.max(dial.current, dial.min)))
}

/** Places a change between a nearer and a farther value on all draws; nothing where it proves none, or does not last. */
function settled(
  dial: Dial,
  from: Choice,
  ends: Ends,
  { rough, sure }: Verdicts,
): Flip | undefined {
  const roughly = bisect(ends, rough(ends[0]), rough, 0.01)
  const inward = ends[1] > ends[0] ? 1 / NEAR : NEAR
  const brackets = [[roughly * inward, roughly / inward], ends] as const
  const bracket = brackets.find(([near, far]) => sure(near) === from && sure(far) !== from)
  if (!bracket) return undefined
  const flipsAt = Number(bisect(bracket, from, sure, PRECISION).toPrecision(4))
  const direction = Math.sign(bracket[1] - bracket[0])
  const toChoice = sure(flipsAt * (1 + direction * (STABLE_AT[0] ?? 0)))
  const stable = STABLE_AT.every(
    (d) =>
      sure(flipsAt * (1 + direction * d)) === toChoice &&
      sure(flipsAt * (1 - direction * d)) === from,
  )
  return stable && toChoice !== from
    ? { assumption: dial.key, current: dial.current, flipsAt, toChoice, unit: dial.unit }
    : undefined
}

/** The first value, seen from the first end, that no longer gives the verdict there. */
function bisect([first, last]: Ends, from: Choice, verdict: VerdictAt, precision: number): number {
  let [same, other] = [first, last]
  while (Math.abs(other / same - 1) > precision) {
    const middle = Math.sqrt(same * other)
    if (verdict(middle) === from) same = middle
    else other = middle
  }
  return other
}

function distance(flip: Flip): number {
  return Math.abs(Math.log(flip.flipsAt / Math.max(flip.current, 1e-9)))
}
