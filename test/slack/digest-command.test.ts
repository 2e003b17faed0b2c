import { beforeAll, describe, expect, it } from 'vitest'
import { accessWorld, set } from '../support/access-world.ts'
import { RESPONSE_URL, type SlackInProcess } from '../support/slack-in-process.ts'

describe('/model-size digest', () => {
  let s: SlackInProcess
  beforeAll(async () => {
    s = await accessWorld()
    const channels = ['C1', 'C42', 'C43'].map((id) => ({ id, people: [], groups: [] }))
    await set(s, { admins: ['U1', 'UKO'], channels })
  })
  const say = async (text: string, user?: string): Promise<string> => {
    await s.command(text, user)
    const { method, body } = s.sent.at(-1) ?? {}
    expect(body).toMatchObject({ response_type: 'ephemeral' })
    expect(RESPONSE_URL).toContain(method)
    return String(body?.text)
  }

  it('sets up this channel, or the one that is named', async () => {
    expect(await say('digest Monday 09:00 Asia/Seoul')).toMatch(
      /^A digest every Monday at 09:00 \(Asia\/Seoul\)/,
    )
    expect(await say('digest <#C42|finance> daily 8:00 Europe/Paris')).toMatch(
      /^<#C42>: A digest every day at 08:00 \(Europe\/Paris\)/,
    )
    expect(await say('digest <#C43> 월요일 9시 Asia/Seoul', 'UKO')).toMatch(
      /^<#C43>: 매주 월요일 09:00\(Asia\/Seoul\)에 요약을 올립니다/,
    )
  })
  it('lists what is set up, and stops it', async () => {
    const list = (await say('digest list')).split('\n')
    expect(list.map((line) => line.slice(0, 7))).toEqual(['<#C1>: ', '<#C42>:', '<#C43>:'])
    expect(await say('digest <#C42|finance> off')).toBe(
      '<#C42>: No digest will be posted any more.',
    )
    expect(await say('digest off')).toBe('No digest will be posted any more.')
    expect(await say('digest off')).toBe('There is no digest set up here.')
    await say('digest <#C43> off')
    expect(await say('digest list')).toBe('No channel gets a digest yet.')
  })
  it('previews, and knows no alert where there is none', async () => {
    expect(await say('digest preview')).toMatch(/^\*AI spend, week 2026-W47/)
    expect(await say('digest snooze a &amp; b &lt;c&gt;')).toBe(
      'This channel has no alert "a &amp; b &lt;c&gt;". Those there are: none.',
    )
  })
  it('says what is wrong and how to mend it, in both languages', async () => {
    expect(await say('digest')).toContain('Type `/model-size digest Monday 09:00 Asia/Seoul`')
    expect(await say('digest', 'UKO')).toContain('`/model-size digest 월요일 9시 Asia/Seoul`')
    expect(await say('digest Monday 3:00 Asia/Soul')).toBe(
      'The hour must be a whole number from 5 to 23, because clocks change at night; received "3:00".\nThe time zone must be an IANA zone; received "Asia/Soul". Did you mean Asia/Seoul?',
    )
    expect(await say('digest #finance Monday 9 Asia/Seoul')).toContain('Pick it from the list')
    expect(await say('digest <!channel> 9 UTC')).not.toContain('<!channel>')
  })
})
