import { createHash } from 'node:crypto'
import type { Knowledge } from '../answering/knowledge.ts'
import { isUnknown } from '../engine/unknown.ts'

/** The part of the knowledge that verdicts are computed from. */
export type Ground = Pick<Knowledge, 'catalog' | 'defaults' | 'size'>

/**
 * Names all that a request's verdict rests on at an epoch time: the catalogue, what is assumed, and
 * the prices in force. The same ground gives the same verdict, so that nothing need be computed again.
 */
export function groundOf({ catalog, defaults }: Ground, at: number): string {
  const moment = new Date(at).toISOString()
  const sold = new Set([
    ...catalog.prices.map((p) => `${p.provider} ${p.model}`),
    ...catalog.models.flatMap((m) => (m.provider === undefined ? [] : [`${m.provider} ${m.id}`])),
  ])
  const prices = [...sold].map((key) => {
    const [provider = '', model = ''] = key.split(' ')
    const row = catalog.priceAt(provider, model, moment)
    return isUnknown(row) ? row : row.price
  })
  return createHash('sha256')
    .update(JSON.stringify([catalog.version, defaults, prices]))
    .digest('hex')
    .slice(0, 16)
}
