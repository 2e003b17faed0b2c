import type { Clock } from '../answering/ports.ts'
import type { Scope } from '../answering/scope.ts'
import { createAsking } from './asking.ts'
import { changeDetail } from './change-detail.ts'
import { applied, type Change, isProblem, type Problem } from './changes.ts'
import {
  isAdmin,
  mayImport,
  mayPostSpend,
  maySeeSpend,
  maySetUp,
  mayShareSpend,
  type Refusal,
} from './decide.ts'
import {
  type AccessEntry,
  type AccessKind,
  type AccessStore,
  type Directory,
  HOME,
} from './ports.ts'
import type { Settings } from './settings.ts'
import { whoCannot } from './who-cannot.ts'

/** Who asks, where, and for what. */
export type Request = Readonly<{
  tenant: string
  person: string
  channel: string
  kind: AccessKind
  /** Whether everybody in the channel will see the reply. */
  openly?: boolean
  /** What is done, as fixed words for the log. */
  detail?: string
}>

/** Why somebody is refused, who can grant it, and what it is about. */
export type Denial = Readonly<{
  refusal: Refusal
  kind: AccessKind
  person: string
  channel: string
  /** Admins, a few. */
  granters: readonly string[]
}>

/** What a change came to. */
export type Outcome =
  | Readonly<{ settings: Settings }>
  | Readonly<{ denial: Denial }>
  | Readonly<{ problem: Problem }>

/** What Home shows: the settings with the owners to those who may see spend, and the means to change them to admins. */
export type HomeAccess =
  | Readonly<{ denial: Denial }>
  | Readonly<{ settings: Settings; owners: readonly string[]; admin: boolean }>

/** A question let in, and what it is answered from; or not. */
export type Admission = Readonly<{ scope: Scope }> | Readonly<{ denial: Denial }>

/**
 * What the adapters may ask of access; a denial is undefined when something is allowed. Everything asked
 * is logged, but of questions about models, prices and sizes the refused ones alone.
 */
export type Access = Readonly<{
  /** The settings, with the admins of the configuration among the admins. */
  settings: (tenant: string) => Promise<Settings>
  /** May a person ask there about models, prices and sizes? */
  asking: (request: Request, directory: Directory) => Promise<Admission>
  /** Is a person a full member, who may see how the bot itself is doing? */
  belonging: (request: Request, directory: Directory) => Promise<Denial | undefined>
  /** May a person record, close and reopen decisions there? */
  recording: (request: Request, directory: Directory) => Promise<Denial | undefined>
  /** May a person see spend there? */
  seeing: (request: Request, directory: Directory) => Promise<Denial | undefined>
  /** What a person's Home shows of it. */
  home: (tenant: string, person: string, directory: Directory) => Promise<HomeAccess>
  /** May the schedule post spend there? */
  posting: (tenant: string, channel: string, directory: Directory) => Promise<Denial | undefined>
  /** May a person set things up; with `into`, have spend posted in a channel? */
  settingUp: (request: Request, directory: Directory, into?: string) => Promise<Denial | undefined>
  /** May a person bring charges in? */
  importing: (request: Request, directory: Directory) => Promise<Denial | undefined>
  /** Changes the settings, if the person may and nobody has changed them since revision `seen`. */
  change: (
    request: Request,
    change: Change,
    directory: Directory,
    seen?: number,
  ) => Promise<Outcome>
}>

/** How many admins a denial names. */
const NAMED = 3

/**
 * `admins` are those the configuration names, for every workspace; `ownNotes` says whether there are
 * notes and prices of the company's own, which not everybody is answered from.
 */
export function createAccess(
  store: AccessStore,
  {
    now,
    newId,
    admins = [],
    ownNotes = false,
  }: Readonly<{
    now: Clock
    newId: () => string
    admins?: readonly string[]
    ownNotes?: boolean
  }>,
): Access {
  const withConfigured = (settings: Settings): Settings => ({
    ...settings,
    admins: [...new Set([...settings.admins, ...admins])],
  })
  const settingsOf = async (tenant: string) => withConfigured(await store.settings(tenant))

  /** Logs a decision and gives it back as a denial, or as nothing. */
  const decided = async (
    { tenant, person, channel, kind, detail = '' }: Request,
    refusal: Refusal | undefined,
    { admins: named }: Settings,
    directory: Directory,
  ): Promise<Denial | undefined> => {
    const entry: AccessEntry = {
      tenant,
      id: newId(),
      at: now(),
      person,
      channel,
      kind,
      allowed: refusal === undefined,
      reason: refusal ?? '',
      detail,
    }
    await store.log(entry)
    if (refusal === undefined) return undefined
    const granters = named.length > 0 ? named : await directory.owners()
    return { refusal, kind, person, channel, granters: granters.slice(0, NAMED) }
  }

  return {
    settings: settingsOf,
    ...createAsking({ settingsOf, decided, ownNotes }),
    seeing: async (request, directory) => {
      const [settings, person, place] = await Promise.all([
        settingsOf(request.tenant),
        directory.person(request.person),
        directory.place(request.channel),
      ])
      const among = groupsIn(settings, request.channel)
      const groups = among.length === 0 ? [] : await directory.groupsOf(request.person, among)
      const refusal =
        maySeeSpend({ person, place, settings, groups }) ??
        (request.openly && place?.kind === 'channel'
          ? mayShareSpend(place, settings, await directory.outsiders(request.channel))
          : undefined)
      return decided(request, refusal, settings, directory)
    },
    home: async (tenant, id, directory) => {
      const [settings, person] = await Promise.all([settingsOf(tenant), directory.person(id)])
      const among = settings.anywhere.groups
      const groups = among.length === 0 ? [] : await directory.groupsOf(id, among)
      const refusal = maySeeSpend({ person, place: { kind: 'private' }, settings, groups })
      const request = { tenant, person: id, channel: HOME, kind: 'home' } as const
      const denial = await decided(request, refusal, settings, directory)
      if (denial) return { denial }
      const admin = person !== undefined && isAdmin(person, settings)
      return { settings, owners: await directory.owners(), admin }
    },
    posting: async (tenant, channel, directory) => {
      const settings = await settingsOf(tenant)
      const [place, outsiders] = await Promise.all([
        directory.place(channel),
        directory.outsiders(channel),
      ])
      const request = { tenant, person: '', channel, kind: 'digest' } as const
      return decided(request, mayPostSpend(place, settings, outsiders), settings, directory)
    },
    settingUp: async (request, directory, into) => {
      const settings = await settingsOf(request.tenant)
      const person = await directory.person(request.person)
      const refusal =
        maySetUp({ person, settings }) ??
        (into === undefined
          ? undefined
          : mayPostSpend(await directory.place(into), settings, await directory.outsiders(into)))
      const about =
        refusal === undefined || into === undefined ? request : { ...request, channel: into }
      return decided(about, refusal, settings, directory)
    },
    importing: async (request, directory) => {
      const [settings, person, place] = await Promise.all([
        settingsOf(request.tenant),
        directory.person(request.person),
        directory.place(request.channel),
      ])
      return decided(request, mayImport({ person, place, settings }), settings, directory)
    },
    change: async (request, change, directory, seen) => {
      const { tenant, person: by } = request
      const kept = await store.settings(tenant)
      const settings = withConfigured(kept)
      const refusal = maySetUp({ person: await directory.person(by), settings })
      if (refusal !== undefined) {
        const denial = await decided(request, refusal, settings, directory)
        if (denial) return { denial }
      }
      const done = async (): Promise<Outcome> => {
        if (seen !== undefined && seen !== kept.revision) return { problem: stale(kept) }
        const problem = await whoCannot(change, settings, directory)
        if (problem) return { problem }
        const next = applied(kept, change)
        if (isProblem(next)) return { problem: next }
        const changed = { ...next, revision: kept.revision + 1, changedBy: by, changedAt: now() }
        return (await store.save(tenant, changed, kept.revision))
          ? { settings: withConfigured(changed) }
          : { problem: stale(await store.settings(tenant)) }
      }
      const outcome = await done()
      const what = changeDetail(change)
      const detail = 'problem' in outcome ? `not changed (${outcome.problem.what}): ${what}` : what
      await decided({ ...request, detail }, undefined, settings, directory)
      return outcome
    },
  }
}

function stale({ changedBy }: Settings): Problem {
  return { field: 'channel', what: 'stale', ...(changedBy ? { by: changedBy } : {}) }
}

/** User groups that decide about a channel. */
function groupsIn({ channels, anywhere }: Settings, channel: string): string[] {
  return [...anywhere.groups, ...(channels.find((c) => c.id === channel)?.groups ?? [])]
}
