import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOT } from '../../src/workspace/seed.ts'
import { fieldsOf, openBrowser } from '../support/browser.ts'

let b: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  b = await openBrowser()
}, 60_000)
afterAll(() => b.close())

const said = () => b.store.messages.filter((m) => m.user === BOT).at(-1)?.text
const home = (user: string) => b.page(`?u=${user}&c=D${user.slice(1)}&view=home`)

describe('who sees spend in the local workspace', () => {
  it.each([
    ['U000MINA', 'C000SPEND', '2026'],
    ['U000ALEX', 'C000SPEND', '2026'],
    ['U000ALEX', 'D000ALEX', 'You have not been allowed'],
    ['U000GABI', 'C000SUPP', 'not to guests'],
    ['U000GABI', 'D000GABI', 'not to guests'],
    ['U000DANA', 'C000SUPP', 'not to people of another company'],
    ['U000MINA', 'C000SUPP', '다른 회사와 공유하는 채널'],
  ])('%s in %s hears "%s"', async (user, channel, words) => {
    await b.say('/model-size digest preview', { user, channel })
    expect(said()).toContain(words)
  })
  it('the owner allows a person and a group by their names, and the person then sees it', async () => {
    const owner = { user: 'U000MINA' }
    await b.say('/model-size admin spend allow @alex @finops', owner)
    expect(said()).toContain('<@U000ALEX>, <!subteam^S000FINOPS>')
    await b.say('/model-size digest preview', { user: 'U000ALEX', channel: 'D000ALEX' })
    expect(said()).toContain('2026')
    await b.say('/model-size admin spend allow #support', owner)
    expect(said()).toContain('<#C000SUPP> 채널은 쓸 수 없습니다')
  })
  it('the owner sets a budget in Home; a guest sees neither it nor a button', async () => {
    await b.click('예산 정하기', await home('U000MINA'))
    const form = /<form method="post" action="\/submit">([\s\S]*?)<\/form>/.exec(
      await home('U000MINA'),
    )?.[1]
    await b.post('/submit', {
      ...fieldsOf(form ?? ''),
      'value:amount:value:plain_text_input': '7654',
      'value:currency:value:plain_text_input': 'USD',
    })
    expect(await home('U000MINA')).toContain('$7,654.00')
    const guest = await home('U000GABI')
    expect(guest).toContain('not to guests')
    expect(guest).not.toMatch(/7,654|Set a budget/)
  })
  it('the owner changes a default in Home by a form, and takes it back', async () => {
    const send = async (over: Record<string, string>) => {
      await b.click('기본값 바꾸기', await home('U000MINA'))
      const form = /<form method="post" action="\/submit">([\s\S]*?)<\/form>/.exec(
        await home('U000MINA'),
      )?.[1]
      await b.post('/submit', { ...fieldsOf(form ?? ''), ...over })
      return home('U000MINA')
    }
    const discount = 'value:discount:value:plain_text_input'
    expect(await send({ [discount]: '10' })).toContain('‘10’ 값을 받았습니다')
    const region = { 'value:region:value:static_select': 'KOR' }
    const set = await send({ [discount]: '10%', ...region })
    expect(set).toContain('토큰 가격 할인: 10% (직접 정함)')
    expect(set).toContain('지역: 한국 (직접 정함)')
    const back = await send({ 'value:region:value:static_select': 'not-set' })
    expect(back).toContain('토큰 가격 할인: 10% (직접 정함)')
    expect(back).toContain('지역: 첫 모델 공급사의 본거지 (가정)')
  })
  it('a form offers the channels and people there are', async () => {
    await b.click('지출 열람 허용', await home('U000MINA'))
    const html = await home('U000MINA')
    expect(html).toMatch(/<select name="value:channel:value:conversations_select"[\s\S]*# ai-spend/)
    expect(html).toMatch(/<select multiple name="value:people:value:multi_users_select"[\s\S]*Gabi/)
  })
})
