import type { WebClient } from '@slack/web-api'
import { type Directory, HOME, type Person, type Standing } from '../access/ports.ts'
import { teamOf } from './clients.ts'

/** What Slack says of somebody, as far as it matters here. */
type User = Readonly<{
  id?: string
  team_id?: string
  deleted?: boolean
  is_bot?: boolean
  is_stranger?: boolean
  is_owner?: boolean
  is_primary_owner?: boolean
  is_restricted?: boolean
  is_ultra_restricted?: boolean
  enterprise_user?: Readonly<{ teams?: readonly string[] }>
}>

/** Members of a channel or workspace that are read at most; who is beyond cannot be vouched for. */
const MOST = 10_000
const PAGE = 1000

/**
 * People and channels as Slack shows them now. Nothing is remembered from one question to the next:
 * somebody who became a guest is one at once.
 */
export function slackDirectory(client: WebClient): Directory {
  const own = once(async () => teamOf(client) ?? (await client.auth.test()).team_id)
  const everybody = once(() => workspaceMembers(client, own))
  return {
    person: async (id) => {
      const [team, found] = await Promise.all([
        own().catch(() => undefined),
        client.users.info({ user: id }).catch(() => undefined),
      ])
      return team && found?.user ? personOf({ ...found.user, id }, team) : undefined
    },
    place: async (channel) => {
      if (channel === HOME || channel.startsWith('D')) return { kind: 'private' }
      const found = await client.conversations.info({ channel }).catch(() => undefined)
      if (!found?.channel) return undefined
      const { is_shared, is_ext_shared, is_pending_ext_shared, is_org_shared } = found.channel
      const shared =
        is_ext_shared === true ||
        is_pending_ext_shared === true ||
        (is_shared === true && is_org_shared !== true)
      return { kind: 'channel', id: channel, shared }
    },
    outsiders: async (channel) => {
      const [members, people] = await Promise.all([
        channelMembers(client, channel).catch(() => undefined),
        everybody().catch(() => undefined),
      ])
      if (!members || !people) return undefined
      const insiders = new Set(people.filter(isInsider).map((p) => p.id))
      return members.filter((id) => !insiders.has(id))
    },
    groupsOf: async (person, among) => {
      const found = await Promise.all(
        among.map((usergroup) =>
          client.usergroups.users.list({ usergroup }).then(
            ({ users = [] }) => users.includes(person),
            () => false,
          ),
        ),
      )
      return among.filter((_, i) => found[i])
    },
    owners: async () => {
      const people = await everybody().catch(() => [])
      return people.filter((p) => p.standing === 'owner').map((p) => p.id)
    },
  }
}

/** Somebody who may be among those who see spend: bots see nothing, they only sit there. */
function isInsider({ standing, bot }: Listed): boolean {
  return standing === 'owner' || standing === 'member' || bot
}

type Listed = Person & Readonly<{ bot: boolean }>

function personOf(user: User & Readonly<{ id: string }>, team: string): Listed {
  return { id: user.id, standing: standingOf(user, team), bot: user.is_bot === true }
}

function standingOf(user: User, team: string): Standing {
  const teams = [user.team_id, ...(user.enterprise_user?.teams ?? [])]
  if (user.is_stranger === true || !teams.includes(team)) return 'outsider'
  if (user.deleted === true || user.is_bot === true) return 'nobody'
  if (user.is_restricted === true || user.is_ultra_restricted === true) return 'guest'
  return user.is_owner === true || user.is_primary_owner === true ? 'owner' : 'member'
}

async function workspaceMembers(
  client: WebClient,
  own: () => Promise<string | undefined>,
): Promise<readonly Listed[]> {
  const team = await own()
  if (team === undefined) throw new Error('The workspace of the bot is unknown.')
  return paged(async (cursor) => {
    const page = await client.users.list({ limit: PAGE, ...(cursor ? { cursor } : {}) })
    const people = (page.members ?? []).flatMap((m) =>
      m.id === undefined ? [] : [personOf({ ...m, id: m.id }, team)],
    )
    return { items: people, next: page.response_metadata?.next_cursor }
  })
}

function channelMembers(client: WebClient, channel: string): Promise<readonly string[]> {
  return paged(async (cursor) => {
    const page = await client.conversations.members({
      channel,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    })
    return { items: page.members ?? [], next: page.response_metadata?.next_cursor }
  })
}

/** All pages of a list; throws when there are more than can be read. */
async function paged<Item>(
  read: (
    cursor: string | undefined,
  ) => Promise<{ items: readonly Item[]; next?: string | undefined }>,
): Promise<readonly Item[]> {
  const all: Item[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await read(cursor)
    all.push(...items)
    if (!next) return all
    if (all.length >= MOST) throw new Error('There are too many members to look at.')
    cursor = next
  }
}

/** Works once, however often it is asked. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    result ??= work()
    return result
  }
}
