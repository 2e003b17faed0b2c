import {
  CURRENCIES,
  type Currency,
  type Estimate,
  PERIODS,
  type Period,
  type Quantity,
  type Unit,
} from '../../engine/estimate.ts'
import type { Arguments } from '../../engine/formula.ts'
import type { Range } from '../../engine/range.ts'
import type { Bilingual } from '../../language/language.ts'
import type { What } from './quantities.ts'

/** How a figure is called and written. `times` turns the value as read into that unit. */
export type Shown = Readonly<{ quantity: Quantity; unit: Unit; times?: number }>

/** A figure that a calculator takes from the question, the catalogue or an assumption. */
export type Slot = Readonly<{
  /** What it may be, best first. */
  of: readonly What[]
  /** Words beside it that mark it; of several candidates the marked one is taken. */
  near?: RegExp
  /** Without the mark it is not this figure. */
  must?: boolean
  /** Words beside it that say it is something else. */
  not?: RegExp
  /** Period it is wanted in: other periods are converted, and the conversion is shown. `asked` is the one the question asks in, else a month. */
  in?: Period | 'asked'
  /** May be left out: what depends on it then is, too. */
  optional?: boolean
  /** Stands in, marked as assumed, when the question gives none. */
  assumed?: Range
  /** How it is shown where the unit it was read in does not say. */
  as?: Shown
  /** What to ask for when it is all that lacks; without it nothing is asked. */
  ask?: Bilingual
  /** Zero is a sensible value. */
  mayBeZero?: boolean
  /** Only a figure of the asker's will do. */
  own?: boolean
  /** Only a price of the first or the second of two models that are named will do. */
  rank?: 1 | 2
}>

/** Figures by slot or step, as estimates. */
export type Figures = Readonly<Record<string, Estimate>>
export type Values = Readonly<Record<string, number>>

/** One formula of the registry that is run. */
export type Step = Readonly<{
  key: string
  formula: string
  arguments: (values: Values, figures: Figures) => Arguments
  /** Which of the formula's results. */
  result: string
  quantity: Quantity
  unit: Unit | ((figures: Figures) => Unit)
  /** Turns the formula's result into the unit. */
  times?: number
  /** The formula in words: `{slot}` is a figure; a part in square brackets falls away without its figure. */
  working: string
  /** Figures without which the step is left out. */
  needs?: readonly string[]
  /** Words of the question without which it is left out. */
  asked?: RegExp
}>

/** One kind of calculation: what it needs, what words hint at it, what it runs and how it reads. */
export type Calculator = Readonly<{
  id: string
  /** Words that ask for it; absent where the quantities alone say what is wanted. */
  hint?: RegExp
  /** The words that ask for it leave no doubt: what lacks is asked for, however little was given. */
  certain?: boolean
  /** Words that say it is another question. */
  unless?: RegExp
  slots: Readonly<Record<string, Slot>>
  /** Two slots that have to be in one unit, as they are compared. */
  alike?: readonly [string, string]
  /** Two slots of which the first takes the smaller figure. */
  ascending?: readonly [string, string]
  /** Two shares that make up a whole, where both are stated. */
  whole?: readonly [string, string]
  steps: readonly Step[]
  /** The result in a sentence, best first: the first whose figures are all there is said. */
  says: readonly Bilingual[]
  /** What is said where the formula refuses the figures. */
  never?: Bilingual
  /** A note whose claim closest to the question is put beside the result. */
  note?: string
}>

/** The currency of a figure of money. */
export function currencyOf(figure: Estimate | undefined): Currency {
  return CURRENCIES.find((c) => figure?.unit.startsWith(c)) ?? 'USD'
}

/** The period that a figure is for, as units write it: "/month"; empty for an amount. */
export function periodOf(figure: Estimate | undefined): string {
  const period = PERIODS.find((one) => figure?.unit.endsWith(`/${one}`))
  return period === undefined ? '' : `/${period}`
}

/** Money of the same currency as a figure, for the period that the other figure is for. */
export function moneyLike(price: string, volume?: string): (figures: Figures) => Unit {
  return (figures) => {
    const period = volume === undefined ? '' : periodOf(figures[volume])
    return `${currencyOf(figures[price])}${period}` as Unit
  }
}
