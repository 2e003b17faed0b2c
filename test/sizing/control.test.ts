import { describe, expect, it } from 'vitest'
import { answerSizing } from '../../src/answering/answer-question.ts'
import { answerText } from '../../src/answering/plain-text.ts'
import { openKnowledge } from '../../src/knowledge.ts'
import { parseArguments } from '../../src/sizing/parse-arguments.ts'
import type { Recommendation } from '../../src/sizing/recommendation.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const sized = async (input: SizingInput): Promise<Recommendation> => {
  const result = await knowledge.size(input, 'en')
  if (!result.ok) throw new Error(result.problems.map((p) => p.sentence).join(' '))
  return result.recommendation
}
const refusals = (r: Recommendation) =>
  Object.fromEntries(r.options.map((o) => [o.id, o.refused?.reason]))

describe('control', () => {
  it('is shown for every option that runs a model, each fact with its page and the day it was read', async () => {
    const { options } = await sized({ task: 'classification', volume: 200_000 })
    const luna = options.find((o) => o.id === 'gpt-6-luna')?.control
    expect(luna).toMatchObject({
      dataLeavesCompany: { value: true },
      trainsOnData: { value: false },
      selfHostable: { value: false },
      lockIn: { value: 'one-seller' },
    })
    for (const fact of Object.values(luna ?? {})) {
      expect(fact.source).toMatch(/^https?:/)
      expect(fact.checked).toMatch(/^2026-/)
    }
    expect(options.find((o) => o.choice === 'self-host')?.control).toMatchObject({
      dataLeavesCompany: { value: false },
      lockIn: { value: 'open-weights' },
    })
  })
  it('as a rule keeps the data in the company: no API, no router, and no student whose teacher is one', async () => {
    const r = await sized({ task: 'classification', volume: 2_000_000, data: 'stays' })
    const kept = r.options.filter((o) => !o.refused && o.id !== 'no-ai')
    expect(kept.map((o) => o.choice).sort()).toEqual(['fine-tune', 'self-host'])
    expect(refusals(r)['gpt-6-luna']).toBe('data-leaves')
    expect(r.options.find((o) => o.choice === 'distil')?.refused?.reason).toBe('data-leaves')
  })
  it('as a rule asks for a place: what cannot be pinned there is refused, and what nobody checked too', async () => {
    const inEurope = await sized({ task: 'classification', residency: 'EU' })
    expect(refusals(inEurope)['gpt-6-luna']).toBeUndefined()
    const inKorea = await sized({ task: 'classification', residency: 'KOR' })
    expect(refusals(inKorea)['gpt-6-luna']).toBe('not-pinned-there')
    const unchecked = await sized({ candidates: ['grok-4.7', 'gpt-6-luna'], residency: 'EU' })
    expect(['control-unknown', 'not-pinned-there', undefined]).toContain(
      refusals(unchecked)['grok-4.7'],
    )
  })
  it('is said in a sentence about what is recommended', async () => {
    const { answer } = await answerSizing({ task: 'classification' }, 'en', knowledge)
    expect(answerText(answer)).toContain('by default nobody trains on it')
    const { answer: korean } = await answerSizing({ task: 'classification' }, 'ko', knowledge)
    expect(answerText(korean)).toContain('학습에 쓰이지 않습니다')
  })
})

describe('a paired evaluation of one’s own', () => {
  const text =
    'task=classification volume=200000 value=1 error-cost=2 evaluation="gpt-6-astra=441 gpt-6-luna=430 both=410 items=500"'
  const inputOf = (words: string): SizingInput => {
    const parsed = parseArguments(words, 'en')
    if (!('ok' in parsed && parsed.ok)) throw new Error(JSON.stringify(parsed))
    return parsed.input
  }
  it('replaces what benchmarks say: levels, gap and its spread are those of the items', async () => {
    const r = await sized(inputOf(text))
    const quality = r.options.find((o) => o.id === 'gpt-6-astra')?.figures.qualityPoints
    expect(quality).toMatchObject({ kind: 'yours', value: { central: 88.2 }, sources: [] })
    const gap = r.estimates.find((e) => e.id === 'compare.gap')?.value
    // 31 items only the large one got right, 20 only the small one: 2.2 points of 500.
    expect(gap).toMatchObject({ central: expect.closeTo(2.2, 9) })
    expect(r.verdict.choice).toBe('bigger')
  })
  it('can tell the other way: the same counts turned round make the small one enough', async () => {
    const turned = text.replace('astra=441', 'astra=430').replace('luna=430', 'luna=441')
    expect((await sized(inputOf(turned))).verdict.choice).toBe('smaller')
  })
  it('is no reason for a model that was not in it: what is published of that one is moved to the same items', async () => {
    const own = 'evaluation="gpt-6-astra=310 gpt-6-luna=300 both=280 items=500"'
    const r = await sized(inputOf(`task=chatbot volume=200000 current-model=gpt-6.1-sol ${own}`))
    const central = (id: string) => {
      const value = r.options.find((o) => o.id === id)?.figures.qualityPoints.value
      return value && 'central' in value ? value.central : Number.NaN
    }
    expect(central('gpt-6-astra')).toBe(62)
    expect(central('gpt-6-luna')).toBe(60)
    expect(central('gpt-6.1-sol')).toBeGreaterThan(55)
    expect(central('gpt-6.1-sol')).toBeLessThan(67)
    expect(r.options.find((o) => o.id === 'gpt-6.1-sol')?.figures.qualityPoints.kind).toBe(
      'assumed',
    )
  })
  it.each([0, 500])('holds where a model got %i of 500 right', async (right) => {
    const words = `task=classification volume=200000 value=1 error-cost=2 evaluation="gpt-6-astra=${right} gpt-6-luna=250 both=${right && 250} items=500"`
    expect((await sized(inputOf(words))).options.length).toBeGreaterThan(1)
  })
  it('is refused when its counts contradict each other', () => {
    const parsed = parseArguments(text.replace('both=410', 'both=460'), 'en')
    expect(JSON.stringify(parsed)).toContain('two models on the same items')
  })
  it('may be of what is made of models, which then stands for itself', async () => {
    const own =
      'evaluation="effort:gpt-6-luna=420 gpt-6-astra=455 both=400 items=500" task=expert-reasoning volume=20000'
    const r = await sized(inputOf(own))
    const quality = (id: string) => r.options.find((o) => o.id === id)?.figures.qualityPoints
    expect(quality('effort:gpt-6-luna')).toMatchObject({ kind: 'yours', value: { central: 84 } })
    expect(quality('gpt-6-astra')).toMatchObject({ kind: 'yours', value: { central: 91 } })
    expect(quality('gpt-6-luna')).toMatchObject({ kind: 'assumed' })
    expect(r.verdict).toMatchObject({ choice: 'bigger', option: 'gpt-6-astra' })
  })
  it('of a model on one’s own accelerators is one of the model', async () => {
    const own = 'evaluation="self-host:llama-3.1-70b=420 gpt-6-luna=410 both=390 items=500"'
    const r = await sized(inputOf(`task=classification ${own}`))
    const home = r.options.find((o) => o.id === 'self-host:llama-3.1-70b')
    expect(home?.figures.qualityPoints).toMatchObject({ kind: 'yours', value: { central: 84 } })
  })
  it.each([
    ['effort:gpt-6-lunar', '"gpt-6-lunar" is not in the catalogue'],
    ['router:gpt-6-astra+gpt-6-luna', 'is no option of this request. It has: gpt-6-astra, '],
    ['self-host:gpt-6-astra', 'counts that fit each other'],
  ])('asks about %s, which is none of the options', async (one, said) => {
    const own = `evaluation="${one}=420 gpt-6-astra=455 both=400 items=500"`
    const result = await knowledge.size(inputOf(`task=expert-reasoning ${own}`), 'en')
    expect(result).toMatchObject({ ok: false, problems: [{ key: 'evaluation' }] })
    expect(JSON.stringify(result).replaceAll('\\"', '"')).toContain(said)
  })
  it('names its models exactly, or asks', async () =>
    expect(
      await knowledge.size(inputOf(text.replace('gpt-6-luna', 'gpt-6-lunar')), 'en'),
    ).toMatchObject({
      ok: false,
      problems: [{ key: 'evaluation' }],
    }))
})

describe('prices and models that will change', () => {
  it('split the bill ahead where the price changes', async () => {
    const { answer } = await answerSizing(
      { task: 'chatbot', volume: 1_000_000, candidates: ['gemini-4-argon', 'gemini-3.8-flash'] },
      'en',
      knowledge,
    )
    // 7 of 30 days at $5,000 a month, the rest and five months more at $10,000.
    const bill = answer.estimates.find((e) => e.id === 'gemini-4-argon.forecast')?.value
    expect(bill).toMatchObject({ central: expect.closeTo(58_850, -3) })
    expect(answerText(answer)).toContain('changes on Dec 1, 2026')
  })
  it.each([
    ['2027-01-20T00:00:00.000Z', false],
    ['2027-01-25T00:00:00.000Z', true],
  ])('at %s an answer warns of prices read over sixty days before: %s', async (at, warned) => {
    const later = await openKnowledge({ EMBEDDINGS: 'lsa', DATA_DIR: 'data' }, () => at)
    const { answer } = await answerSizing({ task: 'classification' }, 'en', later.knowledge)
    const text = answerText(answer)
    expect(text).toContain('GPT-6 Astra: list price at OpenAI, read 2026-11-23')
    expect(text.includes('was last read on Nov 23, 2026; check it before you sign')).toBe(warned)
  })
  it('are told when a model is about to go', async () => {
    const { answer } = await answerSizing(
      { task: 'chatbot', 'current-model': 'gemini-2.5-flash' },
      'en',
      knowledge,
    )
    expect(answerText(answer)).toContain('Gemini 2.5 Flash is no longer served from Dec 1, 2026 on')
  })
})
