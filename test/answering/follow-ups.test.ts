import { describe, expect, it } from 'vitest'
import { findFactor } from '../../src/answering/facts/factors.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import { EN, KNOWN, KO, LADDER, part, talk } from '../support/talk.ts'

describe('a follow-up changes what it names, keeps the rest and shows the difference', () => {
  it.each<[string, string, SizingInput, RegExp]>([
    [EN, 'what if volume doubles?', { volume: 400_000 }, /Volume: before 200,000 .* now 400,000/],
    [
      EN,
      'what if prices double?',
      { 'price-factor': 2 },
      /Supposed change of token prices: before none, now 2x/,
    ],
    [
      EN,
      'and if tokens get 30% cheaper?',
      { 'price-factor': 0.7 },
      /prices: before none, now 0\.7x/,
    ],
    [EN, '10x', { volume: 2_000_000 }, /Volume: before 200,000/],
    [EN, '30% more', { volume: 260_000 }, /now 260,000/],
    [EN, 'what if demand falls by 25%?', { volume: 150_000 }, /now 150,000/],
    [EN, 'halve the output', { out: 10 }, /Answer tokens: before 20 .*assumed.* now 10/],
    [
      EN,
      'what if an error costs $5',
      { 'error-cost': 5 },
      /wrong answer: before \$0.20 .* now \$5/,
    ],
    [EN, 'and if mistakes were twice as expensive?', { 'error-cost': 0.4 }, /now \$0.40/],
    [EN, 'in Korea instead', { region: 'KOR' }, /Region: before the United States, now Korea/],
    [EN, 'self-host it', { hosting: 'self-host' }, /Hosting: before either, now self-hosted/],
    [EN, 'only EU data residency', { residency: 'EU' }, /must stay: before none, now EU/],
    [
      EN,
      'the provider must not train on our data',
      { data: 'no-training' },
      /now nobody may train/,
    ],
    [
      EN,
      'answers under 2 seconds',
      { latency: 2000 },
      /acceptable time: before none, now 2,000 ms/,
    ],
    [
      EN,
      'and with Haiku?',
      { candidates: [...LADDER, 'claude-haiku-5-5'] },
      /now .*Claude Haiku 5\.5/,
    ],
    [
      EN,
      'use Claude instead',
      { candidates: ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'] },
      /Candidates: before GPT-6 Astra, .* now Claude Opus 5\.5/,
    ],
    [KO, '볼륨이 두 배면?', { volume: 400_000 }, /사용량: 전 월 200,000건.* 후 월 400,000건/],
    [KO, '가격이 두 배가 되면?', { 'price-factor': 2 }, /토큰 가격 변화: 전 없음, 후 2배/],
    [KO, '토큰 단가가 30% 내리면?', { 'price-factor': 0.7 }, /토큰 가격 변화: 전 없음, 후 0\.7배/],
    [KO, '20% 줄면?', { volume: 160_000 }, /후 월 160,000건/],
    [KO, '출력이 절반이면?', { out: 10 }, /출력 토큰: 전 20토큰\(가정\), 후 10토큰/],
    [KO, '답변이 세 배로 길어지면?', { out: 60 }, /후 60토큰/],
    [KO, '지연시간이 1초 이하여야 해', { latency: 1000 }, /응답 시간 한도: 전 없음, 후 1,000ms/],
    [
      KO,
      '오류 하나에 5달러라면?',
      { 'error-cost': 5 },
      /틀린 답의 비용: 전 건당 \$0.20.* 후 건당 \$5/,
    ],
    [KO, '프랑스라면?', { region: 'FRA' }, /지역: 전 미국, 후 프랑스/],
    [KO, '직접 호스팅하면?', { hosting: 'self-host' }, /호스팅: 전 어느 쪽이든, 후 자체 호스팅/],
    [KO, 'EU 안에서만 처리해야 해', { residency: 'EU' }, /처리 지역 고정: 전 없음, 후 EU/],
    [KO, '예산이 월 100달러라면?', { budget: 100 }, /예산: 전 없음, 후 월 \$100/],
    [KO, 'Haiku는?', { candidates: [...LADDER, 'claude-haiku-5-5'] }, /후 .*Claude Haiku 5\.5/],
  ])('%s | %s', async (question, followUp, changed, difference) => {
    const { answer, thread } = await talk(question, followUp)
    expect(thread.input).toEqual({ ...KNOWN, ...changed })
    expect(part(answer, 'change')).toMatch(difference)
    expect(answer.language).toBe(question === KO ? 'ko' : 'en')
  })
  it('counts a stated period', async () =>
    expect((await talk(EN, 'make it 50k a day')).thread.input?.volume).toBeCloseTo(1_520_833, 0))
  it('changes add up, and conditions can be taken back', async () => {
    const said = [EN, 'nightly batch is fine', 'our budget is $500 a month', 'double it']
    expect((await talk(...said)).thread.input).toEqual({
      ...KNOWN,
      batch: true,
      budget: 500,
      volume: 400_000,
    })
    const { thread } = await talk(...said, 'without batch', 'no budget limit')
    expect(thread.input).toEqual({ ...KNOWN, batch: false, volume: 400_000 })
  })
  it('asks for a number that is to be halved and that nobody gave', async () => {
    expect((await talk(EN, 'halve the budget')).answer.kind).toBe('clarify')
    expect((await talk(KO, '예산이 절반이면?')).text).toMatch(/예산 값을 아직 알려 주지 않으셔서/)
  })
  it.each([
    'what if GPU rents halve?',
    'what if electricity prices double?',
    'what if input prices double?',
    'what if the price of Claude Sonnet 5.5 doubles?',
    'is a 30% cheaper model any good?',
  ])('does not take "%s" for the volume or for the price of all tokens', async (said) => {
    const { input } = (await talk(EN, said)).thread
    expect(input?.volume ?? KNOWN.volume).toBe(KNOWN.volume)
    expect(input?.['price-factor']).toBeUndefined()
  })
  it('multiplies a change of prices by the next, and shows it on the price it cites', async () => {
    const { thread, text } = await talk(EN, 'what if prices double?', 'and if they triple?')
    expect(thread.input).toMatchObject({ volume: 600_000, 'price-factor': 2 })
    expect(text).toMatch(/list price at OpenAI, read [\d-]+, × 2\./)
  })
})

describe('the result of a pilot told in the thread', () => {
  const counts = 'gpt-6-astra=441 gpt-6-luna=430 both=410 items=500'
  it.each([
    [EN, /Own evaluation: before none, now GPT-6 Astra, GPT-6 Luna/],
    [KO, /직접 한 평가: 전 없음, 후 GPT-6 Astra, GPT-6 Luna/],
  ])('after "%s" counts in place of the published scores', async (question, change) => {
    const { answer, thread } = await talk(question, `evaluation="${counts}"`)
    expect(thread.input).toMatchObject({
      ...KNOWN,
      evaluation: { a: 'gpt-6-astra', aRight: 441, b: 'gpt-6-luna', bothRight: 410, items: 500 },
    })
    expect(part(answer, 'change')).toMatch(change)
    expect(part(answer, 'reasons')).toMatch(/your own evaluation|직접 하신 평가/)
  })
  it('is not all that stands behind a comparison with a model that was not in it', async () => {
    const told = 'evaluation="effort:gpt-6-luna=441 gpt-6-astra=465 both=410 items=500"'
    const asked = 'Do we need the frontier model for expert reasoning, 20k questions a month?'
    const { answer } = await talk(asked, told)
    expect(part(answer, 'reasons')).toMatch(
      /\(your own evaluation and published scores\): .* GPT-6 Astra over GPT-6 Luna is/,
    )
  })
  it('is asked for again where a count is missing or the counts do not fit', async () => {
    for (const both of ['', 'both=460']) {
      const wrong = counts.replace('both=410', both)
      const { answer, text } = await talk(EN, `evaluation="${wrong}"`)
      expect([wrong, answer.kind]).toEqual([wrong, 'clarify'])
      expect(text).toContain('counts that fit each other')
    }
  })
  it('alone, before anything was asked, leads to the question for the work', async () =>
    expect((await talk(`evaluation="${counts}"`)).answer.kind).toBe('clarify'))
  it('is what the advice of a pilot asks for, by the names that are read', async () => {
    const asked = 'Do we need the frontier model for expert reasoning, 20k questions a month?'
    const advice = part((await talk(asked)).answer, 'next-step')
    const told = /evaluation="[^"]+"/.exec(advice)?.[0].replace(/=…/g, '=400') ?? ''
    const { answer, thread } = await talk(asked, told.replace('items=400', 'items=500'))
    expect(answer.kind).toBe('answer')
    expect(thread.input?.evaluation).toMatchObject({ aRight: 400, items: 500 })
  })
})

describe('a question about the workload of the thread', () => {
  it.each([
    [EN, 'how much CO2 is that?', /Going from GPT-6 Astra to GPT-6 Luna avoids .* CO2e a month/],
    [KO, '탄소는 얼마나 돼?', /GPT-6 Luna로 바꾸면 월 .* CO2e.* 줄어듭니다/],
  ])('%s | %s changes nothing, and leads with what is asked', async (question, ask, said) => {
    const { answer, thread } = await talk(question, ask)
    expect(thread.input).toEqual(KNOWN)
    expect(part(answer, 'explanation')).toMatch(said)
    expect(part(answer, 'change')).toBe('')
  })
})

describe('a factor', () => {
  it.each([
    ['double it', 2],
    ['three times the traffic', undefined],
    ['5 times the traffic', 5],
    ['3x fewer', 1 / 3],
    ['up by 12.5%', 1.125],
    ['절반으로', 0.5],
    ['열 배', 10],
    ['2.5배로 늘면', 2.5],
    ['30% 늘면', 1.3],
    ['30%로 줄면', 0.3],
    ['10분의 1로 줄면', 0.1],
  ])('"%s" is %s', (text, factor) => expect(findFactor(text)).toEqual(factor))
})

describe('a change of topic', () => {
  it.each<[string, string, SizingInput]>([
    [EN, 'Do we need GPT to write code?', { task: 'coding-agent', candidates: LADDER }],
    [EN, 'translate 5k pages a week, which model?', { task: 'translation' }],
    [KO, '번역에는 어떤 모델이 필요해?', { task: 'translation' }],
    [
      EN,
      'What would a 70B model cost us to self-host for 50 requests a second?',
      { volume: 131_400_000, candidates: ['llama-3.1-70b', ...LADDER], hosting: 'either' },
    ],
  ])('%s | %s starts afresh', async (first, second, input) => {
    const { answer, thread } = await talk(first, second)
    const { volume: _volume, in: _in, ...rest } = thread.input ?? {}
    const { volume, ...expected } = input
    expect(rest).toEqual(expected)
    if (volume !== undefined) expect(thread.input?.volume).toBe(volume)
    expect(thread.input?.volume).not.toBe(KNOWN.volume)
    expect(part(answer, 'change')).toBe('')
  })
  it.each([
    [EN, 'Is the internet really running out of training data?'],
    [EN, 'And what did Kaplan find about scaling GPT?'],
    [KO, '한국 전력망은 왜 탄소가 많아?'],
    [KO, '스케일링 법칙이 뭐야?'],
  ])('%s | %s is answered from the notes; the workload waits', async (first, second) => {
    const { answer, thread } = await talk(first, second)
    expect(answer.recommendation).toBeUndefined()
    expect(thread.input).toEqual(KNOWN)
    const { thread: later, answer: next } = await talk(
      first,
      second,
      first === KO ? '볼륨이 두 배면?' : 'what if volume doubles?',
    )
    expect(later.input).toEqual({ ...KNOWN, volume: 400_000 })
    expect(part(next, 'change')).not.toBe('')
  })
  it('a workload after a knowledge answer is sized, and a question of knowledge after it is not', async () => {
    const { answer } = await talk('What is distillation?', EN)
    expect(answer.recommendation?.request.volume.value).toBe(200_000)
    expect(part(answer, 'change')).toBe('')
  })
  it('an open question of ours is answered by the next message', async () =>
    expect(
      (await talk('do we need a bigger model?', 'tagging support tickets')).thread.input,
    ).toEqual({ task: 'classification' }))
})
