import { parseNumber, perMonth, wholeRequests } from '../../sizing/parse-quantity.ts'

/** A volume as it stands in a sentence; `perMonth` is undefined when the number cannot be one. */
export type VolumeFound = Readonly<{ words: string; perMonth: number }>

const AMOUNT = String.raw`((?<![\d.,/⁄A-Za-z]|[A-Za-z]-)[+-]?(?:\d(?:[\d,_.]*\d)?(?:e[+-]?\d+)?|nan\b|infinity\b|∞)\s*(?:(?:k|m|b|mn|bn|thousand|million|billion)\b)?)`
const EN_PERIOD = String.raw`(?:\ba\b|\ban\b|\bper\b|\beach\b|\bevery\b|/)\s*(second|sec|s|minute|min|hour|h|day|d|week|w|fortnight|month|mo|quarter|year|yr|y)\b`
const EN_ADVERB = String.raw`\b(hourly|daily|weekly|monthly|yearly|annually)\b`

/** Amounts of these are no requests. */
const EN_UNIT = String.raw`(?:tokens?|toks?|(?:gpu|card)?-?hours?|hrs?|minutes?|seconds?|days?|weeks?|months?|[kmg]?wh|[kmg]?w|gb|tb|kg|tonnes?|tons?|lit(?:er|re)s?|dollars?|euros?|won|percent)\b`
const EN_FORWARD = new RegExp(
  `${AMOUNT}(?!\\s*-?${EN_UNIT})((?:\\s+(?!${EN_UNIT})[a-z-]+){0,5}?)\\s*${EN_PERIOD}`,
  'i',
)
const EN_ADVERB_AFTER = new RegExp(`${AMOUNT}((?:\\s+[a-z-]+){0,5}?)\\s+${EN_ADVERB}`, 'i')
const EN_BACKWARD = new RegExp(
  `\\b(?:each|every|per|a)\\s+(second|minute|hour|day|week|month|quarter|year)[^.?!\\d-]{0,40}?${AMOUNT}(?!\\s*-?${EN_UNIT})`,
  'i',
)
const EN_ADVERB_BEFORE = new RegExp(`${EN_ADVERB}\\s+(?:volume\\s+(?:of|is)\\s+)?${AMOUNT}`, 'i')
const RPS = new RegExp(`${AMOUNT}\\s*(?:rps|qps|req/s|requests?/s)\\b`, 'i')

const KO_SCALE = '(?:억|천만|백만|십만|만|천)'
const KO_AMOUNT = String.raw`([+-]?\d[\d,.]*(?:e[+-]?\d+)?\s*${KO_SCALE}?)`
/** Amounts of these are no requests. */
const KO_UNIT =
  '(?:달러|불|원|유로|엔|위안|토큰|초|분(?!류|석|기)|시간|일(?![가-힣])|주|개월|년|ms|%|퍼센트|[kMG]?Wh?|GB|TB|kg|g|톤|리터|L)'
const KO_PERIOD = String.raw`(초당|초에|분당|시간당|시간에|하루(?:에|\s*평균)?|일\s*평균|매일|일당|주당|일주일에|매주|주간|(?<![가-힣]|번\s|난\s|음\s)주|한\s*달(?:에|\s*동안)?|매월|매달|월간|월|달에|분기당|분기에|연간|년간|매년|1년에|연)`
const KO_FORWARD = new RegExp(
  `${KO_PERIOD}\\s*(?:약|평균|대략)?\\s*${KO_AMOUNT}\\s*(?:건|회|번|개|명|요청|문의|티켓|질문|답변|콜|쿼리|문서)`,
)
const KO_BARE = new RegExp(
  `${KO_PERIOD}\\s*(?:약|평균|대략)?\\s*${KO_AMOUNT}(?![\\d,.]|\\s*(?:${KO_SCALE}|\\d|${KO_UNIT}))`,
)

const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
}

/** Finds "2M a month", "50 requests a second", "daily 5k", "하루 5만 건", "월 200만 건"; undefined when there is none. */
export function findVolume(text: string): VolumeFound | undefined {
  return inKorean(text) ?? inEnglish(text)
}

function inEnglish(text: string): VolumeFound | undefined {
  const rps = RPS.exec(text)
  if (rps?.[1]) return found(rps[0], rps[1], 'second')
  const forward = EN_FORWARD.exec(text)
  if (forward?.[1] && forward[3] && !isMoney(text, forward.index))
    return found(forward[0], forward[1], forward[3])
  const adverb = EN_ADVERB_AFTER.exec(text)
  if (adverb?.[1] && adverb[3])
    return found(adverb[0], adverb[1], ADVERBS[adverb[3].toLowerCase()] ?? 'month')
  const backward = EN_BACKWARD.exec(text)
  if (
    backward?.[1] &&
    backward[2] &&
    !isMoney(text, backward.index + backward[0].lastIndexOf(backward[2]))
  )
    return found(backward[0], backward[2], backward[1])
  const before = EN_ADVERB_BEFORE.exec(text)
  if (before?.[1] && before[2])
    return found(before[0], before[2], ADVERBS[before[1].toLowerCase()] ?? 'month')
  return undefined
}

function inKorean(text: string): VolumeFound | undefined {
  const match = KO_FORWARD.exec(text) ?? KO_BARE.exec(text)
  if (!match?.[1] || !match[2]) return undefined
  return found(
    match[0],
    match[2],
    KO_PERIODS.find(([stem]) => match[1]?.startsWith(stem))?.[1] ?? 'month',
  )
}

const KO_PERIODS: readonly (readonly [string, string])[] = [
  ['초', 'second'],
  ['분기', 'quarter'],
  ['분', 'minute'],
  ['시간', 'hour'],
  ['하루', 'day'],
  ['일주일', 'week'],
  ['일', 'day'],
  ['매일', 'day'],
  ['주', 'week'],
  ['매주', 'week'],
  ['연', 'year'],
  ['년', 'year'],
  ['매년', 'year'],
  ['1년', 'year'],
]

function found(words: string, amount: string, period: string): VolumeFound {
  const number = parseNumber(amount.replace(/[.,]$/, '')) ?? Number.NaN
  return { words: words.trim(), perMonth: wholeRequests(number * (perMonth(period) ?? 1)) }
}

function isMoney(text: string, index: number): boolean {
  return /[$€£₩]\s*$/.test(text.slice(0, index))
}
