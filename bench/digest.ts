/** Measures the pure build of a digest over two years of 50 and 500 series in memory, with `--full` 2,000 too. */
import { loadDefaults } from '../src/catalog/defaults.ts'
import { buildDigest } from '../src/digest/build-digest.ts'
import { catalogLookups } from '../src/digest/catalog-lookups.ts'
import { seeded } from '../src/engine/random.ts'
import { openCatalog } from '../src/knowledge.ts'
import { knowledgePaths } from '../src/knowledge-paths.ts'
import type { Charge } from '../src/spend/charge.ts'
import { daysBetween } from '../src/spend/whole-days.ts'
import { FULL, print, report, timed } from './measure.ts'

const SIZES = FULL ? [50, 500, 2_000] : [50, 500]
const days = daysBetween('2024-11-23', '2026-11-22')
const models = ['gpt-6-astra', 'gpt-6-luna', 'gpt-5.6-sol', 'gpt-5.5', 'gpt-5.4-mini']
const random = seeded(5)
const chargesOf = (series: number) =>
  days.flatMap((day) =>
    Array.from({ length: series }, (_, i): Charge => {
      const nano = BigInt(Math.round(1e9 * (5 + 40 * random())))
      return {
        source: 'focus',
        basis: 'billed',
        day,
        provider: 'openai',
        model: models[i % 5] ?? '',
        meter: 'tokens',
        category: 'usage',
        team: `team-${i % 25}`,
        project: `project-${i}`,
        workload: `workload-${i % 100}`,
        tokens: { input: 1e6, cacheRead: 2e5, output: 5e4 },
        requests: 1000,
        effectiveNano: nano,
        billedNano: nano,
        currency: 'USD',
      }
    }),
  )
const known = days.map((day) => ({ source: 'focus', day, settled: true }))
const lookups = catalogLookups(openCatalog({}), loadDefaults(knowledgePaths(undefined).defaults))
const budgets = Array.from({ length: 6 }, (_, i) => ({
  ...(i === 0 ? {} : { team: `team-${i}` }),
  amountNano: 10n ** 15n,
  currency: 'USD',
}))

for (const series of SIZES) {
  const charges = chargesOf(series)
  for (const period of ['2026-W47', '2026-11-22', '2026-10'])
    report(
      `${period}, ${charges.length.toLocaleString('en')} charges of ${series} series`,
      await timed([() => buildDigest({ period, charges, known, lookups, budgets })], 10),
    )
}
print('\nAim: under 500 ms for 500 series.')
