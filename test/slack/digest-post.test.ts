import { beforeAll, describe, expect, it } from 'vitest'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { csvSource } from '../../src/connectors/csv-source.ts'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { detailParts } from '../../src/digest/detail-parts.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { digestHeadline } from '../../src/digest/digest-text.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import type { Language } from '../../src/language/language.ts'
import { digestPost } from '../../src/slack/blocks/digest-post.ts'
import { detailsMessage } from '../../src/slack/outbox-message.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { charge } from '../contracts/samples.ts'

type Block = Readonly<Record<string, never>> & Readonly<{ type: string }>
const LANGUAGES: readonly Language[] = ['en', 'ko']

let sample: readonly Charge[]
beforeAll(async () => {
  const source = csvSource([knowledgePaths(undefined).sampleSpend])
  sample = (await source.read({ from: '', to: '' })).charges
})
const week = (period: string): Digest => buildDigest({ period, charges: sample, known: [] })
const steps = (digest: Digest, language: Language): readonly (readonly Block[])[] =>
  JSON.parse(JSON.stringify(digestPost(digest, 'C1', language).steps))
const full = (period: string, language: Language = 'en') => steps(week(period), language)[0] ?? []
const labels = (blocks: readonly Block[]) =>
  (
    blocks.at(-1) as { elements?: { text?: { text: string }; placeholder?: { text: string } }[] }
  ).elements?.map((e) => (e.text ?? e.placeholder)?.text)
const types = (blocks: readonly Block[]) => blocks.map(({ type }) => type)

describe('a digest as a message', () => {
  it('is a headline, a chart, a table, a coverage line and buttons', () => {
    const blocks = full('2026-W47')
    expect(types(blocks)).toEqual([
      ...['header', 'section', 'data_visualization', 'table', 'context', 'actions'],
    ])
    expect(labels(blocks)).toEqual(['Details', 'Why?', 'Change schedule', 'Snooze an anomaly'])
    expect(JSON.stringify(blocks[4])).toContain('data through 2026-11-22')
  })
  it('says the same in Korean, with no English but names', () => {
    const blocks = full('2026-W47', 'ko')
    expect(labels(blocks)).toEqual([
      '자세히',
      '왜 변했나요?',
      '일정 바꾸기',
      '이상 지출 알림 미루기',
    ])
    const words = JSON.stringify([blocks[1], (blocks[3] as never as { rows: unknown[] }).rows[0]])
    expect(words).not.toMatch(/\b(total|why|week|month|model|change|new|more|before|usually)\b/i)
  })
  it('heads its columns with the days they are of', () => {
    const heads = (language: Language) =>
      (full('2026-W47', language)[3] as never as { rows: { text: string }[][] }).rows[0]?.map(
        (c) => c.text,
      )
    expect(heads('en')).toEqual(['Model', 'Nov 16–22', 'Nov 9–15', 'Change'])
    expect(heads('ko')).toEqual(['모델', '11/16~22', '11/9~15', '변화'])
  })
  it('tells in its text what a screen reader and a notification should say', () =>
    expect(digestPost(week('2026-W47'), 'C1', 'en').text).toBe(
      'AI spend, week 2026-W47 (2026-11-16 to 2026-11-22, UTC): Total $3,812.22, +$886.04 (+30.3%) against the week before.',
    ))
  it('of a quiet week has nothing to snooze', () => {
    expect(labels(full('2026-W46'))).toEqual(['Details', 'Why?', 'Change schedule'])
    expect(digestHeadline(week('2026-W46'), 'en')).toContain('Stands out: nothing.')
  })
  it('of a first week explains no change and gives shares instead', () => {
    const blocks = full('2026-W35')
    expect(labels(blocks)).toEqual(['Details', 'Change schedule'])
    expect(JSON.stringify(blocks)).toMatch(/Nothing to compare with yet.*"Share"/)
  })
  it('of a week without data says so, shows no figure and no chart, and names the last day there is', () => {
    const [blocks = []] = steps(week('2026-W49'), 'ko')
    expect(types(blocks)).toEqual(['header', 'section', 'actions'])
    expect(JSON.stringify(blocks)).toMatch(/0이 아닙니다.*2026-11-22/)
    expect(JSON.stringify(blocks)).not.toMatch(/[$₩]\d/)
  })
  it('offers the one anomaly as a button', () => {
    const days = daysBetween('2026-09-01', '2026-11-22')
    const one = days.map((day) =>
      charge({ day, nano: day === '2026-11-18' ? 900_000_000_000n : 50_000_000_000n }),
    )
    const digest = buildDigest({ period: '2026-W47', charges: one, known: [] })
    const [found] = digest.currencies.flatMap((c) =>
      'found' in c.anomalies ? c.anomalies.found : [],
    )
    const single = {
      ...digest,
      currencies: digest.currencies.map((c) => ({
        ...c,
        anomalies: { ...c.anomalies, found: found ? [found] : [] },
      })),
    }
    expect(labels(steps(single, 'en')[0] ?? [])?.at(-1)).toBe('Snooze an anomaly')
    expect(JSON.stringify(steps(single, 'en')[0]?.at(-1))).not.toContain('static_select')
  })
})

describe('what Slack takes', () => {
  const long = `<!channel> & ${'팀'.repeat(300)}`
  const crowd = daysBetween('2026-09-01', '2026-11-22').flatMap((day) =>
    Array.from({ length: 30 }, (_, i) =>
      charge({
        ...{ day, model: `${i} ${long}`, team: `${i} ${long}`, project: `p${i} ${long}` },
        nano: BigInt(i + 1) * (day > '2026-11-15' ? 99_123_456_789_012n : 1_234_567_890n),
      }),
    ),
  )
  const digests = (): readonly (readonly [string, Digest])[] => [
    ...['2026-W47', '2026-W46', '2026-W35', '2026-W49', '2026-11-18', '2026-10'].map(
      (period) => [period, week(period)] as const,
    ),
    ['a crowd', buildDigest({ period: '2026-W47', charges: crowd, known: [] })],
    ['a crowded month', buildDigest({ period: '2026-10', charges: crowd, known: [] })],
  ]
  it.each(LANGUAGES)('are the blocks of every kind of period and step, in %s', (language) => {
    for (const [name, digest] of digests()) {
      expect(digestHeadline(digest, language).length, name).toBeLessThanOrEqual(5)
      for (const blocks of steps(digest, language)) expect(blockProblems(blocks), name).toEqual([])
    }
  })
  it.each(LANGUAGES)('are the details in as many messages as they need, in %s', (language) => {
    for (const [name, digest] of digests())
      for (const part of detailParts(digest, language).keys())
        for (const blocks of detailsMessage(digest, part, language).steps)
          expect(blockProblems(blocks), name).toEqual([])
  })
  it('pings nobody, whatever teams and models are called', () => {
    const [, digest] = digests().at(-2) ?? []
    if (!digest) throw new Error('no digest')
    const { text, steps: drawn } = digestPost(digest, 'C1', 'en')
    const live = JSON.stringify([text, drawn.map((s) => s.filter((b) => b.type === 'section'))])
    expect(live).not.toContain('<!channel>')
    expect(live).toContain('&lt;!channel&gt;')
  })
  it('gets ever plainer: no chart, no table, and words alone', () => {
    const drawn = steps(week('2026-W47'), 'en')
    expect(drawn.map((blocks) => types(blocks))).toEqual([
      ['header', 'section', 'data_visualization', 'table', 'context', 'actions'],
      ['header', 'section', 'table', 'context', 'actions'],
      ['header', 'section', 'section', 'context', 'actions'],
      [],
    ])
  })
})
