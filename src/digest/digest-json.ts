import type { Line, Summary } from '../spend/summarize.ts'
import type { Digest } from './digest.ts'
import { decimalOf } from './show-money.ts'

/**
 * The stable JSON of `digest --json`; its keys are documented in docs/cli.md. Money is decimal text in
 * units of the currency, exact; what is unknown is null, never 0.
 */
export function digestJson(digest: Digest): Readonly<Record<string, unknown>> {
  const { week, from, to, coveredDays, missingDays, notes, summaries, movers } = digest
  return {
    week,
    from,
    to,
    coveredDays,
    missingDays,
    notes,
    summaries: summaries.map((summary, i) => summaryJson(summary, movers[i] ?? [])),
  }
}

function summaryJson(summary: Summary, movers: readonly Line[]) {
  return {
    currency: summary.currency,
    total: decimalOf(summary.totalNano),
    before: decimalOrNull(summary.beforeNano),
    change: decimalOrNull(summary.changeNano),
    changeShare: summary.changeShare ?? null,
    byModel: summary.byModel.map(lineJson),
    byTeam: summary.byTeam.map(lineJson),
    byProvider: summary.byProvider.map(lineJson),
    movers: movers.map(lineJson),
    inputTokens: summary.inputTokens ?? null,
    outputTokens: summary.outputTokens ?? null,
    cachedTokens: summary.cachedTokens ?? null,
  }
}

function lineJson({ name, costNano, beforeNano }: Line) {
  return {
    name: name === '' ? null : name,
    cost: decimalOf(costNano),
    before: decimalOrNull(beforeNano),
  }
}

function decimalOrNull(nano: bigint | undefined): string | null {
  return nano === undefined ? null : decimalOf(nano)
}
