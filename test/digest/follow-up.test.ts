import { describe, expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { digestDetails } from '../../src/digest/digest-details.ts'
import { followUpOf } from '../../src/digest/follow-up.ts'
import type { Recommendation } from '../../src/sizing/recommendation.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { charge, decision } from '../contracts/samples.ts'

const DAYS = daysBetween('2026-10-01', '2026-11-22')
const DECIDED = '2026-10-20'
const usd = (dollars: number) => BigInt(Math.round(dollars * 100)) * 10_000_000n
const daily = (
  model: string,
  days: readonly string[],
  dollars: number,
  over: Partial<Charge> = {},
) =>
  days.map((day) =>
    charge({
      ...{ day, model, nano: usd(dollars), requests: 100 },
      tokens: { input: 900, output: 100 },
      ...over,
    }),
  )
const before = DAYS.filter((d) => d < DECIDED)
const since = DAYS.filter((d) => d > DECIDED)

/** A recommendation to use `small` in the place of `big`: 3,000 requests of ten tokens, so much a month. */
const kept = (usdPerMonth: readonly [number, number, number], choice = 'smaller') => {
  const [low, central, high] = usdPerMonth
  return decision({
    recordedAt: Date.parse(`${DECIDED}T09:00:00Z`),
    recommendation: {
      request: {
        volume: { value: 3_000 },
        inputTokens: { value: 9 },
        outputTokens: { value: 1 },
        currentModel: { value: 'big' },
      },
      verdict: { choice, option: 'small' },
      reference: 'big',
      options: [
        {
          id: 'small',
          model: 'small',
          label: { en: 'Small', ko: '작은 모델' },
          figures: { usdPerMonth: { value: { low, central, high } } },
        },
      ],
    } as unknown as Recommendation,
  })
}
const moved = [...daily('big', before, 10), ...daily('small', since, 1)]
const told = (usage: readonly Charge[], record = kept([25, 30, 35])) =>
  followUpOf([record], usage, DAYS, '2026-11-22')

describe('a kept recommendation', () => {
  it('was adopted where its model came and the other went, and a hit where it cost as predicted', () => {
    const result = told(moved)
    expect(result).toMatchObject({ hits: 1, judged: 1, notAdopted: 0, unknown: 0 })
    expect(result.outcomes[0]).toMatchObject({
      status: 'adopted',
      models: ['small'],
      actualNano: usd(30),
      hit: true,
      days: since.length,
    })
  })
  it('that cost more says by how much requests, their length and the price differ', () => {
    const long = { requests: 200, tokens: { input: 1_800 * 2, output: 200 * 2 } }
    const [outcome] = told([
      ...daily('big', before, 10),
      ...daily('small', since, 5, long),
    ]).outcomes
    expect(outcome).toMatchObject({ hit: false, actualNano: usd(150) })
    expect(outcome?.gap).toMatchObject({
      changeNano: usd(120),
      requestsNano: usd(30),
      lengthNano: usd(60),
      priceNano: usd(30),
    })
  })
  it('was not adopted where only the other model is used', () =>
    expect(told(daily('big', DAYS, 10))).toMatchObject({ judged: 0, notAdopted: 1, unknown: 0 }))
  it.each([
    ['no-model', moved, kept([25, 30, 35], 'cascade')],
    ['not-in-data', daily('another', DAYS, 10), kept([25, 30, 35])],
    [
      'no-clear-change',
      [...daily('big', DAYS, 10), ...daily('small', DAYS, 1)],
      kept([25, 30, 35]),
    ],
    ['too-early', moved, { ...kept([25, 30, 35]), recordedAt: Date.parse('2026-11-15') }],
  ] as const)('cannot be told: %s', (why, usage, record) => {
    const result = told(usage, record)
    expect(result.outcomes[0]).toMatchObject({ status: 'cannot-tell', why })
    expect(result).toMatchObject({ hits: 0, judged: 0, unknown: 1 })
  })
  it('takes no model whose name merely begins alike', () =>
    expect(told(daily('small-2', since, 1)).outcomes[0]).toMatchObject({ why: 'not-in-data' }))
  it('is told with the hit rate in both languages, unknown ones apart', () => {
    const digest = buildDigest({
      period: '2026-W47',
      charges: moved,
      known: [],
      decisions: [kept([25, 30, 35]), { ...kept([25, 30, 35], 'router'), id: 'd2' }],
    })
    const [en, ko] = (['en', 'ko'] as const).map((language) =>
      digestDetails(digest, language).flatMap(({ lines }) => lines),
    )
    expect(en).toContain(
      'Past recommendations: 1 of 1 judged came out as predicted; 0 not adopted, 1 cannot be told',
    )
    expect(en).toContain('2026-10-20 Small: adopted, predicted $24 to $36 a month, actual $30.00')
    expect(ko).toContain('지난 제안: 판정한 1건 중 1건 적중, 채택하지 않음 0건, 알 수 없음 1건')
    expect(ko).toContain('2026-10-20 작은 모델: 알 수 없음 (찾아볼 단일 모델이 없음)')
  })
})
