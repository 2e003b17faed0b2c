import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessWorld, OPEN, REFUSED, set } from '../support/access-world.ts'
import { chosen, inputOf, type Json, RATES, untouched } from '../support/defaults-form.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { TEAM } from '../support/recording-slack.ts'
import { buttonOf, type SlackInProcess } from '../support/slack-in-process.ts'

describe('"Change defaults" in Home', () => {
  let s: SlackInProcess
  beforeEach(async () => {
    s = await accessWorld({ ...(await shippedKnowledge()), rates: RATES })
  })
  afterEach(async () => {
    expect(s.refused).toEqual([])
    expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
    await s.db.destroy()
  })
  const home = async (user: string) => {
    await s.event({ type: 'app_home_opened', user, tab: 'home', channel: 'D1' })
    return s.last('views.publish').view as Json
  }
  const form = async (user = 'UOWN') => {
    const button = buttonOf(await home(user), 'set_defaults')
    await s.click(button, { container: { type: 'view' } }, user)
    return s.last('views.open').view as Json
  }
  const send = (view: Json, over: Record<string, string | Json>, user = 'UOWN') =>
    s.submit(view, { ...untouched(view), ...over }, user)
  const kept = () => s.settings.settings(TEAM)
  /** Attempts at a change in the log, by what they are about: the clock of the tests stands. */
  const logged = async () =>
    (await s.settings.entries(100))
      .filter(({ kind, detail, allowed }) => kind === 'setup' && (detail !== '' || !allowed))
      .sort((a, b) => a.detail.localeCompare(b.detail))

  it('sets, changes and takes back, draws Home anew, and is logged as the command is', async () => {
    const first = await form()
    expect(
      await send(first, { region: chosen('KOR'), staff: '$120', currency: chosen('KRW') }),
    ).toBeUndefined()
    expect((await kept()).defaults).toEqual({ region: 'KOR', staff: 120, currency: 'KRW' })
    expect(JSON.stringify(s.last('views.publish').view)).toContain('Region: Korea (yours)')
    const second = await form()
    expect(inputOf(second, 'staff').element.initial_value).toBe('120')
    await send(second, { discount: '10%', staff: '', region: chosen('not-set') })
    expect((await kept()).defaults).toEqual({ currency: 'KRW', discount: 0.1 })
    await send(await form(), { discount: '', currency: chosen('not-set') })
    expect((await kept()).defaults).toEqual({})
    const entry = { person: 'UOWN', channel: 'home', kind: 'setup', allowed: true }
    expect(await logged()).toEqual(
      [
        'drop-defaults currency discount',
        'set-defaults currency region staff',
        'set-defaults discount drop-defaults region staff',
      ].map((detail) => expect.objectContaining({ ...entry, detail })),
    )
  })
  it('says at each field what is wrong, and keeps nothing of the rest', async () => {
    const sent = await send(await form(), {
      discount: '100%',
      staff: 'much',
      region: chosen('KOR'),
    })
    expect(sent).toEqual({
      response_action: 'errors',
      errors: {
        discount: expect.stringContaining('received “100%”'),
        staff: expect.stringContaining('received “much”'),
      },
    })
    expect((await kept()).defaults).toEqual({})
  })
  it('sent unchanged changes nothing, also what could not be set today', async () => {
    await set(s, { defaults: { currency: 'EUR', region: 'KOR', discount: 0.07 } })
    const [view, before] = [await form(), await kept()]
    expect(await send(view, {})).toBeUndefined()
    expect(await kept()).toEqual(before)
    await send(view, { discount: '8%' })
    expect((await kept()).defaults).toEqual({ currency: 'EUR', region: 'KOR', discount: 0.08 })
  })
  it('does not overwrite what another admin set since it was opened', async () => {
    await set(s, { admins: ['U1'] })
    const [mine, theirs] = [await form(), await form('U1')]
    await send(theirs, { region: chosen('KOR') }, 'U1')
    expect(await send(mine, { region: chosen('FRA') })).toMatchObject({
      errors: { currency: expect.stringContaining('Somebody else changed the settings meanwhile') },
    })
    expect((await kept()).defaults).toEqual({ region: 'KOR' })
  })
  it('speaks Korean to Korean readers', async () => {
    await set(s, { admins: ['UKO'] })
    const view = await form('UKO')
    expect(JSON.stringify(view)).toMatch(/기본값 바꾸기.*정하지 않음: USD/)
    expect(await send(view, { discount: '10' }, 'UKO')).toMatchObject({
      errors: { discount: expect.stringContaining('‘10’ 값을 받았습니다') },
    })
    await send(view, { discount: '10%' }, 'UKO')
    expect(JSON.stringify(s.last('views.publish').view)).toContain(
      '토큰 가격 할인: 10% (직접 정함)',
    )
  })
  it('is no button for a member, who reads who sets them', async () => {
    await set(s, { ...OPEN, anywhere: { people: ['U2'], groups: [] } })
    for (const user of ['U1', 'U2']) {
      const view = JSON.stringify(await home(user))
      expect(view).not.toContain('set_defaults')
      expect(view).toContain('Admins set them')
    }
  })
  it.each(['U1', ...REFUSED.map(([user]) => user)])(
    'opens and keeps nothing for %s',
    async (user) => {
      const view = await form()
      const opened = s.of('views.open').length
      await s.click(
        { action_id: 'set_defaults', value: 'en' },
        { container: { type: 'view' } },
        user,
      )
      expect(s.of('views.open')).toHaveLength(opened)
      await send(view, { region: chosen('KOR') }, user)
      expect((await kept()).defaults).toEqual({})
      expect(await logged()).toMatchObject([
        { person: user, allowed: false },
        { person: user, allowed: false },
      ])
    },
  )
})
