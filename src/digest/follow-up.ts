import type { DecisionRecord } from '../decisions/decision-record.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Bilingual } from '../language/language.ts'
import type { Recommendation } from '../sizing/recommendation.ts'
import type { Charge } from '../spend/charge.ts'
import { type Drivers, driversOfSkus } from '../spend/drivers.ts'
import type { NanoRange } from '../spend/forecast.ts'
import { scaleNano, totalNano } from '../spend/sums.ts'
import { requestsOf, tokensOf } from '../spend/tokens.ts'

/** Why nothing can be said about a decision. */
export type CannotTell =
  /** The recommendation names no single model whose spend could be looked for. */
  | 'no-model'
  /** Fewer settled days since than a month's figure needs. */
  | 'too-early'
  /** No charge names the models at all. */
  | 'not-in-data'
  /** The models were used before and since alike: no change that could be of this decision. */
  | 'no-clear-change'

/** How a kept recommendation turned out. */
export type Outcome = Readonly<{
  decision: string
  question: string
  label?: Bilingual
  /** Exact ids that were looked for. */
  models: readonly string[]
  /** ISO date of the decision. */
  decidedOn: string
  status: 'adopted' | 'not-adopted' | 'cannot-tell'
  why?: CannotTell
  /** US dollars a month of 30 days, nano-units. */
  predicted?: NanoRange
  actualNano?: bigint
  /** Actual less the middle of the prediction, by reason. */
  gap?: Drivers
  /** The actual cost lies within the prediction, or a fifth off its middle. */
  hit?: boolean
  /** Settled days that the actual cost rests on. */
  days: number
}>

export type FollowUp = Readonly<{
  outcomes: readonly Outcome[]
  /** Judged: adopted, with predicted and actual cost known. */
  hits: number
  judged: number
  notAdopted: number
  /** Adopted or not, nothing that could be held against the prediction. */
  unknown: number
}>

const LEAST_DAYS = 14
const BEFORE_DAYS = 28
const MONTH_DAYS = 30
/** A model whose daily cost grew (shrank) by less than a quarter was used alike. */
const CLEAR = 0.25
const CLOSE = 0.2
/** Choices that put one model in the place of another. */
const ONE_MODEL: ReadonlySet<string> = new Set(['smaller', 'bigger', 'reasoning-effort'])

/**
 * Holds every kept recommendation against what was spent since, by exact model id: adopted when its
 * model came or grew and the one it replaces shrank; not adopted when its model is not used and the
 * other still is. The actual cost is the model's daily cost since, less that before, for 30 days; the
 * gap to the prediction is split by requests, tokens per request and (blended) price.
 * @param usage settled usage, in any currency; only US dollars are held against a prediction
 * @param days days with settled figures, oldest first
 */
export function followUpOf(
  decisions: readonly DecisionRecord[],
  usage: readonly Charge[],
  days: readonly string[],
  to: string,
): FollowUp {
  const outcomes = decisions
    .filter((d) => dayOf(d.recordedAt) <= to)
    .map((d) => outcomeOf(d, usage, days))
  const judged = outcomes.filter((o) => o.hit !== undefined)
  const notAdopted = outcomes.filter((o) => o.status === 'not-adopted').length
  return {
    outcomes,
    hits: judged.filter((o) => o.hit).length,
    judged: judged.length,
    notAdopted,
    unknown: outcomes.length - judged.length - notAdopted,
  }
}

function outcomeOf(
  record: DecisionRecord,
  usage: readonly Charge[],
  days: readonly string[],
): Outcome {
  const { id, question, recordedAt, recommendation } = record
  const decidedOn = dayOf(recordedAt)
  const option = recommendation.options.find((o) => o.id === recommendation.verdict.option)
  const since = days.filter((d) => d > decidedOn)
  const earlier = days.filter((d) => d < decidedOn).slice(-BEFORE_DAYS)
  const model = ONE_MODEL.has(recommendation.verdict.choice) ? option?.model : undefined
  const common = {
    decision: id,
    question,
    ...(option ? { label: option.label } : {}),
    models: model === undefined ? [] : [model],
    decidedOn,
    days: since.length,
  }
  const cannot = (why: CannotTell): Outcome => ({ ...common, status: 'cannot-tell', why })
  if (model === undefined) return cannot('no-model')
  if (since.length < LEAST_DAYS) return cannot('too-early')
  const own = useOf(usage, model, since, earlier)
  const replaced = replacedModel(recommendation, model)
  const other = replaced === undefined ? undefined : useOf(usage, replaced, since, earlier)
  if (own.since.length === 0) {
    if (other === undefined || other.since.length === 0) return cannot('not-in-data')
    return { ...common, status: 'not-adopted' }
  }
  const grew = own.dailySince > own.dailyBefore * (1 + CLEAR)
  const shrank = other === undefined || other.dailySince < other.dailyBefore * (1 - CLEAR)
  if (!grew || !shrank) return cannot('no-clear-change')
  return { ...common, status: 'adopted', ...judgement(recommendation, own, since, earlier) }
}

type Use = Readonly<{
  since: readonly Charge[]
  before: readonly Charge[]
  dailySince: number
  dailyBefore: number
}>

function useOf(
  usage: readonly Charge[],
  model: string,
  since: readonly string[],
  earlier: readonly string[],
): Use {
  const own = usage.filter((c) => c.model === model && c.currency === 'USD')
  const on = (days: readonly string[]) => {
    const set = new Set(days)
    return own.filter((c) => set.has(c.day))
  }
  const [after, before] = [on(since), on(earlier)]
  const daily = (charges: readonly Charge[], days: number) =>
    days === 0 ? 0 : Number(totalNano(charges)) / days
  return {
    since: after,
    before,
    dailySince: daily(after, since.length),
    dailyBefore: daily(before, earlier.length),
  }
}

/** The model in use when the question was asked, where it is another one. */
function replacedModel(
  { request, options, reference }: Recommendation,
  chosen: string,
): string | undefined {
  const model = request.currentModel?.value ?? options.find((o) => o.id === reference)?.model
  return model === chosen ? undefined : model
}

function judgement(
  { request, options, verdict }: Recommendation,
  use: Use,
  since: readonly string[],
  earlier: readonly string[],
): Pick<Outcome, 'predicted' | 'actualNano' | 'gap' | 'hit'> {
  const perMonth = (now: number, before: number) =>
    MONTH_DAYS * (now / since.length - (earlier.length === 0 ? 0 : before / earlier.length))
  const actualNano = BigInt(
    Math.round(perMonth(Number(totalNano(use.since)), Number(totalNano(use.before)))),
  )
  const value = options.find((o) => o.id === verdict.option)?.figures.usdPerMonth.value
  if (value === undefined || isUnknown(value)) return { actualNano }
  const nano = (usd: number) => scaleNano(1_000_000_000n, usd)
  const predicted = {
    lowNano: nano(Math.min(value.low, value.central * (1 - CLOSE))),
    centralNano: nano(value.central),
    highNano: nano(Math.max(value.high, value.central * (1 + CLOSE))),
  }
  const tokens = (charges: readonly Charge[]) =>
    charges.reduce<number | undefined>((sum, c) => {
      const own = tokensOf(c)
      return sum === undefined || own === undefined ? undefined : sum + own
    }, 0)
  const [now, before] = [tokens(use.since), tokens(use.before)]
  const { volume, inputTokens, outputTokens } = request
  const q0 = Math.round(volume.value * (inputTokens.value + outputTokens.value))
  const r = [requestsOf(use.since), use.before.length === 0 ? 0 : requestsOf(use.before)]
  const [r1, rBefore] = r
  const gap =
    now === undefined || before === undefined
      ? undefined
      : driversOfSkus(
          [
            {
              q0: BigInt(q0),
              c0: predicted.centralNano,
              q1: BigInt(Math.max(0, Math.round(perMonth(now, before)))),
              c1: actualNano,
            },
          ],
          r1 === undefined || rBefore === undefined
            ? {}
            : { r0: volume.value, r1: perMonth(r1, rBefore) },
        )
  return {
    predicted,
    actualNano,
    ...(gap === undefined ? {} : { gap }),
    hit: actualNano >= predicted.lowNano && actualNano <= predicted.highNano,
  }
}

function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10)
}
