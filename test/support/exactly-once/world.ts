import { seeded } from '../../../src/engine/random.ts'
import type { DatabasePlace } from '../../../src/storage/database.ts'
import { CHANNELS, type Due, dueBetween } from './due.ts'
import { type Replica, startReplica } from './replica.ts'
import { type Stored, slackStandIn } from './slack.ts'

export type WorldOptions = Readonly<{
  place: DatabasePlace
  replicas: number
  seed: number
  /** Spans of time in which schedules run, ISO, the last of which goes on until there were enough kills. */
  spans: readonly (readonly [string, string])[]
  kills: number
}>

/** What came out: everything that was due against everything that Slack holds. */
export type Outcome = Readonly<{
  due: number
  posted: number
  kills: readonly string[]
  duplicates: readonly string[]
  missing: readonly string[]
  unexpected: readonly string[]
  /** Follow-ups that are not in their parent's thread. */
  astray: readonly string[]
}>

const DAY = 86_400_000
/** Moments of looking after each run, in seconds: each just after the lease of the attempt before. */
const LOOKS = [0, 61, 183, 427, 915, 1900]
/** Looks in which processes are killed and lines drop. */
const TROUBLED = 3
const KILL_SHARE = 0.7
/** A tick with a digest and its follow-ups does about so many things. */
const THINGS = 40

/**
 * Runs schedules over a virtual clock, with processes that are killed at random and a Slack whose
 * answers get lost, and compares what was due with what was posted.
 */
export async function runWorld(options: WorldOptions): Promise<Outcome> {
  const random = seeded(options.seed)
  let now = Date.parse(options.spans[0]?.[0] ?? '')
  let troubled = false
  const slack = slackStandIn({ now: () => now, random, troubled: () => troubled })
  const coming = dueBetween(now, now + 32 * DAY)
  const schedules = CHANNELS.map(({ behind: _behind, ...schedule }) => ({
    ...schedule,
    nextRun: coming.find((d) => d.channel === schedule.channel)?.at,
  }))
  const replicas: Replica[] = []
  for (let i = 0; i < options.replicas; i++)
    replicas.push(
      await startReplica(`r${i}`, {
        slack,
        given: (owner, url) => ({ owner, url, place: options.place, schedules }),
      }),
    )
  const kills = () => replicas.flatMap((r) => r.kills)
  const round = () => {
    const victim = troubled && random() < KILL_SHARE ? Math.floor(random() * replicas.length) : -1
    const at = 1 + Math.floor(random() * THINGS)
    return Promise.all(replicas.map((r, i) => r.tick(now, i === victim ? at : undefined)))
  }
  const due: Due[] = []
  const settle = async (): Promise<void> => {
    const start = now
    for (const [look, seconds] of LOOKS.entries()) {
      now = Math.max(now, start + seconds * 1000)
      troubled = look < TROUBLED && kills().length < options.kills
      await round()
      if (look >= 1 && !troubled && missingOf(due, slack.stored).length === 0) return
    }
  }
  for (const [index, [from, to]] of options.spans.entries()) {
    const last = index === options.spans.length - 1
    // Of the runs missed since the span before, the newest of each channel comes up first.
    const between = dueBetween(now, index === 0 ? now : Date.parse(from))
    const missed = CHANNELS.flatMap(({ channel }) =>
      between.filter((d) => d.channel === channel).slice(-1),
    )
    now = Math.max(now, Date.parse(from))
    if (missed.length > 0) {
      due.push(...missed)
      await settle()
    }
    const end = Date.parse(to)
    for (let until = now; until < end || (last && kills().length < options.kills); ) {
      const [day, next] = [until, until < end ? Math.min(until + DAY, end) : until + DAY]
      until = next
      for (const at of new Set(dueBetween(day, next).map((d) => d.at))) {
        due.push(...dueBetween(at, at + 1))
        now = Math.max(now, at)
        await settle()
      }
    }
  }
  now += DAY / 96
  troubled = false
  await round()
  await Promise.all(replicas.map((r) => r.stop()))
  return compare(due, slack.stored, kills())
}

/** Keys under which a digest and what follows it are to be found. */
const keysOf = ({ channel, period }: Due) =>
  ['', '/details', '/chart'].map((part) => `A/${channel}/${period}${part}`)

function missingOf(due: readonly Due[], stored: readonly Stored[]): string[] {
  const there = new Set(stored.map((m) => m.key))
  return due.flatMap(keysOf).filter((key) => !there.has(key))
}

function compare(
  due: readonly Due[],
  stored: readonly Stored[],
  kills: readonly string[],
): Outcome {
  const wanted = new Set(due.flatMap(keysOf))
  const first = new Map<string, Stored>()
  const duplicates: string[] = []
  for (const message of stored)
    if (first.has(message.key)) duplicates.push(message.key)
    else first.set(message.key, message)
  const parentOf = (key: string) => first.get(key.replace(/\/(details|chart)$/, ''))
  return {
    due: wanted.size,
    posted: stored.length,
    kills,
    duplicates,
    missing: missingOf(due, stored),
    unexpected: stored.filter((m) => !wanted.has(m.key)).map((m) => m.key),
    astray: stored
      .filter((m) => /(details|chart)$/.test(m.key) && m.thread !== parentOf(m.key)?.ts)
      .map((m) => m.key),
  }
}
