import { NOTHING_SET, type Settings } from '../access/settings.ts'
import type { Bilingual } from '../language/language.ts'

/** Somebody in the workspace; the bot and Slackbot are people too. */
export type Person = Readonly<{
  id: string
  name: string
  realName: string
  team: string
  locale: string
  /** IANA zone of the person's clock. */
  zone: string
  bot: boolean
  /** Owners and guests of the workspace; the others are full members. */
  standing?: 'owner' | 'guest'
  /** What they are in the workspace, for whoever chooses to act as them. */
  role?: Bilingual
}>

/** A channel, or a direct message with the bot when `im` names the person. */
export type Channel = Readonly<{
  id: string
  name: string
  members: readonly string[]
  im?: string
}>

/** A user group, which can be mentioned like a person. */
export type Group = Readonly<{ id: string; handle: string; members: readonly string[] }>

export const TEAM = 'T000LOCAL'
export const APP = 'A000LOCAL'
export const BOT = 'U000BOT'
export const BOT_ID = 'B000BOT'
/** Slack itself speaks as this one, for instance when a command was not answered in time. */
export const SLACKBOT = 'USLACKBOT'

const OTHER_TEAM = 'T000OTHER'

export const PEOPLE: readonly Person[] = [
  {
    ...person('U000MINA', 'Mina', TEAM, 'ko-KR', 'Asia/Seoul'),
    standing: 'owner',
    role: { en: 'owner', ko: '소유자' },
  },
  { ...person('U000ALEX', 'Alex', TEAM, 'en-US', 'UTC'), role: { en: 'member', ko: '멤버' } },
  {
    ...person('U000GABI', 'Gabi', TEAM, 'en-US', 'Europe/Berlin'),
    standing: 'guest',
    role: { en: 'guest', ko: '게스트' },
  },
  {
    ...person('U000DANA', 'Dana', OTHER_TEAM, 'en-US', 'America/New_York'),
    role: { en: 'another company', ko: '다른 회사' },
  },
  { ...person(BOT, 'Rightsize', TEAM, 'en-US', 'UTC'), bot: true },
  { ...person(SLACKBOT, 'Slackbot', TEAM, 'en-US', 'UTC'), bot: true },
]

/** Those one can act as. */
export const HUMANS: readonly Person[] = PEOPLE.filter((p) => !p.bot)

/** The channel in which spend may be shown from the start: only full members are in it. */
const SPEND_CHANNEL = 'C000SPEND'

/** What holds here from the start: full members see spend in its channel, the owner everywhere. */
export const SPEND_SETTINGS: Settings = {
  ...NOTHING_SET,
  revision: 1,
  channels: [{ id: SPEND_CHANNEL, people: [], groups: [] }],
}

export const GROUPS: readonly Group[] = [
  { id: 'S000FINOPS', handle: 'finops', members: ['U000ALEX'] },
]

/**
 * The bot is in the first two channels only, so that being a stranger can be tried in the third. The
 * second has a guest and people of another company in it.
 */
export function seededChannels(): Map<string, Channel> {
  const everyone = HUMANS.map((p) => p.id)
  const insiders = HUMANS.filter((p) => p.team === TEAM && p.standing !== 'guest').map((p) => p.id)
  return new Map<string, Channel>([
    [SPEND_CHANNEL, { id: SPEND_CHANNEL, name: 'ai-spend', members: [...insiders, BOT] }],
    ['C000SUPP', { id: 'C000SUPP', name: 'support', members: [...everyone, BOT] }],
    ['C000RAND', { id: 'C000RAND', name: 'random', members: everyone }],
    ...everyone.map((user): [string, Channel] => [
      dmOf(user),
      { id: dmOf(user), name: 'rightsize', members: [user, BOT], im: user },
    ]),
  ])
}

/** The id of a person's direct message with the bot. */
export function dmOf(user: string): string {
  return `D${user.slice(1)}`
}

function person(id: string, realName: string, team: string, locale: string, zone: string): Person {
  return { id, name: realName.toLowerCase(), realName, team, locale, zone, bot: false }
}
