import { requireWithin } from '../domain.ts'
import { type Unknown, unknown } from '../unknown.ts'
import { erlangC, type Waiting } from './erlang-c.ts'

/** More replicas, or slots of all together, are not searched. */
const MOST_REPLICAS = 10_000
const MOST_SLOTS = 1e6

/** Arrivals, what a replica takes at once, and what was promised about waiting. */
export type WaitPromise = Readonly<{
  arrivalsPerSecond: number
  serviceSeconds: number
  /** Requests that one replica serves at once. */
  slotsPerReplica: number
  /** Wait that still counts as served in time. */
  targetSeconds: number
  /** Share of requests that must be served in time. */
  share: number
}>

/**
 * Fewest replicas with which the promised share of requests waits no longer than the target, by
 * Erlang C over all their slots. Unknown ("does not apply") where 10,000, or a million slots, are not enough.
 * Source: textbook queueing theory; service time is taken as it is under that load.
 * Example: 2 requests/s of 20 s each, 8 slots a replica, 95 % within 1 s -> 7 replicas.
 */
export function queueReplicas(p: WaitPromise): (Waiting & { replicas: number }) | Unknown {
  requireWithin('arrivalsPerSecond', p.arrivalsPerSecond, 0, 1e6, 'requests/s')
  requireWithin('serviceSeconds', p.serviceSeconds, Number.MIN_VALUE, 1e6, 's')
  requireWithin('slotsPerReplica', p.slotsPerReplica, 1, 1e5, 'requests')
  requireWithin('share', p.share, 0, 1, 'share of requests')
  const load = p.arrivalsPerSecond * p.serviceSeconds
  const fewest = Math.floor(load / p.slotsPerReplica) + 1
  const most = Math.min(MOST_REPLICAS, MOST_SLOTS / p.slotsPerReplica)
  for (let replicas = fewest; replicas <= most; replicas++) {
    const waiting = erlangC({ ...p, servers: replicas * p.slotsPerReplica })
    if (waiting.withinTarget >= p.share) return { ...waiting, replicas }
  }
  return unknown('does-not-apply', 'waiting promise')
}
