import type { Calculator, Slot } from './calculator.ts'
import { clauseOf } from './clauses.ts'
import type { QuantityRead } from './quantities.ts'

/** A calculator with the quantities that fill its slots. */
export type Filled = Readonly<{
  calculator: Calculator
  slots: Readonly<Record<string, QuantityRead>>
  /** Slots that nothing fills and nothing stands in for. */
  missing: readonly string[]
  /** Figures of the asker's that it uses, and that it leaves unused. */
  used: number
  unused: number
}>

/** Yes-or-no questions, reasons and reports: for the notes, whatever figures they hold. */
const KNOWLEDGE =
  /^\s*(?:so )?(?:did|was|were|why|who|has|have|had|does|is it true|are there|how come|since|explain|do(?! the)|is(?! \$)|are|can(?! you)|could(?! you)|may)\b|\bis (?:it|that) (?:true|right|correct)\b|\baccording to\b|\bpaper\b|\breally\b|정말|진짜|왜|사실|라던데|다던데|맞아|맞나|맞습니까|논문|누가|했어\?|했나\?|인가요?\?$/i
/** Which model to take: for sizing. */
const CHOOSING =
  /\bwhich\b[^?]*\bmodel|\b(?:bigger|smaller|larger) (?:model|one)|\bdo (?:we|i) (?:really )?need (?:a|an|the|any\w*|some\w*|gpt|claude|gemini)\b|\b(?:one|cheap\w*|small\w*|big\w*|large\w*) (?:is )?enough\b|\bshould (?:we|i)\b|\bshall we\b|\bworth it\b|\boverkill\b|\bis it sane\b|(?:큰|작은) 모델[^?]{0,20}(?:충분|필요|괜찮|될까|써도)|어떤 모델|과한가|충분(?:해|한|할)|써야|바꿔야|바꿀까|쓸까/i
const ASKS =
  /[?？=]|\bhow\b|\bwhat(?:'?s)?\b|\bcalculat|\bcompute|\bconvert|\btotal\b|\bbill\b|\bcost|\brent|기준|비용|요금|임대료|얼마|몇|합계|합쳐|총|계산|환산|알려|구해|나와|되나|될까/i

/** True for a question that can be arithmetic at all. */
export function mayBeArithmetic(text: string): boolean {
  return !KNOWLEDGE.test(text) && !CHOOSING.test(text)
}

/** True where words ask for a result; figures that leave no gap ask for it by themselves. */
export function asksForResult(text: string): boolean {
  return ASKS.test(text)
}

/** All calculators whose words are in the question, the fitting ones first: fewest figures left over, most used. */
export function fittings(
  text: string,
  calculators: readonly Calculator[],
  own: readonly QuantityRead[],
  known: readonly QuantityRead[],
): Filled[] {
  return calculators
    .filter((c) => (!c.hint || c.hint.test(text)) && !c.unless?.test(text))
    .map((calculator) => fill(calculator, own, known))
    .filter(comparable)
    .sort((a, b) => a.missing.length - b.missing.length || a.unused - b.unused || b.used - a.used)
}

/** The calculators whose every need is met and which leave no figure of the question unexplained. */
export function completed(filled: readonly Filled[], asks: boolean): Filled[] {
  return filled.filter(
    ({ calculator, missing, used, unused, slots }) =>
      missing.length === 0 &&
      used >= (asks ? 1 : 2) &&
      unused === 0 &&
      (Object.keys(slots).length >= 2 || calculator.hint !== undefined),
  )
}

/** The calculator that is surely meant and lacks one figure that can be asked for. */
export function lacking(filled: readonly Filled[]): Filled | undefined {
  return filled.find(
    ({ calculator, missing, used, unused }) =>
      missing.length === 1 &&
      calculator.slots[missing[0] ?? '']?.ask !== undefined &&
      unused === 0 &&
      used >= (calculator.certain ? 1 : 2),
  )
}

function fill(
  calculator: Calculator,
  own: readonly QuantityRead[],
  known: readonly QuantityRead[],
): Filled {
  const slots: Record<string, QuantityRead> = {}
  const missing: string[] = []
  const taken = new Set<QuantityRead>()
  for (const [name, slot] of Object.entries(calculator.slots)) {
    const left = (list: readonly QuantityRead[]) => list.filter((q) => !taken.has(q))
    const found = pick(slot, left(own)) ?? (slot.own ? undefined : pick(slot, left(known)))
    if (found) {
      slots[name] = found
      taken.add(found)
    } else if (!slot.assumed && !slot.optional) missing.push(name)
  }
  inOrder(calculator, slots)
  const used = own.filter((q) => taken.has(q)).length
  const unused = own
    .filter((q) => !taken.has(q) && counts(q))
    .reduce((sum, q) => sum + weight(q), 0)
  return { calculator, slots, missing, used, unused }
}

/** Puts the smaller of two figures into the slot that is for it. */
function inOrder({ ascending }: Calculator, slots: Record<string, QuantityRead>): void {
  const [low, high] = ascending ?? []
  const [one, other] = [slots[low ?? ''], slots[high ?? '']]
  if (!low || !high || !one || !other || one.value <= other.value) return
  slots[low] = other
  slots[high] = one
}

/** The marked one of the quantities that a slot takes, else the first of the best kind. */
function pick(slot: Slot, quantities: readonly QuantityRead[]): QuantityRead | undefined {
  const fitting = slot.of
    .flatMap((what) => quantities.filter((q) => q.what === what))
    .filter((q) => q.rank === slot.rank && !slot.not?.test(clauseOf(q)))
  const marked = fitting.find((q) => slot.near?.test(clauseOf(q)))
  return marked ?? (slot.must ? undefined : fitting[0])
}

/** How much it matters that a figure is left out: a count multiplies whatever it counts. */
function weight({ what }: QuantityRead): number {
  return ['items', 'gpus', 'people'].includes(what) ? 2 : 1
}

/** Years, "one GPU", "one call" and "a month" need no explanation; all other figures do. */
function counts({ what, value, period }: QuantityRead): boolean {
  if ((what === 'gpus' || what === 'time' || what === 'items') && value === 1) return false
  const year =
    (what === 'bare' || (what === 'time' && period === 'year')) && value > 1900 && value < 2100
  return !year
}

/**
 * Amounts of two currencies are not mixed, save where a rate is given; what is compared is in one
 * unit, and shares of one whole make a hundred.
 */
function comparable({ calculator, slots }: Filled): boolean {
  const reads = Object.values(slots)
  const currencies = new Set(reads.flatMap((q) => q.currency ?? []))
  const [one, other] = (calculator.alike ?? []).map((name) => slots[name]?.what)
  if (one !== other) return false
  const shares = (calculator.whole ?? []).flatMap((name) => slots[name] ?? [])
  if (shares.length === 2 && shares.reduce((sum, q) => sum + q.value, 0) !== 100) return false
  return currencies.size <= 1 || reads.some((q) => q.what === 'rate')
}
