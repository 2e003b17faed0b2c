import { describe, expect, it } from 'vitest'
import { blockProblems, viewProblems } from '../../src/block-kit/validate.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const actions = (...elements: object[]) => [{ type: 'actions', elements }]
const button = (over: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: plain('Go'),
  ...over,
})
const select = (over: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: [{ text: plain('One'), value: '1' }],
  ...over,
})
const input = (element: object) => ({ type: 'input', label: plain('Volume'), element })
const modal = (over: object = {}) => ({
  type: 'modal',
  title: plain('Size'),
  submit: plain('Go'),
  blocks: [input({ type: 'plain_text_input', action_id: 'value' })],
  ...over,
})

describe('blocks', () => {
  it.each([
    ['nothing between brackets', actions(), /no elements/],
    ['an element nobody knows', actions({ type: 'slider', action_id: 'a' }), /unknown element/],
    ['two buttons with one id', actions(button(), button()), /action_id twice/],
    [
      'a button whose label is mrkdwn',
      actions(button({ text: { type: 'mrkdwn', text: '*Go*' } })),
      /not plain_text/,
    ],
    ['a long value', actions(button({ value: 'x'.repeat(2001) })), /value of 2001/],
    [
      'an id of 256 characters',
      actions(button({ action_id: 'x'.repeat(256) })),
      /action_id of 256/,
    ],
    ['a list without choices', actions(select({ options: [] })), /no options/],
    [
      'a preset that is no choice',
      actions(select({ initial_option: { text: plain('Two'), value: '2' } })),
      /not among/,
    ],
    [
      'half a vote',
      [{ type: 'context_actions', elements: [{ type: 'feedback_buttons' }] }],
      /missing/,
    ],
    ['an image from nowhere', [{ type: 'image', alt_text: 'a chart' }], /neither image_url/],
    ['rows of two lengths', [table(['a', 'b'], ['c'])], /different lengths/],
    ['a block_id twice', [1, 2].map(() => ({ type: 'divider', block_id: 'd' })), /block_id twice/],
    ['an axis with a long name', [chart({ y_label: 'x'.repeat(21) })], /axis label of 21/],
    ['a context of nothing', [{ type: 'context', elements: [] }], /no elements/],
  ])('refuses %s', (_, blocks, why) => expect(blockProblems(blocks).join('; ')).toMatch(why))
  it('takes what is in order', () =>
    expect(
      blockProblems([
        ...actions(button(), select()),
        table(['a', 'b'], ['c', 'd']),
        chart({ y_label: 'USD' }),
      ]),
    ).toEqual([]))
  it('counts the whole message, which may be too long though no block is', () => {
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2990) } }
    expect(blockProblems([section, section, section, section]).join('')).toMatch(
      /12,?\d{3} characters of blocks/,
    )
    expect(blockProblems([section, section, section])).toEqual([])
  })
})

describe('views', () => {
  it.each([
    ['neither kind', modal({ type: 'sheet' }), /neither a modal nor a home/],
    ['a long title', modal({ title: plain('x'.repeat(25)) }), /title of 25/],
    ['inputs that cannot be sent', modal({ submit: undefined }), /without submit/],
    ['too much kept aside', modal({ private_metadata: 'x'.repeat(3001) }), /private_metadata/],
    [
      'a preset over the field’s length',
      modal({
        blocks: [
          input({ type: 'plain_text_input', action_id: 'v', initial_value: 'x'.repeat(3001) }),
        ],
      }),
      /initial_value of 3001/,
    ],
  ])('refuse %s', (_, view, why) => expect(viewProblems(view).join('; ')).toMatch(why))
  it('take what is in order', () => expect(viewProblems(modal())).toEqual([]))
})

function chart(axes: object) {
  const series = [{ name: 'Luna', data: [{ label: 'Mon', value: 1 }] }]
  return {
    ...{ type: 'data_visualization', title: 'Cost' },
    chart: { type: 'bar', series, axis_config: { categories: ['Mon'], ...axes } },
  }
}

function table(...rows: string[][]) {
  return { type: 'table', rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))) }
}
