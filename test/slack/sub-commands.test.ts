import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SUB_COMMANDS } from '../../src/language/sub-commands.ts'
import { readSubCommand } from '../../src/slack/read-sub-command.ts'
import { TEAM } from '../support/recording-slack.ts'
import { type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeAll(async () => {
  s = await slackInProcess()
})
afterEach(() => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
})
afterAll(() => s.db.destroy())

/** What the last command was answered with, all of it. */
const say = async (text: string, user?: string): Promise<string> => {
  await s.command(text, user)
  const { body } = s.sent.at(-1) ?? {}
  expect(body).toMatchObject({ response_type: 'ephemeral' })
  return JSON.stringify(body)
}

describe('what is read as a sub-command', () => {
  it.each([
    ['help', 'help', ''],
    ['?', 'help', ''],
    ['도움말 비교', 'help', '비교'],
    ['compare help', 'help', 'compare'],
    ['요약 도움말', 'help', 'digest'],
    ['COMPARE a b', 'compare', 'a b'],
    ['비교 a b', 'compare', 'a b'],
    ['결정', 'decisions', ''],
    ['요약 미리보기', 'digest', '미리보기'],
    ['기본값 지역=KOR', 'defaults', '지역=KOR'],
    ['관리 목록', 'admin', '목록'],
  ])('“%s” is %s', (text, word, rest) => expect(readSubCommand(text)).toEqual({ word, rest }))
  it.each([
    'task=classification volume=2M/month',
    'Chinchilla',
    'status of the market',
    'decisions about scaling',
    'help me choose a model',
    'source code completion, 20k a day',
    'spent tokens',
    '요약 월 20만 건에 큰 모델이 필요해?',
    '비용',
  ])('“%s” is none', (text) => expect(readSubCommand(text)).toBeUndefined())
  it.each([
    ['comapre gpt-6-astra gpt-6-luna', 'compare'],
    ['stauts', 'status'],
    ['hlep', 'help'],
    ['결졍', '결정'],
  ])('“%s” is a slip for %s', (text, nearest) =>
    expect(readSubCommand(text)).toMatchObject({ nearest: [nearest] }),
  )
})

describe('/model-size help', () => {
  it('names every sub-command, in the language of the word or the person', async () => {
    const [english, korean] = [await say('help'), await say('도움말')]
    for (const { word, korean: other, about } of SUB_COMMANDS) {
      expect(english).toContain(`\`/model-size ${word}`)
      expect(english).toContain(about.en)
      expect(korean).toContain(`\`/model-size ${other}`)
      expect(korean).toContain(about.ko)
    }
    expect(await say('help', 'UKO')).toContain('하위 명령')
  })
  it.each(SUB_COMMANDS.map(({ word, korean }) => [word, korean]))(
    'shows %s by example, in Korean as %s',
    async (word, korean) => {
      const found = SUB_COMMANDS.find((one) => one.word === word)
      const english = await say(`help ${word}`)
      for (const example of found?.examples.en ?? []) expect(english).toContain(example)
      const other = await say(`도움말 ${korean}`)
      for (const example of found?.examples.ko ?? []) expect(other).toContain(example)
    },
  )
  it('suggests what a misspelt word was meant to be', async () => {
    expect(await say('comapre gpt-6-astra gpt-6-luna')).toContain(
      'I know no sub-command “comapre”. Did you mean `/model-size compare`?',
    )
    expect(await say('결졍')).toContain('혹시 `/model-size 결정` 명령입니까?')
    expect(await say('help <!channel>')).not.toContain('<!channel>')
    expect(await say('help compaer')).toContain('Did you mean `/model-size compare`')
  })
  it('is hinted at by the manifest', () => {
    const manifest = parse(readFileSync('manifest.yml', 'utf8')) as {
      features: { slash_commands: { usage_hint: string }[] }
    }
    const hint = manifest.features.slash_commands[0]?.usage_hint ?? ''
    for (const { word } of SUB_COMMANDS) expect(hint).toContain(word)
  })
})

describe('/model-size compare', () => {
  it('sizes the two models alone for the workload that is named', async () => {
    const text = await say('compare gpt-6-astra vs gpt-6-luna, tag 200k support tickets a month')
    expect(text).toContain('GPT-6 Astra')
    expect(text).toContain('200,000')
    expect(text).toMatch(/Confidence|Closest|No AI/)
    for (const row of [
      'cost',
      'quality',
      'time to a whole answer',
      'electricity',
      'emissions',
      'verdict',
    ])
      expect(text).toContain(`"type":"raw_text","text":"${row}"`)
    const [turn] = await s.options.conversation.privateTurns(TEAM, 'U1', 1)
    const { options, request } = turn?.answer.recommendation ?? {}
    expect(options?.map((o) => o.id)).toEqual(['gpt-6-astra', 'gpt-6-luna', 'no-ai'])
    expect(request?.volume).toMatchObject({ value: 200_000, kind: 'yours' })
  })
  it('gives the figures that the same workload has as arguments', async () => {
    await say('compare gpt-6-astra gpt-6-luna task=classification volume=2M/month')
    const [compared] = await s.options.conversation.privateTurns(TEAM, 'U1', 1)
    await say('candidates=gpt-6-astra,gpt-6-luna only=yes task=classification volume=2M/month')
    const [sized] = await s.options.conversation.privateTurns(TEAM, 'U1', 1)
    expect(sized?.answer.replay).toMatch(/^[0-9a-f]{12}$/)
    expect(sized?.answer.replay).toBe(compared?.answer.replay)
    expect(sized?.answer.estimates).toEqual(compared?.answer.estimates)
  })
  it('says of the usual workload that it is assumed, in both languages', async () => {
    expect(await say('compare gpt-6-astra gpt-6-luna')).toMatch(/\(assumed\)/)
    const korean = await say('비교 gpt-6-astra gpt-6-luna')
    expect(korean).toContain('(가정)')
    expect(await say('compare gpt-6-astra gpt-6-luna', 'UKO')).toContain('(가정)')
  })
  it.each([
    ['compare', 'Name two models'],
    ['비교', '모델 두 개를 적어 주십시오'],
    ['compare gpt-6-astra', 'GPT-6 Astra is one model; name another one'],
    ['비교 gpt-6-astra', '비교할 다른 모델을 하나 더'],
    [
      'compare gpt-6-astra gpt-6-lunna',
      '“gpt-6-lunna” is not a model of the catalogue. Nearest: gpt-6-luna',
    ],
    [
      '비교 gpt-6-lunna gpt-6-astra',
      '‘gpt-6-lunna’ 모델은 카탈로그에 없습니다. 비슷한 이름: gpt-6-luna',
    ],
    ['compare gpt-6-astra gpt-6-luna gpt-6.1-sol', 'Two models are compared at a time'],
    ['compare gpt-6-astra gpt-6-luna vlume=3', 'Did you mean volume'],
  ])('“%s” is told how to be mended', async (text, words) =>
    expect(await say(text)).toContain(words),
  )
  it('leaves what compares no models to be answered as a question', async () => {
    expect(await say('compare fine-tuning with RAG')).not.toContain('Name two models')
  })
})

describe('/model-size explain', () => {
  it('says what a term means', async () => {
    expect(await say('explain PUE')).toMatch(/Power usage effectiveness|PUE/)
    expect(await say('explain PUE', 'UKO')).toMatch(/[가-힣]/)
    expect(await say('설명 캐스케이드')).toMatch(/캐스케이드/)
  })
  it('suggests the terms that are spelled almost alike', async () => {
    expect(await say('explain casacde')).toContain(
      'I hold no definition of “casacde”. Did you mean `cascade`?',
    )
    expect(await say('설명 케스케이드')).toContain('혹시 `캐스케이드`입니까?')
  })
  it('shows how the last private answer was computed, once there is one', async () => {
    expect(await say('explain last answer', 'U2')).toContain('I keep no private answer of yours')
    await say('compare gpt-6-astra gpt-6-luna', 'U2')
    const text = await say('explain last answer', 'U2')
    expect(text).toContain('The rule: a dearer option')
    expect(text).toMatch(/formula: `[\w-]+`/)
    expect(await say('explain', 'U2')).toContain('The rule: a dearer option')
    await say('비교 gpt-6-astra gpt-6-luna', 'UKO')
    expect(await say('설명 마지막 답변', 'UKO')).toMatch(/규칙은 이렇습니다.*공식: `/)
  })
})
