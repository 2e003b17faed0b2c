import { DomainError, type Formula } from '../formula.ts'
import { dutyCycle } from '../serving/duty-cycle.ts'
import { erlangC } from '../serving/erlang-c.ts'
import { queueReplicas } from '../serving/queue-replicas.ts'
import { replicasNeeded } from '../serving/replicas.ts'
import { isUnknown } from '../unknown.ts'
import { arg, NOT_NEGATIVE, num, POSITIVE, SHARE } from './arguments.ts'

const whole = { min: 1, integer: true } as const
const requests = arg('requests_per_month', 'requests a month', 'requests', { min: 0, max: 1e15 })
const answer = arg('answer_tokens', 'tokens', 'answer tokens', { min: 0, max: 1e7 })
const speed = arg('tokens_per_second', 'tokens/s', 'answer tokens of one replica', {
  min: 1e-6,
  max: 1e9,
})

export const QUEUEING: readonly Formula[] = [
  {
    id: 'erlang-c',
    title: 'Waiting for a free place',
    equation: 'Erlang C; mean wait x (ca2 + cs2) / 2',
    parameters: [
      arg('arrivals_per_s', 'requests/s', 'arrivals', NOT_NEGATIVE),
      arg('service_s', 's', 'mean time in service', POSITIVE),
      arg('servers', 'servers', 'replicas x KV slots', { ...whole, max: 1e6 }),
      arg('target_s', 's', 'wait that is still in time', { min: 0, default: 0 }),
      arg('arrival_variation', 'squared', 'spread of gaps between arrivals', {
        min: 0,
        default: 1,
      }),
      arg('service_variation', 'squared', 'spread of time in service', { min: 0, default: 1 }),
    ],
    results: [
      { key: 'utilisation', unit: 'share' },
      { key: 'p_wait', unit: 'probability' },
      { key: 'mean_wait_s', unit: 's' },
      { key: 'within_target', unit: 'share' },
    ],
    source: 'textbook queueing theory (Erlang C, Allen-Cunneen)',
    validity: 'admission, not token speed; within_target exact for random arrivals and service',
    example: {
      arguments: { arrivals_per_s: 0.2, service_s: 240, servers: 55, target_s: 15 },
      results: {
        p_wait: 0.238701,
        within_target: 0.845883,
        mean_wait_s: 8.184,
        utilisation: 0.8727,
      },
      tolerance: 1e-4,
    },
    compute: (g) => {
      const r = erlangC({
        arrivalsPerSecond: num(g, 'arrivals_per_s'),
        serviceSeconds: num(g, 'service_s'),
        servers: num(g, 'servers'),
        targetSeconds: num(g, 'target_s'),
        arrivalVariation: num(g, 'arrival_variation'),
        serviceVariation: num(g, 'service_variation'),
      })
      return {
        utilisation: r.utilisation,
        p_wait: r.probabilityOfWaiting,
        mean_wait_s: r.meanWaitSeconds,
        within_target: r.withinTarget,
      }
    },
  },
  {
    id: 'erlang-c-replicas',
    title: 'Replicas that keep a promise about waiting',
    equation: 'least n for which Erlang C with n x slots serves the share within the target',
    parameters: [
      arg('arrivals_per_s', 'requests/s', 'arrivals', { min: 0, max: 1e6 }),
      arg('service_s', 's', 'mean time in service under that load', { min: 1e-6, max: 1e6 }),
      arg('slots', 'requests', 'requests that one replica serves at once', { ...whole, max: 1e5 }),
      arg('target_s', 's', 'wait that is still in time', NOT_NEGATIVE),
      arg('share', 'share of requests', 'served in time', { ...SHARE, default: 0.95 }),
    ],
    results: [
      { key: 'replicas', unit: 'replicas' },
      { key: 'within_target', unit: 'share' },
      { key: 'utilisation', unit: 'share' },
    ],
    source: 'textbook queueing theory (Erlang C)',
    validity: 'random arrivals, steady state; waiting for a place, not token speed',
    example: {
      arguments: { arrivals_per_s: 2, service_s: 20, slots: 8, target_s: 1 },
      results: { replicas: 7 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const found = queueReplicas({
        arrivalsPerSecond: num(g, 'arrivals_per_s'),
        serviceSeconds: num(g, 'service_s'),
        slotsPerReplica: num(g, 'slots'),
        targetSeconds: num(g, 'target_s'),
        share: num(g, 'share'),
      })
      if (isUnknown(found))
        throw new DomainError(
          `share must be one that 10,000 replicas or a million slots keep; received ${g.share} of ${g.arrivals_per_s} requests/s within ${g.target_s} s.`,
        )
      return {
        replicas: found.replicas,
        within_target: found.withinTarget,
        utilisation: found.utilisation,
      }
    },
  },
  {
    id: 'replicas',
    title: 'Replicas that carry a workload',
    equation: 'max(1, ceil(requests x answer / (730 x 3600) / (speed x duty)))',
    parameters: [
      requests,
      answer,
      speed,
      arg('duty', 'share of the time', 'share of the time it works', { min: 1e-6, max: 1 }),
    ],
    results: [{ key: 'replicas', unit: 'replicas' }],
    source: 'arithmetic',
    validity: 'the average rate; peaks are what the duty leaves room for',
    example: {
      arguments: {
        requests_per_month: 20e6,
        answer_tokens: 200,
        tokens_per_second: 1500,
        duty: 0.3,
      },
      results: { replicas: 4 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      replicas: replicasNeeded({
        requestsPerMonth: num(g, 'requests_per_month'),
        answerTokens: num(g, 'answer_tokens'),
        tokensPerSecondPerReplica: num(g, 'tokens_per_second'),
        duty: num(g, 'duty'),
      }),
    }),
  },
  {
    id: 'duty-cycle',
    title: 'Share of the time that a fleet works',
    equation: 'requests x answer / (730 x 3600) / (replicas x speed)',
    parameters: [
      requests,
      answer,
      speed,
      arg('replicas', 'replicas', 'replicas of the fleet', { ...whole, max: 1e6 }),
    ],
    results: [{ key: 'duty', unit: 'share of the time' }],
    source: 'arithmetic',
    validity: 'the average rate; a token costs 1 / duty as much as on a fleet that never rests',
    example: {
      arguments: {
        requests_per_month: 20e6,
        answer_tokens: 200,
        tokens_per_second: 1500,
        replicas: 4,
      },
      results: { duty: 0.253678 },
      tolerance: 1e-5,
    },
    compute: (g) => ({
      duty: dutyCycle({
        requestsPerMonth: num(g, 'requests_per_month'),
        answerTokens: num(g, 'answer_tokens'),
        tokensPerSecondPerReplica: num(g, 'tokens_per_second'),
        replicas: num(g, 'replicas'),
      }),
    }),
  },
]
