import { NOTHING_SET, type Settings } from '../../src/access/settings.ts'
import type { Knowledge } from '../../src/answering/knowledge.ts'
import { charge, reading } from '../contracts/samples.ts'
import { TEAM } from './recording-slack.ts'
import { type SlackInProcess, slackInProcess } from './slack-in-process.ts'

const OTHER = 'T9'
/** What Slack says of each kind of person. */
const USERS: Readonly<Record<string, object>> = {
  U1: { team_id: TEAM, locale: 'en-US' },
  U2: { team_id: TEAM, locale: 'en-US' },
  UKO: { team_id: TEAM, locale: 'ko-KR' },
  UOWN: { team_id: TEAM, locale: 'en-US', is_owner: true },
  UMULTI: { team_id: TEAM, locale: 'en-US', is_restricted: true },
  USINGLE: { team_id: TEAM, locale: 'ko-KR', is_restricted: true, is_ultra_restricted: true },
  USTRANGER: { team_id: TEAM, locale: 'en-US', is_stranger: true },
  UCONNECT: { team_id: OTHER, locale: 'en-US' },
  UGONE: { team_id: TEAM, locale: 'en-US', deleted: true },
  U0BOT: { team_id: TEAM, is_bot: true },
}

/** Those who are refused whatever an admin allows, and why. */
export const REFUSED = [
  ['UMULTI', 'a multi-channel guest', 'not to guests'],
  ['USINGLE', 'a single-channel guest', '게스트에게는 보여 드리지 않습니다'],
  ['USTRANGER', 'a stranger', 'not to people of another company'],
  ['UCONNECT', 'a person of another company', 'not to people of another company'],
  ['UGONE', 'somebody deactivated', 'only to active members'],
  ['UNKNOWN', 'somebody who cannot be looked up', 'could not look you up'],
] as const

/** Spend and a budget that must not be seen by chance: their digits stand nowhere else. */
export const SPENT = /4,321/
export const BUDGET = /7,654/

/** A workspace with spend, a budget, and every kind of person; C1 is for spend, CEXT is shared, CGUEST has a guest. */
export async function accessWorld(own?: Knowledge): Promise<SlackInProcess> {
  const s = await slackInProcess(() => ({}), {}, own)
  s.replies.set('users.info', (b) => {
    const found = USERS[String(b.user)]
    return found
      ? { ok: true, user: { id: b.user, ...found } }
      : { ok: false, error: 'user_not_found' }
  })
  s.replies.set('users.list', () => ({
    ok: true,
    members: Object.entries(USERS).map(([id, user]) => ({ id, ...user })),
  }))
  s.replies.set('conversations.info', (b) =>
    b.channel === 'CLOST'
      ? { ok: false, error: 'channel_not_found' }
      : { ok: true, channel: { id: b.channel, is_ext_shared: b.channel === 'CEXT' } },
  )
  s.replies.set('conversations.members', (b) => ({
    ok: true,
    members: ['U1', 'UOWN', 'U0BOT', ...(b.channel === 'CGUEST' ? ['UMULTI', 'UCONNECT'] : [])],
  }))
  s.replies.set('usergroups.users.list', (b) =>
    b.usergroup === 'S1' ? { ok: true, users: ['U2'] } : { ok: false, error: 'no_such_subteam' },
  )
  const spent = charge({ day: '2026-11-18', nano: 4_321_000_000_000n })
  await s.charges.replace(TEAM, 'csv', reading([spent]), 1)
  return s
}

/** Puts settings in force. */
export async function set(s: SlackInProcess, over: Partial<Settings>): Promise<void> {
  const { revision } = await s.settings.settings(TEAM)
  await s.settings.save(TEAM, { ...NOTHING_SET, ...over }, revision)
}

/** Spend allowed in C1 to every full member there, and a budget. */
export const OPEN: Partial<Settings> = {
  channels: [{ id: 'C1', people: [], groups: [] }],
  budgets: [{ period: 'month', amountNano: 7_654_000_000_000n, currency: 'USD' }],
}
