import type { Config } from '../config.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { ToldError } from '../language/told-error.ts'

/** What a command may touch. */
export type Io = Readonly<{
  config: () => Config
  out: (text: string) => void
  err: (text: string) => void
  now: () => number
  /** What is spoken where no option says; a question is answered in its own. */
  language?: Language
  /** Draws over the last line of standard error; absent where that is no terminal. */
  draw?: (text: string) => void
  /** All of standard input. */
  input?: () => Promise<string>
}>

/**
 * A sentence about input that cannot be used, in both languages, or as it is where it already stands in
 * the person's; the exit code is 2.
 */
export class UsageError extends ToldError {
  override name = 'UsageError'
  constructor(said: Bilingual | string) {
    super(typeof said === 'string' ? { en: said, ko: said } : said)
  }
}

/** The options of a command line. */
export type Flags = Readonly<{
  json: boolean
  file?: string
  list: boolean
  sheet: boolean
  lang?: string
  as?: string
  week?: string
  map?: string
  currency?: string
  provider?: string
  teamTag?: readonly string[]
  dryRun: boolean
  rejects?: string
  source?: string
  from?: string
  to?: string
  period?: string
  toEval?: string
  tenant?: string
  url?: string
  out?: string
  chart?: string
}>

/** `--lang`, if it is a language. */
export function languageFlag({ lang }: Flags): Language | undefined {
  if (lang === undefined || lang === 'en' || lang === 'ko') return lang
  throw new UsageError({
    en: `--lang must be en or ko; received "${lang}". (--lang 값은 en 또는 ko여야 합니다.)`,
    ko: `--lang 값은 en 또는 ko여야 합니다. 받은 값: "${lang}"`,
  })
}
