import { describe, expect, it } from 'vitest'
import { CsvError, readCharges, toNano } from '../../src/connectors/csv.ts'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { digestLines, digestTitle } from '../../src/digest/digest-text.ts'
import { nextRun, scheduleProblems } from '../../src/digest/next-run.ts'
import {
  dayNumber,
  daysOfWeek,
  isoDay,
  isoWeek,
  lastWholeWeek,
  weekBefore,
  weekday,
} from '../../src/spend/calendar.ts'

const CSV = `date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency
2026-11-09,openai,gpt-6-astra,support,1000,10,0,100,USD
2026-11-16,openai,gpt-6-astra,support,500,5,0,40.5,USD
2026-11-17,openai,gpt-6-luna,,900,9,0,0.25,USD
2026-11-17,mistral,mistral-large,lab,10,1,0,3,EUR`

describe('the calendar', () => {
  it('agrees with ISO 8601 at year ends', () => {
    expect(isoWeek('2026-11-24')).toBe('2026-W48')
    expect(isoWeek('2027-01-01')).toBe('2026-W53')
    expect(isoWeek('2024-12-30')).toBe('2025-W01')
    expect(weekBefore('2027-W01')).toBe('2026-W53')
    expect(lastWholeWeek('2026-11-23')).toBe('2026-W47')
    expect(daysOfWeek('2026-W47')).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
    expect(weekday('2026-11-24')).toBe(2)
  })
  it('round-trips every day of a century', () => {
    for (let n = dayNumber('2000-01-01'); n < dayNumber('2100-01-01'); n += 13)
      expect(dayNumber(isoDay(n))).toBe(n)
  })
  it('refuses what is no date', () => expect(() => dayNumber('2026-02-30')).toThrow('2026-02-30'))
})

describe('a plain CSV', () => {
  it('becomes charges to the nano, teams kept apart, currencies never mixed', () => {
    const { charges, read, kept, rejected } = readCharges(`\uFEFF${CSV.replace(/\n/g, '\r\n')}`)
    expect({ read, kept, rejected }).toEqual({ read: 4, kept: 4, rejected: [] })
    expect(charges.find((c) => c.model === 'gpt-6-luna')).toEqual({
      day: '2026-11-17',
      provider: 'openai',
      model: 'gpt-6-luna',
      inputTokens: 900,
      outputTokens: 9,
      cachedTokens: 0,
      costNano: 250_000_000n,
      currency: 'USD',
    })
  })
  it('reports each bad row with line and reason, and keeps the rest', () => {
    const { kept, rejected } = readCharges(
      `${CSV}\n2026-13-01,openai,m,t,1,1,0,1,USD\n2026-11-17,openai,m,t,1,1,0,"1,234.5",USD\n2026-11-17,openai,m,t,-4,1,0,1,USD`,
    )
    expect(kept).toBe(4)
    expect(rejected.map((r) => r.line)).toEqual([6, 7, 8])
    expect(rejected.map((r) => r.reason).join(' ')).toMatch(
      /not a date.*no thousands separators.*at least 0/,
    )
  })
  it('with a header that does not fit is refused with what is needed', () => {
    expect(() => readCharges('when,who\n1,2')).toThrow(CsvError)
    expect(() => readCharges('')).toThrow('header line')
  })
  it.each([
    ['0.1234567895', 123_456_790n],
    ['0.1234567885', 123_456_788n],
    ['-2', -2_000_000_000n],
    ['12345678901.5', 12_345_678_901_500_000_000n],
  ])('%s is %s nano', (text, nano) => expect(toNano(text)).toBe(nano))
})

describe('a digest', () => {
  const digest = buildDigest(readCharges(CSV).charges, '2026-W47')
  it('has the totals a person would add up by hand', () => {
    const [usd, eur] = digest.summaries
    expect(usd).toMatchObject({
      currency: 'USD',
      totalNano: 40_750_000_000n,
      beforeNano: 100_000_000_000n,
      changeShare: -0.5925,
    })
    expect(eur).toMatchObject({ currency: 'EUR', totalNano: 3_000_000_000n })
    expect(eur?.changeShare).toBeUndefined()
    expect(usd?.byTeam.reduce((s, l) => s + l.costNano, 0n)).toBe(usd?.totalNano)
    expect(digest.movers[0]?.map((m) => m.name)).toEqual(['gpt-6-astra', 'gpt-6-luna'])
    expect(digest.missingDays).toHaveLength(5)
  })
  it('reads well in English and in Korean', () => {
    expect(digestTitle(digest, 'en')).toBe(
      'AI spend, week 2026-W47 (2026-11-16 to 2026-11-22, UTC)',
    )
    expect(digestLines(digest, 'en')[0]).toBe(
      'Total $40.75, -$59.25 (-59.3%) against $100.00 the week before',
    )
    expect(digestLines(digest, 'ko')[0]).toBe('합계 $40.75, 지난주 $100.00 대비 -$59.25 (-59.3%)')
    expect(digestLines(digest, 'ko').join('\n')).toMatch(/팀 미지정[\s\S]*0이 아니라 알 수 없음/)
  })
  it('of an empty store says so', () =>
    expect(digestLines(buildDigest([], '2026-W47'), 'en')[0]).toContain('No spend was imported'))
})

describe('the schedule', () => {
  it('keeps 09:00 local over a clock change', () => {
    const before = nextRun(1, 9, 'America/New_York', Date.parse('2026-10-26T14:00:00Z'))
    expect(new Date(before).toISOString()).toBe('2026-11-02T14:00:00.000Z')
    expect(
      new Date(nextRun(1, 9, 'Asia/Seoul', Date.parse('2026-11-24T00:00:00Z'))).toISOString(),
    ).toBe('2026-11-30T00:00:00.000Z')
  })
  it('names what is wrong with a setting', () =>
    expect(scheduleProblems({ weekday: 9, hour: 3, zone: 'Moon/Base' })).toEqual([
      'weekday',
      'hour',
      'zone',
    ]))
})
