import type { Currency, Period } from '../../engine/estimate.ts'

/** What a number counts. Base units: kWh, W, kg, GB, TFLOP/s, seconds for times under a minute. */
export type Measure =
  | 'money'
  | 'tokens'
  | 'flop'
  | 'flop/s'
  | 'gpu-hours'
  | 'gpus'
  | 'parameters'
  | 'time'
  | 'percent'
  | 'points'
  | 'energy'
  | 'power'
  | 'mass'
  | 'memory'
  | 'bandwidth'
  | 'pages'
  | 'words'
  | 'characters'
  | 'people'
  | 'layers'
  | 'heads'
  | 'width'
  | 'litres'
  | 'items'
  | 'times'
  | 'rate'
  | 'precision'
  | 'bare'

export type MeasureFound = Readonly<{
  measure: Measure
  /** Multiplies the number into the base unit. */
  factor: number
  currency?: Currency
  period?: Period
  length: number
}>

type Rule = readonly [RegExp, Measure, number, Readonly<{ currency?: Currency; period?: Period }>?]

const period = (name: Period) => ({ period: name })
const currency = (name: Currency) => ({ currency: name })

/** Nouns of things that are counted. */
export const ITEM_NOUNS =
  'calls?|requests?|quer(?:y|ies)|e-?mails?|tickets?|documents?|docs?|items?|images?|answers?|repl(?:y|ies)|responses?|messages?|chats?|conversations?|questions?|summar(?:y|ies)|reviews?|labels?|examples?|invoices?|reports?|transactions?|inferences?|prompts?|units?|건|개(?!월)|회(?!사|수)|번|통(?!화)|콜|요청|호출|문의|문서|메일|질문|답변|라벨|예제'

/** Units behind a number; the first rule that fits counts. */
const AFTER: readonly Rule[] = [
  [/million tokens?|m ?toks?\b/i, 'tokens', 1e6],
  [/tokens?\b|toks?\b|토큰/i, 'tokens', 1],
  [/usd\b|us dollars?|dollars?|bucks|달러|불(?![가-힣])/i, 'money', 1, currency('USD')],
  [/\$(?=\s*(?:\/|per\b))/, 'money', 1, currency('USD')],
  [/cents?\b|¢|센트/i, 'money', 0.01, currency('USD')],
  [/won\b|krw\b|원(?!전|자력|래|인(?!데|지|가요)|본)/i, 'money', 1, currency('KRW')],
  [/eur(?:os?)?\b|€|유로/i, 'money', 1, currency('EUR')],
  [/pounds?\b|gbp\b|파운드/i, 'money', 1, currency('GBP')],
  [/yen\b|jpy\b|엔(?![가-힣]*진)/i, 'money', 1, currency('JPY')],
  [/yuan\b|rmb\b|cny\b|위안/i, 'money', 1, currency('CNY')],
  [/(?:tera ?flops?|t ?flops?|테라플롭스)(?:\/s(?:ec)?\b| per second| a second)?/i, 'flop/s', 1],
  [/(?:peta ?flops?|p ?flops?|페타플롭스)(?:\/s(?:ec)?\b| per second| a second)?/i, 'flop/s', 1e3],
  [/flops?(?:\/s(?:ec)?\b| per second| a second)/i, 'flop/s', 1e-12],
  [/flops?\b|floating[- ]point operations|플롭스?/i, 'flop', 1],
  [/(?:gpu|accelerator|card)[\s-]*(?:hours?|hrs?|h)\b|GPU[\s-]*시간/i, 'gpu-hours', 1],
  [
    /(?:[x×]\s*)?(?:(?:nvidia|rented|reserved|spot|on-demand|cloud|dedicated|idle|more)\s+)?(?:gpus?|cards?|accelerators?)\b|장|대(?=[^가-힣]|를|로|에|면|의|가|$)/i,
    'gpus',
    1,
  ],
  [/(?:model )?param(?:eter)?s?\b|weights\b|파라미터|매개변수|개 파라미터/i, 'parameters', 1],
  [/kwh\b|킬로와트시/i, 'energy', 1],
  [/mwh\b|메가와트시/i, 'energy', 1e3],
  [/gwh\b|기가와트시/i, 'energy', 1e6],
  [/wh\b|watt[- ]hours?|와트시/i, 'energy', 1e-3],
  [/kw\b|kilowatts?|킬로와트/i, 'power', 1e3],
  [/mw\b|megawatts?|메가와트/i, 'power', 1e6],
  [/w\b|watts?\b|와트/i, 'power', 1],
  [/(?:milliseconds?|msecs?|ms)\b|밀리초/i, 'time', 1e-3, period('second')],
  [/(?:seconds?|secs?|s)\b|초/i, 'time', 1, period('second')],
  [/(?:minutes?|mins?)\b|분(?!의|기)/i, 'time', 1, period('minute')],
  [/(?:hours?|hrs?|h)\b|시간/i, 'time', 1, period('hour')],
  [
    /(?:work(?:ing)?[- ]?)?days?\b|일(?! ?때|[가-힣])|일(?=간|이|을|동안|에|치|씩|만|쓰)/i,
    'time',
    1,
    period('day'),
  ],
  [/weeks?\b|주일|주(?=[^가-힣]|간|일|$)/i, 'time', 1, period('week')],
  [/quarters?\b|분기/i, 'time', 1, period('quarter')],
  [/months?\b|개월|달(?!러)/i, 'time', 1, period('month')],
  [/years?\b|년/i, 'time', 1, period('year')],
  [
    /%\s?p(?:p|ts?)?\b|pp\b|(?:% ?|percent(?:age)? |퍼센트 ?|퍼센티지 ?)?(?:points?\b|포인트)/i,
    'points',
    1,
  ],
  [/%|percent\b|퍼센트|프로(?![가-힣])/i, 'percent', 1],
  [/(?:gb|gib|gigabytes?)\/s\b/i, 'bandwidth', 1],
  [/(?:tb|tib|terabytes?)\/s\b/i, 'bandwidth', 1e3],
  [/(?:gb|gib|gigabytes?)(?![a-z])|기가(?:바이트)?/i, 'memory', 1],
  [/(?:tb|tib|terabytes?)(?![a-z])|테라바이트/i, 'memory', 1e3],
  [/(?:mb|mib|megabytes?)(?![a-z])|메가(?:바이트)?(?!와트)/i, 'memory', 1e-3],
  [/(?:kb|kib|kilobytes?)(?![a-z])|킬로바이트/i, 'memory', 1e-6],
  [/bytes?\b|바이트/i, 'memory', 1e-9],
  [/epochs?\b|passes\b|dimensions?\b|dims?\b|에폭|에포크|차원/i, 'times', 1],
  [/pages?\b|쪽|페이지/i, 'pages', 1],
  [/words?\b|단어|어절/i, 'words', 1],
  [/(?:characters?|chars?)\b|글자|자(?=[^가-힣]|를|로|짜|면|는|의|이|씩|$)/i, 'characters', 1],
  [
    /(?:(?:concurrent|data|full-time|part-time|senior|junior) )?(?:users?|sequences?|people|seats?|employees?|agents?|developers?|engineers?|analysts?|scientists?|annotators?|contractors?|licen[cs]es?)\b|명|석(?![가-힣])|석(?=이|을|에|의|이면)/i,
    'people',
    1,
  ],
  [/layers?\b|레이어/i, 'layers', 1],
  [/kv[- ]?heads?\b|KV ?헤드/i, 'heads', 1],
  [/(?:kg|kilograms?|kilos?)(?:(?: ?of)? ?CO2(?:e|eq)?)?(?![a-z])|킬로(?:그램)?/i, 'mass', 1],
  [/(?:metric )?(?:tons?|tonnes?|tco2e?|t)(?![a-z])|톤/i, 'mass', 1e3],
  [/(?:g|grams?)(?:(?: ?of)? ?CO2(?:e|eq)?)?(?![a-z])|그램/i, 'mass', 1e-3],
  [/(?:l|litres?|liters?)(?![a-z])|리터/i, 'litres', 1],
  [/(?:cubic met(?:re|er)s?|m3)(?![a-z\d])|세제곱미터|입방미터/i, 'litres', 1e3],
  [/of (?:them|these|those)\b/i, 'items', 1],
  [
    new RegExp(`(?:(?!and|at|for|to|with|in|per|of)[a-z]+ ){0,2}(?:${ITEM_NOUNS})(?![a-z])`, 'i'),
    'items',
    1,
  ],
  // Any other plural is something counted.
  [
    /(?!(?:points|times|bits|always|makes|gives|costs|has|was|does|comes|equals|plus|minus|versus|less|this|its|needs|takes|saves|becomes|across|yields|runs|uses|means|buys|pays|loses|earns|as|us|falls|rises|drops|goes)\b)[a-z]{2,}s\b/i,
    'items',
    1,
  ],
]

/** Currency signs before a number. */
const BEFORE: readonly (readonly [RegExp, Currency])[] = [
  [/(?:US)?\$\s?$/, 'USD'],
  [/(?:USD)\s?$/i, 'USD'],
  [/(?:₩|KRW)\s?$/i, 'KRW'],
  [/(?:€|EUR)\s?$/i, 'EUR'],
  [/(?:£|GBP)\s?$/i, 'GBP'],
  [/(?:¥|JPY)\s?$/i, 'JPY'],
]

/** What a rate is per. Periods stand for themselves; `factor` multiplies the rate into the base unit. */
export type Per =
  | 'item'
  | 'person'
  | '1M tokens'
  | 'token'
  | 'page'
  | 'kWh'
  | 't'
  | 'GPU'
  | 'parameter'
  | 'GB'
  | 'word'
  | 'character'
  | Period

/** One denominator: its words, what it is, and the factor that brings the rate to its base. */
export const PER: readonly (readonly [string, Per, number])[] = [
  [`(?:1|one|a)?\\s?(?:M|million|백만|100만)\\s?(?:${ITEM_NOUNS})`, 'item', 1e-6],
  [`(?:1|one|a)?\\s?(?:k|thousand|천|1,?000)\\s?(?:${ITEM_NOUNS})`, 'item', 1e-3],
  [
    '(?:1|one|a)?\\s?(?:M|million|백만|100만)(?:\\s?개)?(?:\\s?(?:(?:input|output|prompt|입력|출력) )?(?:tokens?|toks?|토큰))?|토큰 ?(?:백만|100만) ?개?|MTok',
    '1M tokens',
    1,
  ],
  [
    '(?:1|one|a)?\\s?(?:k|thousand|천|1,?000)(?:\\s?개)?\\s?(?:tokens?|토큰|(?:input|output|prompt)\\b|입력|출력)',
    '1M tokens',
    1e3,
  ],
  ['(?:output |input )?tokens?|토큰', 'token', 1],
  ['param(?:eter)?s?|파라미터', 'parameter', 1],
  [
    '(?:GPU|card|accelerator)?[\\s-]*(?:hours?|hrs?|h)|(?:GPU[\\s-]*)?(?:1|한 ?)?시간|시급',
    'hour',
    1,
  ],
  ['seconds?|secs?|s|(?:1)?초', 'second', 1],
  ['minutes?|mins?|(?:1)?분', 'minute', 1],
  ['days?|(?:하루|매일|일일|1일|일(?= ?평균))', 'day', 1],
  ['weeks?|일주일|매주|1주|주', 'week', 1],
  ['quarters?|qtr|매 ?분기|1분기|분기', 'quarter', 1],
  ['months?|mo|(?:한 ?달|매월|매달|월간|1개월|월급|월|달)', 'month', 1],
  ['years?|yr|annum|(?:1년|일 ?년|매년|연간|연봉|연)', 'year', 1],
  ['(?:GPUs?|cards?|accelerators?)|(?:GPU )?(?:한 ?|1)?(?:장|대)|GPU|카드', 'GPU', 1],
  ['kWh|킬로와트시', 'kWh', 1],
  ['MWh|메가와트시', 'kWh', 1e-3],
  ['(?:metric )?(?:tons?|tonnes?|t)|톤', 't', 1],
  ['kg|킬로그램', 't', 1e3],
  ['GB|gigabytes?|기가(?:바이트)?', 'GB', 1],
  ['(?:1|one|a)?\\s?(?:k|thousand|천|1,?000)\\s?(?:pages?|쪽|페이지)', 'page', 1e-3],
  ['pages?|쪽|페이지', 'page', 1],
  ['words?|단어', 'word', 1],
  ['characters?|글자', 'character', 1],
  [
    '(?:users?|seats?|employees?|agents?|developers?|engineers?|people|person|licen[cs]es?)|(?:한 ?|1)?(?:사용자|좌석|직원|상담원|개발자|명|인)',
    'person',
    1,
  ],
  [
    `(?:${ITEM_NOUNS})|(?:[가-힣]+ )?하나|(?:요청|질문|답변|문의|호출) ?(?:하나|한 ?건|1건)|(?:한|1) ?(?:질의|질문|요청|쿼리|답변|호출|문서|대화|메일|티켓|건|명|개|번)|one|piece|[가-힣]{2,5}(?= ?당)`,
    'item',
    1,
  ],
]

/** The unit that stands right behind a number, after a space or hyphen. */
export function measureAfter(rest: string): MeasureFound | undefined {
  const gap =
    /^[\s-]?(?:(?:extra|more|additional|full|whole|(?:working|business|calendar)(?= days?\b)|(?:영업|근무)(?= ?일)|input|output|prompt|answer|training|입력|출력|학습) )?/.exec(
      rest,
    )?.[0].length ?? 0
  for (const [pattern, measure, factor, more] of AFTER) {
    const match = new RegExp(`^(?:${pattern.source})`, pattern.flags).exec(rest.slice(gap))
    if (match?.[0]) return { measure, factor, ...more, length: gap + match[0].length }
  }
  return undefined
}

/** A currency sign that stands right before a number. */
export function currencyBefore(
  before: string,
): Readonly<{ currency: Currency; length: number }> | undefined {
  for (const [pattern, currency] of BEFORE) {
    const match = pattern.exec(before)
    if (match) return { currency, length: match[0].length }
  }
  return undefined
}
