import { averageIntensity, electricityMaps, marginalIntensity } from '@tgwf/co2/data'

/** Tables of the package, by the end of the address under which the catalogue cites them. */
const TABLES: Readonly<Record<string, (zone: string) => number | string | undefined>> = {
  'average-intensities.json': (zone) => averageIntensity.data[zone],
  'marginal-intensities-2021.json': (zone) => marginalIntensity.data[zone],
  'electricity-maps/yearly_2025.json': (zone) =>
    electricityMaps.yearly2025.data[zone]?.carbonIntensity.value,
}

/**
 * What the installed tables give for a zone, gCO2e/kWh; undefined for a source that is not one of them.
 * Throws where a table lacks the zone: an absent key is unknown, whereas a zero in the table is a zero.
 */
export function tabledIntensity(source: string, zone: string): number | undefined {
  const table = Object.entries(TABLES).find(([end]) => source.endsWith(`/data/output/${end}`))?.[1]
  if (!table) return undefined
  const value = table(zone)
  if (value === undefined || value === '') throw new Error(`${source} has no zone ${zone}.`)
  return Number(value)
}
