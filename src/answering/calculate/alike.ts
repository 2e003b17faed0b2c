import { clauseOf, INPUT, OUTPUT } from './clauses.ts'
import type { QuantityRead } from './quantities.ts'

const FROM_TO =
  /^\s*(?:down |up )?(?:to|and|vs\.?|versus|against|에서|과|와|대|→|->|\/)\s*(?:an? |the )?$/i
const TO = /^\s*(?:down |up )?(?:to|에서|→|->)\s*$/i
const FROM = /\bfrom\s*(?:about |around )?$/i
/** "per answer from 900": read as part of the figure itself. */
const STARTED = /\bfrom\s\S+$/i
const ARROW = /^\s*(?:에서|→|->)\s*$/
/** "0.01달러가 0.002달러로": what becomes what. */
const BECOMES = /^\s*(?:이|가|은|는|을|를)\s*$/
const INTO = /^\s*(?:으로|로)(?![가-힣])/

/**
 * Units that are said once for two: "$3 per million tokens in and $15 out", "from $5,000 to $2,000
 * monthly", "900 tokens in and 120 out", "input 3,000 and output 400".
 */
export function alike(quantities: readonly QuantityRead[]): QuantityRead[] {
  const priced = quantities.some((q) => q.what === 'money/1M tokens')
  const counted = quantities.find((q) => q.what === 'tokens' || q.what === 'tokens/item')
  const sides = new Set(quantities.filter(isBare).map(sideOf))
  const sided = priced || (sides.has('in') && sides.has('out'))
  return quantities.map((q, i) => {
    if (isBare(q) && sided && sideOf(q))
      return { ...q, what: q.what === 'bare' ? 'tokens' : 'tokens/item' }
    const side = OUTPUT.test(clauseOf(q)) || INPUT.test(clauseOf(q))
    if (q.what === 'money' && priced && side) return { ...q, what: 'money/1M tokens' }
    if (isBare(q) && counted && side) return { ...q, what: counted.what }
    if (q.what !== 'money' && q.what !== 'bare') return q
    const [previous, next] = [quantities[i - 1], quantities[i + 1]]
    if (q.what === 'bare' && next && isStart(q, next))
      return { ...next, ...placeOf(q), value: q.value }
    if (q.what === 'bare' && previous && isEnd(q, previous))
      return { ...previous, ...placeOf(q), value: q.value }
    const same = pairOf(q, previous, next)
    return same?.what.startsWith('money/') && q.what === 'money'
      ? { ...q, what: same.what, ...(same.period ? { period: same.period } : {}) }
      : q
  })
}

function isBare({ what }: QuantityRead): boolean {
  return what === 'bare' || what === 'bare/item'
}

const SIDE_BEFORE =
  /(?:\b(?:in|out)\s*[:=]|\b(?:in|out)puts?|\bprompts?|\bcompletions?|입력|출력|프롬프트)(?: tokens?| ?토큰)?\s*(?:of|is|are|:|=|은|는|이|가|을|를)?\s*(?:약 |about |around )?$/i
const SIDE_BEHIND = /^\s*(?:in|out|input|output)\b|^\s*(?:입력|출력)/i
const SLASHED = /(?:\bin|입력)\s*\/\s*$/i

/** Which side of a request a number without a unit is on: "1.5k in / 300 out", "입력 3,000". */
function sideOf({ before, words: own, after }: QuantityRead): 'in' | 'out' | undefined {
  if (SLASHED.test(before)) return 'out'
  const lead = `${before}${own.replace(/\d.*$/, '')}`
  const words = (SIDE_BEFORE.exec(lead) ?? SIDE_BEHIND.exec(after))?.[0]
  return words === undefined ? undefined : /\bout|compl|출력/i.test(words) ? 'out' : 'in'
}

/** "from 12,000 to 9,500 calls": the first has the unit of the second. */
function isStart(q: QuantityRead, next: QuantityRead): boolean {
  if (next.currency) return TO.test(q.after)
  const counted = !/^(?:bare|percent|points)/.test(next.what)
  return counted && TO.test(q.after) && (FROM.test(q.before) || ARROW.test(q.after))
}

/** "토큰을 900에서 540으로": the second has the unit of the first. */
function isEnd(q: QuantityRead, previous: QuantityRead): boolean {
  const counted = !/^(?:bare$|percent|points|money)/.test(previous.what)
  return (
    counted &&
    TO.test(q.before) &&
    (STARTED.test(previous.words) || FROM.test(previous.before) || ARROW.test(q.before))
  )
}

/** The other one of two amounts that are named together. */
function pairOf(
  q: QuantityRead,
  previous: QuantityRead | undefined,
  next: QuantityRead | undefined,
): QuantityRead | undefined {
  if (next && FROM_TO.test(q.after) && (TO.test(q.after) || isNear(q, next))) return next
  if (!previous) return undefined
  const becomes = BECOMES.test(q.before) && INTO.test(q.after)
  return FROM_TO.test(q.before) || becomes || isCoordinated(q, previous) ? previous : undefined
}

const NAMED =
  /^\s*(?:[,;]|and\b)[,;]?\s*(?:and |vs\.? |versus )?(?:[\w가-힣-]+[ :]+){1,3}(?:is |at |costs? )?[$€£₩]?\s?$|^\s*(?:짜리 ?)?(?:모델)?(?:이랑|랑|과|와|하고)\s*(?:[가-힣]+\s){0,2}$/i
const OTHER_KIND =
  /\b(?:fixed|set-?up|up ?front|once|one-off|total|budget|plus|fee|saves?|earn\w*|build\w*|tun\w+|train\w*|migrat\w+|distil\w*|hardware)\b|고정|구축|튜닝|증류|이전|도입|학습|초기|총|합계|예산|절감|매출/i
/** Prices of one kind lie closer than this. */
const ALIKE_WITHIN = 100

function isNear(one: QuantityRead, other: QuantityRead): boolean {
  const ratio = one.value / other.value
  return ratio < ALIKE_WITHIN && ratio > 1 / ALIKE_WITHIN
}

/** "A is $0.02 a call, B $0.005": the second of two prices has the unit of the first. */
function isCoordinated(q: QuantityRead, previous: QuantityRead): boolean {
  return (
    /^money\/(?:item|1M tokens)$/.test(previous.what) &&
    q.currency === previous.currency &&
    NAMED.test(q.before) &&
    !OTHER_KIND.test(q.before) &&
    isNear(q, previous)
  )
}

function placeOf({ words, before, after, start, end }: QuantityRead) {
  return { words, before, after, start, end }
}
