import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestLines } from '../../../src/digest/digest-text.ts'
import { showChange, showNano } from '../../../src/digest/show-money.ts'
import { sampleSpend } from '../../support/sample-spend.ts'
import { OWN_EN, OWN_KO } from './own-questions.ts'

let company: Awaited<ReturnType<typeof sampleSpend>>
beforeAll(async () => {
  company = await sampleSpend([{ amountNano: 12_000_000_000_000n, currency: 'USD' }])
})
afterAll(() => company.close())

const COVERAGE_EN =
  'Period: week 2026-W47 (2026-11-16 to 2026-11-22, UTC); 7 of 7 days settled, data through 2026-11-22, cost with a team 97.7%, with known requests 100%.'
const COVERAGE_KO =
  '기간: 2026-W47 (2026-11-16 ~ 2026-11-22, UTC); 7일 중 7일 확정, 데이터 2026-11-22까지, 팀이 있는 비용 97.7%, 요청 수를 아는 비용 100%.'

describe('every question', () => {
  it.each([...OWN_EN, ...OWN_KO])(
    '%s gets at most six lines, the last with period and coverage',
    async (text) => {
      const lines = await company.ask(text)
      expect(lines.length).toBeGreaterThanOrEqual(2)
      expect(lines.length).toBeLessThanOrEqual(6)
      expect(lines.at(-1)).toMatch(/^(?:Period|기간): .*UTC\).*(?:settled|확정)/)
      expect(lines.join('\n')).not.toMatch(/undefined|NaN|\.\.$/m)
    },
  )
})

describe('the figures are those of the digest', () => {
  it('why: total, change, parts and movers', async () => {
    const [main] = (await company.digest('2026-W47')).currencies
    const lines = await company.ask('why did spend jump last week?')
    expect(lines[0]).toBe(
      `Spend rose to ${showNano(main?.totalNano ?? 0n, 'USD', 'en')} (${showChange(main?.comparison?.changeNano ?? 0n, 'USD', 'en')}, +30.3%) against the week before.`,
    )
    expect(lines.slice(1)).toEqual([
      'What the change is made of: tokens per request +$615.82, new models +$256.80, requests +$64.06, smaller parts together -$50.64.',
      'Moved most: coding-agent +$604.06, contract-review +$256.80, reply-drafts +$30.77.',
      'Team that moved most – research +$604.06: requests +$342.08, tokens per request +$271.41.',
      'These are sample figures of a made-up company.',
      COVERAGE_EN,
    ])
  })
  it('the same in Korean', async () =>
    expect(await company.ask('지난주 비용 왜 늘었어?')).toEqual([
      '지출은 전주보다 늘어 $3,812.22입니다(+$886.04, +30.3%).',
      '변화의 구성: 요청당 토큰 +$615.82, 새 모델 +$256.80, 요청 수 +$64.06, 작은 요인 합계 -$50.64.',
      '가장 크게 변한 것: coding-agent +$604.06, contract-review +$256.80, reply-drafts +$30.77.',
      '가장 크게 변한 팀 – research +$604.06: 요청 수 +$342.08, 요청당 토큰 +$271.41.',
      '가상의 회사로 만든 예시 데이터입니다.',
      COVERAGE_KO,
    ]))
  it.each([
    'How much did we spend last week?',
    'Which team spent the most last week?',
    'our spend by model last week',
    'which team’s unit cost is highest?',
    'anything unusual in our spend last week?',
    'where will we land by the end of the month?',
    'where can we save money?',
    'what are our AI emissions?',
  ])('%s holds no amount that the digest does not', async (text) => {
    const digest = await company.digest('2026-W47')
    const known = new Set([
      ...amounts(digestLines(digest, 'en').join('\n')),
      ...digest.currencies.flatMap((c) => c.unitCosts.map((u) => showNano(u.nano, 'USD', 'en'))),
      ...digest.currencies.flatMap((c) =>
        Object.values(c.by).flatMap((b) =>
          b.lines.map((l) => showNano(abs(l.changeNano), 'USD', 'en')),
        ),
      ),
    ])
    const said = amounts((await company.ask(text)).join('\n'))
    expect(said.filter((amount) => !known.has(amount))).toEqual([])
  })
  it.each([
    [
      'which team’s unit cost is highest?',
      'The team with the highest unit cost is legal, $79.90 per 1,000 requests (n = 3,210).',
    ],
    [
      'which team’s unit cost is lowest?',
      'The team with the lowest unit cost is support, $2.65 per 1,000 requests',
    ],
    ['어느 팀의 단위 비용이 제일 높아?', '단위 비용이 가장 높은 팀: legal, 요청 1,000건당 $79.90'],
    [
      'Which team spent the most last week?',
      'The team with the most spend is research: $1,244.31 (32.6%).',
    ],
    [
      'How much did TICKET TRIAGE cost last week?',
      'The workload ticket-triage cost $114.32 (of $3,812.22, 3%).',
    ],
    [
      'are we over budget?',
      '2026-11 budget of $12,000.00: $9,749.37 (81.2%) spent, $2,250.63 left; very likely to be passed, used up around 2026-11-27.',
    ],
    [
      'did we go over budget in October?',
      '2026-10 budget of $12,000.00: $13,405.57 (111.7%) spent, $1,405.57 over, passed on 2026-10-28.',
    ],
    [
      '이번 달 예산 얼마 남았어?',
      '2026-11 예산 $12,000.00 중 $9,749.37 (81.2%) 사용, $2,250.63 남음. 초과 가능성 매우 높음, 2026-11-27 소진 예상.',
    ],
    [
      'which team grew the most last week?',
      'The team that grew most is research: +$604.06, to $1,244.31.',
    ],
    [
      'which workload fell the most in October?',
      'The workload that fell most is ticket-triage: -$2,406.08',
    ],
    ['지난주에 가장 많이 늘어난 팀은?', '가장 많이 늘어난 팀: research +$604.06 ($1,244.31).'],
    [
      '리서치팀 지난주 비용 왜 올랐어요?',
      'research 지출은 전주보다 늘어 $1,244.31입니다(+$604.06).',
    ],
    ['지난달 앤트로픽에 얼마 냈어?', 'anthropic(제공사) 지출은 $3,185.07입니다'],
    ['how many tokens did we use last week?', '1,370,000 requests, 2,720,000,000 tokens.'],
    [
      'is our unit cost getting better or worse?',
      'All spend, $2.78 per 1,000 requests (n = 1,370,000, before $2.18, +27.5%).',
    ],
    [
      'why did legal start spending money?',
      'legal had no spend in the period before; in this one it cost $256.80.',
    ],
    ['why did coding-agent jump?', 'Spend of coding-agent rose to $1,244.31 (+$604.06)'],
    ['ticket-triage 얼마 들어?', 'ticket-triage(작업) 지출은 $114.32입니다'],
    [
      "where's the money going?",
      'The workload with the most spend is coding-agent: $1,244.31 (32.6%).',
    ],
    ['9월이랑 10월 비용 비교해줘', '지출은 전월보다 줄어 $13,405.57입니다(-$484.25, -3.5%).'],
    ['지난주 search 팀 비용이 얼마야?', 'search(팀) 지출은 $570.32입니다'],
    [
      'why did research costs rise last week?',
      'Spend of research rose to $1,244.31 (+$604.06) against the week before.',
    ],
  ])('%s: %s', async (text, verdict) => expect((await company.ask(text))[0]).toContain(verdict))
})

describe('what if something moved to another model', () => {
  it('is computed as a range, worth a pilot, and no claim of quality', async () => {
    const [use] = (await company.digest('2026-W47')).currencies[0]?.oversized ?? []
    const [low, high] = [use?.savingPerMonth.lowNano, use?.savingPerMonth.highNano].map((n) =>
      showNano(n ?? 0n, 'USD', 'en'),
    )
    const lines = await company.ask('what if query-tagging moved to the small model?')
    expect(lines.slice(0, 3)).toEqual([
      `Moving query-tagging (gpt-6-astra → gpt-4.1-nano) would save ${low} to ${high} a month, if its quality holds.`,
      'Computed: $570.32 of 7 days, its 58,200,000 input and 2,910,000 output tokens at list prices, as 30 days; the low end moves half of the calls, the high end all.',
      'Worth a pilot of 1,310 items; only the pilot can tell the quality.',
    ])
  })
  it('goes to the model that is named, and says what runs there already', async () => {
    const lines = await company.ask('What if we moved ticket-triage to GPT-6 Luna?')
    expect(lines[0]).toContain('Moving ticket-triage (gpt-5.6-sol → gpt-6-luna) would save')
    expect(lines[3]).toBe('Runs on that model already: gpt-6-luna.')
  })
  it('says when it would cost more', async () =>
    expect((await company.ask('what if support moved to claude-opus-5?'))[0]).toMatch(
      /would cost \$[\d,.]+ to \$[\d,.]+ a month more\.$/,
    ))
  it.each([
    [
      'what if summarisation moved to the small model?',
      'names no team, workload or model “summarisation”, so this cannot be told. The nearest names: ',
    ],
    [
      '요약 작업을 작은 모델로 바꾸면 어때?',
      '“요약”이라는 팀, 작업, 모델이 없어 알 수 없습니다. 가장 가까운 이름: ',
    ],
    [
      'what if copy moved to gpt-99?',
      'has no list price for gpt-99, so what moving from gemini-3.6-flash would cost is not known',
    ],
  ])('%s: %s', async (text, said) => {
    const [first] = await company.ask(text)
    expect(first).toContain(said)
    expect(first).not.toMatch(/\$/)
  })
})

describe('what cannot be known is said', () => {
  it.each([
    [
      'how much did we spend this week?',
      'unknown, not zero',
      'week 2026-W48 (2026-11-23 to 2026-11-29, UTC); 0 of 7 days settled',
    ],
    ['이번 주 얼마 썼어?', '알 수 없습니다(0이 아닙니다)', '7일 중 0일 확정'],
    [
      'how much did the billing team spend last week?',
      'names no team, workload or model “billing”',
      'week 2026-W47',
    ],
    [
      'our spend by project last week',
      'name no project, so spend by project is not known',
      'week 2026-W47',
    ],
    [
      'what will December cost us?',
      'Beyond the end of this month nothing is foreseen',
      'week 2026-W47',
    ],
    [
      'what did we spend in June vs October?',
      'held against the one just before it only',
      'month 2026-10',
    ],
    ['our unit cost by provider', 'by provider they are not known', 'week 2026-W47'],
    [
      'what happened to our spend in August, why did it go up',
      'why it changed cannot be told',
      'month 2026-08',
    ],
    [
      'how much did we burn last quarter',
      'for a day, a week (Monday to Sunday) or a month only; this is for last month.',
      'month 2026-10',
    ],
    [
      'did your past recommendations turn out right?',
      'No recommendation was recorded yet',
      'week 2026-W47',
    ],
    ['anything unusual in our spend in August?', 'not enough history to tell', 'month 2026-08'],
  ])('%s: %s', async (text, said, period) => {
    const lines = await company.ask(text)
    expect(lines[0]).toContain(said)
    expect(lines.at(-1)).toContain(period)
  })
})

const amounts = (text: string) => text.match(/\$[\d,]+\.\d\d/g) ?? []
const abs = (nano = 0n) => (nano < 0n ? -nano : nano)
