import type { Meter } from '../../spend/charge.ts'
import { jsonEntries } from './tags.ts'

/** What SkuPriceDetails says; keys of the working draft, with `x_` or without. */
export type SkuDetails = Readonly<{
  model?: string
  meter?: Extract<Meter, 'input' | 'cache-read' | 'cache-write' | 'output'>
  tier?: string
}>

/** Tiers that are the usual one, and so none. */
const USUAL = new Set(['standard', 'default', 'ondemand', 'on-demand', 'on_demand', 'auto'])

/** Reads SkuPriceDetails; text that is no JSON object says nothing. */
export function readDetails(text: string): SkuDetails {
  const values = new Map<string, string>()
  for (const [key, value] of jsonEntries(text))
    if (typeof value === 'string' && value.trim() !== '')
      values.set(key.replace(/^x_/i, '').toLowerCase(), value.trim())
  const model = values.get('modelid')
  const meter = meterOf(values.get('tokendirection'), values.get('tokencacheaction'))
  const tier = (values.get('servicetier') ?? values.get('processingtier'))?.toLowerCase()
  return {
    ...(model === undefined ? {} : { model }),
    ...(meter === undefined ? {} : { meter }),
    ...(tier === undefined || USUAL.has(tier) ? {} : { tier }),
  }
}

function meterOf(direction?: string, cache?: string): SkuDetails['meter'] {
  if (direction?.toLowerCase() === 'output') return 'output'
  if (direction?.toLowerCase() !== 'input') return undefined
  if (cache?.toLowerCase() === 'read') return 'cache-read'
  return cache?.toLowerCase() === 'write' ? 'cache-write' : 'input'
}

/** What SkuMeter says of tokens, e.g. `Cache Read Input Tokens`; undefined when it names none. */
export function meterNamed(text: string): SkuDetails['meter'] {
  const words = text.toLowerCase()
  if (!/\btokens?\b/.test(words)) return undefined
  if (/\bcach/.test(words)) return /\bwrit|\bcreat/.test(words) ? 'cache-write' : 'cache-read'
  if (/\boutput|\bcompletion|\bgenerated\b/.test(words)) return 'output'
  return /\binput|\bprompt/.test(words) ? 'input' : undefined
}

/** Tokens in one unit, e.g. 1,000 of `1K tokens`; undefined for units of anything else. */
export function tokensPerUnit(unit: string): number | undefined {
  const match = /^(?:([\d,]+)\s*([km])?\s*)?tokens?$/i.exec(unit.trim())
  if (!match) return undefined
  const scale = { k: 1_000, m: 1_000_000 }[match[2]?.toLowerCase() ?? ''] ?? 1
  return Number((match[1] ?? '1').replaceAll(',', '')) * scale
}
