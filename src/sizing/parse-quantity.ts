/** How often; hours of an average month are 730. */
const PER_MONTH: Readonly<Record<string, number>> = {
  s: 730 * 3600,
  sec: 730 * 3600,
  second: 730 * 3600,
  초: 730 * 3600,
  min: 730 * 60,
  minute: 730 * 60,
  분: 730 * 60,
  h: 730,
  hour: 730,
  시간: 730,
  d: 730 / 24,
  day: 730 / 24,
  일: 730 / 24,
  하루: 730 / 24,
  매일: 730 / 24,
  w: 730 / 168,
  week: 730 / 168,
  주: 730 / 168,
  mo: 1,
  month: 1,
  월: 1,
  달: 1,
  fortnight: 730 / 336,
  q: 1 / 3,
  quarter: 1 / 3,
  분기: 1 / 3,
  y: 1 / 12,
  yr: 1 / 12,
  year: 1 / 12,
  년: 1 / 12,
  연: 1 / 12,
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  천: 1e3,
  만: 1e4,
  십만: 1e5,
  백만: 1e6,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  mio: 1e6,
  천만: 1e7,
  억: 1e8,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
}

/** How many of a period make a month (30.42 days); undefined for words that are no period. */
export function perMonth(period: string): number | undefined {
  const word = period.toLowerCase()
  return Object.hasOwn(PER_MONTH, word) ? PER_MONTH[word] : undefined
}

const NUMBER = /^([+-]?\d[\d,_]*(?:\.\d+)?(?:e[+-]?\d+)?)\s*([a-z]+|[가-힣]+)?$/i

/** Reads "2M", "200k", "1,500.5", "1e6", "200만", "1억"; undefined when it is no such number. */
export function parseNumber(text: string): number | undefined {
  const match = NUMBER.exec(text.trim())
  if (!match?.[1]) return undefined
  const value = Number(match[1].replace(/[,_]/g, ''))
  const word = match[2]?.toLowerCase()
  const multiplier = word === undefined ? 1 : (MULTIPLIERS[word] ?? Number.NaN)
  const number = value * multiplier
  return Number.isFinite(number) ? number : undefined
}

/** Reads "2M/month", "50k per day", "50rps", "200000"; requests a month, a bare number being monthly. */
export function parseVolume(text: string): number | undefined {
  const rps = /^(.+?)\s*(?:rps|qps)$/i.exec(text.trim())
  if (rps?.[1]) return scaled(rps[1], 's')
  const [amount, period = 'month', ...rest] = text
    .trim()
    .split(/\s*(?:\/|\bper\b|\ba\b|\ban\b)\s*/i)
  return rest.length === 0 && amount ? scaled(amount, period) : undefined
}

function scaled(amount: string, period: string): number | undefined {
  const number = parseNumber(amount)
  const factor = perMonth(period.replace(/s$/, (s) => (period.length > 1 ? '' : s)))
  return number === undefined || factor === undefined ? undefined : wholeRequests(number * factor)
}

/** Nobody counts a third of a request: a month of a daily volume is rounded, unless it is very small. */
export function wholeRequests(perMonth: number): number {
  return perMonth >= 100 ? Math.round(perMonth) : perMonth
}

/** Reads "1.5s", "800ms", "2 seconds", "1초" as milliseconds; a bare number is milliseconds. */
export function parseDuration(text: string): number | undefined {
  const match =
    /^([\d.,]+)\s*(ms|msec|milliseconds?|밀리초|s|sec|seconds?|초|min|minutes?|분)?$/i.exec(
      text.trim(),
    )
  const number = match?.[1] === undefined ? undefined : parseNumber(match[1])
  if (number === undefined) return undefined
  const unit = match?.[2]?.toLowerCase() ?? 'ms'
  if (unit.startsWith('ms') || unit.startsWith('milli') || unit === '밀리초') return number
  return number * (unit.startsWith('min') || unit === '분' ? 60_000 : 1000)
}

/** Reads "$0.50", "0.5 USD", "50 cents", "2달러"; US dollars. Other currencies are not converted: undefined. */
export function parseMoney(text: string): number | undefined {
  const cleaned = text
    .trim()
    .replace(/^\$\s*/, '')
    .replace(/\s*(usd|dollars?|달러|불)$/i, '')
  const cents = /^(.+?)\s*(?:cents?|¢|센트)$/i.exec(cleaned)
  if (cents?.[1]) {
    const amount = parseNumber(cents[1])
    return amount === undefined ? undefined : amount / 100
  }
  return parseNumber(cleaned)
}

/** Reads "30%", "0.3"; a share from 0 to 1. */
export function parseShare(text: string): number | undefined {
  const percent = /^(.+?)\s*%$/.exec(text.trim())
  const number = parseNumber(percent?.[1] ?? text)
  return number === undefined ? undefined : percent ? number / 100 : number
}
