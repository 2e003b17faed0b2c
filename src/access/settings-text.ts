import { showNano } from '../digest/show-money.ts'
import type { Language } from '../language/language.ts'
import type { Budget } from './settings.ts'

/** A budget on one line, e.g. "support: $5,000.00 a month". */
export function budgetLine({ team, amountNano, currency }: Budget, language: Language): string {
  const amount = showNano(amountNano, currency, language)
  return language === 'ko'
    ? `${team === undefined ? '전체' : `${team} 팀`}: 월 ${amount}`
    : `${team === undefined ? 'all spend' : `team ${team}`}: ${amount} a month`
}
