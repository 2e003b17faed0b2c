import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileWith } from '../support/file.ts'
import { type Asked, HIDDEN, manyWorkspaces, NOW, notingSlack } from '../support/many-workspaces.ts'

const ORG = 'E1'
const [NORTH, SOUTH] = [
  { team: 'TNORTH', enterprise: ORG },
  { team: 'TSOUTH', enterprise: ORG },
] as const
const ALONE = { team: 'TALONE' } as const

/** What Slack gives for the code of each installation. */
const GIVEN: Readonly<Record<string, object>> = {
  org: {
    ...{ access_token: 'xoxb-org', team: null, enterprise: { id: ORG, name: 'Acme' } },
    is_enterprise_install: true,
  },
  alone: {
    ...{ access_token: 'xoxb-alone', team: { id: ALONE.team, name: 'Alone' }, enterprise: null },
    is_enterprise_install: false,
  },
}

/** Slack as far as an organisation and a workspace of its own go. */
function grid({ method, token, body }: Asked) {
  const common = { ok: true, token_type: 'bot', scope: 'chat:write', app_id: 'A01' }
  const person = { id: body.user, is_owner: body.user === 'UOWN', locale: 'en-US' }
  switch (method) {
    case 'oauth.v2.access':
      return {
        ...common,
        ...GIVEN[body.code ?? ''],
        bot_user_id: 'U0BOT',
        authed_user: { id: 'U1' },
      }
    case 'auth.test':
      return {
        ...{
          ok: true,
          user_id: 'U0BOT',
          bot_id: 'B0BOT',
          url: 'https://acme.enterprise.slack.com/',
        },
        team_id: token === 'xoxb-org' ? ORG : ALONE.team,
      }
    case 'users.info':
      return token === 'xoxb-org'
        ? {
            ok: true,
            user: { ...person, team_id: ORG, enterprise_user: { teams: ['TNORTH', 'TSOUTH'] } },
          }
        : { ok: true, user: { ...person, team_id: ALONE.team } }
    case 'users.list':
      return {
        ok: true,
        members: ['UOWN', 'U1'].map((id) => ({
          ...{ id, team_id: token === 'xoxb-org' ? body.team_id : ALONE.team },
          is_owner: id === 'UOWN',
        })),
      }
    case 'conversations.info':
      return { ok: true, channel: { id: body.channel } }
    case 'conversations.members':
      return { ok: true, members: ['UOWN', 'U1'] }
    case 'chat.postMessage':
      return { ok: true, ts: '9.0', channel: body.channel }
    default:
      return undefined
  }
}

const bill = (cost: string) =>
  fileWith(`date,provider,model,cost,currency\n2026-11-18,openai,gpt-6-luna,${cost},USD\n`)

describe('an organisation’s installation and a workspace of its own', () => {
  let slack: Awaited<ReturnType<typeof notingSlack>>
  let app: Awaited<ReturnType<typeof manyWorkspaces>>
  beforeAll(async () => {
    slack = await notingSlack(grid)
    app = await manyWorkspaces(slack.url, 'https://slack.test/oauth/v2/authorize')
    for (const code of ['org', 'alone']) {
      const { cookie, state } = await app.begin()
      const back = await app.comeBack(new URLSearchParams({ code, state }), cookie)
      expect(back.status, code).toBe(200)
    }
  }, 60_000)
  afterAll(async () => {
    await app.stop()
    slack.close()
  })
  /** What a command is answered with. */
  const answerTo = async (text: string, where: { team: string; enterprise?: string }) => {
    const said = slack.next((c) => c.method === `/respond/${where.team}`)
    expect((await app.command(text, where)).status).toBe(200)
    return String((await said).body.text)
  }

  it('both are reached with their own tokens, each workspace of the organisation for itself', async () => {
    for (const where of [NORTH, SOUTH, ALONE]) {
      const posted = slack.next((c) => c.method === 'chat.postMessage')
      await app.event(
        {
          ...{ type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.0', event_ts: '1.0' },
          text: '<@U0BOT> Why did Chinchilla change Kaplan’s advice?',
        },
        where,
      )
      const { token, body } = await posted
      expect(token).toBe(where === ALONE ? 'xoxb-alone' : 'xoxb-org')
      expect(body.team_id).toBe(where.team)
    }
    const several = await app.cli(['digest'])
    expect(several.err).toBe(
      'There are several workspaces; name one with --tenant: TALONE, TNORTH, TSOUTH.',
    )
  })
  it('a reply in a thread of the organisation needs no mention', async () => {
    const posted = slack.next((c) => c.method === 'chat.postMessage')
    await app.event(
      {
        ...{ type: 'message', channel_type: 'channel', user: 'U1', channel: 'C1', ts: '2.0' },
        ...{ thread_ts: '1.0', event_ts: '2.0', text: 'why?' },
      },
      SOUTH,
    )
    expect((await posted).body).toMatchObject({ thread_ts: '1.0', team_id: 'TSOUTH' })
  })
  it('the same question is answered from each one’s own spend, by its own settings', async () => {
    const costs = { TNORTH: '77.00', TSOUTH: '88.00', TALONE: '99.00' }
    for (const [tenant, cost] of Object.entries(costs)) {
      const imported = await app.cli(['import', bill(cost), '--tenant', tenant])
      expect(imported.err).toBe('')
    }
    for (const where of [NORTH, ALONE])
      expect(await answerTo('admin spend allow <#C1|ai-spend>', where)).toContain('<#C1>')
    expect(await answerTo('digest preview', NORTH)).toContain('Total $77.00')
    expect(await answerTo('digest preview', ALONE)).toContain('Total $99.00')
    const denied = await answerTo('digest preview', SOUTH)
    expect(denied).not.toMatch(/77|88|99/)
    await answerTo('admin spend allow <#C1|ai-spend>', SOUTH)
    expect(await answerTo('digest preview', SOUTH)).toContain('Total $88.00')
  })
  it('the command line sees one workspace at a time', async () => {
    const total = async (tenant: string) =>
      (await app.cli(['digest', '--period', '2026-W47', '--tenant', tenant])).out
    expect(await total('TNORTH')).toContain('$77.00')
    expect(await total('TALONE')).toContain('$99.00')
    const logOf = async (tenant: string) =>
      (await app.cli(['access-log', '--json', '--tenant', tenant])).out
    expect(await logOf('TSOUTH')).toContain('channel-not-allowed')
    expect(await logOf('TALONE')).not.toContain('channel-not-allowed')
    const wrong = await app.cli(['digest', '--tenant', 'TWEST', '--lang', 'ko'])
    expect(wrong.err).toBe(
      '"TWEST" 워크스페이스는 없습니다. 있는 워크스페이스: TALONE, TNORTH, TSOUTH.',
    )
  })
  it('a workspace taken out of the organisation’s installation goes alone', async () => {
    const said = app.saying('the app was taken away from workspaces')
    await app.event({ type: 'team_access_revoked', team_ids: [SOUTH.team] }, NORTH)
    expect(await said).toEqual({ workspaces: [SOUTH.team] })
    expect((await app.cli(['connections', '--tenant', SOUTH.team])).err).toContain('no workspace')
    expect((await app.cli(['connections', '--tenant', NORTH.team])).err).toBe('')
  })
  it('uninstalling deletes the token and the keys, and lets only those workspaces go', async () => {
    for (const tenant of ['TNORTH', 'TALONE'])
      await app.cli(['connect', 'openai', '--tenant', tenant], 'sk-admin-hidden\n')
    await app.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, ALONE)
    await app.event({ type: 'app_uninstalled' }, { ...ALONE, happened: NOW - 3_600_000 })
    expect((await app.cli(['connections', '--tenant', 'TALONE'])).out).toContain('openai')
    const gone = app.saying('the app was uninstalled or its token revoked')
    await app.event({ type: 'app_uninstalled' }, NORTH)
    expect(await gone).toEqual({ installation: ORG, workspaces: ['TNORTH'] })
    const left = app.saying('an event of a workspace without the app was left alone')
    expect((await app.command('help', NORTH)).status).toBe(200)
    expect(await left).toEqual({ workspace: ORG })
    expect((await app.cli(['connections', '--tenant', 'TNORTH'])).err).toContain('no workspace')
    expect((await app.cli(['connections'])).out).toContain('openai')
  })
  it('tokens, keys and secrets stand in no log', () => {
    const log = JSON.stringify(app.logged)
    for (const secret of [...Object.values(HIDDEN), 'xoxb-', 'sk-admin'])
      expect(log).not.toContain(secret)
  })
})
