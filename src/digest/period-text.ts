import type { Language } from '../language/language.ts'
import { showDay } from '../language/numbers.ts'
import type { Period } from './digest.ts'

/** The days of a period in short. Example: `Nov 16–22`, `11월 16~22일`; a month as `Oct 2026`. */
export function periodText(
  { cadence, from, to }: Pick<Period, 'cadence' | 'from' | 'to'>,
  language: Language,
): string {
  const ko = language === 'ko'
  if (cadence === 'monthly')
    return new Intl.DateTimeFormat(ko ? 'ko-KR' : 'en-US', {
      year: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(new Date(`${from}T00:00:00Z`))
  const [first, last] = [showDay(from, language), showDay(to, language)]
  if (from === to) return first
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  if (ko)
    return sameMonth ? `${first.replace('일', '')}~${Number(to.slice(8))}일` : `${first}~${last}`
  return sameMonth ? `${first}–${Number(to.slice(8))}` : `${first}–${last}`
}
