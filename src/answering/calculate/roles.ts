import { clauseOf } from './clauses.ts'
import type { QuantityRead } from './quantities.ts'
import { HOURS } from './shown.ts'

/** What a figure without a unit does to the product. */
export type Role = Readonly<{
  /** Multiplies it, divides it, takes a share off it, adds a share, or lowers the figure it belongs to. */
  kind: 'times' | 'over' | 'off' | 'on'
  /** The speed that is reached in part only. */
  of?: QuantityRead
}>

const OFF =
  /\boff\b|\bdiscount|\bcheaper\b|\bless\b|\bsav(?:e|es|ing|ings)\b|\breduc|\bcut\b|\bf[ae]ll(?:s|en)?\b|\bdrop|\bdown\b|\blower|\bdecreas|\bminus\b|\bhalf[- ](?:price|off)|할인|반값|저렴|싸|절감|아끼|줄|떨어|내리|내려|감소|인하/i
const ON =
  /\b(?:more|higher|increase|grow|tax|vat|markup|mark-up|fee|surcharge|overhead|buffer|headroom|margin|contingency|retr(?:y|ie[sd]?))|세금|부가세|수수료|할증|인상|증가|늘|여유|예비|재시도|가산/i
const USED =
  /\butili[sz]|\bbusy\b|\bduty|\bmfu\b|\befficien|\bof peak|\boccup|\bload factor|가동률|이용률|활용률|사용률|효율|부하율|MFU/i
const REST = /\brest\b|\bother|\bthe remaining \d|나머지/i
/** What is left is asked: what was used comes off. */
const LEFT =
  /\b(?:is|are|'s|do (?:we|i) have|will be) (?:still )?(?:left|remaining|unspent)\b|\bhow much (?:\w+ )?(?:remains|left)\b|\b(?:remaining|unspent) (?:budget|amount|money|credits?)|(?<![가-힣])남(?:은|는) (?:돈|예산|금액|비용|크레딧|건수)|(?:얼마|몇)[^.?]{0,6} ?남|잔액/i
const SPENT = /\b(?:used|spent|consumed|gone|burn(?:t|ed))\b|썼|쓰고|사용|소진|지출|집행/i
/** A growth that is said of every period compounds; it is no share of one figure. */
const EVERY_PERIOD =
  /%\s*(?:growth |more |less )?(?:a|an|each|every|per) (?:day|week|month|quarter|year)\b|\b(?:daily|weekly|monthly|yearly|annual) (?:growth|increase|decrease|decline)|\bcompound|매(?:일|주|달|월|년|해|분기)(?:마다)?\s*\d|해마다|복리|연평균/i
/** One that turned out well is asked about: it bears the cost of those that did not. */
const PER_GOOD =
  /(?:\bper|\beach|\bdoes an?|\bone) (?:\w+ )?(?:correct|right|good|success(?:ful)?|accepted|resolved|resolution|usable)(?:ly)?\b(?!\s*(?:is|:|=)?\s*[$€£₩]?\s?\d)|(?:정답|성공|해결|정확|올바른|맞은|맞는)\S*(?: \S+)? ?(?:하나|한 ?건|1?건)? ?당(?!\s*(?:약 |평균 )?[$₩]?\s?\d)/i
const GOOD =
  /\b(?:correct|right|accura\w*|success\w*|accepted|resolved?|usable|pass(?:es|ed)?)\b|정답|정확|성공|해결|맞[는은히]|통과/i
const PART =
  /%\s*(?:of|are|is|need|go|get|come|use|escalat|fail|convert|reach|only)\b|percent of|\bonly\b|\b(?:half|part) of|\brate\b|중|만|가|은|는|이|절반|률|율/i
const PUE = /\bPUE\b|전력 ?효율 ?지수/i
const TIMES = /[x×*]\s*$|\btimes\b|배/i
/** Figures behind a PUE or with the whole site in their words already hold the overhead. */
const SITE = /\bsite\b|\bfacility|\bwhole\b|시설|건물|전체/i
const ROOM = /\bbuilding|\bserver room|\bdata ?cent(?:er|re)|서버실|전산실|데이터 ?센터|전산 ?센터/i
/** The machines themselves, without cooling and power supply, are what is asked about. */
const MACHINES =
  /(?:how (?:much|many)|what)[^?]*\b(?:IT|servers?|compute|GPUs?) (?:equipment|load|itself|gear|use|energy)|IT ?(?:장비|부하|기기)[^?]*(?:몇|얼마)|(?:서버|GPU) ?(?:자체|만)[^?]*(?:몇|얼마)/i

/** The saving itself is asked, not what is left. */
const SAVING =
  /\bhow much (?:do|does|would|will|can|could) (?:we|i|you|it|that|they) save|\bsavings?\s*\?|절감액|절약액|할인액|얼마(?:나|를)? (?:절감|절약|아끼|아껴|줄)/i

const TIMES_ROLE: Role = { kind: 'times' }

/**
 * What a percentage, a PUE or a bare multiplier does; undefined where its words do not say, and then
 * nothing is computed.
 */
export function roleOf(
  q: QuantityRead,
  all: readonly QuantityRead[],
  text: string,
): Role | undefined {
  const clause = clauseOf(q)
  if (q.what === 'times') return TIMES_ROLE
  if (q.what === 'bare') {
    if (PUE.test(q.before.slice(-12))) return overhead(all, text)
    return TIMES.test(q.before) || /^\s*(?:배|times\b|[x×](?=\s|$))/i.test(q.after)
      ? TIMES_ROLE
      : undefined
  }
  if (q.what !== 'percent' || REST.test(text)) return undefined
  if (LEFT.test(text)) return SPENT.test(clause) && q.value < 100 ? { kind: 'off' } : undefined
  if (PER_GOOD.test(text)) return GOOD.test(clause) && q.value > 0 ? { kind: 'over' } : undefined
  if (USED.test(clause)) return used(q.value / 100, all, text)
  const changes = OFF.test(clause) || ON.test(clause)
  if (changes && (q.per?.some((per) => per in HOURS) || EVERY_PERIOD.test(clause))) return undefined
  if (OFF.test(clause) && SAVING.test(text)) return TIMES_ROLE
  if (OFF.test(clause)) return q.value < 100 ? { kind: 'off' } : undefined
  if (ON.test(clause)) return { kind: 'on' }
  const only = all.filter((other) => other.what === 'percent').length === 1
  return only && PART.test(clause) ? TIMES_ROLE : undefined
}

/** Of the whole site's electricity the machines' own is asked; the other way round it is added. */
function overhead(all: readonly QuantityRead[], text: string): Role | undefined {
  const drawnBy = (place: RegExp) =>
    all.some((q) => /^(?:energy|power)/.test(q.what) && place.test(clauseOf(q)))
  if (MACHINES.test(text) && (drawnBy(SITE) || drawnBy(ROOM))) return { kind: 'over' }
  return drawnBy(SITE) ? undefined : TIMES_ROLE
}

const SPEED = /^(?:tokens|items|flop\/s)/
const BILLED =
  /\bonly (?:pay )?for (?:the )?used|\bpay only|\bused hours|쓴 만큼|사용한 만큼|쓴 시간만|사용 시간만/i
const USEFUL = /\buseful|\beffective|\bactual|\breal\b|\bproductive|실제|유효|실질|유용/i

/** Utilisation lowers speed, power and what is billed by use; a rent paid regardless it does not. */
function used(share: number, all: readonly QuantityRead[], text: string): Role | undefined {
  if (share <= 0 || share > 1) return undefined
  if (BILLED.test(text)) return TIMES_ROLE
  const rate = all.find(
    (q) => (SPEED.test(q.what) && q.period !== undefined) || q.what === 'flop/s',
  )
  if (rate) return { kind: 'times', of: rate }
  if (all.some((q) => q.what.startsWith('money/hour')) && USEFUL.test(text)) return { kind: 'over' }
  const works = all.some(
    ({ what }) =>
      what === 'power' || what === 'gpu-hours' || (what === 'gpus' && USEFUL.test(text)),
  )
  return works && !all.some((q) => q.what.startsWith('money/hour')) ? TIMES_ROLE : undefined
}
