import { describe, expect, it } from 'vitest'
import { type ChargeSource, type Reading, SourceError } from '../../src/ingest/ports.ts'
import { dayNumber } from '../../src/spend/calendar.ts'
import type { Charge } from '../../src/spend/charge.ts'

/** A source to be held against the contract. */
export type SourceCase = Readonly<{
  /** Opens it anew, on data that has at least one charge. */
  open: () => Promise<ChargeSource> | ChargeSource
  /** Days to read. */
  days: Readonly<{ from: string; to: string }>
  /** A source of the same kind that cannot be read. */
  broken: () => Promise<ChargeSource> | ChargeSource
  /** Texts that may stand in nothing that is handed over, such as keys. */
  secrets?: readonly string[]
}>

/** What every source of charges keeps to, whether a file or an HTTP interface. */
export function chargeSourceContract(
  name: string,
  { open, days, broken, secrets = [] }: SourceCase,
): void {
  describe(`${name} as a source of charges`, () => {
    const read = async (): Promise<{ source: ChargeSource; reading: Reading }> => {
      const source = await open()
      return { source, reading: await source.read(days) }
    }

    it('says what it is', async () => {
      const source = await open()
      expect(source.id).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(source.name).not.toBe('')
      expect(['billed', 'metered']).toContain(source.basis)
      expect(Number.isInteger(source.settleDays) && source.settleDays >= 0).toBe(true)
    })
    it('hands over whole charges of its own', async () => {
      const { source, reading } = await read()
      expect(reading.charges.length).toBeGreaterThan(0)
      for (const charge of reading.charges) {
        expect([charge.source, charge.basis]).toEqual([source.id, source.basis])
        expect(dayNumber(charge.day)).toBeGreaterThan(0)
        expect(charge.provider).not.toBe('')
        expect(charge.currency).toMatch(/^[A-Z]{3}$/)
        expect([typeof charge.effectiveNano, typeof charge.billedNano]).toEqual([
          'bigint',
          'bigint',
        ])
        for (const count of Object.values(charge.tokens))
          expect(Number.isSafeInteger(count)).toBe(true)
        for (const text of [charge.model, charge.team, charge.project, charge.workload])
          expect(text).not.toBe('')
      }
    })
    it('has one charge a day and group', async () => {
      const { reading } = await read()
      const groups = reading.charges.map(groupOf)
      expect(new Set(groups).size).toBe(groups.length)
    })
    it('keeps within the days asked for, and covers each charge with a window', async () => {
      const { reading } = await read()
      for (const { day, provider, period } of reading.charges) {
        expect(day >= days.from && day <= days.to).toBe(true)
        expect(
          reading.windows.some(
            (w) =>
              w.from <= day &&
              day <= w.to &&
              (w.provider === undefined || w.provider === provider) &&
              (w.period === undefined || w.period === period),
          ),
        ).toBe(true)
      }
      for (const w of reading.windows) expect(w.from <= w.to).toBe(true)
    })
    it('names each known day once', async () => {
      const { reading } = await read()
      const known = reading.days.map((d) => d.day)
      expect(known).toEqual([...new Set(known)].sort())
      for (const day of known) expect(dayNumber(day)).toBeGreaterThan(0)
    })
    it('accounts for every row, and says of each refused one where and why in both languages', async () => {
      const { reading } = await read()
      expect(reading.kept + reading.rejected.length).toBe(reading.read)
      for (const { line, reason } of reading.rejected) {
        expect(line).toBeGreaterThan(0)
        expect(reason.en).not.toBe('')
        expect(reason.ko).toMatch(/[가-힣]/)
      }
      for (const remark of reading.remarks) expect(remark.ko).toMatch(/[가-힣]/)
    })
    it('names what rounding lost as exact decimals of its currencies', async () => {
      const { reading } = await read()
      const currencies = new Set(reading.charges.map((c) => c.currency))
      for (const [currency, lost] of Object.entries(reading.remainders)) {
        expect(currencies.has(currency)).toBe(true)
        expect(lost).toMatch(/^-?\d+(\.\d{1,18})?$/)
      }
    })
    it('says the same when it is read again', async () => {
      const [first, second] = [await read(), await read()]
      expect(second.reading).toEqual(first.reading)
    })
    it('stops when asked to', async () => {
      const source = await open()
      await expect(source.read(days, { signal: AbortSignal.abort() })).rejects.toThrow()
    })
    it('says in both languages why it cannot be read', async () => {
      const failed = await (await broken()).read(days).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(failed).toBeInstanceOf(SourceError)
      const { sentence } = failed as SourceError
      expect(sentence.en).not.toBe('')
      expect(sentence.ko).toMatch(/[가-힣]/)
    })
    it('lets no secret out', async () => {
      const { reading } = await read()
      const failed = await (await broken()).read(days).catch((error: unknown) => error)
      const told = [
        JSON.stringify(reading, (_, v) => (typeof v === 'bigint' ? String(v) : v)),
        failed instanceof Error ? `${failed.message}${failed.stack}${String(failed.cause)}` : '',
      ].join()
      for (const secret of secrets) expect(told).not.toContain(secret)
    })
  })
}

function groupOf(c: Charge): string {
  const { tokens: _, requests: _r, failedRequests: _f, quantity: _q, ...rest } = c
  const { effectiveNano: _e, billedNano: _b, listNano: _l, ...group } = rest
  return JSON.stringify(group)
}
