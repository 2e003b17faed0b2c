import { afterAll, describe, expect, it } from 'vitest'
import type { ChargeStore } from '../../src/ingest/ports.ts'
import { handleState } from '../../src/state.ts'
import { commandLine } from '../support/command-line.ts'
import { fileWith } from '../support/file.ts'
import { file, type ROW } from '../support/focus-file.ts'

const { run, state, close } = await commandLine()
afterAll(close)

const NANO = 1_000_000_000n
/** A row of usage on a day of June, in the bill of a month. */
const usage = (day: string, cost: string, bill = '06'): Partial<typeof ROW> => ({
  ...{ BillingPeriodStart: `2026-${bill}-01T00:00:00Z`, EffectiveCost: cost, BilledCost: cost },
  ...{ ChargePeriodStart: `2026-06-${day}T00:00:00Z`, ChargePeriodEnd: `2026-06-${day}T01:00:00Z` },
})
const june = (costs: Readonly<Record<string, string>>) =>
  file(Object.entries(costs).map(([day, cost]) => usage(day, cost)))
/** As in the FOCUS working draft: a correction on the bill after, of usage in a closed period. */
const late = (cost: string) => file([{ ...usage('03', cost, '07'), ChargeClass: 'Correction' }])
const weeks = async () =>
  (await state.charges.weeks(state.tenant, '2026-W22', '2026-W28')).map((w) => [
    w.week,
    w.effectiveNano / NANO,
  ])
const all = () => state.charges.charges(state.tenant, '2026-01-01', '2026-12-31')

describe('a ledger that comes late', () => {
  it('restates the week of its usage and no other, once however often it is imported', async () => {
    await run('import', fileWith(june({ '03': '100', '10': '100', '17': '100' })))
    const untouched = [
      ['2026-W24', 100n],
      ['2026-W25', 100n],
    ]
    expect(await weeks()).toEqual([['2026-W23', 100n], ...untouched])
    for (const _ of [1, 2]) {
      await run('import', fileWith(late('1500')))
      expect(await weeks()).toEqual([['2026-W23', 1600n], ...untouched])
    }
    await run('import', fileWith(late('1400')))
    expect(await weeks()).toEqual([['2026-W23', 1500n], ...untouched])
  })
  it('is a line of its own in the digest of that week', async () => {
    const { out } = await run('digest', '--period', '2026-W23')
    expect(out).toContain('Total $100.00')
    expect(out).toMatch(/[Cc]orrection.*\$1,400\.00/)
  })
  it('and the bill that comes again leave each other alone', async () => {
    await run('import', fileWith(june({ '03': '100', '10': '120', '17': '100' })))
    expect(await weeks()).toEqual([
      ['2026-W23', 1500n],
      ['2026-W24', 120n],
      ['2026-W25', 100n],
    ])
  })
  it('that restates several weeks restates them together: nothing of the old ones stays', async () => {
    await run('import', fileWith(june({ '03': '90', '11': '70', '17': '110' })))
    expect(await weeks()).toEqual([
      ['2026-W23', 1490n],
      ['2026-W24', 70n],
      ['2026-W25', 110n],
    ])
    expect((await all()).map((c) => c.day)).not.toContain('2026-06-10')
  })
  it('that ends in the middle of the bill leaves the days after it as they were', async () => {
    await run('import', fileWith(june({ '03': '80', '11': '60' })))
    expect(await weeks()).toEqual([
      ['2026-W23', 1480n],
      ['2026-W24', 60n],
      ['2026-W25', 110n],
    ])
  })
})

describe('the same file again', () => {
  it('changes nothing, as FOCUS, as plain CSV and in two parts', async () => {
    const csv =
      'date,provider,model,cost,currency\n2026-06-20,openai,m,1,USD\n2026-06-21,openai,m,2,USD'
    const parts = [fileWith(june({ '24': '1' }), 'a.csv'), fileWith(june({ '25': '2' }), 'b.csv')]
    const imports = [[fileWith(csv)], [fileWith(late('1400'))], parts]
    for (const paths of imports) await run('import', ...paths)
    const [charges, sums] = [await all(), await weeks()]
    for (const paths of [...imports, ...imports]) {
      const { out } = await run('import', ...paths)
      expect(out).toMatch(/that gave way: [12]\./)
    }
    expect([await all(), await weeks()]).toEqual([charges, sums])
  })
  it('of which a part cannot be read leaves what was there whole', async () => {
    const [charges, sums] = [await all(), await weeks()]
    const good = fileWith(june({ '03': '1', '11': '1', '17': '1' }), 'a.csv')
    const bad = fileWith(`${june({ '18': '1' })}\n"open`, 'b.csv')
    const refused = await run('import', good, bad)
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain('b.csv')
    expect([await all(), await weeks()]).toEqual([charges, sums])
  })
  it('that cannot be stored to its end leaves what was there whole', async () => {
    const [charges, sums] = [await all(), await weeks()]
    const failing: ChargeStore = {
      ...state.charges,
      replace: (tenant, source, reading, readAt) => {
        const last = { ...reading.charges[0], day: null } as never
        const broken = { ...reading, charges: [...reading.charges, last] }
        return state.charges.replace(tenant, source, broken, readAt)
      },
    }
    const paths = [fileWith(june({ '03': '1', '11': '1', '17': '1' }))]
    const request = { command: 'import', paths, language: 'en' } as const
    await expect(handleState(request, { ...state, charges: failing })).rejects.toThrow()
    expect([await all(), await weeks()]).toEqual([charges, sums])
  })
  it('as a dry run reports the same and stores nothing', async () => {
    const [charges, sums] = [await all(), await weeks()]
    const path = fileWith(june({ '03': '5', '29': '7' }))
    const dry = JSON.parse((await run('import', path, '--dry-run', '--json')).out)
    expect(dry).toMatchObject({ dryRun: true, read: 2, kept: 2, days: { count: 2 } })
    expect(dry).not.toHaveProperty('replaced')
    expect([await all(), await weeks()]).toEqual([charges, sums])
    expect((await run('import', path, '--dry-run', '--lang', 'ko')).out).toContain(
      '저장하지 않았습니다',
    )
  })
})
