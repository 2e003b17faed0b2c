/** A rectangle on the drawing. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>

/** The first place that meets nothing of what is there, or the one that meets the least. */
export function freePlace(places: readonly Box[], taken: readonly Box[]): Box | undefined {
  const met = (box: Box) => taken.reduce((sum, other) => sum + overlap(box, other), 0)
  return places.reduce<Box | undefined>(
    (best, box) => (best && met(best) <= met(box) ? best : box),
    undefined,
  )
}

/**
 * Moves things of some heights on one line apart, as little as is needed, within `from` and `to`; in the
 * order in which they want to be. Where there is too little room they are packed from the start.
 */
export function apart(
  things: readonly Readonly<{ middle: number; height: number }>[],
  from: number,
  to: number,
): readonly number[] {
  const order = things.map((_, i) => i).sort((a, b) => wanted(things[a]) - wanted(things[b]))
  const at: number[] = []
  let free = from
  for (const i of order) {
    const { middle, height } = things[i] ?? { middle: 0, height: 0 }
    at[i] = Math.max(free, middle - height / 2)
    free = at[i] + height
  }
  let limit = to
  for (const i of order.toReversed()) {
    const { height } = things[i] ?? { height: 0 }
    at[i] = Math.max(from, Math.min(at[i] ?? from, limit - height))
    limit = at[i]
  }
  return things.map(({ height }, i) => (at[i] ?? from) + height / 2)
}

function wanted(thing: Readonly<{ middle: number }> | undefined): number {
  return thing?.middle ?? 0
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
