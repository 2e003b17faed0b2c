import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Installation } from '../../src/installs/ports.ts'
import { installedClients, teamOf } from '../../src/slack/clients.ts'
import { slackDirectory } from '../../src/slack/directory.ts'
import { tenantNotices, tenantPublisher } from '../../src/slack/tenant-publishers.ts'
import { notingSlack } from '../support/many-workspaces.ts'

const installation = (id: string, token: string): Installation => ({
  ...{ id, org: id.startsWith('E'), installedAt: 1 },
  content: JSON.stringify({ bot: { token } }),
})
const message = { tenant: 'T1', channel: 'C1', key: '2026-W47' } as never

describe('work for a workspace that nobody asked for', () => {
  let slack: Awaited<ReturnType<typeof notingSlack>>
  const serving = new Map<string, Installation>()
  const clientOf = () =>
    installedClients(
      { serving: async (tenant) => serving.get(tenant) },
      { slackApiUrl: `${slack.url}/api/` },
    )
  beforeAll(async () => {
    slack = await notingSlack(({ method }) =>
      method === 'auth.test' ? { ok: true, team_id: 'E1' } : undefined,
    )
    serving.set('T1', installation('T1', 'xoxb-one'))
    serving.set('T2', installation('E1', 'xoxb-org'))
    serving.set('T3', installation('E1', 'xoxb-org'))
  })
  afterAll(() => slack.close())

  it('is done with the token of the installation that serves it, and names the workspace of an organisation', async () => {
    const of = clientOf()
    for (const tenant of ['T1', 'T2', 'T3'])
      await (await of(tenant))?.chat.postMessage({ channel: 'C1', text: tenant })
    const posted = slack.calls.map(({ token, body }) => [token, body.team_id, body.text])
    expect(posted).toEqual([
      ['xoxb-one', undefined, 'T1'],
      ['xoxb-org', 'T2', 'T2'],
      ['xoxb-org', 'T3', 'T3'],
    ])
  })
  it('is done with another client as soon as another token is kept, and with none when none is', async () => {
    const of = clientOf()
    const first = await of('T1')
    expect(await of('T1')).toBe(first)
    serving.set('T1', installation('T1', 'xoxb-two'))
    expect((await of('T1'))?.token).toBe('xoxb-two')
    serving.delete('T1')
    expect(await of('T1')).toBeUndefined()
  })
  it('knows people by the workspace it is for, not by the organisation that its token is of', async () => {
    const client = await clientOf()('T2')
    if (!client) throw new Error('no client')
    expect(teamOf(client)).toBe('T2')
    const user = { team_id: 'E1', enterprise_user: { teams: ['T2'] } }
    client.users.info = async () => ({ ok: true, user })
    expect(await slackDirectory(client).person('U1')).toMatchObject({ standing: 'member' })
    const other = await clientOf()('T3')
    if (!other) throw new Error('no client')
    other.users.info = client.users.info
    expect(await slackDirectory(other).person('U1')).toMatchObject({ standing: 'outsider' })
  })
  it('is given up where the app is not installed any more', async () => {
    const publisher = tenantPublisher(clientOf(), () => {
      throw new Error('nobody is reached')
    })
    expect(await publisher.find(message)).toEqual({ gone: 'channel' })
    expect(await publisher.post(message, { kind: 'stopped', channel: 'C1' })).toEqual({
      gone: 'channel',
    })
    const notices = tenantNotices(clientOf(), () => {
      throw new Error('nobody is reached')
    })
    expect(await notices.find(message, {} as never, 'thread')).toBe('gone')
    expect(await notices.post(message, {} as never, 'owner')).toBe('gone')
  })
})
