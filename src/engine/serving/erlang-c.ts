import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'

/** Requests that arrive at random and find a number of equal servers (replicas x KV slots). */
export type Queue = Readonly<{
  arrivalsPerSecond: number
  serviceSeconds: number
  servers: number
  /** Wait that still counts as served in time. */
  targetSeconds?: number
  /** Squared coefficient of variation of the gaps between arrivals; 1 is random. */
  arrivalVariation?: number
  /** The same of the time in service; chat answers measure about 0.6, code 4.6. */
  serviceVariation?: number
}>

export type Waiting = Readonly<{
  utilisation: number
  probabilityOfWaiting: number
  meanWaitSeconds: number
  /** Share that waits no longer than the target; exact only when both variations are 1. */
  withinTarget: number
}>

/**
 * Waiting before service: Erlang C for M/M/c, its mean wait times (ca2 + cs2) / 2 for other spreads
 * (Allen-Cunneen). Right for admission to a replica, not for token speed: accelerators share their
 * time among running requests.
 * Throws a DomainError when the load reaches the servers, for then the queue grows without end.
 * Source: textbook queueing theory. Example: 0.2/s of 240 s each at 55 servers -> P(wait) 0.2387, 8.18 s.
 */
export function erlangC(q: Queue): Waiting {
  const { arrivalsPerSecond, serviceSeconds, servers, targetSeconds = 0 } = q
  requireWithin('arrivalsPerSecond', arrivalsPerSecond, 0, 1e9, 'requests/s')
  requireWithin('serviceSeconds', serviceSeconds, Number.MIN_VALUE, 1e9, 's')
  requireWithin('servers', servers, 1, 1e6, 'servers')
  requireWithin('targetSeconds', targetSeconds, 0, Number.POSITIVE_INFINITY, 's')
  const load = arrivalsPerSecond * serviceSeconds
  if (load >= servers)
    throw new DomainError(
      `servers must exceed arrivalsPerSecond x serviceSeconds (${load}), or the queue grows without end; received ${servers}.`,
    )
  const probabilityOfWaiting = waitingProbability(load, servers)
  const drain = (servers - load) / serviceSeconds
  const spread = ((q.arrivalVariation ?? 1) + (q.serviceVariation ?? 1)) / 2
  return {
    utilisation: load / servers,
    probabilityOfWaiting,
    meanWaitSeconds: (probabilityOfWaiting / drain) * spread,
    withinTarget: 1 - probabilityOfWaiting * Math.exp(-drain * targetSeconds),
  }
}

/** Erlang B by its recursion, which neither over- nor underflows, turned into Erlang C. */
function waitingProbability(load: number, servers: number): number {
  let blocked = 1
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked)
  return blocked / (1 - (load / servers) * (1 - blocked))
}
