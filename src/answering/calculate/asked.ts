import { CURRENCIES, type Period, type Unit } from '../../engine/estimate.ts'
import { pattern } from '../pattern.ts'
import { combined, type Dimensions } from './dimensions.ts'
import { ITEM_NOUNS } from './measures.ts'
import type { QuantityRead } from './quantities.ts'

/** What a question asks for, as far as its words say: of what, per what, in which period and unit. */
export type Asked = Readonly<{
  /** Base units of the amount; money in whatever currency is `money`. */
  amount?: Dimensions
  /** The unit itself is named ("how many kWh"), not only what it is about ("cost"). */
  sure: boolean
  /** What it is asked for one of: `{ item: -1 }`. */
  per: Dimensions
  period?: Period
  unit?: Unit
  /** Base units in one of the unit. */
  scale: number
}>

type Word = readonly [words: string, Dimensions, Unit?, number?]

const APART = '(?<![A-Za-z가-힣])'
/** Units that a result can be asked in; the first that stands in the words counts. */
const WORDS: readonly Word[] = [
  ['GPU[- ]?hours?|GPU[- ]?시간', { gpu: 1, time: 1 }, 'GPU-hours'],
  ['MWh|메가와트시', { kWh: 1 }, 'MWh', 1e3],
  ['kWh|킬로와트시', { kWh: 1 }, 'kWh'],
  ['(?<![A-Za-z])Wh|watt[- ]hours?', { kWh: 1 }, 'Wh', 1e-3],
  ['MW', { kWh: 1, time: -1 }, 'MW', 1e3],
  ['kW', { kWh: 1, time: -1 }, 'kW'],
  ['watts?|W', { kWh: 1, time: -1 }, 'W', 1e-3],
  ['(?:metric )?ton(?:ne)?s?|t(?= ?CO2)|톤', { kg: 1 }, 'tCO2e', 1e3],
  ['kg|kilos?|kilograms?|킬로그램', { kg: 1 }, 'kgCO2e'],
  ['grams?|g|그램', { kg: 1 }, 'gCO2e', 1e-3],
  ['lit(?:re|er)s?|L|리터', { L: 1 }, 'L'],
  ['cubic met(?:re|er)s?|m3|세제곱미터|입방미터', { L: 1 }, 'm3', 1e3],
  ['tokens?|toks?|토큰', { token: 1 }, 'tokens'],
  ['flops?|플롭스?', { flop: 1 }, 'FLOP'],
  ['GB|gigabytes?|기가(?:바이트)?', { GB: 1 }, 'GB'],
  ['TB|terabytes?|테라바이트', { GB: 1 }, 'TB', 1e3],
  ['GPUs?|cards?|accelerators?|장(?=[^가-힣]|이|을|으로|의|$)|GPU ?대수', { gpu: 1 }, 'GPUs'],
  ['won|krw|원(?=[^가-힣]|이|으로|일|$)|원화', { KRW: 1 }],
  ['usd|dollars?|달러', { USD: 1 }],
  ['euros?|유로', { EUR: 1 }],
  ['param(?:eter)?s?|파라미터', { parameter: 1 }, 'parameters'],
  ['pages?|페이지|쪽', { page: 1 }, 'pages'],
  ['words?|단어', { word: 1 }, 'words'],
  ['(?:milli)?seconds?|secs?|초(?!당|기)', { time: 1 }, 'seconds', 1 / 3600],
  ['minutes?|분(?![가-힣]*당|기)', { time: 1 }, 'minutes', 1 / 60],
  ['hours?|hrs?|시간(?!당)', { time: 1 }, 'hours'],
  ['days?|며칠|일(?=[^가-힣]|이|동안|간|$)', { time: 1 }, 'days', 24],
  ['weeks?|주(?=[^가-힣]|$)', { time: 1 }, 'weeks', 168],
  ['months?|개월|달(?!러)', { time: 1 }, 'months', 730],
  ['years?|년', { time: 1 }, 'years', 8760],
  [
    '(?:[a-z]+ )?(?:users?|people|persons?|seats?|employees?|agents?|developers?|engineers?|licen[cs]es?)|명|사람|인(?=[^가-힣]|이|당|$)|직원|사용자|좌석|상담원',
    { person: 1 },
    'count',
  ],
  [`(?:[a-z]+ )?(?:${ITEM_NOUNS}|servers?|machines?|nodes?)|대`, { item: 1 }, 'count'],
]
const AMOUNTS: readonly Word[] = [
  ['how long|latency|total time|duration|\\bwait|걸려|걸리|걸릴|기간|응답 ?시간|지연', { time: 1 }],
  ['carbon (?:costs?|price|tax)|탄소 ?(?:비용|가격|세)', { money: 1 }],
  ['co2e?|carbon|emissions?|emit|탄소|배출', { kg: 1 }],
  ['water|물(?=[^가-힣]|은|이|을)', { L: 1 }],
  [
    'electricity use|energy use|how much (?:energy|electricity|power)|전력량|전력 ?사용량|에너지',
    { kWh: 1 },
  ],
  ['memory|vram|메모리|용량', { GB: 1 }],
  [
    'costs?|bill|prices?|pay|spend|charges?|rent|fees?|expens\\w+|how much|\\brate\\b|damage|[$€£₩]|요금|비용|전기료|전기세|[가-힣]*비(?=는|가|용)|금액|가격|단가|청구|총액|원가|임대료|얼마',
    { money: 1 },
  ],
]
const MANY = /\bhow many\s+(?:more |total |concurrent |extra )?|몇\s?/i
const ASKS = /\bhow\b|\bwhat|\?|몇|얼마|며칠|=/i
const STRONG = /\bhow (?:many|long)\b|몇|며칠/i
const PERIOD =
  /\b(?:per|a|an|each|every|in a|over a|for the)\s(?:[a-z]+ )?(?:GPU[- ])?(second|minute|hour|day|week|month|quarter|year)\b|\/\s?(second|minute|hour|day|week|month|quarter|year|s|h|mo)\b|\b(hourly|daily|weekly|monthly|quarterly|yearly|annual)(?:ly|i[sz]ed)?\b|(?<![가-힣])(초당|분당|시간당|하루|일일|매일|일주일|매주|주당|주간|월간|매월|매달|한 ?달|월|분기|연간|연|1년|일 ?년)(?=\s|에|당|이|은|으로|로|치|[^가-힣]|$)/gi
const PERIODS: readonly (readonly [RegExp, Period])[] = [
  [/^s$|^second|초/i, 'second'],
  [/^minute|^분당/i, 'minute'],
  [/^h$|^hour|시간/i, 'hour'],
  [/^da|하루|일일|매일/i, 'day'],
  [/^week|주/i, 'week'],
  [/^quarter|분기/i, 'quarter'],
  [/^mo|월|달/i, 'month'],
  [/^year|^annual|연|년/i, 'year'],
]

/** Reads what is asked from the words around the figures; `undefined` amounts are left to what the figures make. */
export function readAsked(quantities: readonly QuantityRead[]): Asked {
  const gaps = [quantities[0]?.before ?? '', ...quantities.map((q) => q.after)]
    .flatMap((gap) => gap.split(/(?<=[.!?;:])\s|(?<=[고며]) |(?<=데),? |,\s/))
    .filter((gap) => /[\p{L}\d$]/u.test(gap))
  const last = quantities.at(-1)?.after ?? ''
  const tail = gaps.findLast((g) => last.includes(g)) ?? ''
  const gap = gaps.findLast((g) => STRONG.test(g)) ?? gaps.findLast((g) => ASKS.test(g)) ?? tail
  const period = periodIn(gap)
  const per = perIn(gap)
  const found =
    amountIn(per.rest, period) ?? (STRONG.test(gap) ? undefined : moneyElsewhere(gaps, gap))
  const shown = found?.[2] ? found : ((found && unitElsewhere(gaps, found)) ?? found)
  const asked: Asked = {
    ...(found ? { amount: found[1] } : {}),
    ...(shown?.[2] ? { unit: shown[2] } : {}),
    sure: found !== undefined && WORDS.includes(found),
    per: { ...per.dimensions, ...oneOf(quantities, gap) },
    ...(period ? { period } : {}),
    scale: shown?.[3] ?? 1,
  }
  return inLitres(asked, quantities)
}

/** Tonnes of water are a thousand litres. */
function inLitres(asked: Asked, figures: readonly QuantityRead[]): Asked {
  const water = figures.some((q) => q.what.startsWith('litres'))
  const mass = figures.some((q) => q.what.startsWith('mass'))
  return asked.unit === 'tCO2e' && water && !mass
    ? { ...asked, amount: { L: 1 }, unit: 't', scale: 1e3 }
    : asked
}

function periodIn(gap: string): Period | undefined {
  const words = [...gap.matchAll(PERIOD)].at(-1)?.slice(1).find(Boolean)
  return words === undefined ? undefined : PERIODS.find(([form]) => form.test(words))?.[1]
}

/** "per ticket", "티켓당", "per 1M tokens": what is divided by, and the words without it. */
function perIn(gap: string): Readonly<{ dimensions: Dimensions; rest: string }> {
  let rest = gap
  let dimensions: Dimensions = {}
  for (const [words, base] of WORDS) {
    if (base.time === 1 && base.gpu === undefined) continue
    const form = pattern(
      `\\b(?:per|for each|for one|each)\\s(?:one |single |1 ?)?(?:million |M |thousand |[a-z]+ )??(?:${words})(?![a-z])|(?:1|한)? ?(?:백만|100만|천)? ?(?<![A-Za-z])(?:${words}) ?(?:당|하나에|한 ?건에?)(?![가-힣])`,
      'i',
    )
    const match = form.exec(rest)
    if (!match) continue
    if (!CURRENCIES.some((c) => base[c])) dimensions = combined([dimensions, 1], [base, -1])
    rest = rest.replace(match[0], ' ')
  }
  const one = /(?:^|\s)(?:1?인|인원|한 ?명|건|개|[가-힣]{2,5})당/.exec(rest)
  return one && !PERIOD_WORD.test(one[0])
    ? { dimensions: combined([dimensions, 1], [{ item: -1 }, 1]), rest: rest.replace(one[0], ' ') }
    : { dimensions, rest }
}

const PERIOD_WORD = /시간당|초당|분당|주당|분기당|일당/

function amountIn(rest: string, period: Period | undefined): Word | undefined {
  const many = MANY.exec(rest)
  const behind = many ? rest.slice(many.index + many[0].length) : undefined
  const noun = many ? rest.slice(0, many.index) : ''
  const named = behind === undefined ? undefined : first(WORDS, (w) => `^(?:${w})(?![a-z])`, behind)
  // "토큰 몇 개": the noun before says of what.
  if (named?.[1].item && /토큰(?:은|이|을|를)?\s*$/.test(noun))
    return first(WORDS, (w) => w, '토큰')
  // "GPU시간으로 몇 시간": hours of accelerators.
  if (named?.[1].time && /GPU[- ]?(?:시간|hours?)/i.test(noun)) return WORDS[0]
  if (named) return named
  if (/며칠/.test(rest)) return first(WORDS, (w) => w, '며칠')
  const said = first(
    WORDS.filter(([, base]) => !base.item && !(base.gpu && !base.time)),
    (w) => `${APART}(?:${w})(?:은|는|이|가|으로|로|도)?\\s*(?:총 |약 |대략 )?(?:얼마|어느 정도)`,
    rest,
  )
  if (said) return said
  const tail =
    '(?:\\s(?:a|an|per|each)\\b[^?]*|/\\w+|\\s?(?:수|계산|은|는|이야|in total))*\\s*[?)]?\\s*$'
  const at = (start: string) => first(WORDS, (w) => `${start}(?:${w})${tail}`, rest.trim())
  const until = first(WORDS, (w) => `^(?:${w})\\s(?:for|to|until|needed)\\b`, rest.trim())
  if (until) return until
  const fits = (word: Word | undefined) => (word?.[2] === `${period}s` ? undefined : word)
  return fits(at('(?:\\bin |= ?|^|[(,] ?)')) ?? first(AMOUNTS, (w) => w, rest) ?? fits(at(APART))
}

/** "채팅 한 건에 얼마", "what does one call cost": what a count of one beside the question is of. */
function oneOf(quantities: readonly QuantityRead[], gap: string): Dimensions {
  const one = quantities.find(
    (q) =>
      gap !== '' &&
      q.value === 1 &&
      COUNTED.test(q.what) &&
      ((q.after.includes(gap) && /^\s*(?:에|당|의|이면|면)?\s/.test(q.after)) ||
        (ASKS.test(gap) && q.before.includes(gap) && /\bdoes $/.test(q.before))),
  )
  return one === undefined
    ? {}
    : one.what === 'gpus'
      ? { gpu: -1 }
      : one.what === 'people'
        ? { person: -1 }
        : { item: -1 }
}

const COUNTED = /^(?:items|people|gpus)$/

/** Costs named away from the question's own clause. */
function moneyElsewhere(gaps: readonly string[], gap: string): Word | undefined {
  return first(AMOUNTS, (w) => w, gaps.filter((g) => g !== gap).join(' ; '))
}

/** "how long … in days": the unit of the same kind that stands elsewhere. */
function unitElsewhere(gaps: readonly string[], [, amount]: Word): Word | undefined {
  const same = WORDS.filter(([, base]) => JSON.stringify(base) === JSON.stringify(amount))
  return first(same, (w) => `\\bin (?:${w})(?![a-z])`, gaps.join(' ; '))
}

function first(words: readonly Word[], form: (word: string) => string, text: string) {
  return words.find(([word]) => pattern(form(word), 'i').test(text))
}
