const SHRINK = (Math.sqrt(5) - 1) / 2

/** Where a function with one valley is least between two bounds, by golden section. */
export function goldenMinimum(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let i = 0; i < 100; i++) {
    const [left, right] = [high - SHRINK * (high - low), low + SHRINK * (high - low)]
    if (f(left) < f(right)) high = right
    else low = left
  }
  return (low + high) / 2
}

/** Where a falling function crosses zero between two bounds, by bisection. */
export function fallingRoot(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2
    if (f(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
