import type { Model } from '../catalog/types.ts'
import { shiftedInLogits } from '../engine/quality/logit-shift.ts'
import { add, exactly, type Range, range, scale } from '../engine/range.ts'
import { isUnknown, type Unknown, unknown } from '../engine/unknown.ts'
import type { CostWorking, Draft } from './draft.ts'
import type { Context } from './draft-api.ts'
import { optionId } from './option-id.ts'
import { levelOf, pure, type QualityMix } from './quality-model.ts'
import { type Fleet, fleetFor } from './self-host.ts'

/** An open model on rented accelerators. */
export function selfHostDraft(model: Model, context: Context): Draft {
  return hosted(model, context, {
    id: optionId('self-host', [model.id]),
    choice: 'self-host',
    label: { en: `${model.label} self-hosted`, ko: `${model.label} 자체 호스팅` },
    quality: pure(model),
    oneOffUsd: exactly(0),
    sources: () => [],
  })
}

/** A small open model taught on the asker's own labels, against the large model without teaching. */
export function fineTuneDraft(big: Draft, context: Context): Draft | undefined {
  const { task, catalog, defaults } = context
  const base = catalog.model(defaults.open_models.small)
  const evidence = task.fineTune
  if (!evidence || !base) return undefined
  const { labels, usdPerLabel } = evidence
  // A gain is carried over in logits, which have no end at 0 and 100 %.
  const level = Math.min(99.9, Math.max(0.1, levelOf(big.model, task).percent))
  const taught = shiftedInLogits(level, evidence.frontierPercent, evidence.gainOverFrontierPoints)
  return hosted(base, context, {
    id: optionId('fine-tune', [base.id]),
    choice: 'fine-tune',
    label: {
      en: `${base.label} fine-tuned on your labels`,
      ko: `${base.label}, 자체 라벨로 미세조정`,
    },
    quality: {
      weights: { [big.model.id]: 1 },
      shift: taught.percent - level,
      shiftSd: evidence.gainSd * taught.slope,
    },
    oneOffUsd: range(
      labels.low * usdPerLabel.low,
      labels.central * usdPerLabel.central,
      labels.high * usdPerLabel.high,
    ),
    sources: () => [evidence.evidence],
  })
}

/** A small open model taught on the large model's answers. */
export function distilDraft(big: Draft, context: Context): Draft | undefined {
  const { catalog, defaults } = context
  const student = catalog.model(defaults.open_models.small)
  if (!student || isUnknown(big.usdPerRequest) || student.id === big.model.id) return undefined
  const kept = defaults.distilled_share.central
  return hosted(student, context, {
    id: optionId('distil', [big.id, student.id]),
    choice: 'distil',
    label: {
      en: `${student.label} distilled from ${big.label.en}`,
      ko: `${big.label.ko}에서 증류한 ${student.label}`,
    },
    quality: {
      weights: { [big.model.id]: kept, [student.id]: 1 - kept },
      shift: 0,
      shiftSd: defaults.distilled_gap_sd_points,
    },
    oneOffUsd: scale(big.usdPerRequest, defaults.distillation_examples),
    sources: () => big.working().sources,
  })
}

type Special = Pick<Draft, 'id' | 'choice' | 'label' | 'quality'> &
  Readonly<{ quality: QualityMix; oneOffUsd: Range; sources: () => readonly string[] }>

function hosted(model: Model, context: Context, special: Special): Draft {
  const { request, catalog, defaults } = context
  const accelerator = catalog.accelerator(defaults.accelerator)
  const fleet = accelerator
    ? fleetFor(model, accelerator, request, defaults)
    : unknown('no-rent', defaults.accelerator)
  const { oneOffUsd, sources, ...rest } = special
  return {
    ...rest,
    model,
    usdPerRequest: isUnknown(fleet)
      ? fleet
      : perRequest(fleet, oneOffUsd, request.volume.value, defaults.horizon_months),
    working: () => workingOf(fleet, oneOffUsd, sources(), context),
    latencyMs: isUnknown(fleet) ? fleet : fleet.latencyMs,
    calls: [{ model, share: 1, outputTokens: request.outputTokens.value }],
    selfHosted: true,
    upFront: true,
    oneOffUsd,
  }
}

function perRequest(fleet: Fleet, oneOffUsd: Range, volume: number, horizonMonths: number): Range {
  return scale(add(fleet.usdPerMonth, scale(oneOffUsd, 1 / horizonMonths)), 1 / volume)
}

function workingOf(
  fleet: Fleet | Unknown,
  oneOffUsd: Range,
  sources: readonly string[],
  { defaults }: Context,
): CostWorking {
  if (isUnknown(fleet)) return { formula: 'self-hosting', inputs: {}, sources, assumed: true }
  return {
    formula: 'self-hosting',
    inputs: {
      accelerator: fleet.accelerator.label,
      gpus_per_replica: fleet.gpusPerReplica,
      replicas: fleet.replicas.central,
      usd_per_gpu_hour: fleet.rentUsdPerHour.central,
      hours: 730,
      duty: defaults.duty.central,
      staff_share: defaults.staff_share.central,
      staff_usd_per_year: defaults.staff_usd_per_year,
      one_off_usd: oneOffUsd.central,
      written_off_over_months: defaults.horizon_months,
    },
    sources: [fleet.rentSource, ...sources],
    asOf: fleet.rentAsOf,
    assumed: true,
  }
}
