import type { Meter } from '../spend/charge.ts'
import { tierOf } from './lines.ts'

/** What a line item of the costs report bills. */
export type LineItem = Readonly<{ model: string; meter: Meter; tier?: string }>

/**
 * `[tier | ]model[ text|audio|image], input|cached input|output[, long context]`, the forms that
 * organisations see, e.g. `gpt-5.5-2026-04-23, cached input`, `priority | gpt-5.6-sol, output`. The
 * service documents no grammar, so whatever else comes is left as it is.
 */
const LINE_ITEM =
  /^(?:([a-z]+) \| )?([^\s,|]+)(?: (?:text|audio|image))?, (input|cached input|output)(, long context)?$/

const METER = { input: 'input', 'cached input': 'cache-read', output: 'output' } as const

/** Reads a line item exactly; undefined when it is not one of a model's tokens. */
export function parseLineItem(text: string): LineItem | undefined {
  const [, tier, model, meter, long] = LINE_ITEM.exec(text) ?? []
  if (model === undefined) return undefined
  const tiers = tierOf(tier, long !== undefined)
  return {
    model,
    meter: METER[meter as keyof typeof METER],
    ...(tiers === undefined ? {} : { tier: tiers }),
  }
}

/** Whether a model's name is another one followed by the date of its snapshot. */
export function isSnapshotOf(model: string, alias: string): boolean {
  return model.startsWith(`${alias}-`) && /^\d{4}-\d{2}-\d{2}$/.test(model.slice(alias.length + 1))
}
