import { dayNumber } from '../../spend/calendar.ts'
import type { Charge, ChargeCategory } from '../../spend/charge.ts'
import { type DateOrder, isAmbiguous, utcDay } from '../dates.ts'
import { memo } from '../memo.ts'
import type { Cells } from './columns.ts'
import type { FocusProblem } from './sentences.ts'
import { meterNamed, readDetails, tokensPerUnit } from './sku.ts'
import { tagReader } from './tags.ts'

/** What the person says about a file beside what stands in it. */
export type FocusOptions = Readonly<{
  /** ISO 4217, where the file does not say. */
  currency?: string
  /** Where the file does not say. */
  provider?: string
  /** Tag keys that name a team, best first. */
  teamTags?: readonly string[]
  /** Model ids of the catalogue: a SkuId that is exactly one names the model. */
  models?: ReadonlySet<string>
}>

/** Name of the provider where neither file nor person says who it was. */
export const UNKNOWN_PROVIDER = 'unknown'

/** What the cells of a group say: the charge without its amounts. */
export type Described = Readonly<{
  charge: Omit<Charge, 'effectiveNano' | 'billedNano' | 'listNano' | 'tokens'>
  /** Tokens in a unit of quantity; undefined when the quantity counts something else. */
  tokensPerUnit?: number
  /** Days that the charge period touches; undefined where its end is not said. */
  spanDays?: number
  /** Whether the charge period lasts to the end of its first day. */
  reachesMidnight: boolean
}>

const CATEGORIES: ReadonlySet<string> = new Set<ChargeCategory>([
  'usage',
  'purchase',
  'tax',
  'credit',
  'adjustment',
])

/** A reader of the cells of FOCUS rows; what it cannot take it says. */
export function interpreter(
  options: FocusOptions,
  order: DateOrder | undefined,
): (cells: Cells) => Described | FocusProblem {
  const dayOf = memo((text) => utcDay(text, order) ?? '')
  const ownersOf = memo(tagReader(options.teamTags))
  const detailsOf = memo(readDetails)
  return (raw) => {
    const cell = (name: keyof Cells) => oneLine(raw[name])
    const start = cell('starts')
    const day = dayOf(start)
    if (day === '')
      return {
        kind: isAmbiguous(start) ? 'ambiguous' : 'date',
        column: 'ChargePeriodStart',
        received: start,
      }
    const period = dayOf(cell('period'))
    if (period === '' && cell('period') !== '')
      return {
        kind: isAmbiguous(cell('period')) ? 'ambiguous' : 'date',
        column: 'BillingPeriodStart',
        received: cell('period'),
      }
    const category = cell('category').toLowerCase()
    if (!CATEGORIES.has(category)) return { kind: 'category', received: cell('category') }
    const currency = (cell('currency') || (options.currency ?? '')).toUpperCase()
    if (!/^[A-Z]{3}$/.test(currency)) return { kind: 'currency', received: cell('currency') }
    const details = detailsOf(raw.details ?? '')
    const owners = ownersOf(raw.tags ?? '')
    const sku = cell('sku')
    const model = details.model ?? (options.models?.has(sku) ? sku : undefined)
    const perUnit = tokensPerUnit(cell('unit'))
    const named = details.meter ?? meterNamed(cell('meter'))
    const meter =
      category !== 'usage' ? 'other' : (named ?? (perUnit === undefined ? 'other' : 'tokens'))
    const tier = details.tier ?? (/\bbatch\b/i.test(cell('meter')) ? 'batch' : undefined)
    const isUnused = [raw.commitment, raw.reservation].some(
      (s) => oneLine(s).toLowerCase() === 'unused',
    )
    const ends = cell('ends')
    const endDay = dayOf(ends)
    return {
      charge: {
        source: 'focus',
        basis: 'billed',
        day,
        ...said('period', period),
        provider: cell('provider') || options.provider || UNKNOWN_PROVIDER,
        ...said('model', model),
        meter,
        category: category as ChargeCategory,
        ...(cell('chargeClass').toLowerCase() === 'correction' ? { correction: true } : {}),
        ...(isUnused ? { unused: true } : {}),
        ...said('team', owners.team),
        ...said('project', cell('project')),
        ...said('workload', owners.workload),
        ...said('region', cell('region')),
        ...said('tier', tier),
        ...(meter === 'other' || meter === 'tokens'
          ? said('unit', perUnit === undefined ? cell('unit') : 'Tokens')
          : {}),
        currency,
      },
      ...(perUnit === undefined ? {} : { tokensPerUnit: perUnit }),
      ...(endDay === '' ? {} : { spanDays: daysBetween(day, endDay, ends) }),
      reachesMidnight: endDay === '' ? !/[T ]/.test(start) : endDay > day,
    }
  }
}

/** Days from the first to the end of a charge period, which does not belong to it. */
function daysBetween(day: string, endDay: string, ends: string): number {
  const isMidnight = !/[T ]/.test(ends) || /[T ]00:00(?::00(?:\.0+)?)?(?!:)/.test(ends)
  return dayNumber(endDay) - dayNumber(day) + (isMidnight ? 0 : 1)
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function said<K extends string>(key: K, text: string | undefined): { [k in K]?: string } {
  return (text ? { [key]: text } : {}) as { [k in K]?: string }
}
