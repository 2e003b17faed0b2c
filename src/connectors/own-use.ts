import type { ModelCall } from '../answering/ports.ts'
import { type ChargeSource, OWN_SOURCE, SourceError } from '../ingest/ports.ts'
import { utcDay } from '../spend/days.ts'
import { ATTO_PER_NANO } from './atto.ts'
import { emptyReading, type Item, toReading } from './lines.ts'

const UNREADABLE = {
  en: 'The calls of the language model that were kept could not be read from the database.',
  ko: '저장된 언어 모델 호출 기록을 데이터베이스에서 읽지 못했습니다.',
}

/**
 * The product's own calls of language models as a metered source, so that its cost stands in the same
 * reports as everybody's. Calls whose tokens or cost are not known are in no charge; `/model-size status` counts them.
 */
export function ownUse(
  calls: (from: string, to: string) => Promise<readonly ModelCall[]>,
  now: () => number,
): ChargeSource {
  return {
    id: OWN_SOURCE,
    name: 'Rightsize',
    basis: 'metered',
    settleDays: 0,
    read: async ({ from, to }, { signal } = {}) => {
      signal?.throwIfAborted()
      const kept = await calls(from, to).catch(() => {
        throw new SourceError(UNREADABLE)
      })
      const made = kept.flatMap((c) => itemOf(c) ?? [])
      if (made.length === 0) return emptyReading()
      const days = [...new Set(made.map((c) => c.day))].sort()
      return toReading(made, { days, at: now(), settleDays: 0, read: made.length })
    },
  }
}

/** A call as a line of spend; undefined where its tokens or its cost are not known. */
function itemOf({ at, provider, model, outcome, nano, ...c }: ModelCall): Item | undefined {
  const { inputTokens, cachedTokens = 0, outputTokens } = c
  if (inputTokens === undefined || outputTokens === undefined || nano === undefined)
    return undefined
  return {
    source: OWN_SOURCE,
    basis: 'metered',
    day: utcDay(at),
    provider,
    model,
    meter: 'tokens',
    category: 'usage',
    workload: OWN_SOURCE,
    tokens: { input: inputTokens - cachedTokens, cacheRead: cachedTokens, output: outputTokens },
    requests: 1,
    failedRequests: outcome === 'ok' ? 0 : 1,
    currency: 'USD',
    atto: nano * ATTO_PER_NANO,
  }
}
