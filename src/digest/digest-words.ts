import type { Language } from '../language/language.ts'
import type { Amount, Breakdown } from '../spend/breakdown.ts'

/** Names come from exports; longer ones are cut. */
const LONGEST_NAME = 60
/** Groups listed by name; the rest are counted and added up. */
const LISTED = 6

/** A name of foreign origin, cut so that it cannot fill a message. */
export function nameText(name: string): string {
  const letters = [...name]
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : name
}

/** A share as a percentage without a sign. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(share)
}

/** Groups with money in the period, largest first; what names none is always told. */
export function breakdownText(
  { lines, rest, unnamed }: Breakdown,
  nobody: string,
  language: Language,
  money: (nano: bigint) => string,
): string {
  const billed = lines.filter((line) => line.nano !== 0n)
  const more = billed.slice(LISTED)
  const others = [...more, ...(rest ? [rest] : [])].reduce(
    (sum, { nano }: Amount) => sum + nano,
    0n,
  )
  const count = more.length + (rest?.groups ?? 0)
  return [
    ...billed.slice(0, LISTED).map(({ name, nano }) => `${nameText(name)} ${money(nano)}`),
    ...(unnamed && unnamed.nano !== 0n ? [`${nobody} ${money(unnamed.nano)}`] : []),
    ...(count === 0
      ? []
      : [
          language === 'ko'
            ? `그 외 ${count}개 ${money(others)}`
            : `${count} more ${money(others)}`,
        ]),
  ].join(', ')
}
