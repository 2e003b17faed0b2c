import { describe, expect, it } from 'vitest'
import { shippedKnowledge } from './support/knowledge.ts'
import { readersOf, tryReaders } from './support/readers.ts'

describe('whatever a person writes', () => {
  it(
    'is read by every reader without a crash, a wait or a mark; more of it in npm run test:faults',
    async () => tryReaders(readersOf(await shippedKnowledge()), 300, 20261124),
    120_000,
  )
  it.each([
    [
      'crashes',
      () => {
        throw new Error('no')
      },
    ],
    ['leaves a mark', () => Object.assign(Object.prototype, { polluted: 1 })],
  ] as const)('would show a reader that %s', (_, read) => {
    expect(() => tryReaders([{ name: 'broken', read }], 3, 1)).toThrow()
    Reflect.deleteProperty(Object.prototype, 'polluted')
  })
})
