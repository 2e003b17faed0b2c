import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** Scores of one family on one benchmark, percent right, largest model first. */
export type Family = Readonly<{ name: string; scores: readonly number[] }>

/** Sizes a family must have to be resampled: as many as the longest ladder. */
const SIZES = 4

/**
 * Families with at least four sizes on one benchmark and harness, of the table of published scores, without
 * the harnesses that the engine's own quality rests on and without scores of base models.
 * @param used harnesses that the engine uses
 * @param leastB smallest model that counts, billions of parameters
 */
export function publishedFamilies(
  file: string,
  used: ReadonlySet<string>,
  leastB: number,
): readonly Family[] {
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[]
  const groups = new Map<string, Map<number, number>>()
  for (const row of rows) {
    const { family, kind, benchmark = '', harness = '', unit } = row
    const [size, score] = [Number(row.params_total_b), Number(row.score)]
    if (
      kind === 'base' ||
      unit !== 'pct' ||
      used.has(harness) ||
      benchmark.includes('lower better')
    )
      continue
    if (!(size >= leastB) || !(score > 1 && score < 99)) continue
    const key = [family, kind, benchmark, harness].join(' | ')
    const known = groups.get(key) ?? new Map<number, number>()
    groups.set(key, known.set(size, Math.max(score, known.get(size) ?? 0)))
  }
  return [...groups].flatMap(([name, bySize]) =>
    bySize.size < SIZES
      ? []
      : [{ name, scores: [...bySize].sort((a, b) => b[0] - a[0]).map(([, score]) => score) }],
  )
}
