import type { Language } from '../language/language.ts'
import type { Anomaly } from '../spend/anomalies.ts'
import type { Finding } from './alerts.ts'
import { nameText } from './digest-words.ts'

/** An anomaly of a digest as a matter that a channel can be told of or kept from. */
export function anomalyFinding(
  { key, name, day, nano, usualNano }: Anomaly,
  currency: string,
  language: Language,
): Finding {
  const all = language === 'ko' ? '전체' : 'all spend'
  return {
    ...{ key, kind: 'anomaly', severity: 'warning' },
    ...{ name: name === undefined ? all : nameText(name), day, currency },
    ...{ spentNano: nano, usualNano },
  }
}
