import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessWorld, OPEN, REFUSED, set } from '../support/access-world.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { TEAM } from '../support/recording-slack.ts'
import type { SlackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeAll(async () => {
  const rates = [
    { currency: 'KRW', unitsPerUsd: 1390, day: '2026-11-01' },
    { currency: 'EUR', unitsPerUsd: 0.92, day: '2027-01-01' },
  ] as const
  s = await accessWorld({ ...(await shippedKnowledge()), rates })
})
afterEach(() => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
})
afterAll(() => s.db.destroy())

const say = async (text: string, user = 'UOWN'): Promise<string> => {
  await s.command(text, user)
  return JSON.stringify(s.sent.at(-1)?.body)
}
const kept = async () => (await s.settings.settings(TEAM)).defaults

describe('/model-size defaults', () => {
  it('shows what is assumed while nothing is set, in both languages', async () => {
    const english = await say('defaults', 'U1')
    expect(english).toContain('Currency: USD (assumed)')
    expect(english).toContain('Discount on token prices: none, list price (assumed)')
    expect(english).toContain('Volume: 100,000 requests a month (assumed)')
    expect(await say('기본값', 'U1')).toContain('통화: USD (가정)')
    expect(await say('defaults', 'UKO')).toContain('토큰 가격 할인: 없음, 정가 (가정)')
  })
  it('lets an admin set them, with keys in either language', async () => {
    const set = await say('defaults region=Korea discount=10% staff=$120 currency=krw')
    expect(set).toContain('The defaults are set.')
    expect(set).toContain('Currency: KRW, ₩1,390 a dollar, the rate of Nov 1, 2026 (yours)')
    expect(await kept()).toEqual({ region: 'KOR', discount: 0.1, staff: 120, currency: 'KRW' })
    expect(await say('기본값 언어=ko 할인=12.5%')).toContain('기본값을 정했습니다.')
    expect(await kept()).toMatchObject({ language: 'ko', discount: 0.125, currency: 'KRW' })
    expect(await say('defaults', 'U1')).toContain('Region: Korea (yours)')
  })
  it('answers with them, says so, and shows the money at the rate with its day', async () => {
    const text = await say('task=classification volume=2M/month', 'U1')
    expect(text).toMatch(
      /Taken from the defaults of your workspace: Region Korea, Token prices, times today’s 0\.875/,
    )
    expect(text).toMatch(
      /In Korean won, the default of your workspace, at ₩1,390[^:]*\(yours\), the rate of Nov 1, 2026:/,
    )
    expect(text).toMatch(/₩[\d,]+ (?:a month )?/)
    const korean = await say('task=classification volume=2M/month', 'UKO')
    expect(korean).toMatch(/워크스페이스 기본값에서 가져온 조건: 지역/)
    expect(korean).toMatch(/워크스페이스 기본 통화인 원화로/)
  })
  it('shows what this month’s $4,321 come to at 1,390 won, in Home and where it is asked', async () => {
    await set(s, { ...(await s.settings.settings(TEAM)), ...OPEN })
    const won = /\$4,321\.00 is ₩6,006,190 ƒ/
    expect(await say('spend')).toMatch(won)
    await s.event({ type: 'app_home_opened', user: 'UOWN', tab: 'home', channel: 'DOWN' })
    expect(JSON.stringify(s.last('views.publish').view)).toMatch(won)
    expect(await say('지출')).toContain('$4,321.00 → ₩6,006,190 ƒ')
  })
  it('lets a question’s own words come first', async () => {
    const text = await say('task=classification volume=2M/month region=FRA price-factor=1', 'U1')
    expect(text).toContain('France')
    expect(text).not.toContain('grid: Korea')
    expect(text).not.toContain('Taken from the defaults')
  })
  it('speaks the workspace’s language to whoever Slack tells none of the two of', async () => {
    s.replies.set('users.info', (b) => ({
      ok: true,
      user: { id: b.user, team_id: TEAM, locale: 'fr-FR' },
    }))
    await s.command('help', 'UFR')
    expect(JSON.stringify(s.sent.at(-1)?.body)).toContain('하위 명령')
  })
})

describe('who may see and set the defaults', () => {
  beforeAll(async () => {
    s = await accessWorld()
  })
  it('refuses to let a member set them, who may see them', async () => {
    expect(await say('defaults region=KOR', 'U1')).toMatch(/admin/)
    expect(await kept()).toEqual({})
    expect(await say('defaults', 'U1')).toContain('Currency: USD')
  })
  it.each(REFUSED)('shows them not to %s, %s', async (user) => {
    const text = await say('defaults', user)
    expect(text).not.toMatch(/USD \((?:assumed|가정)\)/)
    await say('defaults region=KOR', user)
    expect(await kept()).toEqual({})
  })
  it.each([
    ['defaults region=Atlantis', 'Region|region: “Atlantis” is no region of the catalogue.'],
    ['기본값 지역=아틀란티스', '지역은 카탈로그에 없습니다'],
    ['defaults regoin=KOR', 'Did you mean region?'],
    ['기본값 지연=KOR', '혹시 지역입니까?'],
    ['defaults discount=100%', 'discount: received “100%”, needs the share below list price'],
    ['defaults language=fr', 'language: received “fr”, needs en or ko'],
    ['defaults currency=EUR', 'EUR cannot be the default: I hold no rate of exchange'],
    ['기본값 통화=KRW', 'KRW는 기본 통화로 정할 수 없습니다'],
    ['defaults currency=DKK', 'currency: received “DKK”, needs one of USD'],
    ['defaults off', 'Name what to take back'],
    ['defaults constructor=1', 'There is no default “constructor”'],
    ['defaults off colour', 'There is no default “colour”'],
    ['defaults region=KOR blue', '“blue” is not key=value'],
  ])('“%s” is told how to be mended', async (text, words) => {
    expect(await say(text)).toMatch(new RegExp(words))
    expect(await kept()).toEqual({})
  })
  it('takes one back', async () => {
    await say('defaults region=KOR hosting=api')
    expect(await say('defaults off region')).toContain('The defaults are taken back.')
    expect(await kept()).toEqual({ hosting: 'api' })
    await say('기본값 해제 호스팅')
    expect(await kept()).toEqual({})
  })
})
