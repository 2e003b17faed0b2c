import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertLines, alertTitle } from '../../src/digest/alert-text.ts'
import { type AlertState, decideAlerts, type Finding } from '../../src/digest/alerts.ts'
import { noDataFindings } from '../../src/digest/no-data.ts'
import { anomaly, MONDAY } from '../contracts/samples.ts'

const DAY = 86_400_000
const NANO = 1_000_000_000n
const noData: Finding = {
  ...{ key: 'no-data openai', kind: 'no-data', severity: 'warning', source: 'openai' },
  ...{ through: '2026-11-16', lagDays: 7, limitDays: 5 },
}
const crossed: Finding = {
  ...{ key: 'budget support', kind: 'budget', why: 'crossed', severity: 'warning' },
  ...{ name: 'support', month: '2026-11', percent: 80, currency: 'USD' },
  ...{ spentNano: 812n * NANO, budgetNano: 1000n * NANO },
}
const forecast: Finding = {
  ...{ key: 'forecast support', kind: 'budget', why: 'forecast', severity: 'notice' },
  ...{ name: 'support', month: '2026-11', currency: 'USD' },
  ...{ lowNano: 1100n * NANO, highNano: 1300n * NANO, budgetNano: 1000n * NANO },
}

/** What a channel hears, look after look: the keys raised and, with a minus, resolved. */
function heard(looks: readonly (readonly [day: number, ...findings: Finding[]])[]): string[][] {
  let states: readonly AlertState[] = []
  return looks.map(([day, ...findings]) => {
    const decided = decideAlerts(states, findings, MONDAY + day * DAY)
    states = decided.states
    const { raised = [], resolved = [] } = decided.message ?? {}
    return [...raised.map((f) => f.key), ...resolved.map((f) => `-${f.key}`)]
  })
}
const [a, b] = [anomaly('a'), anomaly('b')]
const worse = anomaly('a', { severity: 'critical' })

describe('alerts between digests', () => {
  it('are raised once and said to be resolved once', () =>
    expect(heard([[0, a], [1, a], [2, a], [9, a], [10], [11]])).toEqual([
      ['a'],
      [],
      [],
      [],
      ['-a'],
      [],
    ]))
  it('that came up together are one message', () =>
    expect(heard([[0, a, b], [1, b], [2]])).toEqual([['a', 'b'], ['-a'], ['-b']]))
  it('are raised again when they become worse, not when they become milder', () =>
    expect(
      heard([
        [0, a],
        [1, worse],
        [2, a],
        [3, worse],
      ]),
    ).toEqual([['a'], ['a'], [], []]))
  it('that come and go are not raised again before their cool-down is over', () =>
    expect(heard([[0, a], [1], [2, a], [3], [3.9, a], [4, a], [5]])).toEqual([
      ['a'],
      ['-a'],
      [],
      [],
      [],
      ['a'],
      ['-a'],
    ]))
  it('that come back worse do not wait', () =>
    expect(heard([[0, a], [1], [2, worse]])).toEqual([['a'], ['-a'], ['a']]))
  it('are not said to be over while a source has no data', () =>
    expect(heard([[0, a], [1, noData], [2, noData], [3]])).toEqual([
      ['a'],
      ['no-data openai'],
      [],
      ['-a', '-no-data openai'],
    ]))
  it('that were snoozed are silent until then, also about being over', () => {
    const snoozed = [{ finding: a, open: true, standing: false, snoozedUntil: MONDAY + 7 * DAY }]
    const at = (day: number, ...findings: Finding[]) =>
      decideAlerts(snoozed, findings, MONDAY + day * DAY).message
    expect(at(6, worse)).toBeUndefined()
    expect(at(6)).toBeUndefined()
    expect(at(7, a)?.raised).toEqual([a])
  })
  it('of the worst kind come first', () => {
    const { message } = decideAlerts([], [forecast, a, anomaly('c', { severity: 'critical' })], 0)
    expect(message?.raised.map((f) => f.severity)).toEqual(['critical', 'warning', 'notice'])
  })
  it('are told to be there and to be over in turn, whatever comes and goes', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 4, noNaN: true }), fc.subarray([a, b, worse, noData])),
          { maxLength: 30 },
        ),
        (steps) => {
          let day = 0
          const all = heard(
            steps.map(([later, findings]) => {
              day += later
              const last = new Map(findings.map((f) => [f.key, f]))
              return [day, ...last.values()]
            }),
          ).flat()
          for (const key of ['a', 'b', 'no-data openai']) {
            const own = all.filter((said) => said === key || said === `-${key}`)
            expect(own[0] ?? key).toBe(key)
            for (const [i, said] of own.entries())
              if (said === `-${key}`) expect(own[i + 1] ?? key).toBe(key)
          }
        },
      ),
    ))
  it('keep no state of what is long over', () => {
    const over = {
      finding: a,
      open: false,
      standing: false,
      said: { at: 0, severity: 'notice' },
    } as const
    expect(decideAlerts([over], [], MONDAY).states).toEqual([])
  })
})

describe('the words of an alert', () => {
  const message = { raised: [crossed, forecast, a, noData], resolved: [b] }
  it('in English', () => {
    expect(alertTitle(message, 'en')).toBe('AI spend: 4 alerts, 1 resolved')
    expect(alertLines(message, 'en')).toEqual([
      'Warning: support has passed 80% of its 2026-11 budget of $1,000.00 (spent $812.00).',
      'Notice: support is heading for $1,100.00 to $1,300.00 by the end of 2026-11, over its budget of $1,000.00.',
      'Warning: team a spent $300.00 on 2026-11-22 (UTC), where $100.00 is usual for that weekday.',
      'Warning: openai has data through 2026-11-16 (UTC) only, 7 days behind (5 at most is usual); spend since then is unknown, not zero.',
      'Resolved: unusual spend of team b',
    ])
  })
  it('in Korean', () => {
    expect(alertTitle(message, 'ko')).toBe('AI 지출 경보 4건, 해소 1건')
    expect(alertLines(message, 'ko')).toEqual([
      '경고: support: 2026-11 예산 $1,000.00의 80%를 넘었습니다(현재 $812.00).',
      '알림: support: 월말 예상 $1,100.00~$1,300.00로 2026-11 예산 $1,000.00를 넘을 전망입니다.',
      '경고: team a: 2026-11-22(UTC) 지출이 $300.00로, 같은 요일의 평소 $100.00에서 벗어났습니다.',
      '경고: openai: 데이터가 2026-11-16(UTC)까지만 있어 7일 늦었습니다(보통 5일 이내). 그 뒤의 지출은 0이 아니라 알 수 없습니다.',
      '해소: team b 지출 이상',
    ])
  })
  it('counts what is too much to tell', () => {
    const many = Array.from({ length: 12 }, (_, i) => anomaly(`n${i}`))
    expect(alertLines({ raised: many, resolved: [] }, 'en')).toHaveLength(11)
    expect(alertLines({ raised: many, resolved: [] }, 'ko').at(-1)).toBe('그 외 2건')
    expect(alertTitle({ raised: [], resolved: [a] }, 'en')).toBe('AI spend: 1 alert resolved')
  })
})

describe('a source without data', () => {
  it('is one whose settled days end too early, or that was never read', () =>
    expect(
      noDataFindings(
        [
          { source: 'openai', settledThrough: '2026-11-17' },
          { source: 'anthropic', settledThrough: '2026-11-18' },
          { source: 'litellm' },
        ],
        '2026-11-23',
      ),
    ).toMatchObject([
      { key: 'no-data openai', through: '2026-11-17', lagDays: 6, limitDays: 5 },
      { key: 'no-data litellm' },
    ]))
})
