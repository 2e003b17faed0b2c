import { isOpen } from '../access/decide.ts'
import { type AccessKind, type AccessStore, OPERATOR } from '../access/ports.ts'
import type { Named, Settings } from '../access/settings.ts'
import type { Clock, NewId } from '../answering/ports.ts'
import type { Forgotten, PersonStore, Traces } from './ports.ts'

type Means = Readonly<{
  people: PersonStore
  access: Pick<AccessStore, 'settings' | 'save' | 'log'>
  now: Clock
  newId: NewId
}>

/** Whether a text is the id of a person in Slack. */
export function isPersonId(text: string): boolean {
  return /^[UW][A-Z0-9]{1,30}$/.test(text)
}

/** All that is stored by or about a person; that it was handed out is logged. */
export async function exportPerson(
  { people, ...means }: Means,
  tenant: string,
  person: string,
): Promise<Traces> {
  const traces = await people.traces(tenant, person)
  await logged(means, tenant, 'export', person)
  return traces
}

/**
 * Deletes what is a person's and takes their id out of the company's records. What they were allowed is
 * taken back first, by the same compare-and-set as every change, so that a channel that was theirs alone
 * does not become open to everybody. With `dryRun` nothing is changed.
 */
export async function deletePerson(
  { people, ...means }: Means,
  tenant: string,
  person: string,
  dryRun: boolean,
): Promise<Forgotten> {
  const { access, now } = means
  const planned = await people.forget(tenant, person, true)
  if (dryRun) return planned
  for (let saved = false; !saved; ) {
    const settings = await access.settings(tenant)
    const next = withoutPerson(settings, person)
    const { revision } = settings
    const changed = { revision: revision + 1, changedBy: OPERATOR, changedAt: now() }
    saved = next === settings || (await access.save(tenant, { ...next, ...changed }, revision))
  }
  const forgotten = await people.forget(tenant, person)
  await logged(means, tenant, 'delete', '')
  return { ...planned, ...forgotten }
}

async function logged(
  { access, now, newId }: Omit<Means, 'people'>,
  tenant: string,
  kind: Extract<AccessKind, 'export' | 'delete'>,
  detail: string,
): Promise<void> {
  const who = { tenant, person: OPERATOR, channel: OPERATOR }
  await access.log({ ...who, kind, detail, id: newId(), at: now(), allowed: true, reason: '' })
}

/** Settings that do not name a person; the same ones where they did not. */
function withoutPerson(settings: Settings, person: string): Settings {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== person)
  const rest = <T extends Named>(named: T): T => ({ ...named, people: others(named.people) })
  const { admins, channels, anywhere, asking } = settings
  const named = [
    ...admins,
    ...anywhere.people,
    ...asking.people,
    ...channels.flatMap((c) => c.people),
  ]
  if (!named.includes(person)) return settings
  return {
    ...settings,
    admins: others(admins),
    anywhere: rest(anywhere),
    asking: rest(asking),
    channels: channels.flatMap((c) => (!isOpen(c) && isOpen(rest(c)) ? [] : [rest(c)])),
  }
}
