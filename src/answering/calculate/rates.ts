import { PER, type Per } from './measures.ts'

/** What a number is per, and by how much that multiplies it. */
export type RateFound = Readonly<{ per: readonly Per[]; factor: number; length: number }>

const WORDS = PER.map(([words]) => `(${words})`).join('|')
const BEHIND = new RegExp(
  `^(?:\\s*(?:(?:(?:for|saved|more|extra|less|cheaper|in|out|input|output) )?(?:per|each|every)\\s(?:[a-z]+[ -])??|an?\\s(?:single )?)|\\s?[/]\\s?)(?:${WORDS})(?![a-z])`,
  'i',
)
const ADVERB =
  /^\s*(?:(?:in|read|long|written)\s)?(?:(hourly|daily|weekly|monthly|quarterly|yearly|annually|apiece)\b|(each)\b(?!\s[a-z]))/i
const ADJECTIVE =
  /\b(hourly|daily|weekly|monthly|quarterly|yearly|annual)\s+(?:[a-z]+\s+){0,3}(?:[$€£₩¥]\s?)?$/i
/** What stands between a denominator and its amount: "월 청구액이 9천 달러". */
const NOUN =
  '입력|출력|가격|단가|요금|비용|원가|청구액|사용료|임대료|고정비|절감액?|절약액?|지출|예산|이용료|구독료|문의|요청|호출|질의|처리량|건수|트래픽|물|전력량?|전기|탄소|배출량|사용량'
const BEFORE_KO = new RegExp(
  `(?<![가-힣A-Za-z]|(?:이번|지난|저번|다음) )(?:${WORDS})\\s?(?:(?:당|마다)\\s{0,3}(?:(?!하루|매|초|분|시간|주|일|월|한 ?달|연|1년)[가-힣A-Za-z]+\\s){0,2}|(?:에|[:：])?\\s{0,3})(?:${NOUN})?(?:은|는|이|가|을|를)?\\s{0,3}(?:약|대략|평균)?\\s{0,3}(?:[$€£₩¥]\\s?)?$`,
  'i',
)
const FILLING = new RegExp(`[\\s$€£₩¥]|약|대략|평균|(?:${NOUN})[은는이가을를]?`, 'g')
const BEFORE_EN = new RegExp(
  `\\bper\\s(?:${WORDS})\\s*(?:is|of|at|by|from|to|costs?|price|drops|falls|rises|goes|[:=]|\\s)*\\s*(?:[$€£₩¥]\\s?)?$`,
  'i',
)
const ADVERBS: Readonly<Record<string, Per>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
  annual: 'year',
  each: 'item',
  apiece: 'item',
}

/** Denominators behind an amount: "a month", "per GPU per hour", "/kWh", "monthly", "each". */
export function rateBehind(rest: string): RateFound {
  let [length, factor] = [0, 1]
  const per: Per[] = []
  for (;;) {
    const match = BEHIND.exec(rest.slice(length))
    const found = match && ruleOf(match)
    if (!match || !found) break
    per.push(found[1])
    factor *= found[2]
    length += match[0].length
  }
  const each =
    per.length > 0 ? /^\s*(?:each|apiece)\b(?!\s[a-z]+s\b)/i.exec(rest.slice(length)) : null
  if (each && !per.includes('item'))
    return { per: [...per, 'item'], factor, length: length + each[0].length }
  const adverb = per.length === 0 ? ADVERB.exec(rest) : null
  const named = adverb ? ADVERBS[(adverb[1] ?? adverb[2] ?? '').toLowerCase()] : undefined
  return adverb && named
    ? { per: [named], factor: 1, length: adverb[0].length }
    : { per, factor, length }
}

/** Denominators before an amount: "시간당", "월", "백만 토큰당", "장당 시간에", "per call: ", "monthly bill of". */
export function rateBefore(before: string): RateFound {
  let [length, factor] = [0, 1]
  const per: Per[] = []
  for (;;) {
    const left = before.slice(0, before.length - length)
    const match = BEFORE_KO.exec(left)
    const found = match && isRate(match[0], ruleOf(match))
    if (!match || !found) break
    per.push(found[1])
    factor *= found[2]
    length = before.length - match.index
  }
  if (per.length > 0) return { per, factor, length }
  const english = BEFORE_EN.exec(before)
  const found = english && ruleOf(english)
  if (english && found)
    return { per: [found[1]], factor: found[2], length: before.length - english.index }
  const adjective = ADJECTIVE.exec(before)
  const named = adjective?.[1] === undefined ? undefined : ADVERBS[adjective[1].toLowerCase()]
  return named ? { per: [named], factor: 1, length: 0 } : { per: [], factor: 1, length: 0 }
}

const DOES =
  'needs?|does|do|handles?|takes?|uses?|costs?|draws?|generates?|produces?|serves?|makes?|gives?|reads?|writes?|delivers?|process(?:es)?|sustains?|gets?|consumes?|sends?|pays?|spends?|pulls?|outputs?|labels?|answers?|emits?|runs?|is|at'
const SUBJECT = new RegExp(
  `\\b(?:each|every|an?|one|per)\\s(?:${WORDS})\\s(?:can |only |in )?(?:${DOES})\\s(?:at |about |only |up to |roughly )?(?:[$€£₩]\\s?)?$`,
  'i',
)

/** "each user needs 20", "a GPU does 2,500": whose figure it is, beside what it is per. */
export function subjectBefore(before: string): Per | undefined {
  const match = SUBJECT.exec(before)
  const per = match && ruleOf(match)?.[1]
  return per === 'GPU' || per === 'person' || per === 'item' ? per : undefined
}

/** "월 500" is a rate as it stands; other words before a number need 당, 에 or 마다. */
function isRate(words: string, rule: (typeof PER)[number] | undefined) {
  const stands = rule && ['day', 'week', 'month', 'quarter', 'year', '1M tokens'].includes(rule[1])
  const bare = words.replace(FILLING, '')
  const wage = /시급|월급|연봉/.test(bare)
  return /[가-힣]/.test(bare) && (stands || wage || /당|마다|(?:에|[:：])$/.test(bare))
    ? rule
    : undefined
}

function ruleOf(match: RegExpExecArray): (typeof PER)[number] | undefined {
  const index = match.slice(1).findIndex((group) => group !== undefined)
  return index < 0 ? undefined : PER[index]
}
