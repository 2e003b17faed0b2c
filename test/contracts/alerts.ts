import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { later, startOf, utcDay } from '../../src/spend/days.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { type AlertWorld, alertWorld, HOUR, NANO } from '../support/alert-world.ts'
import type { Crash } from '../support/sending.ts'
import type { Open } from './samples.ts'

/** What alerts over a database must do, from the stored charges to the posted words. */
export function alertsContract(open: Open): void {
  describe('alerts from stored spend', () => {
    let db: Db
    let w: AlertWorld
    beforeEach(async () => {
      db = await open()
      w = await alertWorld(db)
    })
    afterEach(() => db.destroy())

    const SPIKE =
      'Critical: All together spent $400.00 on 2026-11-18 (UTC), where $100.00 is usual for that weekday.'
    const OVER = 'Resolved: unusual spend in all'

    it('are raised once and resolved once, however many replicas look, hour after hour', async () => {
      const replicas = [w.replica('one'), w.replica('two'), w.replica('three')]
      await w.through('2026-11-18', { '2026-11-18': 400n })
      for (let hour = 0; hour < 3; hour++, w.now += HOUR) await w.tickAll(...replicas)
      expect(w.heard).toEqual([['AI spend: 1 alert', SPIKE]])
      for (const day of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']) {
        await w.through(day, { '2026-11-18': 400n })
        await w.tickAll(...replicas)
      }
      expect(w.heard.slice(1)).toEqual([['AI spend: 1 alert resolved', OVER]])
    })
    it('are not raised again by a process that was started anew', async () => {
      await w.through('2026-11-18', { '2026-11-18': 400n })
      for (const owner of ['one', 'two', 'three']) {
        await w.tickAll(w.replica(owner))
        w.now += 1000
      }
      expect(w.heard).toHaveLength(1)
    })
    it.each<Crash>(['before-post', 'after-post'])(
      'are posted once by whoever comes after a process that died (%s)',
      async (when) => {
        await w.through('2026-11-18', { '2026-11-18': 400n })
        w.crash = when
        await w.tickAll(w.replica('dies'))
        w.crash = 'none'
        for (let minutes = 0; minutes < 10; minutes++, w.now += HOUR / 60)
          await w.tickAll(w.replica('next'))
        expect(w.heard).toEqual([['AI spend: 1 alert', SPIKE]])
      },
    )
    it('are posted by another when the one who found them died before it sent them', async () => {
      await w.through('2026-11-18', { '2026-11-18': 400n })
      await w.replica('dies').look()
      w.now += HOUR / 60
      await w.tickAll(w.replica('next'))
      expect(w.heard).toEqual([['AI spend: 1 alert', SPIKE]])
    })
    it('are one message for all that came up, worst first', async () => {
      await w.set({
        budgets: [
          { period: 'month', amountNano: 2500n * NANO, currency: 'USD' },
          { period: 'month', team: 'support', amountNano: 1950n * NANO, currency: 'USD' },
        ],
      })
      const problem = { en: 'The key has expired.', ko: '키가 만료되었습니다.' }
      await chargeStore(db).setSource('A', {
        source: 'openai',
        settledThrough: '2026-11-10',
        triedAt: 1,
        problem,
      })
      await w.through('2026-11-20', { '2026-11-20': 400n })
      await w.tickAll(w.replica('one'), w.replica('two'))
      expect(w.heard).toEqual([
        [
          'AI spend: 4 alerts',
          'Critical: All together spent $400.00 on 2026-11-20 (UTC), where $100.00 is usual for that weekday.',
          'Critical: support has passed 100% of its 2026-11 budget of $1,950.00 (spent $2,300.00).',
          expect.stringMatching(
            /^Warning: All spend is heading for \$3,\d{3}\.\d\d to \$3,\d{3}\.\d\d by the end of 2026-11, over its budget of \$2,500\.00\.$/,
          ),
          'Warning: openai has data through 2026-11-10 (UTC) only, 11 days behind (5 at most is usual); spend since then is unknown, not zero. Last attempt: The key has expired.',
        ],
      ])
    })
    it('of spend that stays high are one, until it is the usual', async () => {
      const high = Object.fromEntries(daysBetween('2026-11-16', '2026-11-30').map((d) => [d, 300n]))
      expect(await w.dayAfterDay('2026-11-15', '2026-11-24', high)).toEqual([
        ['2026-11-16', expect.stringContaining('All together spent $300.00 on 2026-11-16')],
        ['2026-11-21', 'Resolved: unusual spend in all, by now the usual'],
      ])
    })
    it.each([[72, ['2026-11-16', 'Critical'], ['2026-11-17', 'Resolved']], [120]])(
      'that come back within %i hours are raised when those are over, if they are still there',
      async (coolDownHours, ...between) => {
        await w.set({ alerts: { on: true, coolDownHours } })
        const spikes = { '2026-11-10': 400n, '2026-11-14': 400n, '2026-11-22': 400n }
        const said = await w.dayAfterDay('2026-11-09', '2026-11-26', spikes)
        expect(said.map(([day, line]) => [day, line?.split(':')[0]])).toEqual([
          ['2026-11-10', 'Critical'],
          ['2026-11-13', 'Resolved'],
          ...between,
          ['2026-11-22', 'Critical'],
          ['2026-11-25', 'Resolved'],
        ])
      },
    )
    it('of a budget become worse with it, and end silently with its month', async () => {
      await w.set({ budgets: [{ period: 'month', amountNano: 2450n * NANO, currency: 'USD' }] })
      const said = await w.dayAfterDay('2026-11-21', '2026-12-04', {})
      expect(
        said.map(([day, line]) => [day, line?.replace(/ [$\d,.]+ to .*? by/, ' … by')]),
      ).toEqual([
        [
          '2026-11-21',
          expect.stringContaining('Warning: All spend is heading for … by the end of 2026-11'),
        ],
        [
          '2026-11-25',
          'Critical: All spend has passed 100% of its 2026-11 budget of $2,450.00 (spent $2,500.00).',
        ],
        ['2026-11-30', expect.stringContaining('by the end of 2026-12')],
      ])
    })
    it('say explicitly that data is missing; what cannot be seen is not said to be over', async () => {
      const spikes = { '2026-11-18': 400n }
      const state = (settledThrough: string) =>
        chargeStore(db).setSource('A', {
          source: 'openai',
          settledThrough,
          triedAt: w.now,
          readAt: w.now,
        })
      await w.through('2026-11-18', spikes)
      await state('2026-11-18')
      const one = w.replica('one')
      await w.tickAll(one)
      for (const days of [2, 5, 6, 7, 9]) {
        w.now = startOf(later('2026-11-18', days)) + 12 * HOUR
        await w.tickAll(one)
      }
      await w.through('2026-11-27', spikes)
      await state('2026-11-27')
      await w.tickAll(one)
      expect(w.heard.slice(1)).toEqual([
        [
          'AI spend: 1 alert',
          'Warning: openai has data through 2026-11-18 (UTC) only, 6 days behind (5 at most is usual); spend since then is unknown, not zero.',
        ],
        ['AI spend: 2 alerts resolved', OVER, 'Resolved: missing data of openai'],
      ])
      expect(utcDay(w.now)).toBe('2026-11-28')
    })
  })
}
