import type { Amounts, Line } from './breakdown.ts'
import { absolute, descending } from './sums.ts'

/**
 * The groups that moved most money on the days that two periods have in common, either way, largest
 * first. Groups that did not move are left out, and so is what names no group.
 * Example: a from 100 to 40 and b from 0 to 30: a (-60), then b (+30).
 */
export function moversOf(amounts: Amounts, limit: number): readonly Line[] {
  return [...amounts]
    .flatMap(([name, amount]): Line[] => (name === undefined ? [] : [{ name, ...amount }]))
    .filter(({ changeNano = 0n }) => changeNano !== 0n)
    .sort((a, b) => descending(absolute(a.changeNano ?? 0n), absolute(b.changeNano ?? 0n)))
    .slice(0, limit)
}
