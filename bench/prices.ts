import { calcPrice } from '@pydantic/genai-prices'
import { checkRows, layoutOf, type Outcome } from '../src/checking/check.ts'
import type { Row } from '../src/checking/table.ts'
import { TABLES } from '../src/checking/tables.ts'
import { openCatalog } from '../src/knowledge.ts'
import { print, table } from './measure.ts'

type Verdict = 'exact' | 'unknown' | 'wrong'
type Judged = Readonly<{ question: string; ours: Verdict; packages: Verdict }>

/** Prices of single requests and dated list prices: ours beside the package of list prices alone. */
export function comparePrices(requests: readonly Row[], changes: readonly Row[]): void {
  const catalog = openCatalog({ KNOWLEDGE_DIR: undefined })
  print(
    'Prices beside `@pydantic/genai-prices` alone, by exact id at the time of the request. The rows are those that our reviewed price files were written from, so that ours agree shows that look-up and arithmetic lose nothing; that the package does not know them shows what the files are for.',
  )
  const sets = [
    ['whole requests', requests.flatMap((row) => judge(row))],
    ['dated list prices by kind of token', changes.flatMap((row) => judge(row))],
  ] as const
  table(
    ['what', 'questions', 'ours: exact', 'unknown', 'wrong', 'package: exact', 'unknown', 'wrong'],
    sets.map(([name, judged]) => {
      const count = (who: 'ours' | 'packages', verdict: Verdict) =>
        judged.filter((j) => j[who] === verdict).length
      return [
        name,
        judged.length,
        ...(['ours', 'packages'] as const).flatMap((who) =>
          (['exact', 'unknown', 'wrong'] as const).map((verdict) => count(who, verdict)),
        ),
      ]
    }),
  )
  const amiss = sets.flatMap(([, judged]) => judged.filter((j) => j.ours !== 'exact'))
  if (amiss.length > 0)
    print(`Ours not exact: ${amiss.map((j) => `${j.question} (${j.ours})`).join('; ')}.`)

  function judge(row: Row): Judged[] {
    const layout = layoutOf(Object.keys(row), TABLES)
    return layout
      ? checkRows(layout, [row], catalog).flatMap((outcome) => judged(row, outcome))
      : []
  }
}

function judged(row: Row, outcome: Outcome): Judged[] {
  if ('leftOut' in outcome)
    return outcome.leftOut.startsWith('no price of')
      ? [
          {
            question: outcome.row,
            ours: 'unknown',
            packages: byPackage(row, {}, Number(row.expected_usd)),
          },
        ]
      : []
  const { arguments: given, expected } = outcome
  const wanted = expected === 'refused' ? undefined : Object.values(expected)[0]
  if (typeof wanted !== 'number') return []
  return [
    {
      question: outcome.row,
      ours: outcome.pass ? 'exact' : 'wrong',
      packages: byPackage(row, given, wanted),
    },
  ]
}

/** What the package makes of the same tokens; it has no batch prices, so that it asks the full price there. */
function byPackage(
  row: Row,
  given: Readonly<Record<string, number | string | boolean>>,
  wanted: number,
): Verdict {
  const at = (key: string) => Number(given[key] ?? 0)
  const found = calcPrice(
    {
      input_tokens: at('input'),
      cache_read_tokens: at('cached'),
      cache_write_tokens: at('cache_writes'),
      output_tokens: at('output'),
    },
    row.model ?? '',
    {
      providerId: row.provider ?? '',
      timestamp: new Date(row.timestamp_utc ?? row.effective_from_utc ?? ''),
    },
  )
  if (!found) return 'unknown'
  const usd = found.total_price * Number(given.requests ?? 1)
  return Math.abs(usd - wanted) <= 1e-6 * wanted + 1e-9 ? 'exact' : 'wrong'
}
