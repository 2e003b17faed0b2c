import { describe, expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { digestJson } from '../../src/digest/digest-json.ts'
import { digestLines, digestTitle } from '../../src/digest/digest-text.ts'
import { decimalOf, showNano } from '../../src/digest/show-money.ts'
import { charge } from '../contracts/samples.ts'
import { readCsv } from '../support/file.ts'

/** Worked by hand: dollars 100 on Monday 9 November against 40.50 and 0.25 on Monday the 16th, euros beside. */
const CSV = `date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency
2026-11-09,openai,gpt-6-astra,support,1000,10,0,100,USD
2026-11-16,openai,gpt-6-astra,support,500,5,0,40.5,USD
2026-11-16,openai,gpt-6-luna,,900,9,0,0.25,USD
2026-11-16,mistral,mistral-large,lab,10,1,0,3,EUR`
const { charges } = await readCsv(CSV)
const digest = buildDigest(charges, '2026-W47')
const partly = buildDigest([...charges, charge({ day: '2026-11-17' })], '2026-W47')

describe('a digest', () => {
  it('has the totals a person would add up by hand', () => {
    const [usd, eur] = digest.summaries
    expect(usd).toMatchObject({
      currency: 'USD',
      totalNano: 40_750_000_000n,
      beforeNano: 100_000_000_000n,
      changeNano: -59_250_000_000n,
      changeShare: -0.5925,
    })
    expect(eur).toMatchObject({ currency: 'EUR', totalNano: 3_000_000_000n, beforeNano: 0n })
    expect(digest.movers.map((m) => m.map((l) => l.name))).toEqual([
      ['gpt-6-astra', 'gpt-6-luna'],
      ['mistral-large'],
    ])
    expect(digest).toMatchObject({
      from: '2026-11-16',
      to: '2026-11-22',
      coveredDays: ['2026-11-16'],
    })
    expect(digest.notes.map((n) => n.kind)).toEqual(['missing-days', 'several-currencies'])
  })
  it('is exact as JSON: money as decimal text, the unknown as null', () => {
    const { summaries } = JSON.parse(JSON.stringify(digestJson(digest)))
    expect(summaries[0]).toMatchObject({
      currency: 'USD',
      total: '40.75',
      before: '100',
      change: '-59.25',
      changeShare: -0.5925,
      byTeam: [
        { name: 'support', cost: '40.5', before: '100' },
        { name: null, cost: '0.25', before: '0' },
      ],
      movers: [{ name: 'gpt-6-astra' }, { name: 'gpt-6-luna' }],
    })
    const first = buildDigest([charge({ day: '2026-11-16' })], '2026-W47')
    expect(digestJson(first)).toMatchObject({
      summaries: [{ before: null, change: null, changeShare: null, movers: [] }],
    })
  })
  it.each([
    [0n, '0'],
    [1n, '0.000000001'],
    [-1_500_000_000n, '-1.5'],
    [90_071_992_547_409_930_000_000_001n, '90071992547409930.000000001'],
  ])('%s nano-units are %s', (nano, text) => {
    expect(decimalOf(nano)).toBe(text)
  })
  it('reads well in English', () => {
    expect(digestTitle(digest, 'en')).toBe(
      'AI spend, week 2026-W47 (2026-11-16 to 2026-11-22, UTC)',
    )
    expect(digestLines(digest, 'en')).toEqual([
      'Total $40.75, -$59.25 (-59.3%) against $100.00 the week before',
      'Top mover – gpt-6-astra: $100.00 → $40.50 (-$59.50)',
      'Top mover – gpt-6-luna: $0.00 → $0.25 (+$0.25)',
      'By model: gpt-6-astra $40.50, gpt-6-luna $0.25',
      'By team: support $40.50, no team named $0.25',
      'Total €3.00, +€3.00 against €0.00 the week before',
      'Top mover – mistral-large: €0.00 → €3.00 (+€3.00)',
      'By model: mistral-large €3.00',
      'By team: lab €3.00',
      'Days without data (unknown, not zero): 2026-11-17, 2026-11-18, 2026-11-19, 2026-11-20, 2026-11-21, 2026-11-22',
      'Amounts in different currencies are shown apart and never added together.',
    ])
  })
  it('reads well in Korean', () => {
    expect(digestTitle(digest, 'ko')).toBe(
      'AI 지출 주간 요약 2026-W47 (2026-11-16 ~ 2026-11-22, UTC)',
    )
    expect(digestLines(digest, 'ko')).toEqual([
      '합계 $40.75, 전주 $100.00 대비 -$59.25 (-59.3%)',
      '변화가 큰 모델 – gpt-6-astra: $100.00 → $40.50 (-$59.50)',
      '변화가 큰 모델 – gpt-6-luna: $0.00 → $0.25 (+$0.25)',
      '모델별: gpt-6-astra $40.50, gpt-6-luna $0.25',
      '팀별: support $40.50, 팀 미지정 $0.25',
      '합계 €3.00, 전주 €0.00 대비 +€3.00',
      '변화가 큰 모델 – mistral-large: €0.00 → €3.00 (+€3.00)',
      '모델별: mistral-large €3.00',
      '팀별: lab €3.00',
      '데이터가 없는 날(0이 아니라 알 수 없음): 2026-11-17, 2026-11-18, 2026-11-19, 2026-11-20, 2026-11-21, 2026-11-22',
      '통화가 다른 금액은 따로 표시하며 서로 더하지 않습니다.',
    ])
  })
  it('of a week nothing is known of says so and shows no amount at all', () => {
    for (const known of [[], charges]) {
      const unknown = buildDigest(known, '2026-W48')
      expect(unknown.summaries).toEqual([])
      expect(digestLines(unknown, 'en')).toEqual([
        'No spend was imported for this week, so it is unknown, not zero; import a CSV and it will show here.',
      ])
      expect(digestLines(unknown, 'ko').join()).not.toMatch(/\$|%/)
    }
  })
  it('without a week before gives no change and says why', () => {
    const first = buildDigest(charges, '2026-W46')
    const lines = digestLines(first, 'en')
    expect(lines[0]).toBe('Total $100.00')
    expect(lines.at(-1)).toContain('nothing to compare with')
    expect(lines.join()).not.toMatch(/Top mover|%/)
    expect(digestLines(first, 'ko').at(-1)).toContain('비교할 수 없습니다')
  })
  it('does not hold two days against one', () => {
    expect(digestLines(partly, 'en')[0]).toBe('Total $41.75; the week before: $100.00')
    expect(digestLines(partly, 'en').join('\n')).toContain(
      'not compared, because they have data for different weekdays (2 of 7 in this week, 1 of 7 the week before)',
    )
    expect(digestLines(partly, 'ko')[0]).toBe('합계 $41.75, 전주 $100.00')
    expect(digestLines(partly, 'ko').join('\n')).toContain('두 주를 비교하지 않았습니다')
    expect(partly.movers.flat()).toEqual([])
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
      digestLines(buildDigest(many, '2026-W47'), language).find((l) => /^(By team|팀별)/.test(l))
    expect(line('en')).toBe(
      'By team: t0 $9.00, t1 $8.00, t2 $7.00, t3 $6.00, t4 $5.00, t5 $4.00, no team named $0.000000001, 3 more $6.00',
    )
    expect(line('ko')).toMatch(/팀 미지정 \$0\.000000001, 그 외 3개 \$6\.00$/)
  })
  it('cuts a name that would fill the message', () => {
    const [, model = ''] = digestLines(
      buildDigest([charge({ model: '모'.repeat(300) })], '2026-W47'),
      'ko',
    )
    expect(model).toBe(`모델별: ${'모'.repeat(59)}… $1.00`)
  })
  it('calls a week that its year does not have by its real name', () =>
    expect(buildDigest([], '2025-W53').week).toBe('2026-W01'))
})

describe('billed money', () => {
  it.each([
    [
      9_007_199_254_740_993_120_000_000n,
      'USD',
      '$9,007,199,254,740,993.12',
      '$9,007,199,254,740,993.12',
    ],
    [-1_005_000_000n, 'USD', '-$1.01', '-$1.01'],
    [0n, 'USD', '$0.00', '$0.00'],
    [400_000n, 'USD', '$0.0004', '$0.0004'],
    [-5_000_000n, 'USD', '-$0.01', '-$0.01'],
    [3_000_000_000n, 'CAD', 'CA$3.00', 'CA$3.00'],
    [1_234_500_000_000n, 'KRW', '₩1,235', '₩1,235'],
    [400_000_000n, 'KRW', '₩0.4', '₩0.4'],
    [5_000_000_000n, 'JPY', '¥5', 'JP¥5'],
  ])('%s nano of %s', (nano, currency, english, korean) => {
    expect(showNano(nano, currency, 'en')).toBe(english)
    expect(showNano(nano, currency, 'ko')).toBe(korean)
  })
})
