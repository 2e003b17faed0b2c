import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRates } from '../../src/access/rate.ts'
import { rateStore } from '../../src/storage/rate-store.ts'
import { accessWorld, OPEN, REFUSED, SPENT, set } from '../support/access-world.ts'
import { type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await accessWorld()
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
  await s.db.destroy()
})

type Drawn = { type: string; text?: { text: string } }
const open = (user: string) =>
  s.event({ type: 'app_home_opened', user, tab: 'home', channel: `D${user.slice(1)}` })
/** Blocks of a person's Home, as it was published. */
const home = async (user: string): Promise<readonly Drawn[]> => {
  await open(user)
  return (s.last('views.publish').view as { blocks: Drawn[] }).blocks
}
const titles = (blocks: readonly Drawn[]) =>
  blocks.filter(({ type }) => type === 'header').map(({ text }) => text?.text)

describe('Home', () => {
  it('shows an owner everything, in this order, within what Slack takes', async () => {
    await set(s, { ...OPEN, defaults: { region: 'KOR', discount: 0.1 } })
    await s.command('digest Monday 09:00 Asia/Seoul', 'UOWN')
    await s.command('compare gpt-6-astra gpt-6-luna', 'UOWN')
    const blocks = await home('UOWN')
    expect(titles(blocks)).toEqual([
      'Spend this month',
      'Digests',
      'Defaults',
      'Sources and how they stand',
      'What I cost myself',
      'You could ask',
      'Your private answers',
      'Spend access',
      'Budgets',
      'Alerts',
      'Digest schedule',
    ])
    const text = JSON.stringify(blocks)
    expect(text).toMatch(SPENT)
    expect(text).toContain('<#C1>: A digest every Monday at 09:00 (Asia/Seoul)')
    expect(text).toContain('Region: Korea (yours)')
    expect(text).toContain('Discount on token prices: 10% (yours)')
    expect(text).toContain('csv: brought in as a file')
    expect(text).toContain('No language model is configured')
    expect(text).toContain('`/model-size compare MODEL MODEL [workload]`')
    expect(blocks.length).toBeLessThanOrEqual(100)
  })
  it('shows a Korean reader the same in Korean', async () => {
    await set(s, { ...OPEN, admins: ['UKO'] })
    const blocks = await home('UKO')
    expect(titles(blocks)).toEqual([
      '이번 달 지출',
      '요약',
      '기본값',
      '출처와 상태',
      '제가 쓰는 비용',
      '이렇게 물어볼 수 있습니다',
      '지출 열람 권한',
      '예산',
      '알림',
      '요약 일정',
    ])
    expect(JSON.stringify(blocks)).toMatch(SPENT)
  })
  it('shows a member who may not see spend the rest', async () => {
    await set(s, OPEN)
    await s.command('digest Monday 09:00 Asia/Seoul', 'UOWN')
    const blocks = await home('U2')
    expect(titles(blocks)).toEqual([
      'Defaults',
      'Sources and how they stand',
      'What I cost myself',
      'You could ask',
      'Spend',
    ])
    const text = JSON.stringify(blocks)
    expect(text).not.toMatch(SPENT)
    expect(text).not.toMatch(/csv|09:00/)
  })
  it.each(REFUSED)('shows %s, %s, help and why not, and nothing of the workspace', async (user) => {
    await set(s, { ...OPEN, defaults: { region: 'KOR' } })
    const blocks = await home(user)
    expect(titles(blocks)).toHaveLength(2)
    const text = JSON.stringify(blocks)
    expect(text).not.toMatch(SPENT)
    expect(text).not.toMatch(/csv|Korea \(|한국\(|No language model|언어 모델을 설정/)
  })
  it('holds many rows within a hundred blocks', async () => {
    const many = Array.from({ length: 60 }, (_, i) => i)
    await set(s, {
      admins: many.map((i) => `UA${i}`),
      channels: many.map((i) => ({ id: `C${i}`, people: [], groups: [] })),
      budgets: many.map((i) => ({
        ...({ period: 'month', currency: 'USD', amountNano: 5n } as const),
        team: `team ${i}`,
      })),
    })
    expect((await home('UOWN')).length).toBeLessThanOrEqual(100)
  })
})

describe('Home that is opened too often', () => {
  let now = Date.parse('2026-11-24T12:00:00Z')
  beforeEach(async () => {
    await s.db.destroy()
    s = await slackInProcess((_, db) => ({
      rates: createRates(rateStore(db), {
        allowance: { person: 2, workspace: 0 },
        now: () => now,
      }),
      now: () => now,
    }))
  })
  it('keeps what it showed, and after a while says when it is drawn again', async () => {
    const first = await home('U1')
    await home('U1')
    expect(await home('U1')).toEqual(first)
    now += 60_000
    await home('U1')
    await home('U1')
    now += 59_000
    // One of two a minute has come back.
    await home('U1')
    expect(titles(await home('U1'))).toContain('Defaults')
  })
  it('says so to somebody of whom nothing was drawn here, in their language', async () => {
    await s.command('status', 'U1')
    await s.command('status', 'U1')
    const blocks = await home('U1')
    expect(JSON.stringify(blocks)).toMatch(/drawn again in \d+ seconds/)
    expect(titles(blocks)).toEqual([])
    await s.command('status', 'UKO')
    await s.command('status', 'UKO')
    expect(JSON.stringify(await home('UKO'))).toMatch(/\d+초 뒤에 다시 여시면/)
    now += 60_000
    expect(titles(await home('U1'))).toContain('Defaults')
  })
})
