import type { Language } from '../language/language.ts'

/** What the digest commands may do; the result is lines for the person who typed. */
export type Digests = Readonly<{
  preview: (tenant: string, language: Language) => Promise<readonly string[]>
  schedule: (
    tenant: string,
    channel: string,
    settings: { weekday: number; hour: number; zone: string },
    language: Language,
  ) => Promise<readonly string[]>
  remove: (tenant: string, channel: string, language: Language) => Promise<readonly string[]>
}>

/** Where log lines go; never message text, never secrets. */
export type Log = Readonly<{
  info: (fields: Readonly<Record<string, unknown>>, message: string) => void
  warn: (fields: Readonly<Record<string, unknown>>, message: string) => void
  error: (fields: Readonly<Record<string, unknown>>, message: string) => void
}>

/** Imports spend from files that lie on this machine; the result is lines for the person who sent them. */
export type Imports = Readonly<{
  fromFiles: (
    tenant: string,
    paths: readonly string[],
    language: Language,
  ) => Promise<readonly string[]>
}>
