import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import type { Turn } from '../../src/answering/ports.ts'
import { clip, escapeMrkdwn } from '../../src/block-kit/escape.ts'
import { blockProblems, viewProblems } from '../../src/block-kit/validate.ts'
import type { Estimate } from '../../src/engine/estimate.ts'
import { answerBlocks } from '../../src/slack/blocks/answer.ts'
import { prefill, sizeView } from '../../src/slack/blocks/size-view.ts'
import { workingView } from '../../src/slack/blocks/working-view.ts'
import { answerMessage } from '../../src/slack/post.ts'
import { drawBlocks } from '../../src/workspace/render/blocks.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { answer } = await answerQuestion(
  '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
  await shippedKnowledge(),
)
const turn = (over: Partial<Turn['answer']> = {}): Turn => ({
  id: 't',
  place: { tenant: 'T', channel: 'C', thread: '1' },
  asker: 'U',
  visibility: 'private',
  question: 'q',
  language: 'ko',
  answer: { ...answer, ...over },
  createdAt: 1,
})
const source = (i: number): Citation => ({
  id: `s${i}`,
  title: `A long title about models & money, number ${i}, ${'x'.repeat(80)}`,
  authors: ['A'],
  year: 2025,
  url: `https://example.org/${'p'.repeat(100)}/${i}`,
  short: `Author ${i} 2025`,
})

describe('cutting text', () => {
  it('leaves neither half a character nor half an escape, and keeps to the length', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('😀', '<', '&', '>', 'a', ' ', '한'), maxLength: 60 }),
        fc.integer({ min: 8, max: 60 }),
        (text, most) => {
          const cut = clip(escapeMrkdwn(text), most)
          expect(cut.length).toBeLessThanOrEqual(most)
          expect(() => encodeURIComponent(cut)).not.toThrow()
          expect(cut.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
        },
      ),
    ))
})

describe('an answer as blocks', () => {
  it('keeps every source whole, however many there are', () => {
    const citations = Array.from({ length: 24 }, (_, i) => source(i + 1))
    const blocks = answerBlocks(turn({ citations }))
    expect(blockProblems(blocks)).toEqual([])
    const links = JSON.stringify(blocks).match(/<https:\/\/example\.org[^<>]*>/g)
    expect(links).toHaveLength(24)
  })
  it('calls nobody, in its blocks and in the text that notifications read', () => {
    const sections = [{ kind: 'verdict' as const, sentences: [[{ text: '<!channel> <@U1>' }]] }]
    const { text, steps } = answerMessage(turn({ sections }))
    expect(text).toBe('&lt;!channel&gt; &lt;@U1&gt;')
    expect(JSON.stringify(steps)).not.toMatch(/<[!@]/)
  })
  it('in its plainer form has neither a native table nor a vote, and the same options in words', () => {
    const [full, plainer] = answerMessage(turn()).steps.map((s) => s.map((b) => b.type))
    expect(full).toEqual(expect.arrayContaining(['table', 'context_actions']))
    expect(plainer).not.toEqual(expect.arrayContaining(['table']))
    expect(plainer).not.toEqual(expect.arrayContaining(['context_actions']))
    expect(JSON.stringify(answerBlocks(turn(), 'plain'))).toContain('• GPT-6 Luna: ')
  })
})

describe('the working', () => {
  it.each([1, 99, 100, 350])('shows all of %i figures in one view', (count) => {
    const [first] = answer.estimates
    const figures = Array.from(
      { length: count },
      (_, i) => ({ ...first, id: `e${i}`, subject: `figure-${i}.` }) as Estimate,
    )
    const view = workingView(turn({ estimates: figures }))
    expect(viewProblems(view as never)).toEqual([])
    const text = JSON.stringify(view.blocks)
    expect(figures.filter((f) => !text.includes(` ${f.subject}`))).toEqual([])
    expect(text).toContain(`재현 번호 ${answer.replay}`)
  })
})

describe('the form', () => {
  const choices = { tasks: [], regions: [] }
  it('is one that Slack takes, whatever was typed before', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 6000 }),
        fc.string({ maxLength: 3000 }),
        (task, region) => {
          const values = { task, region, volume: '10' }
          const kept = JSON.parse(prefill(values, 'en')) as { values: object }
          expect(prefill(values, 'en').length).toBeLessThanOrEqual(2000)
          expect(kept.values).toMatchObject({ volume: '10' })
          const view = sizeView(values, choices, { channel: 'C', thread: '', language: 'ko' })
          expect(viewProblems(view as never)).toEqual([])
        },
      ),
      { numRuns: 40 },
    ))
})

/** What the page of the local workspace shows for blocks; a form stands for whatever can be clicked. */
const drawing = {
  names: (id: string) => ({ U1: 'mina', C1: 'ai-spend' })[id],
  form: (_block: string, action: object, inner: string) =>
    `<form data-action='${JSON.stringify(action)}'>${inner}</form>`,
}
const draw = (...blocks: Record<string, unknown>[]) => drawBlocks(blocks, drawing)
const mrkdwn = (text: string) => draw({ type: 'section', text: { type: 'mrkdwn', text } })
const plain = (text: string) => draw({ type: 'section', text: { type: 'plain_text', text } })
const cell = (text: string) => ({ type: 'raw_text', text })

describe('what other renderers of Block Kit got wrong is right in the workspace', () => {
  it.each([
    ['an escaped shout calls nobody', '&lt;!channel&gt;', '&lt;!channel&gt;'],
    ['an escaped mention calls nobody', '&lt;@U1&gt;', '&lt;@U1&gt;'],
    ['an escaped link is no link', '&lt;https://evil|good&gt;', '&lt;https://evil|good&gt;'],
    ['an escaped tag does not vanish', '&lt;img src=x&gt;', '&lt;img src=x&gt;'],
    ['a bare tag stays text', '<img onerror=alert(1)>', '&lt;img onerror=alert(1)&gt;'],
    ['entities are undone once and no more', '&amp;lt; &amp;', '&amp;lt; &amp;'],
    ['a product keeps its stars', '5 * 3 * 2', '5 * 3 * 2'],
    ['stars without spaces in a product stay too', '5*3*2', '5*3*2'],
    ['an approximation is not struck through', '2~3 ~$3', '2~3 ~$3'],
    ['two approximations neither', '~$3 to ~$5', '~$3 to ~$5'],
    ['a name keeps its underscores', 'gpt_4_mini', 'gpt_4_mini'],
    ['lines break', 'a\nb', 'a<br>b'],
    ['quoted lines are a quotation', '&gt; a\n&gt; b', '<blockquote>a<br>b</blockquote>'],
    ['code keeps what it holds', '`*a* ~b~ &lt;c&gt;`', '<code>*a* ~b~ &lt;c&gt;</code>'],
    ['a script is no address', '<javascript:x|y>', '&lt;javascript:x|y&gt;'],
  ])('%s', (_, text, shown) => expect(mrkdwn(text)).toContain(`<div class="text">${shown}</div>`))
  it('a real mention, channel, link and date are drawn', () => {
    const html = mrkdwn('<@U1> <#C1> <https://a.example|b> <!date^1^{date}|24 Nov>')
    expect(html).toContain('<span class="mention">@mina</span>')
    expect(html).toContain('<span class="mention">#ai-spend</span>')
    expect(html).toMatch(/<a href="https:\/\/a\.example"[^>]*>b<\/a> 24 Nov/)
  })
  it('plain text is not read as mrkdwn', () =>
    expect(plain('*a* _b_ <@U1> :eyes:')).toContain('*a* _b_ &lt;@U1&gt; :eyes:'))
  it('an emoji has a name for those who hear it; what only looks like one stays', () => {
    expect(mrkdwn('done :tada: at 10:30:45 :nope:')).toContain(
      'done <span role="img" aria-label="tada">🎉</span> at 10:30:45 :nope:',
    )
  })
  it('a number in a table does not break it, and heads are heads', () => {
    const html = draw({
      type: 'table',
      rows: [
        [cell('Model'), cell('$')],
        [cell('Luna'), { type: 'raw_number', value: 18, text: '18' }],
      ],
    })
    expect(html).toContain('<th scope="col">Model</th>')
    expect(html).toContain('<th scope="row">Luna</th><td>18</td>')
  })
  it('a data table is drawn with its caption', () => {
    const block = { type: 'data_table', caption: 'Spend & use', rows: [[cell('a')], [cell('b')]] }
    expect(blockProblems([block])).toEqual([])
    expect(draw(block)).toMatch(/<caption>Spend &amp; use<\/caption><thead>.*<tbody>.*b/)
  })
  it('an unknown type is shown as what it holds, folded, and takes nothing else away', () => {
    const html = draw({ type: 'hologram', x: '</pre><script>' }, { type: 'divider' })
    expect(html).toMatch(/<details.*hologram[\s\S]*&lt;\/pre&gt;&lt;script&gt;[\s\S]*<hr>/)
  })
  it('the headings of Markdown fit below those of the page, and its HTML stays text', () => {
    const html = draw({ type: 'markdown', text: '# One\n#### Two\n<b onclick=x>no</b>' })
    expect(html).toContain('<h3>One</h3>')
    expect(html).toContain('<h3>Two</h3>')
    expect(html).toContain('&lt;b onclick=x&gt;')
  })
  it('the same block twice brings no id twice', () => {
    const block = { type: 'actions', block_id: 'same', elements: [] }
    expect(draw(block, block)).not.toContain(' id=')
  })
})

describe('what Slack would refuse is refused', () => {
  it.each<[string, Record<string, unknown>[]]>([
    [
      'markdown over 12,000 characters together',
      ['a', 'b'].map((id) => ({ type: 'markdown', block_id: id, text: 'x'.repeat(6001) })),
    ],
    ['a data table without a caption', [{ type: 'data_table', rows: [[cell('a')]] }]],
    [
      'a data table with rows of different lengths',
      [{ type: 'data_table', caption: 'c', rows: [[cell('a')], [cell('b'), cell('c')]] }],
    ],
    ['an alert over 200 characters', [{ type: 'alert', text: { text: 'x'.repeat(201) } }]],
    [
      'a menu of six',
      [
        {
          type: 'actions',
          elements: [
            {
              type: 'overflow',
              action_id: 'o',
              options: [1, 2, 3, 4, 5, 6].map((n) => ({ text: { text: `${n}` }, value: `${n}` })),
            },
          ],
        },
      ],
    ],
  ])('%s', (_, blocks) => expect(blockProblems(blocks)).not.toEqual([]))
})
