/** The cells that a group of FOCUS rows is told by, and the columns they are read from, best first. */
export const CELLS = {
  starts: ['ChargePeriodStart'],
  ends: ['ChargePeriodEnd'],
  period: ['BillingPeriodStart'],
  currency: ['BillingCurrency'],
  provider: [
    'ServiceProviderName',
    'ProviderName',
    'PublisherName',
    'HostProviderName',
    'InvoiceIssuerName',
  ],
  category: ['ChargeCategory'],
  chargeClass: ['ChargeClass'],
  commitment: ['CommitmentDiscountStatus'],
  reservation: ['CapacityReservationStatus'],
  unit: ['ConsumedUnit'],
  region: ['RegionId'],
  sku: ['SkuId'],
  meter: ['SkuMeter', 'x_SkuMeter'],
  details: ['SkuPriceDetails', 'x_SkuPriceDetails'],
  project: ['SubAccountId', 'SubAccountName'],
  tags: ['Tags', 'x_Tags'],
} as const
export type Cell = keyof typeof CELLS
export const CELL_NAMES = Object.keys(CELLS) as readonly Cell[]

/** The amounts of a row, each with the columns it is read from. */
export const AMOUNTS = {
  effective: ['EffectiveCost', 'BilledCost'],
  billed: ['BilledCost', 'EffectiveCost'],
  list: ['ListCost'],
  quantity: ['ConsumedQuantity', 'x_ConsumedQuantity'],
} as const
export type Amount = keyof typeof AMOUNTS
export const AMOUNT_NAMES = Object.keys(AMOUNTS) as readonly Amount[]

/** A group's cells as they stand in the file; absent where the column or the cell is. */
export type Cells = Readonly<Partial<Record<Cell, string>>>

/** Finds columns by name, whatever the letter case. */
export function columnFinder(header: readonly string[]): (name: string) => string | undefined {
  const byName = new Map(header.map((column) => [column.trim().toLowerCase(), column]))
  return (name) => byName.get(name.toLowerCase())
}

/** Whether a header is that of a FOCUS file. */
export function isFocus(header: readonly string[]): boolean {
  const has = columnFinder(header)
  return (
    has('ChargePeriodStart') !== undefined &&
    (has('EffectiveCost') !== undefined || has('BilledCost') !== undefined)
  )
}

/** Columns that every FOCUS file needs and this one has not. */
export function missingColumns(header: readonly string[]): readonly string[] {
  const has = columnFinder(header)
  return ['ChargePeriodStart', 'ChargeCategory'].filter((name) => has(name) === undefined)
}
