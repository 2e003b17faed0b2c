import { describe, expect, it } from 'vitest'
import { digestDetails } from '../../src/digest/digest-details.ts'
import { gatherDigest } from '../../src/digest/gather-digest.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { charge, reading } from '../contracts/samples.ts'
import { product } from '../support/product.ts'

const DECIDED = '2026-10-20'
const PLACE = { tenant: 'A', channel: 'C1', thread: '1.0' }
const ask = { place: PLACE, asker: 'U1', visibility: 'thread' } as const

/** So many dollars and 20,000 requests a day, of the sizes that were asked about. */
const daily = (model: string, days: readonly string[], dollars: number): Charge[] =>
  days.map((day) =>
    charge({
      ...{ day, model, nano: BigInt(Math.round(dollars * 1e9)), requests: 20_000 },
      tokens: { input: 20_000 * 800, output: 20_000 * 20 },
    }),
  )

/** What the details of 2026-W47 say of a decision that was asked for, recorded and then billed so. */
async function told(usage: (days: readonly string[]) => readonly Charge[]): Promise<string> {
  const { db, charges, options } = await product(() => Date.parse(`${DECIDED}T09:00:00Z`))
  const turn = await options.conversation.ask({
    ...ask,
    text: 'Should we replace GPT-6 Astra, our current model, by GPT-6 Luna to tag 600,000 tickets a month, 800 tokens in and 20 out?',
  })
  expect(turn.answer.recommendation?.verdict).toMatchObject({
    choice: 'smaller',
    option: 'gpt-6-luna',
  })
  await options.decisions.record(turn, options.decisions.form('U1'), 'U1')
  const before = daily('gpt-6-astra', daysBetween('2026-09-22', '2026-10-19'), 180)
  const since = daysBetween('2026-10-21', '2026-11-22')
  await charges.replace('A', 'csv', reading([...before, ...usage(since)]), 0)
  const digest = await gatherDigest({ charges, decisions: decisionStore(db) }, 'A', '2026-W47')
  await db.destroy()
  return digestDetails(digest, 'en')
    .flatMap((group) => group.lines)
    .join('\n')
}

describe('a decision from question to bill', () => {
  it('that was followed and cost what was computed counts as come out', async () => {
    const said = await told((days) => daily('gpt-6-luna', days, 1.8))
    expect(said).toContain('Past recommendations: 1 of 1 judged came out as predicted')
    expect(said).toMatch(
      /2026-10-20 GPT-6 Luna: adopted, predicted \$[\d.]+ to \$[\d.]+ a month, actual \$54\.00/,
    )
  })
  it('that was followed and cost much more is printed as a miss, with the reason', async () => {
    const said = await told((days) => daily('gpt-6-luna', days, 18))
    expect(said).toContain('Past recommendations: 0 of 1 judged came out as predicted')
    expect(said).toMatch(/actual \$540\.00 \(.*price/)
  })
  it('that was not followed is no hit', async () =>
    expect(await told((days) => daily('gpt-6-astra', days, 180))).toContain(
      '0 of 0 judged came out as predicted; 1 not adopted, 0 cannot be told',
    ))
})
