import type { Currency } from '../../engine/estimate.ts'
import { alike } from './alike.ts'
import { clauseOf, INPUT, OUTPUT } from './clauses.ts'
import { currenciesIn } from './exchange.ts'
import type { Per } from './measures.ts'
import type { QuantityRead, What } from './quantities.ts'
import { withWorkingTimes } from './working-times.ts'

const AT = /(?:^|\s)(?:at|for|@|[x×*])\s*(?:about |roughly |only )?$/i
const GRID = /\bgrid\b|intensity|emission factor|전력망|그리드|집약도|배출 ?계수/i
const PER_TOKEN = /\b(?:TPOT|ITL|inter-?token latency|time per (?:output )?token)\b/i
const MONEY_VERB =
  /\bsav(?:e|es|ing|ings)\b|\bcosts?\b|\bpay(?:s|ing)?\b|\bspend|\bbill\b|\bquot|\binvoice|\bbudget|\bfee\b|절감|절약|비용|요금|견적|청구|예산/i
/** A dearer accelerator than this is bought, not rented by the hour. */
const DEAREST_HOUR = 100

/** What a bare amount is per that is given "at" so much behind something counted: "12k GPU-hours at $2". */
const PRICED: Readonly<Record<string, What>> = {
  items: 'money/item',
  people: 'money/item',
  pages: 'money/page',
  energy: 'money/kWh',
  'gpu-hours': 'money/hour',
  gpus: 'money/hour',
}

/** Units that go without saying. */
export function withImpliedUnits(quantities: readonly QuantityRead[]): QuantityRead[] {
  const money = quantities.find((q) => q.currency)?.currency ?? currencyNamed(quantities)
  const inMoney = quantities.map((q) => (money && isMoney(q) ? moneyOf(q, money) : q))
  const priced = alike(inMoney.map((q, i) => rated(q, inMoney.slice(0, i))))
  return withWorkingTimes(perMany(ofOne(sided(ofMachines(priced)))))
}

/** "$45,000 once, saves 3,750 a month": a number a period that is saved or spent is money. */
function isMoney({ what, before }: QuantityRead): boolean {
  return /^bare\/(?:day|week|month|year)$/.test(what) && MONEY_VERB.test(before)
}

function moneyOf(q: QuantityRead, currency: Currency): QuantityRead {
  return { ...q, what: `money/${q.period ?? 'month'}`, currency }
}

/** The one currency that words name without an amount: "dollars per call?". */
function currencyNamed(quantities: readonly QuantityRead[]): Currency | undefined {
  const [named, ...others] = currenciesIn(
    quantities.map(({ before, after }) => `${before} ${after}`).join(' '),
  )
  return others.length === 0 ? named : undefined
}

/** "6 GPUs at $2", "3 MWh at 400 g", "a grid of 0.4 kg", "TPOT 30 ms": the amount is a rate. */
function rated(q: QuantityRead, earlier: readonly QuantityRead[]): QuantityRead {
  const counted = earlier.findLast(({ what }) => !what.startsWith('time'))?.what.split('/')[0] ?? ''
  const at = AT.test(q.before)
  if (q.what === 'time' && PER_TOKEN.test(clauseOf(q))) return { ...q, what: 'time/token' }
  if (q.what === 'mass' && ((at && counted === 'energy') || GRID.test(q.before)))
    return { ...q, what: 'mass/kWh', value: q.value * 1000 }
  if (q.what === 'money' && at && earlier.some((e) => e.what === 'money/item'))
    return { ...q, what: 'money/item' }
  if (q.what === 'litres' && at && counted === 'energy') return { ...q, what: 'litres/kWh' }
  const what = q.what === 'money' && at ? PRICED[counted] : undefined
  if (!what) return q
  if (what !== 'money/hour') return { ...q, what }
  return q.currency === 'USD' && q.value > DEAREST_HOUR ? q : { ...q, what, period: 'hour' }
}

const CACHE = /\bcach|캐시/i

/** "$1 and $5 per million": of two prices without a side the second is the answer's. */
function sided(quantities: readonly QuantityRead[]): QuantityRead[] {
  const prices = quantities.filter((q) => q.what === 'money/1M tokens')
  const [, second] = prices
  const said =
    prices.length !== 2 ||
    prices.some((p) => OUTPUT.test(clauseOf(p)) || CACHE.test(clauseOf(p))) ||
    (second && INPUT.test(clauseOf(second)))
  return quantities.map((q) =>
    !said && q === prices[1] ? { ...q, before: `${q.before} output ` } : q,
  )
}

/** What machines draw "each" is a server's where servers are counted, and no accelerators. */
function ofMachines(quantities: readonly QuantityRead[]): QuantityRead[] {
  const servers = quantities.some((q) => q.what === 'items')
  const gpus = quantities.some((q) => q.what.startsWith('gpus'))
  return quantities.map((q) =>
    servers && !gpus && q.what === 'power/item' ? { ...q, per: ['item'] } : q,
  )
}

const ONE_OF: Readonly<Record<string, Per>> = { gpus: 'GPU', people: 'person', items: 'item' }
const SUBJECT = /^\s*(?:이|가|은|는|에|에서|당|의)?\s*(?:[가-힣]+\s)?(?:[$₩]\s?)?$/

/** "GPU 한 장이 2,500토큰": what one does, by the second where the others are by the second. */
function ofOne(quantities: readonly QuantityRead[]): QuantityRead[] {
  const fast = quantities.find((q) => q.what === 'tokens/second')
  return quantities.map((q, i) => {
    const one = quantities[i - 1]
    const per = one?.value === 1 ? ONE_OF[one.what] : undefined
    if (!per || !SUBJECT.test(q.before) || q.what === 'time' || q.per?.includes(per)) return q
    const rate = q.what === 'tokens' && fast ? { what: fast.what, period: 'second' as const } : {}
    return { ...q, ...rate, per: [...(q.per ?? []), per] }
  })
}

/** "$3 per 100 documents", "100건당 3달러": a price of many. */
function perMany(quantities: readonly QuantityRead[]): QuantityRead[] {
  const gone = new Set<QuantityRead>()
  const merged = quantities.map((q, i) => {
    const [previous, next] = [quantities[i - 1], quantities[i + 1]]
    const before = previous?.what === 'items' && /^\s*(?:당|마다)\s*[$₩]?\s*$/.test(q.before)
    const behind = next?.what === 'items' && /^\s*(?:per|for every|\/)\s*$/i.test(q.after)
    const many = before ? previous : behind ? next : undefined
    if (!many || many.value <= 1 || q.what.includes('/') || q.what === 'bare') return q
    gone.add(many)
    return {
      ...q,
      what: `${q.what}/item` as What,
      value: q.value / many.value,
      words: before ? `${many.words}당 ${q.words}` : `${q.words} per ${many.words}`,
      after: behind ? many.after : q.after,
    }
  })
  return merged.filter((_, i) => !gone.has(quantities[i] as QuantityRead))
}
