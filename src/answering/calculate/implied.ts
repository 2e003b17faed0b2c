import { alike } from './alike.ts'
import { clauseOf, INPUT, OUTPUT } from './clauses.ts'
import type { Per } from './measures.ts'
import type { QuantityRead, What } from './quantities.ts'
import { HOURS } from './shown.ts'

const AT = /(?:^|\s)(?:at|for|@|[x×*])\s*(?:about |roughly |only )?$/i
const GRID = /\bgrid\b|intensity|emission factor|전력망|그리드|집약도|배출 ?계수/i
const PER_TOKEN = /\b(?:TPOT|ITL|inter-?token latency|time per (?:output )?token)\b/i
const MONEY_VERB =
  /\bsav(?:e|es|ing|ings)\b|\bcosts?\b|\bpay(?:s|ing)?\b|\bspend|\bbill\b|절감|절약|비용|요금/i
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
  const money = quantities.find((q) => q.currency)
  const inMoney = quantities.map((q) => (money && isMoney(q) ? moneyOf(q, money) : q))
  const priced = alike(inMoney.map((q, i) => rated(q, inMoney.slice(0, i))))
  return withWorkingTimes(perMany(ofOne(sided(ofMachines(priced)))))
}

/** "$45,000 once, saves 3,750 a month": a number a period that is saved or spent is money. */
function isMoney({ what, before }: QuantityRead): boolean {
  return /^bare\/(?:day|week|month|year)$/.test(what) && MONEY_VERB.test(before)
}

function moneyOf(q: QuantityRead, { currency }: QuantityRead): QuantityRead {
  return { ...q, what: `money/${q.period ?? 'month'}`, ...(currency ? { currency } : {}) }
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

/** "24 hours, 30 days": hours of each day; "a month of 30 days", "한 달(4주)": the shorter one says how long. */
function withWorkingTimes(quantities: readonly QuantityRead[]): QuantityRead[] {
  return quantities.flatMap((q, i) => {
    const next = quantities[i + 1]
    if (q.what !== 'time' || next?.what !== 'time' || !BESIDE.test(q.after)) return [q]
    if (q.period === 'hour' && q.value <= 24 && next.period === 'day')
      return [{ ...q, what: 'time/day', period: 'day', unit: 'hour', per: ['day'] }]
    const [longer, shorter] = [hoursOf(q), hoursOf(next)]
    const ratio = shorter / longer
    const gloss =
      q.value === 1 &&
      next.value > 1 &&
      ratio < 1 + GLOSS_ERROR &&
      ratio > (/\(/.test(q.after) ? WORKING_DAYS : 1 - GLOSS_ERROR)
    return gloss ? [] : [q]
  })
}

const BESIDE = /^[\s(=,:×x*]*(?:of|a day|씩)?\s*$/i
/** A month is also 28 to 31 days, 4 weeks or 720 hours. */
const GLOSS_ERROR = 0.1
/** In brackets it may be the working days only: "한 달(22일)". */
const WORKING_DAYS = 0.6

function hoursOf({ value, period = 'second' }: QuantityRead): number {
  return value * HOURS[period]
}
