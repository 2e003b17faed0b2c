import type { Language } from '../language/language.ts'

/** A channel of a tenant, and who speaks there. */
type ChannelPlace = Readonly<{ tenant: string; channel: string; person: string }>

/** What the digest commands may do; the result is lines for the person who typed. */
export type Digests = Readonly<{
  preview: (place: ChannelPlace, language: Language) => Promise<readonly string[]>
  schedule: (place: ChannelPlace, text: string, language: Language) => Promise<readonly string[]>
  remove: (place: ChannelPlace, language: Language) => Promise<readonly string[]>
  list: (
    tenant: string,
    language: Language,
  ) => Promise<readonly Readonly<{ channel: string; line: string }>[]>
  snooze: (place: ChannelPlace, key: string, language: Language) => Promise<readonly string[]>
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
