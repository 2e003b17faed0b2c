import { afterEach, describe, expect, it } from 'vitest'
import { type Reading, SourceError } from '../../src/ingest/ports.ts'
import {
  type Answers,
  type Asked,
  fakeWeb,
  type PageServer,
  pageText,
  type Reply,
  servePages,
} from '../support/pages.ts'
import { DAYS, NOON, RECORDED, type Recorded, SECRET } from './sources.ts'

let server: PageServer | undefined
afterEach(() => server?.close())

/** Reads a service whose answers were tampered with. */
async function readFrom(recorded: Recorded, answers: Answers = recorded.answers, timeoutMs = 2000) {
  await server?.close()
  server = await servePages(answers)
  const web = { ...fakeWeb(() => NOON), timeoutMs }
  const source = recorded.make(web, { baseUrl: server.address, key: () => SECRET })
  const outcome = await source.read(DAYS).catch((error: unknown) => error)
  return { outcome, waits: web.waits, asked: server.asked.length }
}

const sentenceOf = (outcome: unknown): string => {
  expect(outcome).toBeInstanceOf(SourceError)
  const { sentence, message, stack } = outcome as SourceError
  expect(sentence.ko).toMatch(/[가-힣]/)
  expect(`${message}${stack}${JSON.stringify(sentence)}`).not.toContain('do-not-show')
  return sentence.en
}
/** The first so many answers are these instead. */
const first =
  (real: Answers, ...replies: readonly Reply[]): Answers =>
  (asked, nth) =>
    replies[nth] ?? real(asked, nth)
/** Every body with its text changed. */
const changed =
  (real: Answers, change: (body: string) => string): Answers =>
  (asked, nth) => ({ body: change(real(asked, nth).body ?? '') })
const cursor = ({ url }: Asked) => url.searchParams.get('page')

describe.each(Object.entries(RECORDED))('%s, when the service falters,', (_, recorded) => {
  const good = async () => (await readFrom(recorded)).outcome as Reading

  it.each<[string, readonly Reply[], readonly number[]]>([
    ['a limit with seconds to wait', [{ status: 429, headers: { 'retry-after': '2' } }], [2000]],
    [
      'a limit with a time to wait for',
      [{ status: 429, headers: { 'retry-after': 'Fri, 20 Nov 2026 12:00:09 GMT' } }],
      [9000],
    ],
    ['failures of the server', [{ status: 500 }, { status: 503 }], [750, 1500]],
    ['JSON that is cut short', [{ body: '{"data": [{"day": 1' }], [750]],
    ['a connection that breaks', [{ body: pageText('openai.usage'), cut: true }], [750]],
  ])('reads the same after %s', async (_name, replies, waits) => {
    const read = await readFrom(recorded, first(recorded.answers, ...replies))
    expect(read.outcome).toEqual(await good())
    expect(read.waits).toEqual(waits)
  })
  it('reads the same after an answer that never came', async () => {
    const read = await readFrom(recorded, first(recorded.answers, { silent: true }), 300)
    expect(read.outcome).toEqual(await good())
  })
  it('gives up after five attempts', async () => {
    const { outcome, asked } = await readFrom(recorded, () => ({ status: 502 }))
    expect(sentenceOf(outcome)).toContain('status 502')
    expect(asked).toBe(5)
    const cut = await readFrom(recorded, () => ({ body: '{"data": [' }))
    expect(sentenceOf(cut.outcome)).toContain('not whole JSON')
  })
  it('does not wait for an hour', async () => {
    const hour = { status: 429, headers: { 'retry-after': '3600' } }
    const { outcome, asked } = await readFrom(recorded, () => hour)
    expect(sentenceOf(outcome)).toContain('wait 3600 seconds')
    expect(asked).toBe(1)
  })
  it.each([401, 403])('says which key was refused, not what it is (%i)', async (status) => {
    const body = `{"error": "Incorrect API key provided: ${SECRET}"}`
    const { outcome, asked } = await readFrom(recorded, () => ({ status, body }))
    expect(sentenceOf(outcome)).toContain(recorded.keyName)
    expect(asked).toBe(1)
  })
  it('follows no redirect', async () => {
    const headers = { location: 'http://127.0.0.1:9/' }
    const { outcome } = await readFrom(recorded, () => ({ status: 302, headers }))
    expect(sentenceOf(outcome)).toContain('redirect')
  })
  it('tolerates fields that it does not know', async () => {
    const more = changed(recorded.answers, (body) =>
      body.replace(/\{/, '{"brand_new": {"x": [1, null]},'),
    )
    expect((await readFrom(recorded, more)).outcome).toEqual(await good())
  })
  it.each(
    {
      OPENAI_ADMIN_KEY: ['data', 'has_more', 'amount', 'results'],
      ANTHROPIC_ADMIN_KEY: ['data', 'has_more', 'amount', 'results', 'currency'],
      LITELLM_API_KEY: ['spend', 'metadata'],
      OPENROUTER_MANAGEMENT_KEY: ['data', 'usage', 'date'],
    }[recorded.keyName] ?? [],
  )('takes a missing "%s" for a change, never for zero spend', async (field) => {
    const without = changed(recorded.answers, (b) => b.replaceAll(`"${field}"`, '"renamed"'))
    const { outcome } = await readFrom(recorded, without)
    expect(sentenceOf(outcome)).toMatch(new RegExp(`left out the field ".*${field}"`))
  })
})

describe('a changed type is refused with the field', () => {
  it.each<[string, string, RegExp, string]>([
    ['openai', '"value": 41.372', /"data.0.results.0.amount.value".*amount of money/, 'null'],
    ['openai', '"start_time": 1794787200', /"data.0.start_time".*UTC day/, '1794787201'],
    ['openai', '"num_model_requests": 5120', /num_model_requests".*whole number/, '-1'],
    ['anthropic', '"amount": "4137.20"', /results.0.amount".*as text and is another/, '41.37'],
    ['anthropic', '"has_more": true', /"has_more".*true or false/, '"yes"'],
    ['litellm', '"spend": 61.25', /"results.0.metrics.spend"/, '"a lot"'],
    ['litellm', '"failed_requests": 12', /failed_requests".*whole number/, '1.5'],
    ['openrouter', '"usage": 12.4031', /"data.0.usage"/, '{}'],
  ])('%s: %s', async (name, field, sentence, value) => {
    const recorded = RECORDED[name] as Recorded
    const changedTo = field.replace(/: .*/, `: ${value}`)
    const tampered = changed(recorded.answers, (b) => b.replace(field, changedTo))
    expect(sentenceOf((await readFrom(recorded, tampered)).outcome)).toMatch(sentence)
  })
})

describe.each(['openai', 'anthropic'])('%s pages', (name) => {
  const recorded = RECORDED[name] as Recorded
  const costs = name === 'openai' ? 'openai.costs' : 'anthropic.costs'
  const isCost = ({ url }: Asked) => /costs|cost_report/.test(url.pathname)
  const costPages = (answers: (page: string | null) => string): Answers => {
    return (asked, nth) =>
      isCost(asked) ? { body: answers(cursor(asked)) } : recorded.answers(asked, nth)
  }

  it('that come twice are taken once, and that is said', async () => {
    const again = pageText(`${costs}.1`).replace('"page_2"', '"page_1_again"')
    const twice = costPages((page) =>
      page === null
        ? again
        : page === 'page_1_again'
          ? pageText(`${costs}.1`)
          : pageText(`${costs}.${page.slice(5)}`),
    )
    const { charges, remarks } = (await readFrom(recorded, twice)).outcome as Reading
    expect(charges).toEqual(((await readFrom(recorded)).outcome as Reading).charges)
    expect(remarks[0]?.en).toContain('2 days a second time')
  })
  it('with two versions of a day are refused', async () => {
    const other = pageText(`${costs}.1`).replace(/"(41.372|4137.20)"|41\.372/, '"1"')
    const { outcome } = await readFrom(
      recorded,
      costPages((page) => (page === null ? pageText(`${costs}.1`) : other)),
    )
    expect(sentenceOf(outcome)).toContain('2026-11-16 twice')
  })
  it('that go round in a circle, or name no next one, are refused', async () => {
    const circle = await readFrom(
      recorded,
      costPages(() => pageText(`${costs}.1`)),
    )
    expect(sentenceOf(circle.outcome)).toContain('do not come to an end')
    const lost = pageText(`${costs}.1`).replace('"page_2"', 'null')
    const end = await readFrom(
      recorded,
      costPages(() => lost),
    )
    expect(sentenceOf(end.outcome)).toContain('do not come to an end')
  })
  it('without a day leave it unknown instead of empty', async () => {
    const gone = changed(recorded.answers, (body) =>
      body
        .replace('"start_time": 1794873600', '"start_time": 1894838400')
        .replace('"starting_at": "2026-11-17T', '"starting_at": "2030-01-17T'),
    )
    const { windows, days, remarks } = (await readFrom(recorded, gone)).outcome as Reading
    expect(windows).toEqual([
      { from: '2026-11-16', to: '2026-11-16' },
      { from: '2026-11-18', to: '2026-11-20' },
    ])
    expect(days.map((d) => d.day)).not.toContain('2026-11-17')
    expect(remarks[0]?.en).toContain('said nothing of 1 of the days')
  })
})

describe('LiteLLM pages', () => {
  const recorded = RECORDED.litellm as Recorded
  it.each(['results', 'has_more', 'page', 'breakdown', 'models'])(
    'without "%s" are refused',
    async (field) => {
      const without = changed(recorded.answers, (b) => b.replaceAll(`"${field}"`, '"renamed"'))
      expect(sentenceOf((await readFrom(recorded, without)).outcome)).toContain(`${field}"`)
    },
  )
  it.each([
    ['that are others than those asked for', () => pageText('litellm.activity.1')],
    [
      'that have the same rows under another number',
      (n: string | null) => pageText('litellm.activity.1').replace('"page": 1', `"page": ${n}`),
    ],
  ])('%s are refused', async (_, body) => {
    const { outcome } = await readFrom(recorded, (asked) => ({ body: body(cursor(asked)) }))
    expect(sentenceOf(outcome)).toContain('do not come to an end')
  })
})

describe('clocks that differ', () => {
  it.each(Object.entries(RECORDED))('%s: the earlier one counts', async (name, recorded) => {
    const headers = { date: 'Wed, 18 Nov 2026 23:00:00 GMT' }
    const { outcome } = await readFrom(recorded, (asked, nth) => ({
      ...recorded.answers(asked, nth),
      headers,
    }))
    const settled = (outcome as Reading).days.filter((d) => d.settled)
    const { settleDays } = recorded.make(
      fakeWeb(() => NOON),
      { baseUrl: '', key: () => '' },
    )
    expect(settled.at(-1)?.day).toBe({ 0: '2026-11-17', 1: '2026-11-16', 2: undefined }[settleDays])
    if (name.startsWith('litellm')) expect((outcome as Reading).days.at(-1)?.day).toBe('2026-11-18')
    if (name === 'openrouter') expect((outcome as Reading).days.at(-1)?.day).toBe('2026-11-17')
  })
})
