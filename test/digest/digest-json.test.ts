import { expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { digestJson } from '../../src/digest/digest-json.ts'
import { charge } from '../contracts/samples.ts'

it('a digest is exact as JSON: money as decimal text, the unknown left out', () => {
  const spent = (day: string, nano: bigint) => charge({ day, nano, team: 'support' })
  const json = (...charges: ReturnType<typeof charge>[]) =>
    JSON.parse(JSON.stringify(digestJson(buildDigest({ period: '2026-W47', charges, known: [] }))))
  const [both] = json(
    spent('2026-11-09', 100_000_000_000n),
    spent('2026-11-16', 40_500_000_001n),
  ).currencies
  expect(both).toMatchObject({
    currency: 'USD',
    total: '40.500000001',
    comparison: { cost: '40.500000001', before: '100', change: '-59.499999999' },
    by: { team: { lines: [{ name: 'support', cost: '40.500000001', before: '100' }] } },
  })
  const [first] = json(spent('2026-11-16', 1n)).currencies
  expect(first).toMatchObject({ total: '0.000000001' })
  expect(first).not.toHaveProperty('comparison')
})
