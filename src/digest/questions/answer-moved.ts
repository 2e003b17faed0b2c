import { josa } from '../../language/josa.ts'
import type { Language } from '../../language/language.ts'
import { showNumber } from '../../language/numbers.ts'
import type { MovedUse } from '../../spend/moved-use.ts'
import { nameText } from '../digest-words.ts'
import { showNano } from '../show-money.ts'

/** What moving something to another model would do, from what it used in the period. */
export type Moved = Readonly<{ currency: string; days: number; uses: readonly MovedUse[] }>

/**
 * What it would cost less or more, computed and as a range; what cannot be told; never a claim about quality.
 * @param to the model that was named, where one was
 */
export function movedLines(
  { currency, days, uses }: Moved,
  name: string,
  to: string | undefined,
  language: Language,
): string[] {
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, currency, language)
  const moves = uses.flatMap((u) => ('candidate' in u ? [u] : []))
  const [first] = moves
  if (!first) return cannotLines(uses, name, to, language)
  const sum = (of: (u: (typeof moves)[number]) => bigint) => moves.reduce((s, u) => s + of(u), 0n)
  const ends = [sum((u) => u.savingPerMonth.lowNano), sum((u) => u.savingPerMonth.highNano)]
  const [low = 0n, high = 0n] = ends.toSorted((a, b) => Number(a - b))
  const models = moves.map((u) => `${nameText(u.model)} → ${nameText(u.candidate)}`).join(', ')
  const tokens = (kind: 'input' | 'output') =>
    showNumber(
      moves.reduce(
        (n, u) => n + u.tokens[kind] + (kind === 'input' ? u.tokens.read + u.tokens.write : 0),
        0,
      ),
      language,
    )
  const cost = money(sum((u) => u.costNano))
  const items = showNumber(Math.max(...moves.map((u) => u.pilotItems)), language)
  return [
    verdict(nameText(name), models, low, high, money, language),
    ko
      ? `계산한 값: ${days}일 동안의 비용 ${cost}, 입력 토큰 ${tokens('input')}개와 출력 토큰 ${tokens('output')}개를 정가로 다시 계산해 30일로 환산했습니다. 낮은 값은 절반, 높은 값은 전부를 옮길 때입니다.`
      : `Computed: ${cost} of ${days} days, its ${tokens('input')} input and ${tokens('output')} output tokens at list prices, as 30 days; the low end moves half of the calls, the high end all.`,
    low > 0n || high > 0n
      ? ko
        ? `${items}건으로 시험할 가치가 있습니다. 품질은 시험해야 압니다.`
        : `Worth a pilot of ${items} items; only the pilot can tell the quality.`
      : ko
        ? '품질에 대해서는 이 숫자로 알 수 없습니다.'
        : 'These figures say nothing about the quality.',
    ...(moves.length < uses.length ? cannotLines(uses, name, to, language) : []),
  ]
}

function verdict(
  name: string,
  models: string,
  low: bigint,
  high: bigint,
  money: (nano: bigint) => string,
  language: Language,
): string {
  const ko = language === 'ko'
  const what = `${name}(${models})${josa(name, '을/를')}`
  if (low >= 0n)
    return ko
      ? `${what} 옮기면 품질이 유지되는 경우 월 ${money(low)}~${money(high)} 절감됩니다.`
      : `Moving ${name} (${models}) would save ${money(low)} to ${money(high)} a month, if its quality holds.`
  if (high <= 0n)
    return ko
      ? `${what} 옮기면 월 ${money(-high)}~${money(-low)} 더 듭니다.`
      : `Moving ${name} (${models}) would cost ${money(-high)} to ${money(-low)} a month more.`
  return ko
    ? `${what} 옮기면 월 ${money(-low)} 더 들 수도, ${money(high)} 절감될 수도 있습니다.`
    : `Moving ${name} (${models}) could cost ${money(-low)} a month more or save ${money(high)}.`
}

function cannotLines(
  uses: readonly MovedUse[],
  name: string,
  to: string | undefined,
  language: Language,
): string[] {
  const ko = language === 'ko'
  const of = (why: string) =>
    uses.flatMap((u) =>
      'cannot' in u && u.cannot === why ? [nameText(u.model || u.provider)] : [],
    )
  const [tokens, none, same] = [of('no-tokens'), of('no-candidate'), of('same-model')]
  const shown = nameText(name)
  const lines: string[] = []
  if (uses.length === 0)
    lines.push(
      ko ? `이 기간에 ${shown}의 사용이 없습니다.` : `There is no use of ${shown} in this period.`,
    )
  if (same.length > 0)
    lines.push(
      ko
        ? `이미 그 모델로 돌고 있습니다: ${same.join(', ')}.`
        : `Runs on that model already: ${same.join(', ')}.`,
    )
  if (none.length > 0)
    lines.push(
      to === undefined
        ? ko
          ? `이미 작은 모델이거나 카탈로그에 더 작은 후보가 없습니다: ${none.join(', ')}.`
          : `Small already, or the catalogue knows no smaller model to move to: ${none.join(', ')}.`
        : ko
          ? `카탈로그에 ${nameText(to)}의 정가가 없어 ${none.join(', ')}에서 옮길 때의 비용을 알 수 없습니다.`
          : `The catalogue has no list price for ${nameText(to)}, so what moving from ${none.join(', ')} would cost is not known.`,
    )
  if (tokens.length > 0)
    lines.push(
      ko
        ? `청구 내역에 토큰 수가 없어 알 수 없습니다: ${tokens.join(', ')}.`
        : `The bills do not say the tokens, so it cannot be told: ${tokens.join(', ')}.`,
    )
  return lines
}
