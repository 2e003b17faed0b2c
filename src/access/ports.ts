import type { Settings } from './settings.ts'

/**
 * What somebody is in the workspace that the bot is installed in: an owner or full member of it, a
 * guest (single- or multi-channel), of another company, or nobody any more (deactivated, or a bot).
 */
export type Standing = 'owner' | 'member' | 'guest' | 'outsider' | 'nobody'

export type Person = Readonly<{ id: string; standing: Standing }>

/** Where something is shown: to one person alone, or in a channel, which another company may share. */
export type Place =
  | Readonly<{ kind: 'private' }>
  | Readonly<{ kind: 'channel'; id: string; shared: boolean }>

/** Stands for the bot's Home, which only its person sees, where an id of a channel is asked for. */
export const HOME = 'home'

/** Looks people and channels up; undefined is what cannot be looked up now. */
export type Directory = Readonly<{
  person: (id: string) => Promise<Person | undefined>
  place: (channel: string) => Promise<Place | undefined>
  /** Those in a channel who are no full members of the workspace. */
  outsiders: (channel: string) => Promise<readonly string[] | undefined>
  /** Of some user groups, those a person is in. */
  groupsOf: (person: string, among: readonly string[]) => Promise<readonly string[]>
  /** The workspace's owners. */
  owners: () => Promise<readonly string[]>
}>

/** What somebody wanted: figures, to set something up, to bring charges in, to ask (refusals alone), to record a decision, what is stored of a person, or keys. */
export const ACCESS_KINDS = [
  'preview',
  'digest',
  'question',
  'button',
  'home',
  'setup',
  'import',
  'ask',
  'record',
  'export',
  'delete',
  'retention',
  'keys',
] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

/** Stands for whoever works at the command line, where an id of a person or a channel is asked for. */
export const OPERATOR = 'operator'

/** Who wanted or changed what, where and when, and whether they got it; never what was shown. */
export type AccessEntry = Readonly<{
  tenant: string
  id: string
  /** Epoch milliseconds. */
  at: number
  /** Empty for what the schedule posts. */
  person: string
  channel: string
  kind: AccessKind
  allowed: boolean
  /** Why not; empty when allowed. */
  reason: string
  /** What was changed, as ids and fixed words; empty where nothing was. */
  detail: string
}>

/** Settings and the access log; everything but `entries` is within one tenant. */
export type AccessStore = Readonly<{
  /** `NOTHING_SET` where nothing was. */
  settings: (tenant: string) => Promise<Settings>
  /**
   * Puts settings in the place of those of revision `seen`, all or nothing; the kept revision is
   * `seen + 1`. False when somebody else changed them since.
   */
  save: (tenant: string, settings: Settings, seen: number) => Promise<boolean>
  log: (entry: AccessEntry) => Promise<void>
  /** Newest first, of one tenant or of all, of one kind or of all. */
  entries: (limit: number, tenant?: string, kind?: AccessKind) => Promise<readonly AccessEntry[]>
  /** Drops, over all tenants, at most so many entries from before a time; how many. */
  forgetBefore: (at: number, most: number) => Promise<number>
}>

/** What a person or a workspace has used of what a minute takes: when it is whole again, and when somebody last heard that it was used up; epoch milliseconds. */
export type Used = Readonly<{ fullAt: number; toldAt: number }>

/** Counts of what is asked, within one tenant; without a person that of the tenant as a whole. */
export type RateStore = Readonly<{
  used: (tenant: string, person: string) => Promise<Used | undefined>
  /** Compare-and-set: false when it is not as it was read any more. */
  replace: (
    who: Readonly<{ tenant: string; person: string }>,
    before: Used | undefined,
    used: Used,
  ) => Promise<boolean>
  /** Drops, over all tenants, what was whole again before a time; how many. */
  forgetBefore: (at: number) => Promise<number>
}>
