import fc from 'fast-check'
import { loadDefaults } from '../../src/catalog/defaults.ts'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { catalogLookups } from '../../src/digest/catalog-lookups.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { openCatalog } from '../../src/knowledge.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import type { Budget } from '../../src/spend/budget-risk.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { charge } from '../contracts/samples.ts'
import { words } from './random-words.ts'

const DAYS = daysBetween('2026-09-14', '2026-11-22')
/** Days that stand out, one alone and three in a row. */
const SPIKES = ['2026-11-04', '2026-11-18', '2026-11-19', '2026-11-20']
const PERIODS = ['2026-W47', '2026-W39', '2026-W50', '2026-11-18', '2026-11', '2026-10']
const lookups = catalogLookups(openCatalog({}), loadDefaults(knowledgePaths(undefined).defaults))

const currency = fc.constantFrom('USD', 'KRW', 'EUR', 'JPY')
const named = fc.option(words, { nil: undefined })
const amounts = fc.oneof(
  fc.bigInt({ min: 1n, max: 10n ** 13n }),
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
)

/** One line a bill may have; what it does not say is absent. */
const lines = fc
  .record({
    day: fc.constantFrom(...DAYS),
    provider: fc.oneof(fc.constant('openai'), words),
    model: fc.oneof(fc.constantFrom('gpt-6-luna', 'gpt-6-astra'), named),
    ...{ team: named, project: named, workload: named, currency, nano: amounts },
    category: fc.constantFrom<Charge['category'][]>('usage', 'usage', 'tax', 'credit', 'purchase'),
    requests: fc.option(fc.nat(), { nil: undefined }),
  })
  .map((line) => charge(known(line)))

/** What a team spends every day from some day on, but for the days that stand out. */
const habits = fc
  .tuple(lines, fc.nat({ max: DAYS.length - 1 }), fc.integer({ min: 1, max: 40 }))
  .map(([line, from, times]) =>
    DAYS.slice(from).map((day) => {
      const nano = line.effectiveNano * (SPIKES.includes(day) ? BigInt(times) : 1n)
      return { ...line, day, effectiveNano: nano, billedNano: nano }
    }),
  )

/** A company's bills of two months: what it spends every day, and single lines besides. */
export const bills: fc.Arbitrary<readonly Charge[]> = fc
  .tuple(
    fc.array(habits, { maxLength: 12, size: 'max' }),
    fc.array(lines, { maxLength: 60, size: 'max' }),
  )
  .map(([usual, single]) => [...usual.flat(), ...single])

const budgets: fc.Arbitrary<readonly Budget[]> = fc.array(
  fc
    .record({ team: named, amountNano: fc.bigInt({ min: 1n, max: 10n ** 21n }), currency })
    .map(known),
  { maxLength: 12, size: 'max' },
)

/** Digests of such bills, of days, weeks and months, those without any data among them. */
export const digests: fc.Arbitrary<Digest> = fc
  .record({ period: fc.constantFrom(...PERIODS), charges: bills, budgets })
  .map((input) => buildDigest({ ...input, known: [], lookups }))

/** The same without what is absent. */
export function known<T extends object>(all: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
