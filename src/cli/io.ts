import type { Config } from '../config.ts'

/** What a command may touch. */
export type Io = Readonly<{
  config: () => Config
  out: (text: string) => void
  err: (text: string) => void
  now: () => number
  /** Draws over the last line of standard error; absent where that is no terminal. */
  draw?: (text: string) => void
}>

/** A sentence about input that cannot be used; the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError'
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
}>
