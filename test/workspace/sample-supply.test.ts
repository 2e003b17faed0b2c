import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { sampleSupply } from '../../src/workspace/sample-supply.ts'
import { fileSource, readSample } from '../support/sample-spend.ts'

const shipped = await readSample()
const opened: Awaited<ReturnType<typeof openDatabase>>[] = []
afterAll(() => Promise.all(opened.map((db) => db.destroy())))

let charges: ReturnType<typeof chargeStore>
let day = ''
let supply: () => Promise<void>
beforeEach(async () => {
  const db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-supply-')) })
  opened.push(db)
  charges = chargeStore(db)
  const now = () => Date.parse(`${day}T12:00:00Z`)
  supply = sampleSupply({ charges, tenant: 'T', sample: fileSource(), now })
})
const on = async (date: string) => {
  day = date
  await supply()
  return charges.coveredDays('T')
}
const stored = () => charges.charges('T', '2026-01-01', '2027-12-31')
const spent = async (from: string, to: string) =>
  Number(
    (await charges.charges('T', from, to)).reduce((sum, c) => sum + c.effectiveNano, 0n) /
      10n ** 9n,
  )

describe('the sample company’s bill', () => {
  it('is as shipped in the week after it ends', async () => {
    expect(await on('2026-11-24')).toEqual({ from: '2026-08-24', to: '2026-11-22' })
    expect(await stored()).toHaveLength(shipped.charges.length)
  })
  it('begins later for whoever begins later, by whole weeks, with the same money', async () => {
    expect(await on('2027-03-03')).toEqual({ from: '2026-11-30', to: '2027-02-28' })
    const sum = (list: readonly { effectiveNano: bigint }[]) =>
      list.reduce((all, c) => all + c.effectiveNano, 0n)
    expect(sum(await stored())).toBe(sum(shipped.charges))
  })
  it('goes on as the weeks go by: near the last week’s, without its runaway Thursday, and not again for the same weeks', async () => {
    await on('2026-11-24')
    expect(await on('2026-12-14')).toEqual({ from: '2026-08-24', to: '2026-12-13' })
    const [monday, next] = [
      await spent('2026-11-16', '2026-11-16'),
      await spent('2026-12-07', '2026-12-07'),
    ]
    expect(next / monday).toBeGreaterThan(0.85)
    expect(next / monday).toBeLessThan(1.15)
    const [runaway, thursday] = [
      await spent('2026-11-19', '2026-11-19'),
      await spent('2026-11-26', '2026-11-26'),
    ]
    expect(thursday).toBeLessThan(runaway * 0.8)
    const before = (await stored()).length
    await supply()
    expect(await stored()).toHaveLength(before)
  })
  it('does not come back once real spend took its place', async () => {
    await on('2026-11-24')
    const real = shipped.charges.slice(0, 1).map((c) => ({ ...c, source: 'csv' }))
    await charges.replace('T', 'csv', { charges: real, windows: [], days: [] }, 1)
    await on('2026-12-14')
    expect(await stored()).toHaveLength(1)
  })
})
