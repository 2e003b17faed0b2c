import { describe, expect, it } from 'vitest'

/**
 * A group of tests that needs something of the machine. Where it is missing the group is skipped and
 * named; under CI a missing ring is a failure.
 */
export function ring(name: string, available: boolean, why: string, body: () => void): void {
  if (available) describe(name, body)
  else if (process.env.CI)
    describe(name, () => it('is available', () => expect.fail(`${name}: ${why}`)))
  else describe.skip(`${name} (${why})`, body)
}
