/** A row of the working draft's shape, with what differs from a usual one. */
export const ROW = {
  BilledCost: '1.5',
  BillingCurrency: 'USD',
  BillingPeriodStart: '2026-11-01T00:00:00Z',
  ChargeCategory: 'Usage',
  ChargeClass: '',
  ChargePeriodEnd: '2026-11-19T00:00:00Z',
  ChargePeriodStart: '2026-11-18T00:00:00Z',
  CommitmentDiscountStatus: '',
  ConsumedQuantity: '500000',
  ConsumedUnit: 'Tokens',
  EffectiveCost: '1.25',
  ListCost: '2',
  ProviderName: 'Vendor A',
  RegionId: 'eu-west-1',
  SkuId: 'large-input',
  SkuMeter: '',
  SkuPriceDetails:
    '{"x_ModelId":"model-large","x_TokenDirection":"Input","x_TokenCacheAction":"Uncached"}',
  SubAccountId: 'proj-1',
  Tags: '{"team":"support","application":"triage"}',
}
type Column = keyof typeof ROW
export const COLUMNS = Object.keys(ROW) as Column[]
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
/** A FOCUS file of rows that differ so much from the usual one. */
export const file = (
  rows: readonly Partial<typeof ROW>[],
  columns: readonly string[] = COLUMNS,
  end = '\n',
) =>
  [
    columns.join(),
    ...rows.map((row) =>
      columns.map((name) => cell(String({ ...ROW, ...row }[name as Column]))).join(),
    ),
  ].join(end)
/** The columns without some. */
export const without = (...gone: string[]) => COLUMNS.filter((name) => !gone.includes(name))
