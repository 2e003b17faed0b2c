import type { Bilingual, Language } from '../language/language.ts'
import type { Amount } from '../spend/breakdown.ts'
import type { CurrencyDigest, Digest } from './digest.ts'
import { NOBODY, nameText, percent } from './digest-words.ts'
import { expectedRate, expectedWords } from './expected-rate.ts'
import { periodText } from './period-text.ts'
import { showChange, showNano, showShare, showSpan } from './show-money.ts'

/** Rows by name; the rest are added up in one. */
const LISTED = 8
const NOTHING: Amount = { nano: 0n }
/** What cost nothing before. */
const NEW: Bilingual = { en: ' (new)', ko: ' (신규)' }

/** A table as text: the heads, a row a group, and the total last. */
export type DigestTable = Readonly<{
  heads: readonly string[]
  rows: readonly (readonly string[])[]
}>

/**
 * Cost by model, or by team where no model is named, in the currency that leads: the period beside the
 * one before, or its shares where there is nothing to compare with; then what is expected. Undefined where
 * nothing is known.
 */
export function digestTable(digest: Digest, language: Language): DigestTable | undefined {
  const [main] = digest.currencies
  if (!main) return undefined
  const by = main.by.model.lines.length > 0 ? 'model' : 'team'
  const { lines, rest, unnamed } = main.by[by]
  const small = [...lines.slice(LISTED), ...(rest ? [rest] : [])]
  const count = lines.slice(LISTED).length + (rest?.groups ?? 0)
  const others = language === 'ko' ? `그 외 ${count}개` : `${count} more`
  const row = rowOf(main, language)
  return {
    heads: headsOf(digest, main, by, language),
    rows: [
      ...lines.slice(0, LISTED).map((line) => row(nameText(line.name), line)),
      ...(small.length > 0 ? [row(others, small.reduce<Amount>(plus, NOTHING))] : []),
      ...(unnamed ? [row(NOBODY[by][language], unnamed)] : []),
      row(language === 'ko' ? '합계' : 'Total', totalOf(main)),
      ...expectedRows(digest, main, language),
    ],
  }
}

/** What a chart of the digest shows as expected, in a row of its own. */
function expectedRows(
  { period }: Digest,
  main: CurrencyDigest,
  language: Language,
): readonly string[][] {
  const rate = expectedRate(main, period)
  if (!rate) return []
  const blanks = main.comparison ? ['–', '–'] : ['–']
  return [[expectedWords(rate, language), showSpan(rate, main.currency, language), ...blanks]]
}

function headsOf(
  { period, before, coverage }: Digest,
  { comparison }: CurrencyDigest,
  by: 'model' | 'team',
  language: Language,
): string[] {
  const ko = language === 'ko'
  const what = { model: ko ? '모델' : 'Model', team: ko ? '팀' : 'Team' }[by]
  const [now, earlier] = [
    periodText(period, language),
    periodText({ ...period, ...before }, language),
  ]
  const days = coverage.comparedDays.length
  const part = days < coverage.settledDays.length
  const same = !part
    ? ''
    : ko
      ? ` (같은 ${days}일)`
      : ` (same ${days} ${days === 1 ? 'day' : 'days'})`
  return comparison
    ? [what, now, `${earlier}${same}`, `${ko ? '변화' : 'Change'}${same}`]
    : [what, now, ko ? '비중' : 'Share']
}

function rowOf({ currency, totalNano, comparison }: CurrencyDigest, language: Language) {
  const money = (nano: bigint) => showNano(nano, currency, language)
  return (name: string, { nano, beforeNano = 0n, changeNano = 0n }: Amount): string[] => {
    if (comparison) {
      const share =
        beforeNano > 0n
          ? ` (${showShare(Number((changeNano * 10_000n) / beforeNano) / 10_000, language)})`
          : NEW[language]
      return [
        name,
        money(nano),
        money(beforeNano),
        `${showChange(changeNano, currency, language)}${changeNano === 0n ? '' : share}`,
      ]
    }
    const share = totalNano > 0n ? Number((nano * 1000n) / totalNano) / 1000 : undefined
    return [name, money(nano), share === undefined ? '–' : percent(share, language)]
  }
}

function totalOf({ totalNano, comparison }: CurrencyDigest): Amount {
  if (!comparison) return { nano: totalNano }
  const { beforeNano, changeNano } = comparison
  return { nano: totalNano, beforeNano, changeNano }
}

function plus(a: Amount, b: Amount): Amount {
  return {
    nano: a.nano + b.nano,
    beforeNano: (a.beforeNano ?? 0n) + (b.beforeNano ?? 0n),
    changeNano: (a.changeNano ?? 0n) + (b.changeNano ?? 0n),
  }
}
