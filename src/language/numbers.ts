import type { Language } from './language.ts'

const LOCALES = { en: 'en-US', ko: 'ko-KR' } as const satisfies Record<Language, string>

const formats = new Map<string, Intl.NumberFormat>()

/** Formats are costly to make and few. */
function formatOf(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.NumberFormat(LOCALES[language], options)
  formats.set(key, format)
  return format
}

/** A number in the reader's digits and separators, rounded to `digits` significant digits (default 3). */
export function showNumber(value: number, language: Language, digits = 3): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) return value.toExponential(digits - 1)
  return formatOf(language, { maximumSignificantDigits: digits }).format(value)
}

/** US dollars to three significant digits; amounts between ten cents and a hundred dollars show whole cents. */
export function showUsd(value: number, language: Language, digits = 3): string {
  const size = Math.abs(value)
  const cents = size >= 0.1 && size < 100 && !Number.isInteger(size)
  const shown = cents
    ? formatOf(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(size)
    : showNumber(size, language, digits)
  return `${value < 0 ? '-' : ''}$${shown}`
}

const dates = {
  en: new Intl.DateTimeFormat(LOCALES.en, { dateStyle: 'medium', timeZone: 'UTC' }),
  ko: new Intl.DateTimeFormat(LOCALES.ko, { dateStyle: 'medium', timeZone: 'UTC' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>

/** An ISO date as people write it. */
export function showDate(iso: string, language: Language): string {
  return dates[language].format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
}
