import type { Line } from './summarize.ts'

/**
 * The lines that moved most money, either way, largest first; those that did not move, and those
 * with nothing known of the week before, are left out.
 */
export function topMovers(lines: readonly Line[], limit: number): readonly Line[] {
  return lines
    .filter((line) => movedBy(line) > 0n)
    .sort((a, b) => (movedBy(a) < movedBy(b) ? 1 : movedBy(a) > movedBy(b) ? -1 : 0))
    .slice(0, limit)
}

function movedBy({ costNano, beforeNano }: Line): bigint {
  if (beforeNano === undefined) return 0n
  return costNano > beforeNano ? costNano - beforeNano : beforeNano - costNano
}
