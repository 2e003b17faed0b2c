import { describe, expect, it } from 'vitest'
import { drawBlocks } from '../../src/workspace/render/blocks.ts'
import { drawModal } from '../../src/workspace/render/view.ts'

const drawing = {
  names: () => undefined,
  form: (block: string, action: object, inner: string) =>
    `<form data-block="${block}" data-action='${JSON.stringify(action)}'>${inner}</form>`,
}
const draw = (...blocks: Record<string, unknown>[]) => drawBlocks(blocks, drawing)
const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string) => ({ text: plain(value.toUpperCase()), value })

describe('blocks', () => {
  it('plain text is shown letter for letter', () =>
    expect(draw({ type: 'header', text: plain('*a* <!channel> <b>') })).toBe(
      '<h3>*a* &lt;!channel&gt; &lt;b&gt;</h3>',
    ))
  it('a section has text, fields and something beside it', () => {
    const html = draw({
      type: 'section',
      block_id: 's',
      text: { type: 'mrkdwn', text: '*a*' },
      fields: [{ type: 'mrkdwn', text: 'f1' }, plain('f2')],
      accessory: { type: 'button', action_id: 'go', value: 'v', text: plain('Go') },
    })
    expect(html).toContain('<strong>a</strong>')
    expect(html).toMatch(/class="field">f1.*class="field">f2/)
    expect(html).toContain('{"type":"button","action_id":"go","value":"v"}')
  })
  it('a chart is drawn, and told in figures to those who do not see it', () => {
    const html = draw({
      type: 'data_visualization',
      title: 'Daily <cost>',
      chart: {
        type: 'bar',
        series: [{ name: '지원 & co', data: [{ label: 'Nov 9', value: 1200 }] }],
        axis_config: { categories: ['Nov 9'], y_label: 'USD' },
      },
    })
    expect(html).toContain('aria-label="Daily &lt;cost&gt;. 지원 &amp; co: Nov 9 $1,200"')
    expect(html).toMatch(/<svg.*지원 &amp; co.*<\/svg>/s)
    expect(html).not.toContain('<cost>')
  })
  it('a table has heads for columns and rows, draws numbers and keeps its alignment', () => {
    const html = draw({
      type: 'table',
      column_settings: [{}, { align: 'right' }],
      rows: [
        [
          { type: 'raw_text', text: 'Option' },
          { type: 'raw_text', text: '$' },
        ],
        [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [{ type: 'text', text: 'Luna', style: { bold: true } }],
              },
            ],
          },
          { type: 'raw_number', value: 18 },
        ],
      ],
    })
    expect(html).toContain('<th scope="col">Option</th><th scope="col" class="right">$</th>')
    expect(html).toContain('<th scope="row"><div><strong>Luna</strong></div></th>')
    expect(html).toContain('<td class="right">18</td>')
  })
  it('Markdown runs no HTML and no scripts, and fetches no pictures', () => {
    const html = draw({
      type: 'markdown',
      text: '**b** <img src=x onerror=y> [x](javascript:alert(1)) ![alt](https://x.example/p.png) [ok](https://ok.example)',
    })
    expect(html).toContain('<strong>b</strong>')
    expect(html).not.toMatch(/<img|href="javascript/)
    expect(html).toMatch(/href="https:\/\/x\.example\/p\.png"[^>]*>alt</)
    expect(html).toMatch(/href="https:\/\/ok\.example"[^>]*rel="noopener noreferrer"/)
  })
  it('an uploaded picture is shown with its words; one of another host is only linked', () => {
    expect(draw({ type: 'image', slack_file: { id: 'F1' }, alt_text: 'spend "rose"' })).toContain(
      '<img src="/file/F1" alt="spend &quot;rose&quot;">',
    )
    const far = draw({ type: 'image', image_url: 'https://x.example/p.png', alt_text: 'far' })
    expect(far).not.toContain('<img')
    expect(far).toContain('href="https://x.example/p.png"')
  })
  it('rich text has lists, quotes, links and mentions, and no script addresses', () => {
    const text = (t: string, more = {}) => ({ type: 'text', text: t, ...more })
    const html = draw({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [{ type: 'rich_text_section', elements: [text('one')] }],
        },
        {
          type: 'rich_text_quote',
          elements: [text('q'), { type: 'link', url: 'https://a.example', text: 'l' }],
        },
        { type: 'rich_text_preformatted', elements: [text('<b>')] },
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'U9' },
            { type: 'link', url: 'javascript:x', text: 'bad' },
          ],
        },
      ],
    })
    expect(html).toContain('<ol><li>one</li></ol>')
    expect(html).toMatch(/<blockquote>q<a href="https:\/\/a\.example"[^>]*>l<\/a><\/blockquote>/)
    expect(html).toContain('<pre>&lt;b&gt;</pre>')
    expect(html).toContain('<span class="mention">@U9</span>bad')
  })
  it('lists, choices and votes are forms of their own', () => {
    const html = draw({
      type: 'actions',
      block_id: 'a',
      elements: [
        {
          type: 'static_select',
          action_id: 's',
          options: [option('x'), option('y')],
          initial_option: option('y'),
        },
        { type: 'radio_buttons', action_id: 'r', options: [option('z')] },
        {
          type: 'checkboxes',
          action_id: 'c',
          options: [option('w')],
          initial_options: [option('w')],
        },
        {
          type: 'feedback_buttons',
          action_id: 'f',
          positive_button: { text: plain('Yes'), value: '1' },
          negative_button: { text: plain('No'), value: '0' },
        },
      ],
    })
    expect(html).toContain('<option value="y" selected>Y</option>')
    expect(html).toContain('<input type="radio" name="choice" value="z">')
    expect(html).toContain('<input type="checkbox" name="choice" value="w" checked>')
    expect(html.match(/<form /g)).toHaveLength(5)
  })
  it('a broken block becomes a note and an unknown one its data; the rest stays', () => {
    const html = draw(
      { type: 'actions', elements: [null] },
      { type: 'hologram', x: '<b>' },
      { type: 'section', text: plain('still here') },
    )
    expect(html).toContain('cannot be drawn')
    expect(html).toMatch(/Block of type hologram[\s\S]*&lt;b&gt;/)
    expect(html).toContain('still here')
  })
})

describe('a modal', () => {
  const input = (id: string, element: object, more = {}) => ({
    type: 'input',
    block_id: id,
    label: plain(id),
    element: { action_id: 'v', ...element },
    ...more,
  })
  const view = {
    title: plain('Form'),
    submit: plain('Go'),
    blocks: [
      input('t', { type: 'plain_text_input', max_length: 5, initial_value: 'first' }),
      input('m', { type: 'plain_text_input', multiline: true }, { optional: true }),
      input('n', { type: 'number_input', is_decimal_allowed: true, min_value: '0' }),
      input('s', { type: 'static_select', options: [option('x')], initial_option: option('x') }),
      input('c', { type: 'checkboxes', options: [option('w')] }),
      {
        type: 'actions',
        block_id: 'b',
        elements: [{ type: 'button', action_id: 'k', text: plain('More') }],
      },
    ],
  }
  const html = drawModal(view, { n: 'Too low' }, 'U1', '/', drawing)
  it('is a labelled dialog with every kind of field', () => {
    expect(html).toContain('role="dialog" aria-modal="true" aria-labelledby="modal-title"')
    expect(html).toMatch(
      /<label for="field-t">t<\/label><input type="text"[^>]*required[^>]*maxlength="5"[^>]*value="first"/,
    )
    expect(html).toMatch(/<textarea name="value:m:v:plain_text_input"/)
    expect(html).toMatch(/<input type="number" step="any"[^>]*min="0"/)
    expect(html).toContain('<option value="x" selected>')
    expect(html).toContain('name="value:c:v:checkboxes" value="w"')
  })
  it('puts a note at its field, tells readers of it and goes there first', () => {
    expect(html).toMatch(
      /id="field-n" aria-describedby="error-n" aria-invalid="true" required autofocus/,
    )
    expect(html).toContain('<p class="error" id="error-n" role="alert">Too low</p>')
  })
  it('shows what was typed or emptied instead of the initial values', () => {
    const state = { values: { t: { v: { value: null } }, s: { v: { selected_option: null } } } }
    const again = drawModal({ ...view, state }, {}, 'U1', '/', drawing)
    expect(again).not.toContain('value="first"')
    expect(again).not.toContain('selected')
  })
  it('does not let the Enter key press a button of the blocks', () =>
    expect(html.indexOf('class="unseen"')).toBeLessThan(html.indexOf('More')))
})
