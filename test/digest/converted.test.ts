import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOTHING_SET } from '../../src/access/settings.ts'
import { channelDigest } from '../../src/digest/channel-digest.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { coverageLines } from '../../src/digest/digest-details.ts'
import { digestJson } from '../../src/digest/digest-json.ts'
import { noteLine } from '../../src/digest/digest-sentences.ts'
import { digestHeadline } from '../../src/digest/digest-text.ts'
import type { Publisher } from '../../src/digest/ports.ts'
import { tick } from '../../src/digest/send-digest.ts'
import { digestBuilder, spendAnswers } from '../../src/digest-builder.ts'
import type { Currency } from '../../src/engine/estimate.ts'
import { openCatalog } from '../../src/knowledge.ts'
import { type DatedRate, readDatedRates } from '../../src/settings/dated-rates.ts'
import { digestPost } from '../../src/slack/blocks/digest-post.ts'
import { accessStore } from '../../src/storage/access-store.ts'
import { alertLog } from '../../src/storage/alert-log.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { MINUTE, MONDAY, schedule } from '../contracts/samples.ts'
import { readCsv } from '../support/file.ts'
import { recordingChannel, sending } from '../support/sending.ts'

/** Dollars 100 on Monday 9 November against 40.50 and 0.25 on Monday the 16th, three euros and five Canadian dollars beside. */
const BILL = `date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency
2026-11-09,openai,gpt-6-astra,support,1000,10,0,100,USD
2026-11-16,openai,gpt-6-astra,support,500,5,0,40.5,USD
2026-11-16,openai,gpt-6-luna,,900,9,0,0.25,USD`
const EUROS = '2026-11-16,mistral,mistral-large,lab,10,1,0,3,EUR'
const CANADIAN = '2026-11-16,cohere,command,lab,10,1,0,5,CAD'
const rated = (text: string) => readDatedRates(text).rates
/** In force on Sunday the 22nd: 1,400 won and 0.96 euros; the 1,500 come a day later. */
const RATES = rated(
  'KRW:1300@2026-11-01,KRW:1400@2026-11-20,KRW:1500@2026-11-23,EUR:0.96@2026-11-10',
)

let dataDir: string
let db: Db
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rightsize-converted-'))
  db = await openDatabase({ dataDir })
})
afterEach(() => db.destroy())

/** A workspace that was billed and has set a currency. */
async function billed(currency: Currency | undefined, ...more: readonly string[]): Promise<void> {
  await chargeStore(db).replace('A', 'csv', await readCsv([BILL, ...more].join('\n')), 1)
  const defaults = currency === undefined ? {} : { currency }
  await accessStore(db).save('A', { ...NOTHING_SET, defaults }, 0)
}
/** What digests and answers are made from, on Tuesday the 24th. */
const stored = (rates: readonly DatedRate[] = RATES) => ({
  ...{ rates, now: () => Date.parse('2026-11-24T12:00:00Z') },
  ...{ charges: chargeStore(db), decisions: decisionStore(db), access: accessStore(db) },
  ...{ log: digestLog(db), catalog: () => openCatalog({}) },
})
const digest = (period = '2026-W47', rates?: readonly DatedRate[]): Promise<Digest> =>
  digestBuilder(stored(rates))({ tenant: 'A', period })
const ask = async (text: string, rates?: readonly DatedRate[]) => {
  const answers = spendAnswers(stored(rates))
  const question = await answers.read('A', text)
  if (!question) throw new Error(`Not read as a question about spend: ${text}`)
  return answers.answer('A', question, /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en')
}

describe('the total of a digest in the currency of the workspace', () => {
  it('follows what was billed, as worked by hand: 40.75 x 1400, -59.25 x 1400 and 3 / 0.96 x 1400', async () => {
    await billed('KRW', EUROS)
    expect(digestHeadline(await digest(), 'en').slice(0, 2)).toEqual([
      'Total $40.75, -$59.25 (-59.3%); €3.00, +€3.00 against the week before. Data through 2026-11-16.',
      'In KRW (workspace default): $40.75 is ₩57,050 ƒ, change -₩82,950 ƒ; €3.00 is ₩4,375 ƒ, change +₩4,375 ƒ. Computed (ƒ) at configured rates: 1,400 KRW a dollar (yours) from Nov 20, 2026; 0.96 EUR a dollar (yours) from Nov 10, 2026.',
    ])
  })
  it('is said in Korean with the same figures', async () => {
    await billed('KRW')
    expect(digestHeadline(await digest(), 'ko').slice(0, 2)).toEqual([
      '합계 $40.75(전주 대비 -$59.25, -59.3%). 데이터는 2026-11-16까지입니다.',
      'KRW 환산(기본 통화): $40.75 → ₩57,050 ƒ(변화 -₩82,950 ƒ). 설정된 환율로 계산(ƒ)한 값입니다: 1달러당 1,400 KRW(입력값), 2026. 11. 20. 기준.',
    ])
  })
  it('changes no billed amount and adds nothing up', async () => {
    await billed('KRW', EUROS)
    const { conversion: _, ...rest } = await digest()
    await accessStore(db).save('A', NOTHING_SET, 1)
    expect(await digest()).toEqual(rest)
  })
  it('goes from euros to dollars where dollars were set, and leaves dollars alone', async () => {
    await billed('USD', EUROS)
    expect(digestHeadline(await digest(), 'en')[1]).toBe(
      'In USD (workspace default): €3.00 is $3.13 ƒ, change +$3.13 ƒ. Computed (ƒ) at configured rates: 0.96 EUR a dollar (yours) from Nov 10, 2026.',
    )
  })
  it.each([
    ['2026-W46', '2026-11-15', '1,300 KRW a dollar (yours) from Nov 1, 2026'],
    ['2026-11-09', '2026-11-09', '1,300 KRW a dollar (yours) from Nov 1, 2026'],
    ['2026-W47', '2026-11-22', '1,400 KRW a dollar (yours) from Nov 20, 2026'],
    ['2026-11', '2026-11-24', '1,500 KRW a dollar (yours) from Nov 23, 2026'],
  ])(
    'of %s is at the rate of its last day, or of today while it runs: %s',
    async (period, day, rate) => {
      await billed('KRW')
      const made = await digest(period, [...RATES, ...rated('KRW:1600@2026-11-28')])
      expect(made.conversion?.day).toBe(day)
      expect(digestHeadline(made, 'en')[1]).toContain(`rates: ${rate}.`)
    },
  )
  it('is left out where the workspace set no currency, or nothing was billed in another', async () => {
    await billed(undefined)
    expect(await digest()).not.toHaveProperty('conversion')
    await accessStore(db).save('A', { ...NOTHING_SET, defaults: { currency: 'USD' } }, 1)
    const made = await digest()
    expect(digestHeadline(made, 'en').join()).not.toMatch(/ƒ|workspace default/)
    expect(coverageLines(made, 'en').join()).not.toContain('unknown')
  })
  it('is in the JSON as the rates it is computed with', async () => {
    await billed('KRW')
    expect(digestJson(await digest()).conversion).toEqual({
      currency: 'KRW',
      day: '2026-11-22',
      rates: [
        { currency: 'KRW', unitsPerUsd: 1400, day: '2026-11-20' },
        { currency: 'EUR', unitsPerUsd: 0.96, day: '2026-11-10' },
      ],
    })
  })
})

describe('where a rate is missing', () => {
  it('of what was billed, the coverage says that it is unknown, and no figure stands for it', async () => {
    await billed('KRW', CANADIAN)
    const made = await digest()
    expect(digestHeadline(made, 'en')[1]).toMatch(
      /^In KRW \(workspace default\): \$40\.75 is ₩57,050 ƒ, change -₩82,950 ƒ\. /,
    )
    expect(coverageLines(made, 'en')).toEqual([
      'Coverage: data through 2026-11-16, what was billed in CAD is unknown in KRW (no rate in force on 2026-11-22)',
    ])
    expect(coverageLines(made, 'ko')).toEqual([
      '범위: 데이터 2026-11-16까지, CAD 청구액의 KRW 환산값은 알 수 없음(2026-11-22에 쓸 환율 없음)',
    ])
    expect(JSON.stringify(digestPost(made, 'C1', 'en'))).toContain('CAD is unknown in KRW')
  })
  it('on the day, since the first one came later, nothing is converted', async () => {
    await billed('KRW', EUROS)
    const made = await digest('2026-W47', rated('KRW:1500@2026-11-23,EUR:0.96@2026-11-10'))
    expect(digestHeadline(made, 'ko').join()).not.toMatch(/[ƒ₩]/)
    expect(coverageLines(made, 'en')[0]).toMatch(
      /what was billed in USD, EUR is unknown in KRW \(no rate in force on 2026-11-22\)$/,
    )
  })
})

describe('the currency of a channel’s schedule', () => {
  const shown = () =>
    channelDigest({
      ...{ build: digestBuilder(stored()), log: digestLog(db), alerts: alertLog(db) },
      now: () => MONDAY,
    })({ tenant: 'A', channel: 'C1', period: '2026-W47' })
  it('puts a billed one first, and the workspace’s follows in that order', async () => {
    await billed('KRW', EUROS)
    await digestLog(db).setSchedule(schedule({ currency: 'EUR' }))
    const lines = digestHeadline(await shown(), 'en')
    expect(lines[0]).toMatch(/^Total €3\.00, .*; \$40\.75/)
    expect(lines[1]).toMatch(/: €3\.00 is ₩4,375 ƒ, .*; \$40\.75 is ₩57,050 ƒ/)
  })
  it('in which nothing was billed is still said to be so, without saying that there is no rate', async () => {
    await billed('KRW')
    await digestLog(db).setSchedule(schedule({ currency: 'KRW' }))
    const made = await shown()
    expect(digestHeadline(made, 'en')[1]).toContain('₩57,050 ƒ')
    const said = made.notes.filter(({ kind }) => kind === 'not-billed-in')
    expect(said.map((note) => [noteLine(note, 'en'), noteLine(note, 'ko')])).toEqual([
      [
        'Nothing was billed in KRW, so amounts stand as billed.',
        'KRW로 청구된 지출이 없어, 청구된 통화 그대로 표시합니다.',
      ],
    ])
  })
})

it('a digest that could not be sent says the same after a restart with other rates and another currency', async () => {
  await billed('KRW')
  await digestLog(db).setSchedule(schedule())
  const said: string[] = []
  const { publisher } = recordingChannel()
  const keeping = (fails: boolean): Publisher => ({
    ...publisher,
    post: async (message, content) => {
      if (content.kind === 'digest')
        said.push(JSON.stringify(digestPost(content.digest, message.channel, message.language)))
      if (fails) throw new Error('the line dropped before Slack took it')
      return publisher.post(message, content)
    },
  })
  const send = async (at: number, rates: readonly DatedRate[], fails: boolean) => {
    const build = digestBuilder(stored(rates))
    await tick({ ...sending(db, keeping(fails), `owner ${at}`, () => at), build })
  }
  await send(MONDAY, RATES, true)
  await db.destroy()
  db = await openDatabase({ dataDir })
  await accessStore(db).save('A', { ...NOTHING_SET, defaults: { currency: 'EUR' } }, 1)
  await send(MONDAY + 2 * MINUTE, rated('KRW:9999@2026-11-21,EUR:0.5@2026-11-21'), false)
  expect(said).toHaveLength(2)
  expect(said[1]).toBe(said[0])
  expect(said[1]).toContain('₩57,050 ƒ')
})

describe('an answer about spend', () => {
  it('shows the total in the workspace’s currency after what was billed', async () => {
    await billed('KRW', CANADIAN)
    const lines = await ask('How much did we spend last week?')
    expect(lines[0]).toMatch(/^Total \$40\.75, -\$59\.25/)
    expect(lines[1]).toMatch(
      /: \$40\.75 is ₩57,050 ƒ, change -₩82,950 ƒ\. Computed \(ƒ\) at configured rates: 1,400 KRW/,
    )
    expect(lines.at(-1)).toMatch(
      /, what was billed in CAD is unknown in KRW \(no rate in force on 2026-11-22\)\.$/,
    )
  })
  it('the same in Korean, of the month that runs at today’s rate: 140.75 x 1500', async () => {
    await billed('KRW')
    const lines = await ask('이번 달에 우리 얼마 썼어?')
    expect(lines[1]).toMatch(
      /^KRW 환산\(기본 통화\): \$140\.75 → ₩211,125 ƒ\. .*1,500 KRW\(입력값\), 2026\. 11\. 23\. 기준\.$/,
    )
  })
  it.each([
    ['what did the support team cost last week?', '$40.50 is ₩56,700 ƒ, change -₩83,300 ƒ'],
    ['what did gpt-6 cost last week?', '$40.75 is ₩57,050 ƒ'],
    ['what did gpt-6-luna and gpt-6-astra cost last week?', '$40.50 is ₩56,700 ƒ'],
  ])('%s: of what it names', async (text, shown) => {
    await billed('KRW')
    const lines = await ask(text)
    expect(lines[0]).not.toContain('₩')
    expect(lines.filter((line) => line.includes('₩'))).toEqual([expect.stringContaining(shown)])
    expect(lines.length).toBeLessThanOrEqual(6)
  })
  it('that is no total stays as billed', async () => {
    await billed('KRW')
    expect((await ask('which team spent the most last week?')).join()).not.toContain('₩')
  })
})
