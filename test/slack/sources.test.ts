import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createSourceHealth, sourceHealthLines } from '../../src/ingest/source-health.ts'
import { accessWorld, OPEN, REFUSED, set } from '../support/access-world.ts'
import { TEAM } from '../support/recording-slack.ts'
import type { SlackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeAll(async () => {
  s = await accessWorld()
  await set(s, OPEN)
})
afterEach(() => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
})
afterAll(() => s.db.destroy())

const say = async (text: string, user = 'U1'): Promise<string> => {
  await s.command(text, user)
  return JSON.stringify(s.sent.at(-1)?.body)
}

describe('/model-size sources', () => {
  it('tells how many notes and prices there are and of when, and what was brought in', async () => {
    const text = await say('sources')
    expect(text).toMatch(/\d+ notes with [\d,]+ reviewed statements from \d+ sources/)
    expect(text).toMatch(/Catalogue \w+: \d+ models, \d+ prices, last read Nov \d+, 2026/)
    expect(text).toContain('Rates of exchange: none supplied')
    expect(text).toContain('csv: brought in as a file; days Nov 18, 2026 to Nov 18, 2026')
  })
  it('does so in Korean', async () => {
    const text = await say('출처')
    expect(text).toMatch(/노트 \d+개, 검토한 문장 [\d,]+개/)
    expect(text).toContain('csv: 파일로 가져옴; 2026. 11. 18.부터 2026. 11. 18.까지')
    expect(await say('sources', 'UKO')).toContain('노트')
  })
  it.each(REFUSED)('tells %s, %s, nothing of the bills', async (user) => {
    expect(await say('sources', user)).not.toMatch(/csv|Nov 18/)
  })
})

describe('how services that are read by themselves stand', () => {
  const DAY = Date.parse('2026-11-24T12:00:00Z')
  const service = (id: string, name: string) => ({
    ...{ id, name, basis: 'billed' as const, settleDays: 3 },
    read: async () => {
      throw new Error('is not read')
    },
  })
  const lines = async (language: 'en' | 'ko') => {
    const healthOf = createSourceHealth({
      charges: s.charges,
      sourcesOf: async () => [
        service('openai', 'OpenAI'),
        service('anthropic', 'Anthropic'),
        service('litellm', 'LiteLLM'),
      ],
      now: () => DAY,
    })
    return sourceHealthLines(await healthOf(TEAM), DAY, language)
  }
  it('is told by last success, lag and why they fail', async () => {
    await s.charges.setSource(TEAM, {
      ...{ source: 'openai', settledThrough: '2026-11-21' },
      ...{ triedAt: DAY, readAt: DAY },
    })
    await s.charges.setSource(TEAM, {
      ...{ source: 'anthropic', triedAt: DAY, readAt: DAY - 86_400_000 },
      problem: { en: 'The key was refused.', ko: '키가 거부되었습니다.' },
    })
    expect(await lines('en')).toEqual([
      'OpenAI: last success Nov 24, 2026 12:00 UTC; settled through Nov 21, 2026, 3 days behind.',
      'Anthropic: last success Nov 23, 2026 12:00 UTC; last attempt Nov 24, 2026 12:00 UTC; no day settled yet. Failing: The key was refused.',
      'LiteLLM: not read yet.',
      'csv: brought in as a file; days Nov 18, 2026 to Nov 18, 2026',
    ])
    expect((await lines('ko')).slice(0, 3)).toEqual([
      'OpenAI: 마지막 성공 2026. 11. 24. 12:00 UTC; 2026. 11. 21.까지 확정, 3일 뒤처짐.',
      'Anthropic: 마지막 성공 2026. 11. 23. 12:00 UTC; 마지막 시도 2026. 11. 24. 12:00 UTC; 확정된 날 없음. 실패: 키가 거부되었습니다.',
      'LiteLLM: 아직 읽지 않음.',
    ])
  })
  it('is said in a sentence where there is none', () => {
    expect(sourceHealthLines([], DAY, 'en')[0]).toContain('No spend source is connected')
    expect(sourceHealthLines([], DAY, 'ko')[0]).toContain('연결된 지출 출처가 없고')
  })
})

describe('/model-size spend', () => {
  it('tells this month’s spend, or what is asked about it, in both languages', async () => {
    expect(await say('spend')).toContain('4,321')
    expect(await say('지출')).toMatch(/4,321/)
    expect(await say('spend last week')).toContain('4,321')
    expect(await say('지출 지난주 얼마 썼어?')).toContain('4,321')
  })
  it('shows its help where a question is not understood, and figures to nobody who may not see them', async () => {
    expect(await say('spend blue')).toContain('/model-size spend [question]')
    for (const [user] of REFUSED) {
      expect(await say('spend', user)).not.toContain('4,321')
      expect(await say('지출', user)).not.toContain('4,321')
    }
    await s.command('spend', 'U1', 'C9')
    expect(JSON.stringify(s.sent.at(-1)?.body)).not.toContain('4,321')
  })
})

describe('/model-size 요약', () => {
  it('is the digest in Korean', async () => {
    await set(s, { ...OPEN, admins: ['U1', 'UKO'] })
    expect(await say('요약 월요일 9시 Asia/Seoul', 'UKO')).toMatch(/매주 월요일 09:00/)
    expect(await say('요약 목록', 'UKO')).toMatch(/<#C1>/)
    expect(await say('요약 미리보기', 'UKO')).toMatch(/4,321|지출/)
    expect(await say('digest help', 'UKO')).toContain('요약 미리보기')
    expect(await say('요약 끄기', 'UKO')).toContain('더 이상 요약을 올리지 않습니다')
  })
})
