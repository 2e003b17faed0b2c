import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { charge, reading } from '../contracts/samples.ts'
import { accessWorld, OPEN, REFUSED, set } from '../support/access-world.ts'
import { TEAM } from '../support/recording-slack.ts'
import { buttonOf, RESPONSE_URL, type SlackInProcess } from '../support/slack-in-process.ts'

type Json = Record<string, unknown>

let s: SlackInProcess
beforeEach(async () => {
  s = await accessWorld()
  await set(s, { ...OPEN, admins: ['UOWN'] })
  const spent = daysBetween('2026-09-01', '2026-11-22').map((day) =>
    charge({ day, nano: day === '2026-11-18' ? 977_000_000_000n : 50_000_000_000n }),
  )
  await s.charges.replace(TEAM, 'csv', reading(spent), 2)
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
  await s.db.destroy()
})

const reply = (): Json => s.last('respond')
const said = () => JSON.stringify(reply())
const log = async () => (await s.settings.entries(1))[0]
/** The digest as a person sees it before anybody else does. */
const preview = async (user = 'UOWN', words = 'digest preview'): Promise<Json> => {
  await s.command(words, user)
  return reply()
}
const privately = { container: { type: 'message', is_ephemeral: true }, channel: { id: 'C1' } }
const inChannel = {
  container: { type: 'message', is_ephemeral: false },
  channel: { id: 'C1' },
  message: { ts: '7.0', blocks: [] },
}
const click = async (id: string, user: string, where: Json = inChannel) => {
  const action = buttonOf(await preview(), id)
  await s.click(action, { ...where, response_url: RESPONSE_URL }, user)
}
/** The first entry of the list behind "Snooze an anomaly", chosen by somebody. */
const snooze = async (user: string) => {
  const { blocks } = (await preview()) as { blocks: { elements?: Json[] }[] }
  const list = blocks.flatMap((b) => b.elements ?? []).find((e) => e.action_id === 'digest_snooze')
  const [first] = (list?.options ?? []) as Json[]
  const chosen =
    list?.type === 'static_select' ? { selected_option: first } : { value: list?.value }
  const action = { action_id: 'digest_snooze', type: list?.type, ...chosen }
  await s.click(action, { ...inChannel, response_url: RESPONSE_URL }, user)
}

describe('the preview of a digest', () => {
  it('shows the blocks of the channel’s digest to whoever asks, and to nobody else', async () => {
    const shown = (await preview()) as { blocks: { type: string }[]; response_type: string }
    expect(shown.response_type).toBe('ephemeral')
    expect(shown.blocks.map((b) => b.type)).toEqual([
      ...['header', 'section', 'data_visualization', 'table', 'context', 'actions'],
    ])
    expect(s.of('chat.postMessage')).toEqual([])
  })
  it('is of the period that is named, and says what a period looks like where it is none', async () => {
    expect(JSON.stringify(await preview('UOWN', 'digest preview 2026-w46'))).toContain('2026-W46')
    expect((await preview('UOWN', 'digest preview last week')).text).toContain(
      'such as 2026-W47, a day such as 2026-11-24 or a month such as 2026-10; received "last week"',
    )
    expect((await preview('UKO', 'digest 미리보기 지난주')).text).toContain('"지난주"')
  })
  it('is in the language of the channel’s own digest', async () => {
    await s.command('digest Monday 09:00 Asia/Seoul ko', 'UOWN')
    expect(JSON.stringify(await preview())).toContain('AI 지출 주간 요약 2026-W47')
  })
  it('is offered to whoever sets a schedule up, by command or form', async () => {
    await s.command('digest Monday 09:00 Asia/Seoul', 'UOWN')
    const action = buttonOf(reply(), 'digest_preview')
    await s.click(action, { ...privately, response_url: RESPONSE_URL }, 'UOWN')
    expect(said()).toMatch(/AI spend, week 2026-W47.*data_visualization/)
    expect(await log()).toMatchObject({ person: 'UOWN', kind: 'preview', allowed: true })
    await s.click(action, { ...privately, response_url: RESPONSE_URL }, 'UMULTI')
    expect(reply().text).toContain('not to guests')
  })
  it('follows with the chart as a picture where Slack refuses its own chart', async () => {
    s.replies.set('respond', (b) =>
      JSON.stringify(b.blocks ?? '').includes('data_visualization')
        ? new Response('invalid_blocks', { status: 400 })
        : new Response('ok'),
    )
    s.replies.set('files.getUploadURLExternal', () => ({
      ...{ ok: true, upload_url: 'http://slack.invalid/upload/1', file_id: 'F1' },
    }))
    s.replies.set('files.completeUploadExternal', () => ({ ok: true, files: [{ id: 'F1' }] }))
    s.replies.set('files.info', () => ({ ok: true, file: { mimetype: 'image/png' } }))
    expect(await preview()).toMatchObject({
      blocks: [{ type: 'image', slack_file: { id: 'F1' } }],
      response_type: 'ephemeral',
    })
  })
})

describe('a button of the digest', () => {
  it('Details leads into the thread; of a preview, which has none, it shows them', async () => {
    s.replies.set('chat.getPermalink', () => ({ ok: true, permalink: 'https://x.slack.com/p7' }))
    await click('digest_details', 'U1')
    expect(reply().text).toBe(
      '<https://x.slack.com/p7?thread_ts=7.0&cid=C1|The details are in the thread>',
    )
    await click('digest_details', 'UKO', privately)
    expect(reply()).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(said()).toMatch(/자세히, 2026-W47.*지출 내역.*팀별/)
  })
  it('Why? takes the change apart, for the one who asked', async () => {
    await click('digest_why', 'U1')
    expect(said()).toMatch(/Why it changed, 2026-W47.*The change of \+\$927\.00 is made of/)
    expect(reply().response_type).toBe('ephemeral')
    expect(await log()).toMatchObject({
      person: 'U1',
      channel: 'C1',
      kind: 'button',
      allowed: true,
    })
  })
  it('Change schedule opens the form on the schedule as it is, to an admin alone', async () => {
    await s.command('digest monthly 3 10:00 Europe/Paris ko EUR', 'UOWN')
    await click('digest_schedule', 'UOWN')
    const { view } = s.last('views.open') as { view: { blocks: { element: Json }[] } }
    const held = view.blocks.map(({ element: e }) =>
      [e.initial_conversation, (e.initial_option as Json)?.value, e.initial_value].find(Boolean),
    )
    expect(held).toEqual(['C1', 'monthly 3', '10', 'Europe/Paris', 'ko', 'EUR'])
    await click('digest_schedule', 'U1')
    expect(s.of('views.open')).toHaveLength(1)
    expect(reply().text).toContain('<@UOWN>')
    expect(await log()).toMatchObject({ person: 'U1', kind: 'setup', allowed: false })
  })
  it('Snooze keeps an anomaly out of the channel’s digests for a week, and says until when', async () => {
    expect(JSON.stringify(await preview())).toContain('*Stands out:*')
    await snooze('UOWN')
    expect(reply().text).toMatch(/^Silent in this channel's digests and alerts until Dec 1, 2026/)
    expect(JSON.stringify(await preview())).toMatch(/\(1 snoozed\)/)
  })
  it('Snooze is for admins, and says so to the others', async () => {
    await snooze('U1')
    expect(reply().text).toContain('<@UOWN>')
    expect(JSON.stringify(await preview())).not.toContain('snoozed')
  })
  it.each(REFUSED)('shows nothing to %s, %s', async (user, _, sentence) => {
    for (const id of ['digest_details', 'digest_why']) {
      await click(id, user, privately)
      expect(reply().text).toContain(sentence)
      expect(said()).not.toMatch(/977|927/)
      expect(await log()).toMatchObject({ person: user, kind: 'button', allowed: false })
    }
  })
  it('shows nothing any more once spend is not allowed in the channel', async () => {
    const action = buttonOf(await preview(), 'digest_why')
    await set(s, { admins: ['UOWN'] })
    await s.click(action, { ...inChannel, response_url: RESPONSE_URL }, 'U1')
    expect(reply().text).toContain('Spend is not allowed in <#C1>')
  })
})

describe('the form behind Change schedule', () => {
  const submit = async (values: Readonly<Record<string, string | Json>>) =>
    s.submit(
      {
        callback_id: 'schedule_form',
        private_metadata: JSON.stringify({ seen: 1, language: 'en' }),
        blocks: [],
      },
      {
        channel: { selected_conversation: 'C1' },
        when: { selected_option: { value: 'monthly 3' } },
        hour: { selected_option: { value: '10' } },
        zone: 'Europe/Paris',
        language: { selected_option: { value: 'ko' } },
        currency: 'eur',
        ...values,
      },
      'UOWN',
    )
  it.each([
    ['monthly 3', 'on day 3 of every month at 10:00'],
    ['weekly 7', 'every Sunday at 10:00'],
    ['daily 0', 'every day at 10:00'],
  ])('sets %s', async (value, words) => {
    await submit({ when: { selected_option: { value } } })
    expect(s.last('chat.postMessage').text).toContain(`A digest ${words} (Europe/Paris) in EUR`)
  })
  it('says at the field what is wrong', async () =>
    expect(await submit({ zone: 'Moon', currency: 'gold' })).toMatchObject({
      errors: {
        zone: expect.stringContaining('IANA'),
        currency: expect.stringContaining('ISO 4217'),
      },
    }))
})
