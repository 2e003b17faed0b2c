import type { Scope } from '../answering/scope.ts'
import type { Person, Place, Standing } from './ports.ts'
import type { Named, Settings } from './settings.ts'

/** Why somebody is refused. */
export type Refusal =
  | 'unknown-person'
  | 'outsider'
  | 'guest'
  | 'nobody'
  | 'unknown-place'
  | 'shared-channel'
  | 'channel-not-allowed'
  | 'person-not-allowed'
  | 'unknown-members'
  | 'guests-present'
  | 'some-only'
  | 'not-admin'
  | 'not-private'
  | 'members-only'
  | 'asking-limited'
  | 'not-analyst'

/** Somebody somewhere; `groups` are those of the named user groups that the person is in. */
export type Asking = Readonly<{
  person: Person | undefined
  place: Place | undefined
  settings: Settings
  groups?: readonly string[]
}>

const STRANGERS: Partial<Record<Standing, Refusal>> = {
  outsider: 'outsider',
  guest: 'guest',
  nobody: 'nobody',
}

/** Whether a person may see spend in a place, with nobody else looking; undefined when they may. */
export function maySeeSpend({ person, place, settings, groups = [] }: Asking): Refusal | undefined {
  const refusal = refusedPerson(person) ?? refusedPlace(place, settings)
  if (refusal !== undefined || person === undefined || place === undefined) return refusal
  if (isAdmin(person, settings) || isNamed(settings.anywhere, person, groups)) return undefined
  const channel = place.kind === 'channel' && settings.channels.find((c) => c.id === place.id)
  return channel && (isOpen(channel) || isNamed(channel, person, groups))
    ? undefined
    : 'person-not-allowed'
}

/**
 * Whether spend may be posted where everybody in a channel sees it; `outsiders` are those there who
 * are no full members, undefined where they cannot be told.
 */
export function mayPostSpend(
  place: Place | undefined,
  settings: Settings,
  outsiders: readonly string[] | undefined,
): Refusal | undefined {
  if (place?.kind === 'private') return 'channel-not-allowed'
  return refusedPlace(place, settings) ?? refusedMembers(outsiders)
}

/** Whether what one person was shown may be posted there: not where only some of those there were named. */
export function mayShareSpend(
  place: Place | undefined,
  settings: Settings,
  outsiders: readonly string[] | undefined,
): Refusal | undefined {
  const refusal = mayPostSpend(place, settings, outsiders)
  if (refusal !== undefined || place?.kind !== 'channel') return refusal
  const channel = settings.channels.find((c) => c.id === place.id)
  return channel && isOpen(channel) ? undefined : 'some-only'
}

/** Whether a person may set up budgets, audiences, alerts and digests. */
export function maySetUp({
  person,
  settings,
}: Pick<Asking, 'person' | 'settings'>): Refusal | undefined {
  const refusal = refusedPerson(person)
  if (refusal !== undefined || person === undefined) return refusal
  return isAdmin(person, settings) ? undefined : 'not-admin'
}

/** Whether a person may bring charges in: an admin, where nobody else sees the file. */
export function mayImport({ person, place, settings }: Asking): Refusal | undefined {
  const refusal = maySetUp({ person, settings })
  if (refusal !== undefined) return refusal
  return place?.kind === 'private' ? undefined : 'not-private'
}

/**
 * Whether a person may ask about models, prices and sizes. Somebody who cannot be looked up may only
 * where everybody may.
 */
export function mayAsk({ person, place, settings, groups = [] }: Asking): Refusal | undefined {
  const { asking } = settings
  const { limited, guests, companies } = asking
  if (person === undefined) return limited || !guests || !companies ? 'unknown-person' : undefined
  const invited = { owner: true, member: true, guest: guests, outsider: companies, nobody: false }
  if (!invited[person.standing]) return 'members-only'
  if (!limited || maySetUp({ person, settings }) === undefined) return undefined
  const here = place?.kind === 'channel' && asking.channels.includes(place.id)
  return here || isNamed(asking, person, groups) ? undefined : 'asking-limited'
}

/**
 * What a person is answered from: the company's own notes and prices only for a full member, and
 * only where no other company looks on.
 */
export function knowledgeFor({ person, place }: Pick<Asking, 'person' | 'place'>): Scope {
  const among = place?.kind === 'private' || (place?.kind === 'channel' && !place.shared)
  return refusedPerson(person) === undefined && among ? 'company' : 'public'
}

/** Whether a person may record, close and reopen decisions there. */
export function mayRecord({ person, place, settings, groups = [] }: Asking): Refusal | undefined {
  const stranger = notOurs(person)
  if (stranger !== undefined || person === undefined) return stranger
  const { recorders, anywhere, channels } = settings
  if (recorders === 'members' || isAdmin(person, settings)) return undefined
  const channel = place?.kind === 'channel' && channels.find((c) => c.id === place.id)
  const analyst =
    isNamed(anywhere, person, groups) ||
    (channel && (isOpen(channel) || isNamed(channel, person, groups)))
  return analyst ? undefined : 'not-analyst'
}

/** Whether a channel can be one for spend at all, allowed or not. */
export function refusedChannel(
  place: Place | undefined,
  outsiders: readonly string[] | undefined,
): Refusal | undefined {
  if (place?.kind !== 'channel') return 'unknown-place'
  return place.shared ? 'shared-channel' : refusedMembers(outsiders)
}

/** Whether somebody can be given anything at all: full members only. */
export function refusedPerson(person: Person | undefined): Refusal | undefined {
  return person === undefined ? 'unknown-person' : STRANGERS[person.standing]
}

/** Whether somebody is no full member, for what is not about spend. */
export function notOurs(person: Person | undefined): Refusal | undefined {
  if (person === undefined) return 'unknown-person'
  return refusedPerson(person) === undefined ? undefined : 'members-only'
}

/** An owner of the workspace, or somebody an admin named. */
export function isAdmin({ id, standing }: Person, { admins }: Settings): boolean {
  return standing === 'owner' || admins.includes(id)
}

/** Whether every full member in a channel may see what is shown there. */
export function isOpen({ people, groups }: Named): boolean {
  return people.length + groups.length === 0
}

function isNamed(named: Named, { id }: Person, groups: readonly string[]): boolean {
  return named.people.includes(id) || named.groups.some((g) => groups.includes(g))
}

function refusedPlace(place: Place | undefined, { channels }: Settings): Refusal | undefined {
  if (place === undefined) return 'unknown-place'
  if (place.kind === 'private') return undefined
  if (place.shared) return 'shared-channel'
  return channels.some((c) => c.id === place.id) ? undefined : 'channel-not-allowed'
}

function refusedMembers(outsiders: readonly string[] | undefined): Refusal | undefined {
  if (outsiders === undefined) return 'unknown-members'
  return outsiders.length > 0 ? 'guests-present' : undefined
}
