import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDigest, type DigestInput, postedBy } from '../../src/digest/build-digest.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { digestHeadline, digestLines, digestTitle } from '../../src/digest/digest-text.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { charge } from '../contracts/samples.ts'
import { readCsv } from '../support/file.ts'

/** Worked by hand: dollars 100 on Monday 9 November against 40.50 and 0.25 on Monday the 16th, euros beside. */
const CSV = `date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency
2026-11-09,openai,gpt-6-astra,support,1000,10,0,100,USD
2026-11-16,openai,gpt-6-astra,support,500,5,0,40.5,USD
2026-11-16,openai,gpt-6-luna,,900,9,0,0.25,USD
2026-11-16,mistral,mistral-large,lab,10,1,0,3,EUR`
const { charges } = await readCsv(CSV)
const usd = (dollars: number) => BigInt(Math.round(dollars * 100)) * 10_000_000n
const digestOf = (
  all: readonly Charge[],
  period = '2026-W47',
  over: Partial<DigestInput> = {},
): Digest => buildDigest({ period, charges: all, known: [], ...over })
const digest = digestOf(charges)
/** One charge a day from one day to another. */
const daily = (from: string, to: string, over: Parameters<typeof charge>[0] = {}) =>
  daysBetween(from, to).map((day) => charge({ day, ...over }))
const kinds = (d: Digest) => d.notes.map((n) => n.kind)

describe('a digest', () => {
  it('has the totals a person would add up by hand, currencies apart', () => {
    const [dollars, euros] = digest.currencies
    expect(dollars).toMatchObject({
      currency: 'USD',
      totalNano: usd(40.75),
      comparison: {
        nano: usd(40.75),
        beforeNano: usd(100),
        changeNano: usd(-59.25),
        share: -0.5925,
      },
      by: {
        team: {
          lines: [{ name: 'support', nano: usd(40.5), beforeNano: usd(100) }],
          unnamed: { nano: usd(0.25), beforeNano: 0n, changeNano: usd(0.25) },
        },
      },
    })
    expect(euros).toMatchObject({ currency: 'EUR', totalNano: usd(3) })
    expect(dollars?.movers.model.map((l) => l.name)).toEqual(['gpt-6-astra', 'gpt-6-luna'])
    expect(digest).toMatchObject({ period: { from: '2026-11-16', to: '2026-11-22' } })
    expect(kinds(digest)).toEqual(['missing-days', 'several-currencies'])
  })
  it('reads well in English', () => {
    expect(digestTitle(digest, 'en')).toBe(
      'AI spend, week 2026-W47 (2026-11-16 to 2026-11-22, UTC)',
    )
    expect(digestHeadline(digest, 'en')).toEqual([
      'Total $40.75, -$59.25 (-59.3%); €3.00, +€3.00 against the week before. Data through 2026-11-16.',
      'Why: mix of models and tokens -$90.00; moved most: gpt-6-astra -$59.50.',
      'Month ahead: not enough history to foresee it (2 of 28 days).',
      'Anomalies: not enough history to tell (1 of 28 days).',
      'To do: $0.25 (0.6%) names no team.',
    ])
    expect(digestLines(digest, 'en')).toEqual(
      expect.arrayContaining([
        'Top mover – gpt-6-astra: $100.00 → $40.50 (-$59.50)',
        'By model: gpt-6-astra $40.50, gpt-6-luna $0.25',
        'By team: support $40.50, no team named $0.25',
        'Days without data (unknown, not zero): 2026-11-17, 2026-11-18, 2026-11-19, 2026-11-20, 2026-11-21, 2026-11-22',
        'Amounts in different currencies are shown apart and never added together.',
      ]),
    )
  })
  it('reads well in Korean', () => {
    expect(digestTitle(digest, 'ko')).toBe(
      'AI 지출 주간 요약 2026-W47 (2026-11-16 ~ 2026-11-22, UTC)',
    )
    expect(digestHeadline(digest, 'ko')).toEqual([
      '합계 $40.75, -$59.25 (-59.3%), €3.00, +€3.00 (전주 대비). 데이터는 2026-11-16까지입니다.',
      '원인: 모델·토큰 구성 -$90.00. 가장 큰 변화: gpt-6-astra -$59.50.',
      '월말 전망: 기록이 2일뿐이라 아직 낼 수 없습니다(28일 필요).',
      '이상 지출: 기록이 1일뿐이라 아직 판단할 수 없습니다(28일 필요).',
      '할 일: $0.25(0.6%)에 팀이 지정되지 않았습니다.',
    ])
    expect(digestLines(digest, 'ko')).toContain('팀별: support $40.50, 팀 미지정 $0.25')
  })
  it('of a period nothing is known of says so and shows no amount at all', () => {
    for (const known of [[], charges]) {
      const unknown = digestOf(known, '2026-W48')
      expect(unknown.currencies).toEqual([])
      expect(digestLines(unknown, 'en')).toEqual([
        'No spend was imported for this period, so it is unknown, not zero; import a CSV and it will show here.',
      ])
      expect(digestLines(unknown, 'ko').join()).not.toMatch(/\$|%/)
    }
  })
  it('without a period before gives no change and says why', () => {
    const lines = digestLines(digestOf(charges, '2026-W46'), 'en')
    expect(lines[0]).toBe('Total $100.00. Data through 2026-11-09.')
    expect(lines.at(-1)).toContain('nothing to compare with')
    expect(lines.join()).not.toMatch(/Top mover|Why|\(.*%\)/)
  })
  it('holds only days against each other that both periods have', () => {
    const partly = digestOf([...charges, charge({ day: '2026-11-17' })])
    expect(partly.currencies[0]).toMatchObject({
      totalNano: usd(41.75),
      comparison: { nano: usd(40.75), beforeNano: usd(100) },
    })
    expect(digestLines(partly, 'en')[0]).toContain('on the 1 day both have')
    expect(digestLines(partly, 'ko')[0]).toContain('같은 1일 기준')
  })
  it('leaves days that still move out of every figure and says through when the data is', () => {
    const week = daily('2026-11-09', '2026-11-22')
    const moving = digestOf(week, '2026-W47', {
      known: [{ source: 'csv', day: '2026-11-21', settled: false }],
    })
    expect(moving.dataThrough).toBe('2026-11-20')
    expect(moving.currencies[0]).toMatchObject({
      totalNano: usd(6),
      comparison: { nano: usd(6), beforeNano: usd(6) },
    })
    expect(kinds(moving)).toEqual(['unsettled-days'])
  })
  it('keeps tax, credits, corrections, refunds and purchases out of the trend, each on its line', () => {
    const other = (over: Parameters<typeof charge>[0]) => charge({ nano: usd(2), ...over })
    const [dollars] = digestOf([
      charge({ nano: usd(10) }),
      other({ category: 'tax' }),
      other({ category: 'credit', nano: usd(-3) }),
      other({ category: 'purchase', nano: 0n, billedNano: usd(500) }),
      other({ correction: true, nano: usd(-1) }),
      other({ nano: usd(-4) }),
    ]).currencies
    expect(dollars?.totalNano).toBe(usd(10))
    expect(dollars?.billedNano).toBe(usd(504))
    expect(dollars?.other).toEqual([
      { kind: 'tax', effectiveNano: usd(2), billedNano: usd(2) },
      { kind: 'credit', effectiveNano: usd(-3), billedNano: usd(-3) },
      { kind: 'purchase', effectiveNano: 0n, billedNano: usd(500) },
      { kind: 'correction', effectiveNano: usd(-1), billedNano: usd(-1) },
      { kind: 'refund', effectiveNano: usd(-4), billedNano: usd(-4) },
    ])
  })
  it('shows what nobody put a price on apart from what is free of charge', () => {
    const [dollars] = digestOf([
      charge({ nano: usd(1) }),
      charge({ nano: 0n, model: 'own' }),
      charge({ nano: 0n, model: 'free', listNano: 5n }),
    ]).currencies
    expect(dollars?.unpriced).toEqual([{ provider: 'openai', model: 'own', tokens: 12 }])
  })
  it('counts a gateway and the provider behind it once and tells the gap', () => {
    const both = digestOf([
      charge({ nano: usd(10) }),
      charge({ nano: usd(9), source: 'litellm', basis: 'metered' }),
    ])
    expect(both.currencies[0]?.totalNano).toBe(usd(10))
    expect(both.gatewayGaps).toEqual([
      { provider: 'openai', currency: 'USD', days: 1, meteredNano: usd(9), billedNano: usd(10) },
    ])
  })
  it('says when a figure that was posted is another now', () => {
    const then = digestOf(charges, '2026-W46')
    const posted = postedBy(then)
    expect(digestOf(charges, '2026-W47', { posted }).restated).toEqual([])
    const late = [...charges, charge({ day: '2026-11-10', nano: usd(-7), correction: true })]
    expect(digestOf(late, '2026-W47', { posted }).restated).toEqual([
      {
        period: '2026-W46',
        currency: 'USD',
        postedNano: usd(100),
        nowNano: usd(93),
        share: -0.07,
      },
    ])
  })
  it('holds a day against the same weekday a week before, and a month against a whole month', () => {
    const all = daily('2026-09-01', '2026-10-31')
    const day = digestOf(all, '2026-10-20')
    expect(day).toMatchObject({ before: { from: '2026-10-13', to: '2026-10-13' } })
    expect(digestHeadline(day, 'en')[0]).toContain('the same weekday a week before')
    const month = digestOf(all, '2026-10')
    expect(month.currencies[0]?.comparison).toMatchObject({ nano: usd(31), beforeNano: usd(30) })
    expect(digestTitle(month, 'ko')).toBe('AI 지출 월간 요약 2026-10 (UTC)')
  })
  it('charts the dearest teams by day, and days nobody knows have no value', () => {
    const { team: _, ...nobody } = charge({ nano: 1n })
    const teams = Array.from({ length: 9 }, (_, i) => charge({ team: `t${i}`, nano: usd(9 - i) }))
    const [dollars] = digestOf([nobody, ...teams]).currencies
    expect(dollars?.daily.series.map((s) => s.name ?? s.kind)).toEqual([
      ...['t0', 't1', 't2', 't3', 't4', 't5'],
      'rest',
      'unattributed',
    ])
    const at = dollars?.daily.days.indexOf('2026-11-16') ?? -1
    expect(dollars?.daily.series[6]?.nano[at]).toBe(usd(6))
    expect(dollars?.daily.series[6]?.nano[at + 1]).toBeNull()
  })
  it('names six groups and adds up the rest; what no team owns is always named', () => {
    const { team: _team, ...nobody } = charge({ nano: 1n })
    const many = [
      nobody,
      ...Array.from({ length: 9 }, (_, i) =>
        charge({ team: `t${i}`, nano: BigInt(9 - i) * 1_000_000_000n }),
      ),
    ]
    const line = (language: 'en' | 'ko') =>
      digestLines(digestOf(many), language).find((l) => /^(By team|팀별:)/.test(l))
    expect(line('en')).toBe(
      'By team: t0 $9.00, t1 $8.00, t2 $7.00, t3 $6.00, t4 $5.00, t5 $4.00, no team named $0.000000001, 3 more $6.00',
    )
    expect(line('ko')).toMatch(/팀 미지정 \$0\.000000001, 그 외 3개 \$6\.00$/)
  })
  it('cuts a name that would fill the message', () =>
    expect(digestLines(digestOf([charge({ model: '모'.repeat(300) })]), 'ko')).toContain(
      `모델별: ${'모'.repeat(59)}… $1.00`,
    ))
  it('calls a week that its year does not have by its real name', () =>
    expect(digestOf([], '2025-W53').period.key).toBe('2026-W01'))
  it('never has more than five lines in front, and adds up by every dimension', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            day: fc.constantFrom(...daysBetween('2026-11-01', '2026-11-22')),
            model: fc.constantFrom('a', 'b', 'constructor', '__proto__'),
            team: fc.constantFrom('x', 'y', 'z'),
            nano: fc.bigInt({ min: 0n, max: 10n ** 15n }),
            currency: fc.constantFrom('USD', 'KRW'),
          }),
        ),
        (lines) => {
          const made = digestOf(lines.map(charge))
          expect(digestHeadline(made, 'en').length).toBeLessThanOrEqual(5)
          for (const c of made.currencies)
            for (const { lines: own, rest, unnamed } of Object.values(c.by))
              expect(
                [...own, ...[rest, unnamed].flatMap((x) => x ?? [])].reduce(
                  (sum, l) => sum + l.nano,
                  0n,
                ),
              ).toBe(c.totalNano)
        },
      ),
      { numRuns: 60 },
    ))
})
