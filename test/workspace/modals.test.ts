import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTinyApp } from './tiny-app.ts'

let b: Awaited<ReturnType<typeof openTinyApp>>
beforeAll(async () => {
  b = await openTinyApp()
})
beforeEach(async () => {
  b.store.modals.clear()
  await b.say('/model-size form')
})
afterAll(() => b.close())

const NAME = 'value:name:v:plain_text_input'
const SIZE = 'value:size:v:static_select'
const open = () => (b.store.modals.get('U000ALEX') ?? []).map((m) => m.view.title)

describe('a modal', () => {
  it('sends its fields as Slack’s state, with metadata and the whole option, and closes', async () => {
    await b.submit({ [NAME]: 'Mina', [SIZE]: 'big' })
    expect(b.last('view')).toMatchObject({
      callback_id: 'form',
      private_metadata: 'kept',
      state: {
        values: {
          name: { v: { type: 'plain_text_input', value: 'Mina' } },
          size: {
            v: { type: 'static_select', selected_option: { value: 'big', text: { text: 'big' } } },
          },
        },
      },
    })
    expect(open()).toEqual([])
  })
  it.each([
    ['errors at a field that is not there', 'astray', 'errors name nowhere'],
    ['a view with too long a title', 'long', 'title of 25 characters'],
  ])(
    '%s in the app’s answer is refused as Slack would, and the form stays',
    async (_, name, why) => {
      await b.submit({ [NAME]: name })
      const html = await b.page()
      expect(html).toContain('Slack would refuse what the app answered')
      expect(html).toContain(`value="${name}"`)
      expect(b.store.traffic.exchanges.at(-1)?.problems.join()).toContain(why)
    },
  )
  it('an empty field is null, not an empty text', async () => {
    await b.submit({ [NAME]: 'Mina' })
    expect(b.last('view')).toMatchObject({
      state: { values: { size: { v: { selected_option: null } } } },
    })
  })
  it('a required field left empty does not reach the app', async () => {
    const before = b.seen.length
    await b.submit({ [NAME]: '' })
    expect(b.seen).toHaveLength(before)
    expect(await b.page()).toContain('Please complete this required field.')
  })
  it('errors stand at their fields and what was typed stays', async () => {
    await b.submit({ [NAME]: 'bad', [SIZE]: 'big' })
    const html = await b.page()
    expect(html).toContain('id="error-name" role="alert">Not that one')
    expect(html).toContain('value="bad"')
    expect(html).toContain('<option value="big" selected>')
  })
  it('may be changed, have another put on it, or be cleared by the answer', async () => {
    await b.submit({ [NAME]: 'again' })
    expect(open()).toMatchObject([{ text: 'Two' }])
    await b.submit({ [NAME]: 'deeper' })
    expect(open()).toMatchObject([{ text: 'Two' }, { text: 'Three' }])
    await b.submit({ [NAME]: 'out' })
    expect(open()).toEqual([])
  })
  it('stays open with what was typed when the app is late', async () => {
    b.beLate(true)
    await b.submit({ [NAME]: 'hang' })
    b.beLate(false)
    const html = await b.page()
    expect(html).toContain('operation_timeout')
    expect(html).toContain('value="hang"')
  })
  it('tells of closing when asked to, and uncovers the one below', async () => {
    await b.submit({ [NAME]: 'deeper' })
    await b.post('/close', {})
    expect(open()).toMatchObject([{ text: 'One' }])
    await b.post('/close', {})
    expect(b.last('closed')).toMatchObject({ title: { text: 'One' }, private_metadata: 'kept' })
    expect(open()).toEqual([])
  })
  it('a button in it says what was typed so far, and keeps it', async () => {
    const html = await b.page()
    const value = /formaction="\/action" formnovalidate name="action" value="([^"]*)"/.exec(html)
    const action = value?.[1]?.replace(/&quot;/g, '"') ?? ''
    await b.post('/action', { ts: 'modal', action, [NAME]: 'half' })
    expect(b.last('in_modal')).toMatchObject({
      container: { type: 'view' },
      actions: [{ action_id: 'in_modal', block_id: 'more' }],
      view: { state: { values: { name: { v: { value: 'half' } } } } },
    })
    expect(await b.page()).toContain('value="half"')
  })
  it('belongs to one person, and what lies behind it cannot be reached', async () => {
    expect(await b.page('?u=U000MINA&c=C000SPEND')).not.toContain('role="dialog"')
    expect(await b.page()).toMatch(/<div class="shell" inert>/)
  })
})
