import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/answering/knowledge.ts'
import { noticeLines } from '../../src/decisions/notice-text.ts'
import {
  DAY,
  decisionOffice,
  HOUR,
  knowledgeWith,
  noticeBoard,
  PLACE,
  priceRow,
} from '../support/decision-office.ts'

const START = Date.parse('2026-11-24T12:00:00Z')
const WORKLOAD = { task: 'classification', volume: 200_000 }
let now = START
let usual: Knowledge
let dearer: Knowledge
let aLittleDearer: Knowledge
let later: Knowledge
let office: Awaited<ReturnType<typeof decisionOffice>>
const clock = () => now

beforeAll(async () => {
  usual = await knowledgeWith('', clock)
  dearer = await knowledgeWith(priceRow('gpt-6-luna', 400, 1600), clock)
  aLittleDearer = await knowledgeWith(priceRow('gpt-6-luna', 0.11, 0.41), clock)
  later = await knowledgeWith(priceRow('gpt-6-luna', 400, 1600, '2026-12-01'), clock)
})
beforeEach(async () => {
  now = START
  office = await decisionOffice(usual, clock)
})
afterEach(() => office.db.destroy())

describe('an open decision', () => {
  it('stays silent while nothing it rests on has changed', async () => {
    await office.recorded(WORKLOAD)
    const { posts, publisher } = noticeBoard()
    const review = office.replica('a')
    for (const hours of [0, 1, 2, 24]) {
      now = START + hours * HOUR
      expect(await review.tick(publisher)).toEqual({ posted: [], failed: [] })
    }
    expect(posts).toEqual([])
  })
  it('stays silent over a price that moves no verdict', async () => {
    await office.recorded(WORKLOAD)
    office.reload(aLittleDearer)
    const { posts, publisher } = noticeBoard()
    await office.replica('a').tick(publisher)
    expect(posts).toEqual([])
  })
  it('is opened again by a price that moves the verdict: once, with old and new figures', async () => {
    const { record } = await office.recorded(WORKLOAD)
    const { posts, publisher } = noticeBoard()
    const review = office.replica('a')
    await review.tick(publisher)
    office.reload(dearer)
    await review.tick(publisher)
    now += HOUR
    await review.tick(publisher)
    expect(posts.map((p) => p.to)).toEqual(['thread'])
    const [post] = posts
    if (!post) throw new Error('nothing was posted')
    const said = noticeLines(record, post.notice.change, 'en').join('\n')
    expect(said).toMatch(/^The decision of Nov 24, 2026 is open again/)
    expect(said).toMatch(/Verdict: before smaller \(GPT-6 Luna\), now .+\./)
    expect(said).toMatch(/GPT-6 Luna, cost: before \$18 a month ƒ, now \$\d/)
    expect(said).toMatch(/GPT-6 Luna, input price: before \$0.10 .*, now \$400 per million tokens/)
    const korean = noticeLines(record, post.notice.change, 'ko').join('\n')
    expect(korean).toMatch(/결정을 다시 엽니다[\s\S]*결론: 전 작은 모델/)
  })
  it('is looked at once an hour, and at once after the knowledge was read again', async () => {
    office.reload(later)
    await office.recorded(WORKLOAD)
    const { posts, publisher } = noticeBoard()
    const review = office.replica('a')
    now = Date.parse('2026-11-30T23:59:00Z')
    await review.tick(publisher)
    now += 2 * 60_000
    await review.tick(publisher)
    expect(posts).toEqual([])
    now += HOUR
    await review.tick(publisher)
    expect(posts).toHaveLength(1)
  })
  it('is told of once by several replicas that tick at once', async () => {
    await office.recorded(WORKLOAD)
    office.reload(dearer)
    const { posts, publisher } = noticeBoard()
    const replicas = ['a', 'b', 'c'].map(office.replica)
    await Promise.all(replicas.map((r) => r.tick(publisher)))
    now += HOUR
    await Promise.all(replicas.map((r) => r.tick(publisher)))
    expect(posts).toHaveLength(1)
  })
  it('is not told of twice after a crash between post and record', async () => {
    await office.recorded(WORKLOAD)
    office.reload(dearer)
    let crashes = 1
    const { posts, publisher } = noticeBoard(undefined, () => {
      if (crashes-- > 0) throw new Error('the line dropped after Slack took it')
    })
    expect((await office.replica('a').tick(publisher)).failed).toHaveLength(1)
    now += 60_000
    expect((await office.replica('b').tick(publisher)).posted).toEqual([])
    now += 5 * 60_000
    expect((await office.replica('b').tick(publisher)).posted).toHaveLength(1)
    now += HOUR
    await office.replica('c').tick(publisher)
    expect(posts).toHaveLength(1)
  })
  it('whose thread is gone is marked, and its owner is told alone, once', async () => {
    await office.recorded(WORKLOAD)
    office.reload(dearer)
    let tries = 0
    const { posts, publisher } = noticeBoard(() => {
      tries++
      return 'gone'
    })
    const review = office.replica('a')
    for (let i = 0; i < 5; i++, now += HOUR) await review.tick(publisher)
    expect(posts.map((p) => p.to)).toEqual(['owner'])
    expect(tries).toBe(1)
    expect((await office.store.all())[0]?.unreachable).toBe(true)
  })
  it('from a private answer speaks to its owner alone', async () => {
    await office.recorded(WORKLOAD, 'private')
    office.reload(dearer)
    const { posts, publisher } = noticeBoard()
    await office.replica('a').tick(publisher)
    expect(posts.map((p) => p.to)).toEqual(['owner'])
  })
  it('that was closed stays silent', async () => {
    const { record } = await office.recorded(WORKLOAD)
    await office.decisions.close(record)
    office.reload(dearer)
    const { posts, publisher } = noticeBoard()
    await office.replica('a').tick(publisher)
    expect(posts).toEqual([])
  })
  it('reminds of its review date once', async () => {
    await office.recorded(WORKLOAD)
    const { posts, publisher } = noticeBoard()
    const review = office.replica('a')
    for (const days of [89, 90, 91, 120]) {
      now = START + days * DAY
      await review.tick(publisher)
    }
    expect(posts.map((p) => p.notice.change)).toEqual([{ kind: 'review', date: '2027-02-22' }])
  })
  it.each([
    ['gemini-3.1-flash-lite', '2027-05-07', [false, true]],
    // Its last day was near already when the decision was recorded, and the answer said so.
    ['gpt-4.1-mini', '2027-01-14', [true]],
  ])(
    'on %s is opened again 60 days before it retires and when it has, each once',
    async (model, date, told) => {
      const { turn, record } = await office.recorded({ ...WORKLOAD, candidates: [model], value: 5 })
      expect(record.recommendation.verdict.option).toBe(model)
      await office.decisions.record(turn, { owner: 'U2', reviewOn: '2028-01-01', note: '' }, 'U1')
      const { posts, publisher } = noticeBoard()
      const review = office.replica('a')
      for (const days of [-61, -60, -59, -1, 0, 1, 9]) {
        now = Math.max(START, Date.parse(date) + days * DAY)
        await review.tick(publisher)
      }
      const changes = posts.map((p) => p.notice.change).filter((c) => c.kind === 'retires')
      expect(changes.map((c) => c.past)).toEqual(told)
      expect(changes.map((c) => c.date)).toEqual(told.map(() => date))
    },
  )
})

describe('an answer in the thread of an open decision', () => {
  it('that gives another verdict for the same task says so, once', async () => {
    const { turn, record } = await office.recorded(WORKLOAD)
    const { posts, publisher } = noticeBoard()
    const change = { ...turn.input, 'error-cost': 50, value: 5 }
    const other = await office.conversation.adjust(turn, change, 'U3')
    await office.decisions.answered(other, publisher)
    await office.decisions.answered(other, publisher)
    await office.replica('a').tick(publisher)
    expect(posts).toHaveLength(1)
    const said = noticeLines(record, posts[0]?.notice.change ?? expect.fail(), 'en').join('\n')
    expect(said).toContain('This differs from the decision of Nov 24, 2026')
    expect(said).toMatch(/cost of a wrong answer: before \$0.20.*, now \$50.*flip point \$0.57/)
  })
  it('that gives the same verdict, or is about another task, does not', async () => {
    const { turn } = await office.recorded(WORKLOAD)
    const { posts, publisher } = noticeBoard()
    for (const input of [
      { ...turn.input, volume: 210_000 },
      { task: 'chatbot', volume: 1_000_000, value: 9 },
    ])
      await office.decisions.answered(
        await office.conversation.adjust(turn, input, 'U3'),
        publisher,
      )
    expect(posts).toEqual([])
  })
})

describe('recording', () => {
  it('keeps the request, the prices, the catalogue, the sources and the thread', async () => {
    const { turn, record } = await office.recorded(WORKLOAD)
    expect(record).toMatchObject({
      id: turn.id,
      place: PLACE,
      owner: 'U2',
      recordedBy: 'U1',
      reviewOn: '2027-02-22',
      catalog: { version: usual.catalog.version },
      recommendation: { replay: turn.answer.replay, request: { volume: { kind: 'yours' } } },
    })
    expect(record.citations.length).toBeGreaterThan(0)
    expect(await office.decisions.find('A', turn.id)).toEqual(record)
  })
  it('does not vouch for a catalogue that changed since the answer, and compares at once', async () => {
    const turn = await office.conversation.size({
      place: PLACE,
      asker: 'U1',
      visibility: 'thread',
      input: WORKLOAD,
    })
    office.reload(dearer)
    const record = await office.decisions.record(turn, office.decisions.form('U1'), 'U1')
    expect(record?.catalog).toBeUndefined()
    const { posts, publisher } = noticeBoard()
    await office.replica('a').tick(publisher)
    expect(posts).toHaveLength(1)
  })
  it.each([
    ['2026-11-24', 'The review date must be after today (2026-11-24, UTC); received 2026-11-24.'],
    ['2026-02-30', 'The review date must be a date such as 2027-02-22; received "2026-02-30".'],
    ['soon', 'The review date must be a date such as 2027-02-22; received "soon".'],
  ])('refuses %s as a review date, in both languages', (reviewOn, sentence) => {
    const form = { owner: 'U1', reviewOn, note: '' }
    expect(office.decisions.problems(form, 'en')).toEqual([{ field: 'reviewOn', sentence }])
    expect(office.decisions.problems(form, 'ko')[0]?.sentence).toMatch(/^검토일은/)
  })
  it('asks for an owner', () =>
    expect(
      office.decisions.problems({ owner: '', reviewOn: '2027-01-01', note: '' }, 'en'),
    ).toMatchObject([{ field: 'owner' }]))
})
