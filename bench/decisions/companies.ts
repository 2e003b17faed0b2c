import type { Defaults } from '../../src/catalog/defaults.ts'
import type { Catalog, Task } from '../../src/catalog/types.ts'
import type { Random } from '../../src/engine/random.ts'
import type { Range } from '../../src/engine/range.ts'
import type { SizingInput } from '../../src/sizing/request.ts'

/** A made-up company: what it asks for, and what is true of its work whether it says so or not. */
export type Company = Readonly<{
  task: Task
  /** Requests a month. */
  volume: number
  inputTokens: number
  outputTokens: number
  /** USD a right answer is worth, and a wrong one costs. */
  value: number
  errorCost: number
  /** The model in use, the largest of its vendor's ladder; absent where nothing is in use yet. */
  current?: string
  /** Models it would choose from, largest first. */
  ladder: readonly string[]
}>

/** Orders of magnitude of requests a month: a thousand to three million. */
const VOLUME = { least: 3, most: 6.5 }

/**
 * Draws a company: any task of the catalogue, a volume even in its logarithm, lengths and stakes within the
 * task's ranges (half below and half above the middle, in logarithms), in every second case a largest model
 * in use, whose vendor's ladder then counts.
 */
export function drawCompany(random: Random, catalog: Catalog, defaults: Defaults): Company {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const task = pick(catalog.tasks)
  const vendor = pick(Object.keys(defaults.ladders))
  const inUse = random() < 0.5
  const ladder = defaults.ladders[inUse ? vendor : defaults.default_vendor] ?? []
  return {
    task,
    volume: Math.round(10 ** (VOLUME.least + (VOLUME.most - VOLUME.least) * random())),
    inputTokens: Math.round(within(task.inputTokens, random())),
    outputTokens: Math.round(within(task.outputTokens, random())),
    value: within(task.value, random()),
    errorCost: within(task.errorCost, random()),
    ...(inUse && ladder[0] !== undefined ? { current: ladder[0] } : {}),
    ladder,
  }
}

/** What it says when it says little: task and volume, and the model in use. */
export function saysLittle({ task, volume, current }: Company): SizingInput {
  return {
    task: task.id,
    volume,
    ...(current === undefined ? {} : { 'current-model': current }),
  }
}

/** What it says when it knows its lengths and what its answers are worth. */
export function saysAll(company: Company): SizingInput {
  return {
    ...saysLittle(company),
    in: company.inputTokens,
    out: company.outputTokens,
    value: company.value,
    'error-cost': company.errorCost,
  }
}

function within({ low, central, high }: Range, u: number): number {
  return u < 0.5 ? low * (central / low) ** (2 * u) : central * (high / central) ** (2 * u - 1)
}
