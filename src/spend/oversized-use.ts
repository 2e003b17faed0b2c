import type { Charge } from './charge.ts'
import type { NanoRange } from './forecast.ts'
import { costAt, type NanoRates } from './rates.ts'
import { descending, groupBy, scaleNano, totalNano } from './sums.ts'
import { requestsOf, sumTokens } from './tokens.ts'

/** Calls that look like work for a smaller model: worth a pilot, never a claim of quality. */
export type OversizedUse = Readonly<{
  provider: string
  model: string
  team?: string
  workload?: string
  candidate: string
  candidateProvider: string
  /** Id of the catalogue's task that the evidence is of, where the workload names one. */
  task?: string
  costNano: bigint
  requests: number
  inputPerRequest: number
  outputPerRequest: number
  /** Share of requests that failed, where it is known. */
  failureRate?: number
  /** A month of 30 days: half of the calls move (low) or all of them (high). */
  savingPerMonth: NanoRange
  /** Items of a paired pilot that could tell. */
  pilotItems: number
  /** Why it looks small. */
  signs: readonly ('short-answers' | 'short-prompts' | 'few-failures' | 'task-evidence')[]
}>

/** A smaller model that a group of calls could be tried on, with what the catalogue knows. */
export type Candidate = Readonly<{
  provider: string
  model: string
  rates: NanoRates
  pilotItems: number
  task?: string
  /** A measured score of the task says that the small tier comes close. */
  taskEvidence: boolean
  /** Other tokenizer: how many tokens it counts for one of the present model, low and high. */
  tokenRatio: Readonly<{ low: number; high: number }>
}>

export type CandidateFor = (
  call: Readonly<{
    provider: string
    model: string
    workload?: string
    currency: string
    /** Last day of the calls. */
    day: string
  }>,
) => Candidate | undefined

/** Beyond these a call does not look small (assumed; tasks.yml has classification at 800 and 20). */
const SHORT_ANSWER = 300
const SHORT_PROMPT = 4_000
const FEW_FAILURES = 0.05
const MONTH_DAYS = 30
/** Smallest share of the total cost that is looked at. */
const SMALLEST_SHARE = 50n

/**
 * Groups of calls (provider, model, team, workload) with short prompts and answers and few failures,
 * for which there is a cheaper candidate. Groups whose requests or tokens are unknown are not judged.
 * Saving a month = 30 / days x (cost - tokens at the candidate's list price): half of the calls and the
 * larger token count (low) to all of them and the smaller one (high).
 * Source: storage-spend.md, section 5 ("without an eval say worth a test … never claim quality").
 * Example: 60 in 30 days that would cost 6: 27 to 54 a month.
 * @param days settled days that the charges are of
 */
export function oversizedUseOf(
  usage: readonly Charge[],
  days: number,
  candidateFor: CandidateFor,
  limit: number,
): readonly OversizedUse[] {
  if (days === 0) return []
  const total = totalNano(usage)
  const groups = groupBy(
    usage,
    (c) => `${c.provider}\n${c.model ?? ''}\n${c.team ?? ''}\n${c.workload ?? ''}`,
  )
  return [...groups.values()]
    .filter((group) => totalNano(group) * SMALLEST_SHARE > total)
    .flatMap((group) => judged(group, days, candidateFor))
    .sort((a, b) => descending(a.savingPerMonth.centralNano, b.savingPerMonth.centralNano))
    .slice(0, limit)
}

function judged(
  group: readonly Charge[],
  days: number,
  candidateFor: CandidateFor,
): OversizedUse[] {
  const { provider = '', model, team, workload, currency = '' } = group[0] ?? {}
  const requests = requestsOf(group)
  const [input, output] = [sumTokens(group, 'input'), sumTokens(group, 'output')]
  if (model === undefined || !requests || input === undefined || output === undefined) return []
  const [read, write] = [sumTokens(group, 'cacheRead') ?? 0, sumTokens(group, 'cacheWrite') ?? 0]
  const failed = group.reduce<number | undefined>(
    (sum, c) => (c.failedRequests === undefined ? sum : (sum ?? 0) + c.failedRequests),
    undefined,
  )
  const failureRate = failed === undefined ? undefined : failed / requests
  const [inputPerRequest, outputPerRequest] = [(input + read + write) / requests, output / requests]
  if (outputPerRequest > SHORT_ANSWER || inputPerRequest > SHORT_PROMPT) return []
  if (failureRate !== undefined && failureRate > FEW_FAILURES) return []
  const candidate = candidateFor({
    provider,
    model,
    ...(workload === undefined ? {} : { workload }),
    currency,
    day: group.reduce((last, c) => (c.day > last ? c.day : last), ''),
  })
  if (!candidate) return []
  const costNano = totalNano(group)
  const there = costThere(candidate.rates, { input, read, write, output })
  const saving = (ratio: number, moved: number) =>
    scaleNano(costNano - scaleNano(there, ratio), (moved * MONTH_DAYS) / days)
  const { low, high } = candidate.tokenRatio
  const range = {
    lowNano: saving(high, 0.5),
    centralNano: saving(1, 0.75),
    highNano: saving(low, 1),
  }
  if (range.lowNano <= 0n) return []
  return [
    {
      provider,
      model,
      ...(team === undefined ? {} : { team }),
      ...(workload === undefined ? {} : { workload }),
      candidate: candidate.model,
      candidateProvider: candidate.provider,
      ...(candidate.task === undefined ? {} : { task: candidate.task }),
      costNano,
      requests,
      inputPerRequest,
      outputPerRequest,
      ...(failureRate === undefined ? {} : { failureRate }),
      savingPerMonth: range,
      pilotItems: candidate.pilotItems,
      signs: [
        'short-answers',
        'short-prompts',
        ...(failureRate === undefined ? [] : (['few-failures'] as const)),
        ...(candidate.taskEvidence ? (['task-evidence'] as const) : []),
      ],
    },
  ]
}

function costThere(
  { input, output, cacheRead = input, cacheWrite = input }: NanoRates,
  tokens: Readonly<{ input: number; read: number; write: number; output: number }>,
): bigint {
  return (
    costAt(tokens.input, input) +
    costAt(tokens.read, cacheRead) +
    costAt(tokens.write, cacheWrite) +
    costAt(tokens.output, output)
  )
}
