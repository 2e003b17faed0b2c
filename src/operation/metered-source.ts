import type { ChargeSource } from '../ingest/ports.ts'
import type { Meter } from './meter.ts'

/** A source of spend whose readings are timed. */
export function meteredSource(source: ChargeSource, meter: Meter): ChargeSource {
  return {
    ...source,
    read: (...asked) =>
      meter.timed({ kind: 'source', name: source.id }, () => source.read(...asked)),
  }
}
