import { apiPricePerRequest } from '../engine/cost/api-price.ts'
import { cascade } from '../engine/decision/cascade.ts'
import { add, exactly, multiply, type Range, range, scale } from '../engine/range.ts'
import { both, isUnknown } from '../engine/unknown.ts'
import type { Draft } from './draft.ts'
import { apiInputs, apiLatency, type Context, priceSource } from './draft-api.ts'
import { optionId } from './option-id.ts'
import { levelOf } from './quality-model.ts'

/** Hard requests go to the large model by a trained router; what it recovers and sends is published evidence. */
export function routerDraft(small: Draft, big: Draft, { task }: Context): Draft | undefined {
  const router = task.router
  if (!router) return undefined
  const { gapRecovered, strongShare } = router
  const rest = range(1 - strongShare.high, 1 - strongShare.central, 1 - strongShare.low)
  return {
    ...mixOf(small, big, 'router'),
    quality: {
      weights: { [small.model.id]: 1 - gapRecovered, [big.model.id]: gapRecovered },
      shift: 0,
      shiftSd: 0,
    },
    usdPerRequest: both(small.usdPerRequest, big.usdPerRequest, (s: Range, b: Range) =>
      mixed(s, rest, b, strongShare),
    ),
    working: () => {
      const [weak, strong] = [small.working(), big.working()]
      return {
        formula: 'router-cost',
        inputs: {
          strong_share: strongShare.central,
          weak_usd: centralUsd(small),
          strong_usd: centralUsd(big),
        },
        sources: [router.evidence, ...weak.sources, ...strong.sources],
        ...(weak.asOf ? { asOf: weak.asOf } : {}),
        assumed: false,
      }
    },
    calls: [
      ...small.calls.map((c) => ({ ...c, share: c.share * rest.central })),
      ...big.calls.map((c) => ({ ...c, share: c.share * strongShare.central })),
    ],
  }
}

/**
 * Every request goes to the small model first, doubtful answers again to the large one. Shown as a
 * sketch and refused until somebody measured the checker: an unmeasured one may be no better than chance.
 */
export function cascadeDraft(small: Draft, big: Draft, context: Context): Draft | undefined {
  if (isUnknown(small.usdPerRequest) || isUnknown(big.usdPerRequest)) return undefined
  const sketch = context.defaults.unmeasured_cascade
  const result = cascade({
    qualitySmall: levelOf(small.model, context.task).percent / 100,
    sensitivity: sketch.sensitivity,
    specificity: sketch.specificity,
    qualityLargeWhenSmallWrong: sketch.large_right_when_small_wrong,
    qualityLargeWhenSmallRight: sketch.large_right_when_small_right,
    smallUsd: small.usdPerRequest.central,
    verifierUsd: 0,
    largeUsd: big.usdPerRequest.central,
  })
  return {
    ...mixOf(small, big, 'cascade'),
    quality: {
      weights: { [small.model.id]: 1 },
      shift: 100 * result.quality - levelOf(small.model, context.task).percent,
      shiftSd: context.defaults.level_sd_points,
    },
    usdPerRequest: exactly(result.usdPerRequest),
    working: () => ({
      formula: 'cascade',
      inputs: {
        sensitivity: sketch.sensitivity,
        specificity: sketch.specificity,
        small: small.id,
        large: big.id,
      },
      sources: [],
      assumed: true,
    }),
    calls: [
      ...small.calls,
      ...big.calls.map((c) => ({ ...c, share: c.share * result.escalatedShare })),
    ],
    refused: { reason: 'needs-measured-verifier' },
  }
}

/** The small model thinking longer: more answer tokens for a measured gain. */
export function reasoningDraft(small: Draft, context: Context): Draft | undefined {
  const { task, request, catalog, at } = context
  const effort = task.reasoning
  if (!effort || small.provider === undefined) return undefined
  const row = catalog.priceAt(small.provider, small.model.id, at)
  if (isUnknown(row)) return undefined
  const output = request.outputTokens.value * effort.outputMultiplier
  const tokens = {
    input: request.inputTokens.value,
    cachedInput: request.inputTokens.value * request.cacheShare.value,
    output,
  }
  return {
    ...small,
    id: optionId('effort', [small.id]),
    choice: 'reasoning-effort',
    label: {
      en: `${small.label.en}, high reasoning effort`,
      ko: `${small.label.ko}, 높은 추론 강도`,
    },
    quality: { weights: { [small.model.id]: 1 }, shift: effort.gainPoints, shiftSd: effort.gainSd },
    usdPerRequest: exactly(apiPricePerRequest(row.price, tokens, request.batch.value)),
    working: () => ({
      formula: 'api-price',
      inputs: apiInputs(row.price, tokens, request.batch.value),
      sources: [priceSource(row), effort.evidence],
      asOf: row.source.checked,
      assumed: false,
    }),
    latencyMs: apiLatency(small.model, output, context.defaults),
    calls: [{ model: small.model, share: 1, outputTokens: output }],
  }
}

function mixOf(
  small: Draft,
  big: Draft,
  choice: 'router' | 'cascade',
): Omit<Draft, 'quality' | 'usdPerRequest' | 'working' | 'calls'> {
  const names = `${small.label.en} → ${big.label.en}`
  return {
    id: optionId(choice, [small.id, big.id]),
    choice,
    between: [small.id, big.id],
    label:
      choice === 'router'
        ? { en: `Router ${names}`, ko: `라우터 ${names}` }
        : { en: `Cascade ${names}`, ko: `캐스케이드 ${names}` },
    model: small.model,
    ...(small.provider === undefined ? {} : { provider: small.provider }),
    latencyMs:
      isUnknown(big.latencyMs) || isUnknown(small.latencyMs)
        ? small.latencyMs
        : range(
            small.latencyMs.low,
            Math.max(small.latencyMs.central, big.latencyMs.central),
            Math.max(small.latencyMs.high, big.latencyMs.high),
          ),
    selfHosted: false,
    upFront: false,
  }
}

function mixed(a: Range, shareA: Range, b: Range, shareB: Range): Range {
  const ends = [shareB.low, shareB.central, shareB.high].map((p) =>
    add(scale(a, 1 - p), scale(b, p)),
  )
  return range(
    Math.min(...ends.map((r) => r.low)),
    add(multiply(a, exactly(shareA.central)), scale(b, shareB.central)).central,
    Math.max(...ends.map((r) => r.high)),
  )
}

function centralUsd({ usdPerRequest }: Draft): number | string {
  return isUnknown(usdPerRequest) ? 'unknown' : usdPerRequest.central
}
