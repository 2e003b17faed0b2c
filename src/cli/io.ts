import type { Config } from '../config.ts'

/** What a command may touch. */
export type Io = Readonly<{
  config: () => Config
  out: (text: string) => void
  err: (text: string) => void
  now: () => number
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
  period?: string
}>
