import type { Reading } from './ports.ts'
import { PROVIDER_NAMES } from './provider-names.ts'

const IDS = new Map(
  PROVIDER_NAMES.flatMap(({ names }) =>
    Object.entries(names).flatMap(([id, own]) => own.map((name) => [name, id] as const)),
  ),
)

/**
 * The one id of a provider, by exact name; letter case and doubled spaces do not matter. A name that is
 * not known stays as it is. Example: "Microsoft" is `azure`.
 */
export function providerId(name: string): string {
  return IDS.get(name.trim().replace(/\s+/g, ' ').toLowerCase()) ?? name
}

/**
 * A reading in which charges and windows name their provider by its id, whatever the source calls it. A
 * window also speaks for the name it came with, so that charges stored under that give way.
 */
export function withProviderIds<R extends Pick<Reading, 'charges' | 'windows'>>(reading: R): R {
  return {
    ...reading,
    charges: reading.charges.map((c) => ({ ...c, provider: providerId(c.provider) })),
    windows: reading.windows.flatMap((w) => {
      const id = w.provider === undefined ? undefined : providerId(w.provider)
      return id === undefined || id === w.provider ? [w] : [{ ...w, provider: id }, w]
    }),
  }
}
