import type { Currency } from '../engine/estimate.ts'
import type { Bilingual, Language } from './language.ts'

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
  if (size !== 0 && (size >= 1e15 || size < 1e-9))
    return Number(value.toPrecision(digits)).toExponential()
  return formatOf(language, { maximumSignificantDigits: digits }).format(value)
}

/** How amounts are written; won and yen have no smaller coin. */
const MONEY: Readonly<Record<Currency, Bilingual & Readonly<{ cents: boolean }>>> = {
  USD: { en: '$#', ko: '$#', cents: true },
  KRW: { en: '₩#', ko: '#원', cents: false },
  EUR: { en: '€#', ko: '#유로', cents: true },
  GBP: { en: '£#', ko: '#파운드', cents: true },
  JPY: { en: '¥#', ko: '#엔', cents: false },
  CNY: { en: 'CN¥#', ko: '#위안', cents: true },
}

/**
 * Money to so many significant digits (default 3). Amounts between ten cents and a hundred show whole
 * cents; with more digits none of them is dropped, whatever the amount.
 */
export function showMoney(
  value: number,
  currency: Currency,
  language: Language,
  digits = 3,
): string {
  const pattern = MONEY[currency]
  const fine = digits > 3
  const size = fine ? Number(Math.abs(value).toPrecision(digits)) : Math.abs(value)
  const cents = pattern.cents && size >= 0.1 && (fine || size < 100) && !Number.isInteger(size)
  const shown = cents
    ? formatOf(language, {
        minimumFractionDigits: 2,
        maximumFractionDigits: fine ? 10 : 2,
      }).format(size)
    : showNumber(size, language, digits)
  return `${value < 0 ? '-' : ''}${pattern[language].replace('#', () => shown)}`
}

/** US dollars, to three significant digits. */
export function showUsd(value: number, language: Language): string {
  return showMoney(value, 'USD', language)
}

const dates = {
  en: new Intl.DateTimeFormat(LOCALES.en, { dateStyle: 'medium', timeZone: 'UTC' }),
  ko: new Intl.DateTimeFormat(LOCALES.ko, { dateStyle: 'medium', timeZone: 'UTC' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>

const dayFormats = {
  en: new Intl.DateTimeFormat(LOCALES.en, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
  ko: new Intl.DateTimeFormat(LOCALES.ko, { month: 'long', day: 'numeric', timeZone: 'UTC' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>

/** A day where the year is plain from what stands around it. Example: `Nov 19`, `11월 19일`. */
export function showDay(iso: string, language: Language): string {
  return dayFormats[language].format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
}

/** The same as short as it can be, for a table or a chart. Example: `Nov 19`, `11/19`. */
export function shortDay(iso: string, language: Language): string {
  return language === 'ko'
    ? `${Number(iso.slice(5, 7))}/${Number(iso.slice(8, 10))}`
    : showDay(iso, language)
}

/** An ISO date as people write it. */
export function showDate(iso: string, language: Language): string {
  return dates[language].format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
}
