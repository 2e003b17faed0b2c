import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Attack,
  attacksOn,
  attackText,
  expressionsOf,
  type Found,
} from './support/regular-expressions.ts'

/** Characters of a first look that shows what doubles with every character. */
const TINY = 22
/** Characters of a second look, and of a third at what took long then. */
const [FIRST, SECOND] = [400, 800]
/** Milliseconds of processor time that a look may take; a quadratic one takes less. */
const QUICK_MS = 8
/** By how much twice the text may take longer: 4 is quadratic, 8 is cubic. */
const MOST_GROWTH = 6

/** Milliseconds at 800 characters that nobody's question is worth. */
const MOST_MS = 150

/** Processor time of this process alone, so that other work on the machine counts for nothing. */
function millisecondsOf(expression: RegExp, text: string): number {
  const before = process.cpuUsage()
  expression.lastIndex = 0
  if (expression.global) text.replace(expression, '')
  else expression.test(text)
  return process.cpuUsage(before).user / 1000
}

const least = (expression: RegExp, text: string): number =>
  Math.min(...[1, 2, 3].map(() => millisecondsOf(expression, text)))

/** Looked at again where it was not: code is compiled and memory cleared now and then. */
const isQuick = (expression: RegExp, text: string): boolean =>
  millisecondsOf(expression, text) <= QUICK_MS || least(expression, text) <= QUICK_MS

/** The attacks that an expression does not stand, with the milliseconds they take. */
function slowOn({ expression }: Pick<Found, 'expression'>): string[] {
  const told = ({ begin, again, end }: Attack, ms: number) =>
    `${JSON.stringify([begin, again, end])} takes ${Math.round(ms)} ms`
  for (const attack of attacksOn(expression.source)) {
    if (!isQuick(expression, attackText(attack, TINY))) return [told(attack, Infinity)]
    if (isQuick(expression, attackText(attack, FIRST))) continue
    const first = least(expression, attackText(attack, FIRST))
    const second = least(expression, attackText(attack, SECOND))
    if (second / first > MOST_GROWTH || second > MOST_MS) return [told(attack, second)]
  }
  return []
}

describe('every regular expression of the product', () => {
  let found: readonly Found[] = []
  beforeAll(async () => {
    found = await expressionsOf('src')
  }, 120_000)

  it('is looked at, those that are put together included', () => {
    expect(found.filter((f) => f.file === 'access/keys.ts').length).toBeGreaterThan(5)
    expect(found.some((f) => f.file === 'digest/questions/read-move.ts')).toBe(true)
    expect(found.length).toBeGreaterThan(1000)
  })
  it('takes no more than quadratic time over texts made to keep it busy', () => {
    // What is slow is so every time; a machine that is busy with other things is not.
    const suspects = found.filter((one) => [1, 2, 3].every(() => slowOn(one).length > 0))
    const slow = suspects.flatMap((one) => slowOn(one).map((why) => `${one.file}: ${why}`))
    expect(slow).toEqual([])
  }, 300_000)
  it.each([/^(a+)+$/, /secret\s*(?:is)?\s*=?\s*x/, /([^=]+?)\s*=\s*\d/g])(
    'would not be %s',
    (expression) => expect(slowOn({ expression })).not.toEqual([]),
  )
  it('may be quadratic', () => expect(slowOn({ expression: /\s+$/ })).toEqual([]))
})
