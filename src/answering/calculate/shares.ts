import { PERIODS, type Period } from '../../engine/estimate.ts'
import { clauseOf } from './clauses.ts'
import type { QuantityFound, QuantityRead } from './quantities.ts'

/** What rises and what falls by a share in every period. */
export const GROWS =
  /\bgrow|\bincreas|\bris(?:e|es|ing|en)\b|\bgoes up|\bgoing up|\bclimb|\binflat|\bcompound|\bdoubl|\btripl|\bmore\b|오르|올라|인상|증가|늘|성장|상승|불어/i
export const FALLS =
  /\bfall|\bdrop|\bdeclin|\bdecreas|\bshrink|\bgoes down|\bgoing down|\bchurn|\bless\b|떨어|내리|내려|감소|하락|줄/i

const HALF =
  /\bhalf(?:[- ]price| off| the price)|\bhalf(?= (?:of|are|is|the (?:calls|requests|tokens|traffic|prompts|inputs?))\b)|반값|절반 ?(?:값|가격)|절반(?=[이은는을만]|\s)/i
const MULTIPLIES =
  /\b(doubl|tripl)(?:es|ed|ing|e)\s(?:every|each|a)\s(day|week|month|quarter|year)\b/i

/** Shares that are words: "half price", "doubles every year". */
export function sharesInWords(text: string): QuantityFound[] {
  const [half, multiplies] = [HALF.exec(text), MULTIPLIES.exec(text)]
  const at = ({ 0: words, index }: RegExpExecArray) => ({
    words,
    start: index,
    end: index + words.length,
  })
  const period = multiplies?.[2]?.toLowerCase() as Period | undefined
  return [
    ...(half ? [{ what: 'percent', value: 50, ...at(half) } as const] : []),
    ...(multiplies && period
      ? [
          {
            what: `percent/${period}`,
            value: multiplies[1]?.toLowerCase() === 'doubl' ? 100 : 200,
            period,
            ...at(multiplies),
          } as const,
        ]
      : []),
  ]
}

/** Marks margins, splits in two and growth by the period for what they are. */
export function withShares(quantities: readonly QuantityRead[]): QuantityRead[] {
  return split(quantities.map((q, i) => marginal(compounding(q, quantities[i + 1]))))
}

const MARGIN =
  /(?:±|\+\s?\/?\s?-|\bmargin(?: of error)?(?: of| is)?|오차(?:범위|한계)?(?:[는은가이])?)\s*$/i

/** "±3%", "a margin of error of 3 percent": points to either side. */
function marginal(q: QuantityRead): QuantityRead {
  return q.what === 'percent' && MARGIN.test(q.before) ? { ...q, what: 'points' } : q
}

const EVERY = /매(?=일|주|달|월|년|분기|해)|마다|씩|성장|증가율|복리|해마다/
const TIMES = /^\s*배/

/** "8% a month", "매달 5%씩", "매년 2배": of something that grows or falls. */
function compounding(q: QuantityRead, next: QuantityRead | undefined): QuantityRead {
  const period = q.per?.find((per): per is Period => PERIODS.some((one) => one === per))
  const clause = `${clauseOf(q)} ${next?.after ?? ''}`
  if (!period || !(GROWS.test(clause) || FALLS.test(clause))) return q
  if (/[가-힣]/.test(clause) && !EVERY.test(clause)) return q
  if (q.what === 'percent') return { ...q, what: `percent/${period}`, period }
  return q.what === `bare/${period}` && TIMES.test(q.after) && q.value > 1
    ? { ...q, what: `percent/${period}`, period, value: (q.value - 1) * 100 }
    : q
}

const BETWEEN = /^\s*[/:]\s*$|^\s*대\s*$/

/** "70/30", "8:2", "7대 3": what of a whole goes to each of two. */
function split(quantities: readonly QuantityRead[]): QuantityRead[] {
  const isPair = (one: QuantityRead | undefined, other: QuantityRead | undefined) =>
    one !== undefined &&
    other !== undefined &&
    [one, other].every((q) => q.what === 'bare' || q.what === 'percent') &&
    BETWEEN.test(one.after) &&
    WHOLES.includes(one.value + other.value)
  return quantities.map((q, i) => {
    const pair = isPair(q, quantities[i + 1])
      ? quantities[i + 1]
      : isPair(quantities[i - 1], q)
        ? quantities[i - 1]
        : undefined
    return pair ? { ...q, what: 'percent', value: (q.value / (q.value + pair.value)) * 100 } : q
  })
}

const WHOLES = [10, 100]
