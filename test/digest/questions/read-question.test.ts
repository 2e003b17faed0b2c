import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPeriod } from '../../../src/digest/questions/read-period.ts'
import {
  readSpendQuestion,
  type ThreadBefore,
} from '../../../src/digest/questions/read-question.ts'
import { shippedKnowledge } from '../../support/knowledge.ts'
import { GENERAL_EN, GENERAL_KO } from './general-questions.ts'
import { OTHERS_EN, OTHERS_KO } from './other-questions.ts'
import { OWN_EN, OWN_KO, TODAY } from './own-questions.ts'

const read = (text: string, before: ThreadBefore = {}) => readSpendQuestion(text, TODAY, before)

describe('a question about the company’s own spend', () => {
  it.each([...OWN_EN, ...OWN_KO])('%s is %s of %s', (text, kind, period) =>
    expect(read(text)).toMatchObject({ kind, period }),
  )
  it.each([
    ['how much did ticket-triage cost last week?', { name: 'ticket-triage' }],
    ['지난주 search 팀 비용이 얼마야?', { name: 'search' }],
    ['What if we moved ticket-triage to gpt-6-luna?', { name: 'ticket-triage', to: 'gpt-6-luna' }],
    ['what if summarisation moved to the small model?', { name: 'summarisation' }],
    ['요약 작업을 작은 모델로 바꾸면 어때?', { kind: 'what-if', name: '요약' }],
    ['which workload has the lowest unit cost last month', { by: 'workload', rank: 'least' }],
    ['how much did we burn last quarter', { cannot: 'span' }],
  ])('%s names %j', (text, named) => expect(read(text)).toMatchObject(named))
})

describe('any other question stays with the notes, the calculators and the sizing', () => {
  it.each([...OTHERS_EN, ...OTHERS_KO, ...GENERAL_EN, ...GENERAL_KO])('%s', (text) =>
    expect(read(text)).toBeUndefined(),
  )
  it('none of the evaluation is taken for one', () => {
    const asked = readFileSync('eval/questions.jsonl', 'utf8').trim().split('\n')
    const taken = asked.map((l) => String(JSON.parse(l).question)).filter((q) => read(q))
    expect(taken).toEqual([])
  })
  it('of the questions of the notes only those about one’s own budget', async () => {
    const { notes } = (await shippedKnowledge()).corpus
    const all = notes.flatMap((n) => [...n.questions_en, ...n.questions_ko])
    expect(all.length).toBeGreaterThan(1000)
    expect(all.filter((q) => read(q)).sort()).toEqual([
      'Will we blow this month’s AI budget?'.replace('’', "'"),
      '예산이 언제 바닥나는지 알 수 있나요?',
      '이번 달 AI 예산을 넘기겠습니까?',
    ])
  })
  it('a thread about a workload keeps its "what if"', () => {
    expect(read('what if triage moved to a smaller model?', { sized: true })).toBeUndefined()
    expect(read('how much did we spend last week?', { sized: true })?.kind).toBe('total')
  })
})

describe('a follow-up keeps what it does not name', () => {
  const why = read('why did spend jump last week?')
  const total = read('10월 총 지출 알려주세요')
  const costs = read('which team’s unit cost is highest?')
  it.each([
    [why, 'and by team?', { kind: 'breakdown', by: 'team', period: '2026-W47' }],
    [why, 'and the week before?', { kind: 'why', period: '2026-W46' }],
    [why, 'what about last month?', { kind: 'why', period: '2026-10' }],
    [why, 'models?', { kind: 'breakdown', by: 'model', period: '2026-W47' }],
    [why, 'and the forecast?', { kind: 'forecast', period: '2026-W47' }],
    [why, 'what about support?', { kind: 'why', name: 'support' }],
    [total, '그럼 모델별로는?', { kind: 'breakdown', by: 'model', period: '2026-10' }],
    [total, '그 전달은?', { kind: 'total', period: '2026-09' }],
    [total, '왜?', { kind: 'why', period: '2026-10' }],
    [total, '지난주는요?', { kind: 'total', period: '2026-W47' }],
    [total, '그럼 예산은?', { kind: 'budget', period: '2026-10' }],
    [total, 'and the month before?', { kind: 'total', period: '2026-09' }],
    [costs, 'and by workload?', { kind: 'unit-cost', by: 'workload', period: '2026-W47' }],
    [costs, 'how much did we spend yesterday?', { kind: 'total', period: '2026-11-23' }],
  ] as const)('%j, then %s', (asked, text, then) => {
    if (!asked) throw new Error('The question before was not read.')
    expect(read(text, { asked })).toMatchObject(then)
  })
  it.each([
    'how do FinOps teams allocate spend?',
    'Why did Chinchilla change Kaplan’s advice?',
    'do we need the bigger model for 2M tickets a month?',
    '스케일링 법칙이 뭐야?',
    '티켓 분류를 월 20만 건 하는데 큰 모델이 꼭 필요해?',
    'thanks!',
    '고마워',
  ])('%s is none', (text) => {
    if (!why) throw new Error('The question before was not read.')
    expect(read(text, { asked: why })).toBeUndefined()
  })
})

describe('a period', () => {
  it.each([
    ['the week before last', '2026-W46'],
    ['this week so far', '2026-W48'],
    ['the day before yesterday', '2026-11-22'],
    ['month to date', '2026-11'],
    ['week 50', '2025-W50'],
    ['in December', '2025-12'],
    ['in March 2026', '2026-03'],
    ['20 November', '2026-11-20'],
    ['on Monday', '2026-11-23'],
    ['on Tuesday', '2026-11-17'],
    ['2026-W46', '2026-W46'],
    ['2026-10', '2026-10'],
    ['지지난주', '2026-W46'],
    ['그제', '2026-11-22'],
    ['2025년 12월', '2025-12'],
    ['12월', '2025-12'],
    ['11월 3일', '2026-11-03'],
    ['월요일', '2026-11-23'],
    ['higher than last week', '2026-W48'],
    ['지난달 대비', '2026-11'],
  ])('%s is %s', (text, key) => expect(readPeriod(text, TODAY)).toMatchObject({ key }))
  it.each(['3개월', 'a 13-week contract', '2026-W60', 'maybe', 'marketing', '2월 30일'])(
    '%s is none',
    (text) => expect(readPeriod(text, TODAY)).toBeUndefined(),
  )
  it.each(['last quarter', 'this year', 'the last three weeks', '올해', '최근 7일'])(
    '%s is neither a day, a week nor a month',
    (text) => expect(readPeriod(text, TODAY)).toMatchObject({ cannot: 'span' }),
  )
})
