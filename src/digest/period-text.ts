import type { Language } from '../language/language.ts'
import { shortDay } from '../language/numbers.ts'
import type { Period } from './digest.ts'

/** The days of a period in short. Example: `Nov 16–22`, `11/16~22`; a month as `Oct 2026`. */
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
  const [first, last] = [shortDay(from, language), shortDay(to, language)]
  if (from === to) return first
  const end = from.slice(0, 7) === to.slice(0, 7) ? String(Number(to.slice(8))) : last
  return `${first}${ko ? '~' : '–'}${end}`
}
