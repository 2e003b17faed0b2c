import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../src/answering/answer.ts'
import { answerQuestion } from '../src/answering/answer-question.ts'
import type { Turn } from '../src/answering/ports.ts'
import { escapeMrkdwn } from '../src/block-kit/escape.ts'
import { blockProblems, viewProblems } from '../src/block-kit/validate.ts'
import { answerBlocks } from '../src/slack/blocks/answer.ts'
import { workingView } from '../src/slack/blocks/working-view.ts'
import { drawBlocks } from '../src/workspace/render/blocks.ts'
import { mrkdwn } from '../src/workspace/render/mrkdwn.ts'
import { shippedKnowledge } from './support/knowledge.ts'

const { answer } = await answerQuestion(
  'Do we need GPT-class models to tag 200k support tickets a month?',
  await shippedKnowledge(),
)
const turnOf = (over: Partial<Answer> = {}, visibility: Turn['visibility'] = 'thread'): Turn => ({
  id: 't',
  place: { tenant: 'T', channel: 'C', thread: '1' },
  asker: 'U',
  visibility,
  question: 'q',
  language: 'en',
  answer: { ...answer, ...over },
  createdAt: 1,
})

describe('Slack’s limits', () => {
  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), /51 blocks/],
    [
      'a long section',
      [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }],
      /3001 characters/,
    ],
    ['an unknown type', [{ type: 'nope' }], /unknown type/],
    [
      'an empty table cell',
      [{ type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }],
      /empty cell/,
    ],
    [
      'two tables',
      [1, 2].map(() => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] })),
      /more than one table/,
    ],
    [
      'a long button',
      [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'x'.repeat(76) } },
          ],
        },
      ],
      /button text/,
    ],
    ['an image without words', [{ type: 'image', image_url: 'https://x' }], /alt_text/],
  ])('%s is refused', (_, blocks, why) => expect(blockProblems(blocks).join(' ')).toMatch(why))
  it('hold for a real answer, its private form and its working', () => {
    expect(blockProblems(answerBlocks(turnOf()))).toEqual([])
    expect(blockProblems(answerBlocks(turnOf({}, 'private')))).toEqual([])
    expect(viewProblems(workingView(turnOf()) as never)).toEqual([])
  })
  it('hold for answers of any length', () => {
    const texts = fc.string({ minLength: 0, maxLength: 4000 })
    fc.assert(
      fc.property(
        fc.array(fc.array(texts, { maxLength: 5 }), { maxLength: 12 }),
        texts,
        (sections, question) => {
          const made = answerBlocks({
            ...turnOf(
              {
                sections: sections.map((s) => ({
                  kind: 'reasons' as const,
                  sentences: s.map((text) => [{ text: `${text}.` }]),
                })),
              },
              'private',
            ),
            question,
          })
          return blockProblems(made).length === 0
        },
      ),
      { numRuns: 50 },
    )
  })
  it('a verdict survives even when everything else has to go', () => {
    const huge = turnOf({
      sections: [
        ...answer.sections,
        ...Array.from({ length: 40 }, () => ({
          kind: 'reasons' as const,
          sentences: [[{ text: 'x'.repeat(2900) }]],
        })),
      ],
    })
    const blocks = answerBlocks(huge)
    expect(blockProblems(blocks)).toEqual([])
    expect(JSON.stringify(blocks)).toContain('Smaller is enough')
  })
})

describe('escaping', () => {
  it('takes exactly three characters, once', () =>
    expect(escapeMrkdwn('<!channel> & "x"')).toBe('&lt;!channel&gt; &amp; "x"'))
})

describe('drawing mrkdwn as Slack does', () => {
  const names = (id: string) => (id === 'U1' ? 'mina' : undefined)
  it.each([
    ['&lt;!channel&gt; stays text', '&lt;!channel&gt;', '&lt;!channel&gt;'],
    ['&lt;@U1&gt; stays text', '&lt;@U1&gt;', '&lt;@U1&gt;'],
    ['an escaped link is no link', '&lt;https://evil|good&gt;', '&lt;https://evil|good&gt;'],
    ['sums are not bold', '5 * 3 * 2', '5 * 3 * 2'],
    ['approximations are not struck', '2~3 ~$3', '2~3 ~$3'],
    ['HTML is shown, not run', '&lt;img onerror=x&gt;', '&lt;img onerror=x&gt;'],
    ['bold at word boundaries', 'a *b c* d', 'a <strong>b c</strong> d'],
    ['code is kept as it is', '`*a* &lt;b&gt;`', '<code>*a* &lt;b&gt;</code>'],
    ['a mention has a name', '<@U1>', '<span class="mention">@mina</span>'],
    ['a script address is no link', '<javascript:alert(1)|x>', '&lt;javascript:alert(1)|x&gt;'],
  ])('%s', (_, text, drawn) => expect(mrkdwn(text, names)).toBe(drawn))
  it('links go out without a referrer', () =>
    expect(mrkdwn('<https://x.example/a?b=1&amp;c=2|see>', names)).toBe(
      '<a href="https://x.example/a?b=1&amp;c=2" rel="noopener noreferrer" target="_blank">see</a>',
    ))
  it('an unknown block is shown as data, and a broken one does not take the rest away', () => {
    const html = drawBlocks(
      [
        { type: 'hologram', x: '<b>' },
        { type: 'section', text: { type: 'plain_text', text: '*not bold* <i>' } },
      ],
      { names, form: () => '' },
    )
    expect(html).toContain('Block of type hologram')
    expect(html).toContain('*not bold* &lt;i&gt;')
  })
})

describe('a source', () => {
  it('can be followed from its file to the posted block', async () => {
    const { catalog } = await shippedKnowledge()
    const row = catalog.prices.find((p) => p.model === 'gpt-6-luna' && p.provider === 'openai')
    const posted = JSON.stringify(answerBlocks(turnOf()))
    expect(row?.source.url).toMatch(/^https:/)
    expect(posted).toContain(row?.source.url)
    expect(posted).toContain(`read ${row?.source.checked}`)
  })
})
