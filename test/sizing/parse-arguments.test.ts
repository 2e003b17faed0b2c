import { describe, expect, it } from 'vitest'
import { formValues, parseArguments, parseForm } from '../../src/sizing/parse-arguments.ts'
import {
  parseDuration,
  parseMoney,
  parseNumber,
  parseShare,
  parseVolume,
} from '../../src/sizing/parse-quantity.ts'

describe('quantities as people type them', () => {
  it.each([
    ['2M', 2e6],
    ['200k', 2e5],
    ['1,500.5', 1500.5],
    ['200만', 2e6],
    ['1억', 1e8],
    ['1e6', 1e6],
  ])('%s is a number', (text, n) => expect(parseNumber(text)).toBe(n))
  it.each(['2..5M', 'lots', '', '5 apples', '--3'])('"%s" is no number', (text) =>
    expect(parseNumber(text)).toBeUndefined(),
  )
  it.each([
    ['2M/month', 2e6],
    ['2M', 2e6],
    ['50rps', 50 * 3600 * 730],
    ['12 per year', 1],
    ['24/day', 730],
  ])('%s is a volume', (text, n) => expect(parseVolume(text)).toBeCloseTo(n, 6))
  it.each([
    ['1.5s', 1500],
    ['800ms', 800],
    ['2초', 2000],
    ['900', 900],
  ])('%s is a duration', (text, ms) => expect(parseDuration(text)).toBe(ms))
  it.each([
    ['$0.50', 0.5],
    ['50 cents', 0.5],
    ['2달러', 2],
  ])('%s is money', (text, usd) => expect(parseMoney(text)).toBe(usd))
  it('does not convert other currencies', () => expect(parseMoney('500원')).toBeUndefined())
  it.each([
    ['30%', 0.3],
    ['0.3', 0.3],
  ])('%s is a share', (text, s) => expect(parseShare(text)).toBeCloseTo(s, 12))
})

describe('arguments', () => {
  it('are read with units, quotes and any order', () =>
    expect(
      parseArguments(
        'task=classification volume=2M/month in=800 out=20 value=$0.50 error-cost=2 candidates="gpt-6-luna, claude-haiku-5-5" batch=yes cache=50%',
        'en',
      ),
    ).toEqual({
      ok: true,
      input: {
        task: 'classification',
        volume: 2e6,
        in: 800,
        out: 20,
        value: 0.5,
        'error-cost': 2,
        candidates: ['gpt-6-luna', 'claude-haiku-5-5'],
        batch: true,
        cache: 0.5,
      },
    }))
  it('with an unknown key get the nearest valid one', () =>
    expect(parseArguments('volum=3', 'en')).toMatchObject({
      ok: false,
      problems: [{ sentence: expect.stringContaining('volume') }],
    }))
  it('that cannot be are all reported at once, with what is needed', () => {
    const parsed = parseArguments('volume=-5 cache=3 latency=soon task=x', 'en')
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ key: 'volume' }, { key: 'latency' }, { key: 'cache' }],
      understood: { task: 'x' },
    })
  })
  it('without any pair are free words', () =>
    expect(parseArguments('do we need it', 'en')).toEqual({ ok: false, free: 'do we need it' }))
  it('and a form give the same request', () => {
    const typed = parseArguments('task=chatbot volume=5만/일 value=0.2', 'ko')
    expect(parseForm({ task: 'chatbot', volume: '5만/일', value: '0.2' }, 'ko')).toEqual(typed)
    expect(typed.ok && parseForm(formValues(typed.input), 'ko')).toEqual(typed)
  })
})
