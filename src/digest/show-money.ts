import type { Language } from '../language/language.ts'
import { absolute } from '../spend/sums.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko-KR' }
const NANO = 1_000_000_000n

/**
 * Billed money from nano-units, exactly, in its own currency. An amount that would round to nothing
 * shows two digits that are not zero.
 */
export function showNano(nano: bigint, currency: string, language: Language): string {
  const options = {
    style: 'currency',
    currency,
    // A bare $ is the US dollar; every other dollar says whose it is.
    currencyDisplay: currency === 'USD' ? 'narrowSymbol' : 'symbol',
  } as const
  const usual = new Intl.NumberFormat(LOCALES[language], options)
  const places = usual.resolvedOptions().maximumFractionDigits ?? 2
  const size = absolute(nano)
  const tiny = nano !== 0n && size * 2n * 10n ** BigInt(places) < NANO
  const format = tiny
    ? new Intl.NumberFormat(LOCALES[language], { ...options, maximumSignificantDigits: 2 })
    : usual
  return format.format(decimalOf(nano) as `${number}`)
}

/** An estimate, in three digits that count: what is not known to the cent is not shown to the cent. */
export function showAbout(nano: bigint, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    currencyDisplay: currency === 'USD' ? 'narrowSymbol' : 'symbol',
    maximumSignificantDigits: 3,
  })
  return format.format(decimalOf(nano) as `${number}`)
}

/** A range of estimates; about one amount where its ends read alike. */
export function showSpan(
  { lowNano, highNano }: Readonly<{ lowNano: bigint; highNano: bigint }>,
  currency: string,
  language: Language,
): string {
  const [low, high] = [lowNano, highNano].map((nano) => showAbout(nano, currency, language))
  if (low === high) return language === 'ko' ? `약 ${low}` : `about ${low}`
  return language === 'ko' ? `${low}~${high}` : `${low} to ${high}`
}

/**
 * Nano-units as exact decimal text in units of the currency, without trailing zeros.
 * Example: 40_750_000_000 -> "40.75"; -1 -> "-0.000000001".
 */
export function decimalOf(nano: bigint): string {
  const size = absolute(nano)
  const fraction = String(size % NANO)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return `${nano < 0n ? '-' : ''}${size / NANO}${fraction && `.${fraction}`}`
}

/** The same with a plus sign in front of what grew. */
export function showChange(nano: bigint, currency: string, language: Language): string {
  return `${nano > 0n ? '+' : ''}${showNano(nano, currency, language)}`
}

/** A share as a percentage with its sign and one decimal. */
export function showShare(share: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(share)
}
