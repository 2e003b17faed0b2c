import type { Change, Problem } from './changes.ts'
import { isAdmin, refusedChannel, refusedPerson } from './decide.ts'
import type { Directory } from './ports.ts'
import type { Settings } from './settings.ts'

/** Looks up whom and what a change names; only full members and channels without others can be given anything. */
export async function whoCannot(
  change: Change,
  settings: Settings,
  directory: Directory,
): Promise<Problem | undefined> {
  switch (change.do) {
    case 'name-admin':
      return personProblem('person', [change.person], directory)
    case 'unname-admin': {
      const person = await directory.person(change.person)
      return person && isAdmin(person, { ...settings, admins: [] })
        ? { field: 'person', what: 'owner', id: change.person }
        : undefined
    }
    case 'allow':
      return (
        (await channelProblem(change.channel, directory)) ??
        personProblem('people', change.people, directory)
      )
    case 'set-alerts': {
      const { channel } = change
      if (!change.on || channel === undefined) return undefined
      const outside = await channelProblem(channel, directory)
      if (outside || settings.channels.some((c) => c.id === channel)) return outside
      return { field: 'channel', what: 'channel', id: channel, refusal: 'channel-not-allowed' }
    }
    case 'allow-asking':
      return strangerProblem(change, directory)
    default:
      return undefined
  }
}

/** Guests, people of other companies and shared channels may be named here, but not what nobody finds. */
async function strangerProblem(
  { channel, people }: Extract<Change, { do: 'allow-asking' | 'deny-asking' }>,
  directory: Directory,
): Promise<Problem | undefined> {
  if (channel !== undefined && (await directory.place(channel))?.kind !== 'channel')
    return { field: 'channel', what: 'channel', id: channel, refusal: 'unknown-place' }
  for (const id of people) {
    const standing = (await directory.person(id))?.standing
    const refusal = standing === undefined ? 'unknown-person' : 'nobody'
    if (standing === undefined || standing === 'nobody')
      return { field: 'people', what: 'person', id, refusal }
  }
  return undefined
}

async function personProblem(
  field: 'person' | 'people',
  ids: readonly string[],
  directory: Directory,
): Promise<Problem | undefined> {
  for (const id of ids) {
    const refusal = refusedPerson(await directory.person(id))
    if (refusal !== undefined) return { field, what: 'person', id, refusal }
  }
  return undefined
}

async function channelProblem(
  id: string | undefined,
  directory: Directory,
): Promise<Problem | undefined> {
  if (id === undefined) return undefined
  const place = await directory.place(id)
  const outsiders = place?.kind === 'channel' ? await directory.outsiders(id) : []
  const refusal = refusedChannel(place, outsiders)
  if (refusal === undefined) return undefined
  return {
    field: 'channel',
    what: 'channel',
    id,
    refusal,
    ...(outsiders === undefined ? {} : { outsiders: outsiders.length }),
  }
}
