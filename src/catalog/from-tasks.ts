import type { z } from 'zod'
import type { TasksFile } from './schema.ts'
import type { Task } from './types.ts'

/** A task of the file in the terms of the engine. */
export function toTask(row: z.infer<typeof TasksFile>[number]): Task {
  const { quality, reasoning, fine_tune: tune, router } = row
  return {
    id: row.id,
    label: row.label,
    unit: row.unit,
    words: row.words,
    inputTokens: row.tokens.in,
    outputTokens: row.tokens.out,
    value: row.stakes.value_usd,
    errorCost: row.stakes.error_usd,
    valueQuestions: row.value_questions,
    quality: {
      benchmark: quality.benchmark,
      harness: quality.harness,
      byTier: quality.percent_by_tier,
      gapSdPerStep: quality.gap_sd_points,
      source: quality.source,
      note: quality.note,
      evidence: quality.evidence,
    },
    ...(reasoning
      ? {
          reasoning: {
            outputMultiplier: reasoning.output_multiplier,
            gainPoints: reasoning.gain_points,
            gainSd: reasoning.gain_sd_points,
            source: reasoning.source,
            evidence: reasoning.evidence,
          },
        }
      : {}),
    ...(tune
      ? {
          fineTune: {
            frontierPercent: tune.frontier_percent,
            gainOverFrontierPoints: tune.gain_over_frontier_points,
            gainSd: tune.gain_sd_points,
            labels: tune.labels,
            usdPerLabel: tune.usd_per_label,
            source: tune.source,
            evidence: tune.evidence,
          },
        }
      : {}),
    ...(router
      ? {
          router: {
            gapRecovered: router.gap_recovered,
            strongShare: router.strong_share,
            source: router.source,
            evidence: router.evidence,
          },
        }
      : {}),
  }
}
