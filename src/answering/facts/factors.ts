import type { SizingInput, SizingRequest } from '../../sizing/request.ts'
import { pattern } from '../pattern.ts'

/** The numbers of a request that can be said to double or to fall by a fifth. */
type Scalable =
  | 'volume'
  | 'in'
  | 'out'
  | 'value'
  | 'error-cost'
  | 'budget'
  | 'latency'
  | 'price-factor'

/** What people call each of them, the more particular first. */
const CALLED: readonly (readonly [Scalable, RegExp])[] = [
  ['error-cost', /\b(?:errors?|mistakes?|wrong)\b|오류|오답|실수|틀린|틀리/i],
  ['value', /\b(?:value|worth|right answers?)\b|가치|맞은|맞는|정답/i],
  [
    'price-factor',
    /\b(?:prices?|pricing|dearer|more expensive|cheaper(?! (?:model|option|one)))\b|가격|단가|요금|싸(?:지|진)/i,
  ],
  [
    'latency',
    /\b(?:latency|response time|time limit|deadline)\b|지연|응답 ?시간|시간 ?(?:제한|한도)/i,
  ],
  ['budget', /\bbudget\b|예산/i],
  ['out', /\b(?:outputs?|answers?|repl(?:y|ies)|responses?|completions?)\b|출력|답변|응답/i],
  ['in', /\b(?:inputs?|prompts?|documents?|context)\b|입력|프롬프트|문서/i],
  [
    'volume',
    /\b(?:volumes?|requests?|traffic|usage|load|demand|calls|queries|it|that|this|everything)\b|볼륨|사용량|요청|물량|건수|트래픽|수요|호출/i,
  ],
]

/** Things that can double too, but are no number of the request. */
const NOT_OURS =
  /\b(?:rents?|tariffs?|bills?|costs?|models?|parameters?|size|quality|accuracy|carbon|emissions?|energy|salary|staff)\b|비용|임대료|모델|파라미터|품질|정확도|탄소|전력|인건비/i

/** Prices of something else than tokens, or of one kind of token alone. */
const OTHER_PRICES =
  /\b(?:electricity|power|energy|gpus?|accelerators?|chips?|carbon|water|rental|hardware|stock|fuel|input|output|prompt|cached?)\s+(?:tokens?\s+)?(?:prices?|pricing)\b|(?:전기|전력|에너지|탄소|gpu|가속기|칩|하드웨어|임대|주식|입력|출력|캐시)\s*(?:토큰\s*)?(?:가격|단가|요금)/i

const NUMBER = String.raw`(\d+(?:\.\d+)?)`
const UP = 'more|higher|up|increase|growth|longer|larger|bigger|extra|greater'
const DOWN = 'less|lower|fewer|down|decrease|drop|reduction|shorter|smaller|cheaper'
const RISES = String.raw`(?:grow|ris|increas|rais|climb|go(?:es)? up|lengthen)\w*`
const FALLS = String.raw`(?:drop|fall|shrink|decreas|reduc|cut|lower|shorten|go(?:es)? down)\w*`
const PERCENT = String.raw`\s*(?:%|percent|퍼센트|프로)`

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:doubl(?:es?|ed|ing)|twice|twofold)\b/i, 2],
  [/\b(?:tripl(?:es?|ed|ing)|thrice|threefold)\b/i, 3],
  [/\b(?:quadrupl(?:es?|ed|ing)|fourfold)\b/i, 4],
  [/\btenfold\b/i, 10],
  [/\b(?:halv(?:es?|ed|ing)|half)\b|절반|반토막|반으로|반만/i, 0.5],
  [/\ba third of\b|삼분의 일/i, 1 / 3],
  [/\ba quarter of\b|사분의 일/i, 0.25],
  [/\ba tenth of\b|십분의 일/i, 0.1],
]

const KO_NUMBERS: Readonly<Record<string, number>> = {
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  스무: 20,
  백: 100,
  천: 1000,
}
const KO_TIMES = new RegExp(String.raw`(${Object.keys(KO_NUMBERS).join('|')}|\d+(?:\.\d+)?)\s*배`)
const KO_UP = '비싸|늘|증가|많|오르|올라|커|길어|높|상승'
const KO_DOWN = '싸|줄|감소|적|내리|내려|작|짧|낮|하락|빠지'

/** The factor a sentence names ("doubles", "30% more", "10x", "두 배", "20% 줄면"), if it names one. */
export function findFactor(text: string): number | undefined {
  return inPercent(text) ?? inTimes(text) ?? WORDS.find(([pattern]) => pattern.test(text))?.[1]
}

function inPercent(text: string): number | undefined {
  const share = (form: string): number | undefined => {
    const match = pattern(form, 'i').exec(text)
    return match?.[1] === undefined ? undefined : Number(match[1]) / 100
  }
  const left = share(String.raw`${NUMBER}${PERCENT}(?:로|까지)\s*(?:${KO_DOWN})`)
  if (left !== undefined) return left
  const ending = String.raw`(?:만큼|정도|쯤|가|이)?\s*(?:더\s*)?`
  const up =
    share(String.raw`${NUMBER}${PERCENT}\s*(?:${UP})\b`) ??
    share(String.raw`\b(?:up|${RISES})\b[^.?!\d]{0,24}${NUMBER}${PERCENT}`) ??
    share(`${NUMBER}${PERCENT}${ending}(?:${KO_UP})`)
  if (up !== undefined) return 1 + up
  const down =
    share(String.raw`${NUMBER}${PERCENT}\s*(?:${DOWN})\b`) ??
    share(String.raw`\b(?:down|${FALLS})\b[^.?!\d]{0,24}${NUMBER}${PERCENT}`) ??
    share(`${NUMBER}${PERCENT}${ending}(?:${KO_DOWN})`)
  return down === undefined || down >= 1 ? undefined : 1 - down
}

function inTimes(text: string): number | undefined {
  const fraction = /(\d+)\s*분의\s*1(?!\d)|(?<!\d)1\s*\/\s*(\d+)/.exec(text)
  const part = Number(fraction?.[1] ?? fraction?.[2] ?? 0)
  if (part > 0) return 1 / part
  const english = /(\d+(?:\.\d+)?)\s*(?:x|×|times)(?![a-z\d])|(?<![a-z\d])[x×]\s?(\d+(?:\.\d+)?)/i
  const word = KO_TIMES.exec(text)?.[1]
  const match = english.exec(text)
  const times =
    word === undefined ? Number(match?.[1] ?? match?.[2] ?? 0) : (KO_NUMBERS[word] ?? Number(word))
  if (times <= 0) return undefined
  const falls = pattern(String.raw`\b(?:${DOWN}|${FALLS})\b|배\s*(?:더\s*)?(?:${KO_DOWN})`, 'i')
  return falls.test(text) ? 1 / times : times
}

/** What a factor does to the thread's workload, or the number it was meant for and that nobody stated. */
export type Scaled = Readonly<{ changed: SizingInput; unstated?: Scalable }>

/** Whether something doubles that is no number of the request: a rent, a model. */
export function scalesElse(text: string): boolean {
  if (findFactor(text) === undefined) return false
  return OTHER_PRICES.test(text) || (nameOf(text) === undefined && NOT_OURS.test(text))
}

/** Whether token prices are what doubles; they do so for all models alike. */
export function scalesPrices(text: string): boolean {
  return findFactor(text) !== undefined && nameOf(text) === 'price-factor' && !scalesElse(text)
}

function nameOf(text: string): Scalable | undefined {
  return CALLED.find(([, words]) => words.test(text))?.[0]
}

/** Applies "double it", "halve the output", "20% 줄면" to the value in force, stated or assumed; volume where no number is named. */
export function scaleRequest(text: string, request: SizingRequest): Scaled {
  const factor = findFactor(text)
  if (factor === undefined || scalesElse(text)) return { changed: {} }
  const key = nameOf(text) ?? 'volume'
  const value = inForce(request, key)
  if (value === undefined) return { changed: {}, unstated: key }
  const scaled = Number((value * factor).toPrecision(12))
  return {
    changed: { [key]: key === 'in' || key === 'out' ? Math.max(1, Math.round(scaled)) : scaled },
  }
}

function inForce(request: SizingRequest, key: Scalable): number | undefined {
  switch (key) {
    case 'volume':
      return request.volume.value
    case 'in':
      return request.inputTokens.value
    case 'out':
      return request.outputTokens.value
    case 'value':
      return request.value.central
    case 'error-cost':
      return request.errorCost.central
    case 'budget':
      return request.budget?.value
    case 'latency':
      return request.latencyMs?.value
    case 'price-factor':
      return request.priceFactor?.value ?? 1
    default:
      return key satisfies never
  }
}
