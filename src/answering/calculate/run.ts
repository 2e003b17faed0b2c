import type { Estimate, Period } from '../../engine/estimate.ts'
import type { Arguments } from '../../engine/formula.ts'
import { exactly, type Range, range } from '../../engine/range.ts'
import { runFormula } from '../../engine/registry.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { Figures, Slot, Step } from './calculator.ts'
import type { Filled } from './choose.ts'
import type { QuantityRead } from './quantities.ts'
import { HOURS, shownAs } from './shown.ts'

/** Significant digits of results from figures that are taken as exact. */
const DIGITS = 7

/** What a slot holds: the figure as given, the conversion it needs, and the name it stands under. */
export type Given = Readonly<{
  figure: Estimate
  conversion?: Readonly<{ factor: Estimate; divides: boolean }>
  name?: string
}>

/** What a calculation gave: figures by slot and step, the steps that ran, and every estimate. */
export type Calculated = Readonly<{
  given: Readonly<Record<string, Given>>
  figures: Figures
  steps: readonly Step[]
  estimates: readonly Estimate[]
}>

/** Runs the formulas of a filled calculator; throws DomainError where the figures are outside of one. */
export function calculate(
  { calculator, slots }: Filled,
  text: string,
  asked: Period = 'month',
): Calculated {
  const given: Record<string, Given> = {}
  const figures: Record<string, Estimate> = {}
  for (const [name, declared] of Object.entries(calculator.slots)) {
    const slot = { ...declared, in: declared.in === 'asked' ? asked : declared.in }
    const read = slots[name]
    const one = read ? fromRead(name, slot, read) : fromAssumption(name, slot)
    if (!one) continue
    given[name] = one
    figures[name] = converted(one, slot)
  }
  const steps: Step[] = []
  for (const step of calculator.steps) {
    if (step.asked && !step.asked.test(text)) continue
    if ((step.needs ?? []).some((key) => !figures[key])) continue
    figures[step.key] = run(step, figures)
    steps.push(step)
  }
  return {
    given,
    figures,
    steps,
    estimates: [
      ...Object.entries(given)
        .filter(([name]) => steps.some((s) => s.working.includes(`{${name}}`)))
        .flatMap(([, g]) => [g.figure, ...(g.conversion ? [g.conversion.factor] : [])]),
      ...steps.flatMap((s) => figures[s.key] ?? []),
    ],
  }
}

/** A slot whose period is known. */
type Timed = Omit<Slot, 'in'> & Readonly<{ in: Period | undefined }>

/** The estimate of a figure that the asker or the catalogue gave. */
function fromRead(name: string, slot: Timed, read: QuantityRead): Given {
  const { quantity, unit, times = 1 } = shownAs(read, slot.as)
  const value = read.spread ?? exactly(read.value)
  const figure: Estimate = {
    id: `calculator.${name}`,
    quantity,
    unit,
    value: times === 1 ? value : scaled(value, times),
    kind: read.source === undefined ? 'yours' : read.source === 'assumed' ? 'assumed' : 'cited',
    inputs: read.base ? { base: read.base } : {},
    sources: read.source === undefined || read.source === 'assumed' ? [] : [read.source],
    digits: DIGITS,
  }
  const named =
    read.what === 'precision' || (read.source !== undefined && read.source !== 'assumed')
  return { figure, ...conversionOf(name, slot, read), ...(named ? { name: read.words } : {}) }
}

function fromAssumption(name: string, { assumed, as }: Timed): Given | undefined {
  if (!assumed || !as) return undefined
  return {
    figure: {
      id: `calculator.${name}`,
      quantity: as.quantity,
      unit: as.unit,
      value: assumed,
      kind: 'assumed',
      inputs: {},
      sources: [],
      digits: DIGITS,
    },
  }
}

/** How many of a shorter period make the longer one; months are assumed to have 730 hours. */
function conversionOf(name: string, slot: Timed, read: QuantityRead): Pick<Given, 'conversion'> {
  const [from, to] = [read.period, slot.in]
  if (!from || !to || from === to) return {}
  const longer = HOURS[from] > HOURS[to] ? from : to
  const shorter = longer === from ? to : from
  // A time grows in shorter units; a rate grows per longer one.
  const grows = (read.what === 'time') === (longer === from)
  return {
    conversion: {
      divides: !grows,
      factor: {
        id: `calculator.${name}.conversion`,
        quantity: 'time',
        unit: `${shorter}s`,
        value: exactly(HOURS[longer] / HOURS[shorter]),
        kind: 'assumed',
        inputs: { [`in a ${longer}`]: `${shorter}s` },
        sources: [],
        digits: DIGITS,
      },
    },
  }
}

/** The figure that the formula gets: in the period that is wanted. */
function converted({ figure, conversion }: Given, slot: Timed): Estimate {
  if (!conversion || isUnknown(figure.value) || isUnknown(conversion.factor.value)) return figure
  const factor = conversion.factor.value.central
  const [base = '', per] = figure.unit.split('/')
  return {
    ...figure,
    value: scaled(figure.value, conversion.divides ? 1 / factor : factor),
    unit: (per === undefined ? `${slot.in}s` : `${base}/${slot.in}`) as Estimate['unit'],
  }
}

/** A formula at the low, central and high ends of what it is given. */
function run(step: Step, figures: Figures): Estimate {
  const at = (end: keyof Range) => {
    const values = Object.fromEntries(
      Object.entries(figures).flatMap(([key, { value }]) =>
        isUnknown(value) ? [] : [[key, value[end]]],
      ),
    )
    const given: Arguments = step.arguments(values, figures)
    const { used, results } = runFormula(step.formula, given)
    return { used, result: (results[step.result] ?? Number.NaN) * (step.times ?? 1) }
  }
  const [low, central, high] = [at('low'), at('central'), at('high')]
  const ends = [low.result, central.result, high.result].map((r) => Number(r.toPrecision(15)))
  return {
    id: `calculator.${step.key}`,
    quantity: step.quantity,
    unit: typeof step.unit === 'string' ? step.unit : step.unit(figures),
    value: range(Math.min(...ends), ends[1] ?? Number.NaN, Math.max(...ends)),
    kind: 'computed',
    formula: step.formula,
    inputs: central.used,
    sources: [],
    digits: DIGITS,
  }
}

function scaled({ low, central, high }: Range, times: number): Range {
  const at = (value: number) => Number((value * times).toPrecision(15))
  return range(at(low), at(central), at(high))
}
