import type { Language } from '../../language/language.ts'
import type { BudgetStanding } from '../../spend/budget-risk.ts'
import { absolute, shareOf } from '../../spend/sums.ts'
import type { CurrencyDigest, Digest } from '../digest.ts'
import { LIKELY } from '../digest-sentences.ts'
import { nameText, percent } from '../digest-words.ts'
import { showNano } from '../show-money.ts'
import type { Known } from './names-in-data.ts'

const SHOWN = 3

/** How the budgets of a month stand: spent, left, and how likely they are to be passed. */
export function budgetLines(
  { period }: Digest,
  c: CurrencyDigest,
  about: Known | undefined,
  language: Language,
): string[] {
  const ko = language === 'ko'
  if (c.budgets.length === 0)
    return [
      ko
        ? '정해진 예산이 없어 알 수 없습니다. 관리자가 `/model-size admin budget` 명령으로 정할 수 있습니다.'
        : 'No budget is set, so this cannot be told; an admin can set one with `/model-size admin budget`.',
    ]
  const team = about?.by === 'team' ? about.name : undefined
  const own = c.budgets.filter((b) => team === undefined || b.team === team)
  if (own.length === 0)
    return [
      ko
        ? `${nameText(team ?? '')} 팀의 예산은 정해져 있지 않습니다.`
        : `No budget is set for team ${nameText(team ?? '')}.`,
      ...standings(c.budgets, c.currency, language),
    ]
  const asked = own.filter((b) => b.month === period.key)
  return standings(asked.length > 0 ? asked : own, c.currency, language)
}

function standings(budgets: readonly BudgetStanding[], currency: string, language: Language) {
  return budgets.slice(0, SHOWN).map((b) => standing(b, currency, language))
}

function standing(b: BudgetStanding, currency: string, language: Language): string {
  const ko = language === 'ko'
  const [amount, spent, left] = [b.amountNano, b.spentNano, b.amountNano - b.spentNano].map((n) =>
    showNano(absolute(n), currency, language),
  )
  const over = b.spentNano > b.amountNano
  const share =
    b.amountNano > 0n ? ` (${percent(shareOf(b.spentNano, b.amountNano), language)})` : ''
  const likely = b.over === undefined || b.over === 'certain' ? '' : LIKELY[b.over][language]
  const whose = b.team === undefined ? '' : `${nameText(b.team)} `
  if (ko) {
    const rest = over ? `${left} 초과` : `${left} 남음`
    const day = b.runsOut === undefined ? '' : `, ${b.runsOut} ${over ? '초과' : '소진 예상'}`
    return `${b.month} ${whose}예산 ${amount} 중 ${spent}${share} 사용, ${rest}${likely ? `. ${likely}` : ''}${day}.`
  }
  const rest = over ? `${left} over` : `${left} left`
  const day =
    b.runsOut === undefined
      ? ''
      : over
        ? `, passed on ${b.runsOut}`
        : `, used up around ${b.runsOut}`
  return `${b.month} ${whose}budget of ${amount}: ${spent}${share} spent, ${rest}${likely ? `; ${likely}` : ''}${day}.`
}
