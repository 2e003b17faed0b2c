import { priceLookup } from './price-lookup.ts'
import type { Catalog } from './types.ts'

type Content = Omit<Catalog, 'model' | 'accelerator' | 'region' | 'task' | 'provider' | 'priceAt'>

/** Freezes checked entries into look-ups; problems are names used twice, prices that overlap or name nothing. */
export function catalogOf(content: Content): { catalog: Catalog; problems: string[] } {
  const problems: string[] = []
  const index = <T extends { id: string }>(
    kind: string,
    items: readonly T[],
    words: (item: T) => readonly string[],
  ) => {
    const byKey = new Map<string, T>()
    for (const item of items)
      for (const key of new Set(words(item).map(plain))) {
        const other = byKey.get(key)
        if (other && other.id !== item.id)
          problems.push(`${kind}: "${key}" names both ${other.id} and ${item.id}.`)
        else if (other && other !== item) problems.push(`${kind}: ${item.id} is given twice.`)
        else byKey.set(key, item)
      }
    const byId = new Map(items.map((item) => [item.id, item]))
    return (text: string) => byId.get(text) ?? byKey.get(plain(text))
  }
  const model = index('models', content.models, (m) => [m.id, m.label, ...m.aliases])
  const accelerator = index('accelerators', content.accelerators, (a) => [
    a.id,
    a.label,
    ...a.aliases,
  ])
  const region = index('regions', content.regions, (r) => [
    r.id,
    r.label.en,
    r.label.ko,
    ...r.aliases,
  ])
  const task = index('tasks', content.tasks, (t) => [t.id, t.label.en, t.label.ko])
  const provider = index('providers', content.providers, (p) => [p.id])
  for (const row of content.prices) {
    if (model(row.model)?.id !== row.model)
      problems.push(`prices/${row.provider}.yml: there is no model ${row.model}.`)
    if (!provider(row.provider))
      problems.push(`prices/${row.provider}.yml: there is no provider ${row.provider}.`)
  }
  for (const row of content.discounts)
    if (!provider(row.provider))
      problems.push(`discounts/${row.provider}.yml: there is no provider ${row.provider}.`)
  const lookup = priceLookup(content.prices, content.discounts)
  problems.push(...lookup.problems)
  for (const p of content.providers)
    if (region(p.homeRegion)?.id !== p.homeRegion)
      problems.push(`providers.yml: ${p.id} lies in ${p.homeRegion}, which is no region.`)
  for (const m of content.models) {
    for (const name of [m.id, ...m.aliases].filter((n) => MOVING_NAME.test(n)))
      problems.push(`models/${m.id}.yml: "${name}" is a name that moves from model to model.`)
    if (m.control.retires && m.provider === undefined)
      problems.push(`models/${m.id}.yml: retires belongs to a model that a provider serves.`)
    if (m.provider !== undefined && !provider(m.provider))
      problems.push(`models/${m.id}.yml: there is no provider ${m.provider}.`)
    if (m.sizeProxy !== undefined && !model(m.sizeProxy)?.size)
      problems.push(`models/${m.id}.yml: size_proxy ${m.sizeProxy} has no published size.`)
  }
  return {
    catalog: {
      ...content,
      model,
      accelerator,
      region,
      task,
      provider,
      priceAt: lookup.priceAt,
    },
    problems: [...new Set(problems)],
  }
}

/** Names that a maker points at another model from time to time: nothing is priced or measured under them. */
const MOVING_NAME = /(?:^|[\s._-])(?:latest|newest|current)$/i

/** Case, spaces, dots, hyphens and underscores do not tell names apart; nothing else is forgiven. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '')
}
