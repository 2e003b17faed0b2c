import { clauseOf } from './clauses.ts'
import type { QuantityRead } from './quantities.ts'

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
  /\b(?:more|higher|increase|grow|tax|vat|markup|mark-up|fee|surcharge|overhead|buffer|headroom|margin|contingency|retr(?:y|ies))|세금|부가세|수수료|할증|인상|증가|늘|여유|예비|재시도|가산/i
const USED =
  /\butili[sz]|\bbusy\b|\bduty|\bmfu\b|\befficien|\bof peak|\boccup|\bload factor|가동률|이용률|활용률|사용률|효율|부하율|MFU/i
const REST = /\brest\b|\bother|\bremain|나머지/i
const PART =
  /%\s*(?:of|are|is|need|go|get|come|use|escalat|fail|convert|reach|only)\b|percent of|\bonly\b|\b(?:half|part) of|\brate\b|중|만|가|은|는|이|절반|률|율/i
const PUE = /\bPUE\b|전력 ?효율 ?지수/i
const TIMES = /[x×*]\s*$|\btimes\b|배/i
/** Figures behind a PUE or with the whole site in their words already hold the overhead. */
const SITE = /\bsite\b|\bfacility|\bwhole\b|시설|건물|전체/i

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
    if (PUE.test(q.before.slice(-12))) {
      const whole = all.some(
        (other) => /^(?:energy|power)/.test(other.what) && SITE.test(clauseOf(other)),
      )
      return whole ? undefined : TIMES_ROLE
    }
    return TIMES.test(q.before) || /^\s*(?:배|times\b|[x×]\s*$)/i.test(q.after)
      ? TIMES_ROLE
      : undefined
  }
  if (q.what !== 'percent' || REST.test(text)) return undefined
  if (USED.test(clause)) return used(q.value / 100, all, text)
  if (OFF.test(clause) && SAVING.test(text)) return TIMES_ROLE
  if (OFF.test(clause)) return q.value < 100 ? { kind: 'off' } : undefined
  if (ON.test(clause)) return { kind: 'on' }
  const only = all.filter((other) => other.what === 'percent').length === 1
  return only && PART.test(clause) ? TIMES_ROLE : undefined
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
  return all.some((q) => q.what === 'power' || q.what === 'gpu-hours') &&
    !all.some((q) => q.what.startsWith('money/hour'))
    ? TIMES_ROLE
    : undefined
}
