import { DuckDBInstance } from '@duckdb/node-api'

/** Columns of a bill that the import does not read, so that a row is as wide as a real one. */
const UNREAD = [
  'AvailabilityZone',
  'BillingAccountName',
  'BillingAccountType',
  'ChargeDescription',
  'ChargeFrequency',
  'CommitmentDiscountCategory',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountType',
  'ContractedCost',
  'ContractedUnitPrice',
  'InvoiceId',
  'InvoiceIssuerName',
  'ListUnitPrice',
  'PricingCurrency',
  'PricingQuantity',
  'PricingUnit',
  'PublisherName',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'ServiceSubcategory',
  'SkuPriceId',
  'SubAccountType',
  'SubAccountName',
  'x_SourceSystem',
  'x_RetrievedAt',
]

/**
 * Writes made-up FOCUS rows: 90 days, 4 providers, 12 models, 4 kinds of token, 8 teams, money with
 * six decimals; seeded by the row's number, so that the same count gives the same file.
 */
export async function writeFocusRows(file: string, rows: number): Promise<void> {
  const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  const pick = (n: number, salt: number) => `(hash(i * 31 + ${salt}) % ${n})::INTEGER`
  await db.run(`COPY (
    WITH drawn AS (
      SELECT i, DATE '2026-08-01' + ${pick(90, 1)} AS day, ${pick(12, 2)} AS m, ${pick(4, 3)} AS k,
        ${pick(8, 4)} AS t, ${pick(1_000_000, 5)} AS q
      FROM range(${rows}) r(i))
    SELECT
      printf('%.6f', q * (1 + k) / 1e6) AS BilledCost, 'acct-1' AS BillingAccountId,
      'USD' AS BillingCurrency,
      strftime(date_trunc('month', day) + INTERVAL 1 MONTH, '%Y-%m-%dT00:00:00Z') AS BillingPeriodEnd,
      strftime(date_trunc('month', day), '%Y-%m-%dT00:00:00Z') AS BillingPeriodStart,
      'Usage' AS ChargeCategory, NULL AS ChargeClass,
      strftime(day + 1, '%Y-%m-%dT00:00:00Z') AS ChargePeriodEnd,
      strftime(day, '%Y-%m-%dT00:00:00Z') AS ChargePeriodStart,
      NULL AS CapacityReservationStatus, NULL AS CommitmentDiscountStatus,
      q AS ConsumedQuantity, 'Tokens' AS ConsumedUnit,
      printf('%.6f', q * (1 + k) / 1e6) AS EffectiveCost, printf('%.6f', q * (1 + k) / 9e5) AS ListCost,
      'Standard' AS PricingCategory, 'Vendor ' || (m % 4) AS ProviderName, 'region-' || (m % 4) AS RegionId,
      'sku-' || m || '-' || k AS SkuId,
      ['Input Tokens', 'Cache Read Input Tokens', 'Cache Write Input Tokens', 'Output Tokens'][k + 1] AS SkuMeter,
      '{"x_ModelId": "model-' || m || '", "x_TokenDirection": "' || CASE k WHEN 3 THEN 'Output' ELSE 'Input' END ||
        '"' || ['', ', "x_TokenCacheAction": "Read"', ', "x_TokenCacheAction": "Write"', ''][k + 1] || '}' AS SkuPriceDetails,
      'proj-' || t AS SubAccountId, '{"team": "team-' || t || '", "env": "prod"}' AS Tags,
      ${UNREAD.map((name, n) => `'x${n % 3 === 0 ? "' || (i % 1000) || '" : ''}' AS ${name}`).join(',\n      ')}
    FROM drawn) TO '${file}' (HEADER, DELIMITER ',')`)
  db.closeSync()
}
