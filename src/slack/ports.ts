import type { Scope } from '../answering/scope.ts'
import type { Digest } from '../digest/digest.ts'
import type { Schedule } from '../digest/ports.ts'
import type { Language } from '../language/language.ts'

/** A channel of a tenant, and who speaks there. */
type ChannelPlace = Readonly<{ tenant: string; channel: string; person: string }>

/** What the digest commands and buttons may do; what comes back as lines is for the person who asked. */
export type Digests = Readonly<{
  /** How a channel's digest is set up; undefined when it is not. */
  current: (place: ChannelPlace) => Promise<Schedule | undefined>
  /** The digest of a period, or without one of the last that has ended. */
  digest: (place: ChannelPlace, period?: string) => Promise<Digest>
  schedule: (place: ChannelPlace, text: string, language: Language) => Promise<readonly string[]>
  remove: (place: ChannelPlace, language: Language) => Promise<readonly string[]>
  list: (
    tenant: string,
    language: Language,
  ) => Promise<readonly Readonly<{ channel: string; line: string }>[]>
  /** Silences an alert, or an anomaly in the digest of a period. */
  snooze: (
    place: ChannelPlace,
    key: string,
    language: Language,
    period?: string,
  ) => Promise<readonly string[]>
}>

/** What is done when Slack says that the app is taken away; absent where there is one token from the configuration. */
export type Uninstalls = Readonly<{
  /** From where the installation was; `toldAt` is when Slack knew, in epoch ms. Says which workspaces it served. */
  ended: (installation: string, toldAt: number) => Promise<readonly string[]>
  /** From one workspace of an organisation. */
  left: (workspace: string) => Promise<void>
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

/** Where figures come from and how that stands, one line each. */
export type Sources = Readonly<{
  /** Bills and meters; who may see how they stand is for the caller to see to. */
  spend: (tenant: string, language: Language) => Promise<readonly string[]>
  /** Notes, prices and rates, as much of them as somebody may be answered from. */
  knowledge: (tenant: string, scope: Scope, language: Language) => readonly string[]
}>
