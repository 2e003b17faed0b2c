import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerChart } from '../../src/answering/charts/charts.ts'
import type { Turn } from '../../src/answering/ports.ts'
import { LIMITS } from '../../src/block-kit/limits.ts'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { answerBlocks } from '../../src/slack/blocks/answer.ts'
import { chartPictures } from '../../src/slack/chart-pictures.ts'
import { createPoster } from '../../src/slack/post.ts'
import { showChart } from '../../src/slack/show-chart.ts'
import { type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'
import { talk } from '../support/talk.ts'

type Json = Record<string, unknown>
type Select = Readonly<{ action_id: string; options: { text: { text: string }; value: string }[] }>

const TAGGING = 'task=classification volume=2M/month in=800 out=20 value=0.50 error-cost=2'
const ASKED = 'Do we need GPT-class models to tag 200k support tickets a month?'

let s: SlackInProcess
beforeEach(async () => {
  s = await slackInProcess()
  uploading(s)
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  await s.db.destroy()
})

function uploading({ replies }: SlackInProcess): void {
  replies.set('files.getUploadURLExternal', () => ({
    ...{ ok: true, upload_url: 'http://slack.invalid/upload/1', file_id: 'F1' },
  }))
  replies.set('files.completeUploadExternal', () => ({ ok: true, files: [{ id: 'F1' }] }))
  replies.set('files.info', () => ({ ok: true, file: { mimetype: 'image/png' } }))
}
const chartsOf = (body: Json): Select | undefined =>
  ((body.blocks ?? []) as { elements?: Select[] }[])
    .flatMap((b) => b.elements ?? [])
    .find((e) => e.action_id === 'show_chart')
const choose = (body: Json, name: string): Json => {
  const option = chartsOf(body)?.options.find((o) => o.value.startsWith(`${name} `))
  if (!option) throw new Error(`No chart ${name} is offered.`)
  return { action_id: 'show_chart', type: 'static_select', selected_option: option }
}
const types = (body: Json) => ((body.blocks ?? []) as { type: string }[]).map((b) => b.type)
const mention = (ts: string, text = ASKED) => ({
  ...{ type: 'app_mention', user: 'U1', channel: 'C1', ts, text: `<@U0BOT> ${text}` },
})

describe('the charts under an answer', () => {
  it('are offered by name in the language of the answer', async () => {
    await s.event(mention('1.0', '큰 모델이 꼭 필요해? 티켓 분류 월 200만 건'))
    const offered = chartsOf(s.last('chat.postMessage'))?.options.map((o) => o.text.text)
    expect(offered).toEqual(expect.arrayContaining(['비용과 품질', '누가 부담하나']))
  })
  it('are not offered where the answer has no figures for any', async () => {
    await s.event(mention('1.0', 'Why did Chinchilla change Kaplan’s advice?'))
    expect(chartsOf(s.last('chat.postMessage'))).toBeUndefined()
  })
  it('of an answer in a thread come in the thread, as a picture with its table', async () => {
    await s.event(mention('1.0'))
    await s.click(choose(s.last('chat.postMessage'), 'cost-quality'))
    const shown = s.last('chat.postMessage')
    expect(shown).toMatchObject({ channel: 'C1', thread_ts: '1.0' })
    expect(types(shown)).toEqual(['image', 'table', 'context'])
    expect(shown.text).toContain('Cost against quality: ')
    expect(s.last('files.completeUploadExternal').channel_id).toBeUndefined()
  })
  it('of a private answer are for whoever clicked alone', async () => {
    await s.command(TAGGING)
    const posted = s.of('chat.postMessage').length
    await s.click(choose(s.last('respond'), 'who-bears-it'))
    expect(s.last('respond')).toMatchObject({ response_type: 'ephemeral' })
    expect(types(s.last('respond'))).toEqual(['image', 'table', 'context'])
    expect(s.of('chat.postMessage')).toHaveLength(posted)
  })
  it('that cannot be uploaded come in words and as a table', async () => {
    s.replies.set('files.getUploadURLExternal', () => ({ ok: false, error: 'missing_scope' }))
    await s.command(TAGGING)
    await s.click(choose(s.last('respond'), 'footprint'))
    expect(types(s.last('respond'))).toEqual(['section', 'table', 'context'])
    expect(s.last('respond').text).toContain('Electricity: GPT-6 Astra')
  })
  it('come without a native table where Slack takes none, and lose no figure', async () => {
    s.replies.set('respond', (b) =>
      JSON.stringify(b.blocks ?? '').includes('"table"')
        ? new Response('invalid_blocks', { status: 400 })
        : new Response('ok'),
    )
    await s.command(TAGGING)
    await s.click(choose(s.last('respond'), 'tornado'))
    expect(types(s.last('respond'))).not.toContain('table')
    expect(JSON.stringify(s.last('respond').blocks)).toContain('-4.4 points → -$238,000')
  })
  it('are posted once, however fast they are clicked', async () => {
    await s.event(mention('1.0'))
    const chosen = choose(s.last('chat.postMessage'), 'footprint')
    const before = s.of('chat.postMessage').length
    await Promise.all([s.click(chosen), s.click(chosen)])
    expect(s.of('chat.postMessage')).toHaveLength(before + 1)
  })
  it('of an answer that is gone, or by a name that nobody offered, are refused in words', async () => {
    for (const value of ['cost-quality gone', 'pie T1', '']) {
      await s.click({ action_id: 'show_chart', type: 'static_select', selected_option: { value } })
      expect(s.last('respond').text).toContain('no longer stored')
    }
  })
  it('come in words where this machine cannot draw', async () => {
    const b = await slackInProcess((options) => ({
      pictures: chartPictures({ load: async () => undefined, log: options.log }),
    }))
    await b.command(TAGGING)
    await b.click(choose(b.last('respond'), 'cost-quality'))
    expect(types(b.last('respond'))).toEqual(['section', 'table', 'context'])
    await b.db.destroy()
  })
})

describe('a chart that Slack draws itself', () => {
  const CURVE = ['250:20', '500:16', '1000:13', '2000:11'].join(',')
  const curve = async (): Promise<Turn> => {
    const { answer } = await talk(ASKED)
    const { recommendation: _, ...rest } = answer
    return {
      ...{ id: 'curve', place: { tenant: 'T1', channel: 'C1', thread: '7.0' }, asker: 'U1' },
      ...{ visibility: 'thread', question: 'q', language: 'en', createdAt: 1_790_000_000_000 },
      answer: {
        ...rest,
        estimates: [2, 4].map((times) => ({
          ...{ id: `curve.score.${times}`, quantity: 'quality', unit: 'percent', kind: 'computed' },
          value: { low: 85, central: 90, high: 92 },
          formula: 'learning-curve',
          inputs: { points: CURVE, size: times * 2000, seed: 1 },
          sources: [],
        })),
      },
    }
  }
  const shown = async ({ answer }: Turn) => {
    const made = answerChart(answer, 'learning-curve', 'en', 2026)
    if (!made) throw new Error('no chart')
    const { log, pictures } = s.options
    const post = createPoster(log, true, { waits: 0 })
    const target = { to: 'thread', channel: 'C1', thread: '7.0' } as const
    await showChart(s.client, { post, pictures, log }, target, made, 'en')
  }
  it('is offered as a button where it is the only one, and drawn by Slack', async () => {
    const turn = await curve()
    const blocks = answerBlocks(turn)
    expect(blockProblems(blocks)).toEqual([])
    expect(JSON.stringify(blocks)).toContain('Charts: Learning curve')
    await shown(turn)
    expect(types(s.last('chat.postMessage'))).toEqual(['data_visualization', 'table', 'context'])
    expect(s.of('files.getUploadURLExternal')).toEqual([])
  })
  it('follows as a picture where Slack refuses the block', async () => {
    s.replies.set('chat.postMessage', (b) =>
      JSON.stringify(b.blocks).includes('data_visualization')
        ? { ok: false, error: 'invalid_blocks' }
        : { ok: true, ts: '9.0' },
    )
    await shown(await curve())
    const posted = s.of('chat.postMessage').slice(-2)
    expect(posted.map(({ body }) => types(body))).toEqual([
      ['section', 'table', 'context'],
      ['image'],
    ])
  })
})

describe('an answer that is as long as Slack takes', () => {
  it('keeps what it says, and the charts give way', async () => {
    const { answer } = await talk(ASKED)
    const turn: Turn = {
      ...{ id: 't', place: { tenant: 'T', channel: 'C', thread: '1' }, asker: 'U' },
      ...{ visibility: 'thread', question: 'q', language: 'en', createdAt: 1_790_000_000_000 },
      answer,
    }
    expect(chartsOf({ blocks: answerBlocks(turn) })).toBeDefined()
    const size = JSON.stringify(answerBlocks(turn)).length
    const filler = { text: 'x'.repeat(LIMITS.payloadCharacters - size) }
    const long: Turn = {
      ...turn,
      answer: {
        ...answer,
        sections: [...answer.sections, { kind: 'caveats', sentences: [[filler]] }],
      },
    }
    const blocks = answerBlocks(long)
    expect(blockProblems(blocks)).toEqual([])
    expect(chartsOf({ blocks })).toBeUndefined()
    expect(JSON.stringify(blocks)).toContain('xxxx')
  })
})
