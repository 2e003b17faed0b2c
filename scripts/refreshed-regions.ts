import { parseDocument } from 'yaml'
import { tabledIntensity } from './grid-tables.ts'

type Intensity = Readonly<{ source: string; zone?: string }>
type Entry = Readonly<{ id: string; average?: Intensity; marginal?: Intensity }>

/** The text of regions.yml with the installed tables' values; comments, years and everything else stay. */
export function refreshedRegions(text: string): string {
  const document = parseDocument(text)
  for (const [index, entry] of (document.toJS() as readonly Entry[]).entries())
    for (const kind of ['average', 'marginal'] as const) {
      const cited = entry[kind]
      const value = cited && tabledIntensity(cited.source, cited.zone ?? entry.id)
      if (value !== undefined) document.setIn([index, kind, 'g_per_kwh'], value)
    }
  return document.toString({ lineWidth: 0 })
}
